#include "app/effects/route_mixtures.hpp"

#include "sim/time/quarter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

namespace opschaling::app {

namespace {

constexpr int quarters{4};

/// "½ circulatie, ¼ groei, ¼ institutionalisering": the largest part first.
analysis::BothLanguages label_of(std::array<int, route_count> const& parts) {
    constexpr std::array<char const*, quarters> signs{"", "¼", "½", "¾"};
    analysis::BothLanguages label;
    for (int part = quarters; part > 0; --part) {
        for (std::size_t route = 0; route < route_count; ++route) {
            if (parts.at(route) != part) {
                continue;
            }
            auto const& name = route_names().at(route);
            if (part == quarters) {
                return {"alleen " + name.nl, name.en + " alone"};
            }
            auto const* comma = label.nl.empty() ? "" : ", ";
            label.nl +=
                fmt::format("{}{} {}", comma, signs.at(static_cast<std::size_t>(part)), name.nl);
            label.en +=
                fmt::format("{}{} {}", comma, signs.at(static_cast<std::size_t>(part)), name.en);
        }
    }
    return label;
}

} // namespace

std::array<analysis::BothLanguages, route_count> const& route_names() {
    static std::array<analysis::BothLanguages, route_count> const names{
        {{"groei", "groei"},
         {"replicatie", "replicatie"},
         {"circulatie", "circulatie"},
         {"institutionalisering", "institutionalisering"}}};
    return names;
}

std::vector<Mixture> all_mixtures() {
    std::vector<Mixture> mixtures;
    for (int g = quarters; g >= 0; --g) {
        for (int r = quarters - g; r >= 0; --r) {
            for (int c = quarters - g - r; c >= 0; --c) {
                int const i = quarters - g - r - c;
                mixtures.push_back({.key = fmt::format("g{}r{}c{}i{}", g, r, c, i),
                                    .label = label_of({g, r, c, i}),
                                    .mix = {g / 4.0, r / 4.0, c / 4.0, i / 4.0}});
            }
        }
    }
    return mixtures;
}

std::array<std::size_t, route_count> pure_among(std::vector<Mixture> const& mixtures) {
    std::array<std::size_t, route_count> pure{};
    for (std::size_t route = 0; route < route_count; ++route) {
        pure.at(route) = static_cast<std::size_t>(
            std::ranges::find(mixtures, pure_mix(route), &Mixture::mix) - mixtures.begin());
    }
    return pure;
}

Mix pure_mix(std::size_t route) {
    Mix mix{};
    mix.at(route) = 1.0;
    return mix;
}

Mix shares_of(std::uint32_t at_hand) {
    Mix mix{};
    auto const count = std::popcount(at_hand);
    for (std::size_t r = 0; r < route_count; ++r) {
        mix.at(r) = ((at_hand >> r) & 1U) != 0 ? 1.0 / count : 0.0;
    }
    return mix;
}

std::shared_ptr<models::Parameters const> with_mix(models::Parameters parameters, Mix const& mix,
                                                   double money) {
    auto& rijk = parameters.rijk;
    rijk.share_groei = {{{sim::Quarter::first_year, mix[0]}}};
    rijk.share_replicatie = {{{sim::Quarter::first_year, mix[1]}}};
    rijk.share_circulatie = {{{sim::Quarter::first_year, mix[2]}}};
    rijk.share_institutionalisering = {{{sim::Quarter::first_year, mix[3]}}};
    for (auto& [year, budget] : rijk.budget.knots) {
        budget = budget * money;
    }
    return std::make_shared<models::Parameters const>(std::move(parameters));
}

} // namespace opschaling::app
