#include "tests/support/fast_mode.hpp"

#include "models/barrier/barriers.hpp"
#include "sim/random/distributions.hpp"

#include <cmath>

namespace opschaling::tests {

using namespace opschaling::models;

namespace {

constexpr double base{-1.5};           // beta_0
constexpr double money_weight{0.5};    // beta_R
constexpr double largest_hazard{0.12}; // h_max, a year

double exempted_part(Turn const& turn, std::size_t barrier) {
    constexpr std::size_t exempted{2};
    auto const& parameters = turn.parameters.barrier;
    return (parameters.*barrier_kinds()[barrier].row)[exempted] * parameters.exemptions.value();
}

bool bypasses_a_barrier(Turn const& turn, Project const& project) {
    auto const present = turn.state.wijken.barriers[sim::id_at<WijkId>(project.wijk)];
    bool bypassed{false};
    for (std::size_t b = 0; b < barriers; ++b) {
        bypassed = bypassed || ((present & (1U << b)) != 0 && exempted_part(turn, b) > 0.0);
    }
    return project.origin == ProjectOrigin::proeftuin && bypassed;
}

} // namespace

double part_off_gas(Turn const& turn, Project const& project, double years) {
    auto const& bewoner = turn.parameters.bewoner;
    auto const wijk = sim::id_at<WijkId>(project.wijk);
    double const regular = turn.parameters.rijk.contribution.canonical();
    double const money = static_cast<double>(project.contribution) / regular;
    double const theta =
        base + sim::logit(static_cast<double>(project.fit)) + money_weight * std::log(money) +
        (bypasses_a_barrier(turn, project) ? bewoner.exemption_weight : 0.0) +
        bewoner.trust_weight * (static_cast<double>(turn.state.wijken.trust[wijk]) - 0.5) +
        bewoner.energy_weight * static_cast<double>(turn.state.wijken.energy[wijk]) +
        static_cast<double>(project.skill) - bewoner.hindrance_weight +
        static_cast<double>(project.luck);
    return 1.0 - std::exp(-largest_hazard * sim::logistic(theta) * years);
}

} // namespace opschaling::tests
