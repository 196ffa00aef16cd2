#pragma once

#include "models/aanpak/approach.hpp"
#include "models/rijk/rijk_parameters.hpp"
#include "sim/random/dice.hpp"

#include <cstdint>
#include <span>

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
};

/// What has been seen of each technology so far: log-odds that a home which had the offer left gas.
/// Zero for all when results are not looked at.
struct TechnologyRecord {
    std::array<double, heating_systems> log_odds{};
};

/// Who receives an approach.
struct Receiver {
    Site site;
    std::uint32_t gemeente{0};
    std::uint32_t gemeente_key{0};
    std::uint32_t regio{0};
    std::uint32_t attempt{0};
};

/// The variants of a module that a gemeente knows by itself.
[[nodiscard]] std::uint8_t own_routine(Repertoire const& repertoire, sim::Seed seed,
                                       std::uint32_t gemeente_key, std::size_t module,
                                       std::uint32_t rank);

/// From scratch: a number of variants of each module are tried on the spot and the combination
/// that promises most together is kept, whatever is peculiar to the site left unseen.
[[nodiscard]] Approach tailor(AanpakParameters const& parameters, Repertoire const& repertoire,
                              sim::Seed seed, Receiver const& receiver, int tried,
                              TechnologyRecord const& record);

/// Replicatie: the approach with the best result is copied as a whole. A module that is neither
/// written down nor near at hand may be copied wrongly; own routine then fills the place.
[[nodiscard]] Approach copy_whole(AanpakParameters const& parameters, RouteParameters const& route,
                                  Repertoire const& repertoire, sim::Seed seed,
                                  Receiver const& receiver, KnownApproach const& source,
                                  bool standard_contracts);

/// The index of the known approach with the best result; the first among equals.
[[nodiscard]] std::size_t best_result(std::span<KnownApproach const> library);

/// The index of the known approach whose site is most like this one.
[[nodiscard]] std::size_t most_similar(AanpakParameters const& parameters,
                                       std::span<KnownApproach const> library, Site const& site);

/// Circulatie: from the most similar whole approach, swaps of a module from elsewhere are tried and
/// kept when they promise more than the hurdle.
[[nodiscard]] Approach recombine(AanpakParameters const& parameters, RouteParameters const& route,
                                 Repertoire const& repertoire, sim::Seed seed,
                                 Receiver const& receiver, std::span<KnownApproach const> library,
                                 std::size_t start, TechnologyRecord const& record);

} // namespace opschaling::models
