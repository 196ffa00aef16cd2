#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace opschaling::tests {

/// The model reduced to a page: wijken that install at a pace by appetite, what others have done
/// and cost, out of one shared capacity. For checking estimators against known figures.
struct ReducedWorld {
    std::uint64_t seed{5};
    std::size_t wijken{10};
    double capacity{1.0e18}; ///< homes a quarter, for all
    double contagion{0.0};
    double experience{0.0};   ///< exponent of cost in what was ever installed
    double installed{2000.0}; ///< before the start
    bool differ{true};

    /// Homes done in sixty quarters by the wijken that take part.
    [[nodiscard]] double homes_done(std::vector<std::uint8_t> const& takes_part) const;
    [[nodiscard]] double homes(std::size_t wijk) const;
    [[nodiscard]] double appetite(std::size_t wijk) const;
};

/// Pilots and what comes of the best one at scale, reduced to one equation.
struct ReducedPilots {
    double resources{0.35};
    double exemption{0.4};
    double team_spread{0.3};
    double trust_spread{0.4};
    double luck_spread{0.4};
    double capacity{0.5};
    double selection{2.0};
    double context_scale{1.0};
    std::uint32_t pilots{12};
};

/// Order of the switches of the bias game.
enum class Bias : std::uint8_t {
    selection,
    resources,
    exemption,
    equilibrium,
    context,
    executor,
    luck
};

/// Worth of every coalition of the seven switches in one replication: with a bit set the cause is
/// as in the pilot, else as at scale.
[[nodiscard]] std::vector<double> bias_worths(ReducedPilots const& pilots, std::uint64_t seed);

} // namespace opschaling::tests
