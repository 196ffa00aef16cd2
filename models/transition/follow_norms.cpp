#include "models/transition/follow_norms.hpp"

#include "models/gemeente/staff.hpp"
#include "models/world/streams.hpp"

#include <algorithm>

namespace opschaling::models {

namespace {

/// Part of the homes of a gemeente that do without gas.
double practice_in(Turn const& turn, GemeenteId gemeente) {
    auto const& wijken = turn.world.geography.wijken_of_gemeente;
    double gas_free{0.0};
    double homes{0.0};
    for (auto w = wijken.begin(gemeente); w < wijken.end(gemeente); ++w) {
        auto const& counts = turn.state.wijken.counts[sim::id_at<WijkId>(w)];
        gas_free += counts.gas_free();
        homes += counts.present();
    }
    return homes > 0.0 ? gas_free / homes : 0.0;
}

void copy_elsewhere(Turn& turn, GemeenteId gemeente, sim::Quarter quarter) {
    auto const& parameters = turn.parameters.transition;
    auto& copied = turn.state.gemeenten.copied[gemeente];
    sim::Dice dice{turn.seed, stream::copying_elsewhere,
                   key_of_gemeente(turn.world.geography, gemeente),
                   static_cast<std::uint32_t>(quarter.year())};
    for (std::size_t module = 0; module < modules; ++module) {
        bool const anchored = (turn.state.learning.anchored[gemeente] >> module & 1U) != 0;
        double const at = dice.uniform();
        if (anchored && parameters.domain_generic[module] > 0.5 &&
            at < sim::per_year(parameters.copying)) {
            copied |= static_cast<std::uint16_t>(1U << module);
        }
    }
}

} // namespace

void follow_norms(Turn& turn, sim::Quarter quarter) {
    if (!quarter.next().starts_year()) {
        return;
    }
    auto const& parameters = turn.parameters.transition;
    for (std::size_t g = 0; g < turn.world.gemeenten(); ++g) {
        auto const gemeente = sim::id_at<GemeenteId>(g);
        auto const norm = static_cast<double>(turn.state.gemeenten.norm[gemeente]);
        double change = sim::per_year(parameters.norm_speed) * (practice_in(turn, gemeente) - norm);
        if (turn.state.learning.anchored[gemeente] == 0) {
            change -= sim::per_year(parameters.norm_return) * norm;
        } else {
            copy_elsewhere(turn, gemeente, quarter);
        }
        turn.state.gemeenten.norm[gemeente] =
            static_cast<float>(std::clamp(norm + change, 0.0, 1.0));
    }
}

} // namespace opschaling::models
