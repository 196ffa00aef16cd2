#pragma once

#include "models/aanpak/approach.hpp"
#include "models/rijk/rijk_parameters.hpp"
#include "sim/random/dice.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace opschaling::models {

/// An approach that is at work somewhere, with the site that it was made for.
struct KnownApproach {
    Approach approach;
    Context context{};
    /// Part of the homes reached that left gas, pulled towards a common prior while few were.
    double result{0.0};
    std::uint32_t gemeente{0};
    std::uint32_t regio{0};
    std::uint32_t project{0};
    std::uint32_t key{0}; ///< of its wijk: what decides between equals
    bool published{true}; ///< gemeenten elsewhere hear of it
};

/// What has been seen of each technology so far: log-odds that a home which had the offer left gas.
/// Zero for all when results are not looked at.
struct TechnologyRecord {
    std::array<double, heating_systems> log_odds{};
};

/// Who receives an approach.
struct Receiver {
    WijkId wijk{};
    Site site;
    std::uint32_t gemeente{0};
    std::uint32_t gemeente_key{0};
    std::uint32_t regio{0};
    std::uint32_t attempt{0};
    Approach routine{}; ///< what the gemeente does of its own accord
};

/// How who composes an approach judges it. What is expected follows from beliefs, what a try-out
/// shows from the site itself, with an error.
class Judge {
public:
    Judge() = default;
    Judge(Judge const&) = delete;
    Judge& operator=(Judge const&) = delete;
    virtual ~Judge() = default;

    /// Logit F as it is believed to be, with what is known of the technology.
    [[nodiscard]] virtual double expects(Approach const& approach) const = 0;
    /// Certainty of what is believed of a variant, as a precision.
    [[nodiscard]] virtual double certainty(std::size_t module, Variant variant) const = 0;
    /// Logit F as a try-out of the variant in `module` shows it.
    [[nodiscard]] virtual double shows(Approach const& approach, std::size_t module) const = 0;
    /// Certainty of what a try-out shows; 0 where nothing is tried out.
    [[nodiscard]] virtual double try_certainty() const = 0;
};

/// Gain in logit F of a candidate that differs in one module: what is expected and what a try-out
/// shows, each by its certainty.
[[nodiscard]] double gain_of(Judge const& judge, Approach const& candidate, Approach const& kept,
                             std::size_t module);

/// What a gemeente does at the start in each module.
[[nodiscard]] Approach first_routine(Repertoire const& repertoire, sim::Seed seed,
                                     std::uint32_t gemeente_key);

/// Local search: for each module that is to be made to measure, so many new variants are tried on
/// the spot; one that shows more than what there is replaces it.
[[nodiscard]] Approach tailor(Receiver const& receiver, Approach const& start, int tries,
                              std::array<bool, modules> const& to_measure, Judge const& judge);

/// Of a module as the source has it, how much is written down: 0 to 1.
using Codified = std::array<double, modules>;

/// The whole approach of a source, each module of which may be copied wrongly: with chance
/// `copy_error` times the part that is not written down times the part that is not absorbed. Own
/// routine then fills the place. `absorbed` is absorptive capacity times nearness to the source.
[[nodiscard]] Approach copy_whole(sim::Seed seed, Receiver const& receiver, Approach const& source,
                                  double copy_error, double absorbed, Codified const& codified);

/// The index of the known approach with the best result; by key of its wijk among equals.
[[nodiscard]] std::size_t best_result(std::span<KnownApproach const> library);

/// The index of the known approach whose site is most like this one, as relevance is believed to
/// be; by key of its wijk among equals.
[[nodiscard]] std::size_t most_similar(AanpakParameters const& parameters,
                                       std::array<double, context_dimensions> const& relevance,
                                       std::span<KnownApproach const> library, Site const& site);

/// Variants of each module to pick from.
using Donors = std::array<std::vector<Variant>, modules>;

/// From a whole approach, so many swaps of a module by what others have are tried, each kept when
/// it promises more than the hurdle.
[[nodiscard]] Approach recombine(RouteParameters const& route, int swaps, sim::Seed seed,
                                 Receiver const& receiver, Approach const& start,
                                 Donors const& donors, Judge const& judge);

} // namespace opschaling::models
