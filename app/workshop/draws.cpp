#include "app/workshop/draws.hpp"

#include "sim/random/dice.hpp"

#include <algorithm>
#include <numeric>

namespace opschaling::app {

namespace {

/// Streams of the model's own dice are small numbers; the order of the draws has its own.
constexpr sim::Stream order_of_draws{0xD4A30001U};

void assign(std::vector<sim::ParameterDeclaration> const& declarations, std::string const& path,
            sim::ParameterValue const& value) {
    auto const found = std::ranges::find(declarations, path, &sim::ParameterDeclaration::path);
    sim::expects(found != declarations.end(), "a lever sets a declared parameter");
    found->assign(value);
}

} // namespace

std::vector<models::Parameters>
draw_parameters(models::Parameters const& base,
                std::span<scenarios::UncertainParameter const> uncertain, int draws,
                std::uint32_t seed) {
    auto const count = static_cast<std::size_t>(draws);
    std::vector<models::Parameters> made(count, base);
    for (std::size_t p = 0; p < uncertain.size(); ++p) {
        std::vector<std::pair<std::uint32_t, std::size_t>> order;
        std::vector<double> within;
        for (std::size_t d = 0; d < count; ++d) {
            sim::Dice dice{{.study = seed, .replication = 0},
                           order_of_draws,
                           static_cast<std::uint32_t>(p),
                           static_cast<std::uint32_t>(d)};
            order.emplace_back(dice.word(), d);
            within.push_back(dice.uniform());
        }
        std::ranges::sort(order);
        for (std::size_t slice = 0; slice < count; ++slice) {
            double const at =
                (static_cast<double>(slice) + within[slice]) / static_cast<double>(count);
            double const value = uncertain[p].low + at * (uncertain[p].high - uncertain[p].low);
            auto const declarations = models::declare_all(made[order[slice].second]);
            assign(declarations, uncertain[p].path, {{value}, {}});
        }
    }
    return made;
}

models::Parameters at_stops(models::Parameters base, scenarios::LeverSet const& levers,
                            scenarios::Stops const& stops) {
    auto const declarations = models::declare_all(base);
    for (std::size_t lever = 0; lever < levers.levers.size(); ++lever) {
        for (auto const& set : levers.levers[lever].stops[stops[lever]].sets) {
            assign(declarations, set.path, set.value);
        }
    }
    return base;
}

} // namespace opschaling::app
