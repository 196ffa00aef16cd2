#include "models/opposition/oppose.hpp"

#include "models/world/streams.hpp"
#include "sim/random/distributions.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace opschaling::models {

namespace {

/// What each branch lives by: gas sold, homes with a boiler alone, gas connections.
std::array<std::int64_t, branches> markets(Turn const& turn) {
    std::array<std::int64_t, branches> size{};
    for (auto const& counts : turn.state.wijken.counts.values()) {
        size[0] += counts.gas;
        size[1] += counts.homes[0];
        size[2] += counts.homes[0] + counts.homes[1];
    }
    return size;
}

double part_forced(Turn const& turn) {
    auto const& offers = turn.workspace.offers.values();
    auto const forced = std::ranges::count_if(offers, [](Offer const& o) { return o.gas_ends; });
    return static_cast<double>(forced) /
           static_cast<double>(std::max<std::size_t>(1, offers.size()));
}

} // namespace

double part_resisting(Turn const& turn, std::size_t branch, double loss) {
    constexpr std::uint32_t keys_per_branch{4096};
    auto const& parameters = turn.parameters.opposition;
    double resisting{0.0};
    for (int company = 0; company < parameters.companies; ++company) {
        auto const key = static_cast<std::uint32_t>(branch) * keys_per_branch +
                         static_cast<std::uint32_t>(company);
        sim::Dice dice{turn.seed, stream::loss_threshold, key, 0};
        double const threshold =
            parameters.loss_median * std::exp(parameters.loss_spread * sim::normal(dice));
        resisting += loss > threshold ? 1.0 : 0.0;
    }
    return resisting / parameters.companies;
}

double part_protesting(OppositionParameters const& parameters, double forced, double before) {
    double const seen = forced + parameters.contagion * before;
    if (seen <= 0.0) {
        return 0.0;
    }
    double const z = std::log(seen / parameters.forced_median) / parameters.forced_spread;
    return 0.5 * std::erfc(-z / std::numbers::sqrt2);
}

void oppose(Turn& turn, sim::Quarter) {
    auto const& parameters = turn.parameters.opposition;
    auto& opposition = turn.state.opposition;
    auto const size = markets(turn);
    if (opposition.market_before == std::array<std::int64_t, branches>{}) {
        opposition.market_before = size;
    }
    opposition.incumbents = 0.0;
    for (std::size_t branch = 0; branch < branches; ++branch) {
        auto const before = static_cast<double>(opposition.market_before[branch]);
        double const loss = before > 0.0 ? 1.0 - static_cast<double>(size[branch]) / before : 0.0;
        opposition.incumbents += parameters.stakes[branch] * part_resisting(turn, branch, loss);
    }
    opposition.citizens = part_protesting(parameters, part_forced(turn), opposition.citizens);
    opposition.strength = opposition.incumbents + parameters.media_weight * opposition.citizens;
}

} // namespace opschaling::models
