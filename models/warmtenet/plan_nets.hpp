#pragma once

#include "models/warmtenet/business_case.hpp"
#include "models/warmtenet/find_supply.hpp"
#include "models/warmtenet/signed_straten.hpp"
#include "models/world/turn.hpp"

#include <array>
#include <optional>
#include <vector>

namespace opschaling::models {

/// A wijk whose households have signed for a warmtenet that nobody has decided on yet.
struct Candidate {
    std::uint32_t wijk{0};
    std::uint32_t project{0};
    std::uint32_t key{0}; ///< of the wijk: the order in which candidates are looked at
    std::vector<SignedStraat> straten{};
    std::array<NetPlan, source_kinds> pays{}; ///< what a net of each kind expects of it
};

/// A project as a candidate: its straten with signatures, and what of them pays for itself.
[[nodiscard]] Candidate candidate_of(Turn const& turn, std::uint32_t number);

/// Candidates of this moment, by key.
[[nodiscard]] std::vector<Candidate> find_candidates(Turn const& turn);

/// A set of wijken beside each other with the supply that suits them best.
struct PlannedNet {
    std::vector<Candidate> wijken;
    NetPlan plan{};
    Supply supply{};
    std::uint32_t extends{no_net}; ///< the net beside it of which it becomes part
    double value{0.0};             ///< EUR, net present value
};

/// The best net that begins in a wijk: wijken beside it that are candidates too join as long as
/// each raises the value. Straten whose own signatures do not carry their main are left out;
/// those to come are expected to sign like those that had their offer. From a
/// straat to a gemeente: nothing says how large it must be.
[[nodiscard]] PlannedNet plan_net(Turn const& turn, Areas const& areas,
                                  WarmtebedrijfPrices const& prices,
                                  std::vector<Candidate> const& candidates, std::size_t first);

} // namespace opschaling::models
