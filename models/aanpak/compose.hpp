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
    double fit{0.0}; ///< F where it is at work
    std::uint32_t gemeente{0};
    std::uint32_t regio{0};
    std::uint32_t project{0};
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
/// that works best together is kept, whatever is peculiar to the site left unseen.
[[nodiscard]] Approach tailor(AanpakParameters const& parameters, Repertoire const& repertoire,
                              sim::Seed seed, Receiver const& receiver, int tried);

/// Replicatie: the approach that works best at home is copied as a whole. A module that is neither
/// written down nor near at hand may be copied wrongly; own routine then fills the place.
[[nodiscard]] Approach copy_whole(AanpakParameters const& parameters, RouteParameters const& route,
                                  Repertoire const& repertoire, sim::Seed seed,
                                  Receiver const& receiver, KnownApproach const& source,
                                  bool standard_contracts);

/// The index of the known approach that works best at home; the first among equals.
[[nodiscard]] std::size_t best_at_home(std::span<KnownApproach const> library);

/// The index of the known approach whose site is most like this one.
[[nodiscard]] std::size_t most_similar(AanpakParameters const& parameters,
                                       std::span<KnownApproach const> library, Site const& site);

/// Circulatie: from the most similar whole approach, swaps of a module from elsewhere are tried and
/// kept when they promise more than the hurdle.
[[nodiscard]] Approach recombine(AanpakParameters const& parameters, RouteParameters const& route,
                                 Repertoire const& repertoire, sim::Seed seed,
                                 Receiver const& receiver,
                                 std::span<KnownApproach const> library, std::size_t start);

} // namespace opschaling::models
