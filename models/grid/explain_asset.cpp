#include "models/grid/explain_asset.hpp"

#include "models/grid/load_table.hpp"
#include "models/grid/weigh.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace opschaling::models {

namespace {

constexpr std::array<std::string_view, grid_levels> level_names{"feeder", "station", "string",
                                                                "substation", "region"};

bool stands_above(AssetTree const& tree, AssetId asset, StraatId straat) {
    auto at = tree.feeder_of_straat[straat];
    while (at != asset && tree.above[at] != at) {
        at = tree.above[at];
    }
    return at == asset;
}

/// Homes in the queue below the asset that ask for more load, where it refuses any.
std::vector<WaitingWijk> who_waits(World const& world, State const& state, AssetId asset, int now) {
    std::vector<WaitingWijk> waiting;
    if (state.grid.refused[asset] == 0) {
        return waiting;
    }
    for (auto const& job : state.waiting) {
        auto const straat = sim::id_at<StraatId>(job.straat);
        bool const asks_load =
            job.option == HeatingSystem::hybrid || job.option == HeatingSystem::heat_pump;
        if (!asks_load || !stands_above(world.grid, asset, straat)) {
            continue;
        }
        auto const wijk = world.geography.wijk_of_straat[straat];
        auto found = std::ranges::find(waiting, wijk, &WaitingWijk::wijk);
        if (found == waiting.end()) {
            waiting.push_back({.wijk = wijk});
            found = waiting.end() - 1;
        }
        ++found->homes;
        found->longest = std::max(found->longest, now - job.asked);
    }
    std::ranges::sort(waiting, [](WaitingWijk const& a, WaitingWijk const& b) {
        return a.homes != b.homes ? a.homes > b.homes : a.wijk < b.wijk;
    });
    return waiting;
}

} // namespace

std::string_view name_of_level(GridLevel level) {
    return level_names.at(static_cast<std::size_t>(level));
}

std::string name_of_asset(AssetTree const& tree, AssetId asset) {
    auto const level = tree.level_of(asset);
    return std::string{name_of_level(level)} + ":" +
           std::to_string(sim::position(asset) - tree.begin(level));
}

std::optional<AssetId> find_asset(AssetTree const& tree, std::string_view name) {
    auto const colon = name.find(':');
    if (colon == std::string_view::npos) {
        return std::nullopt;
    }
    auto const level = std::ranges::find(level_names, name.substr(0, colon));
    std::uint32_t number{0};
    auto const digits = name.substr(colon + 1);
    auto const [rest, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (level == level_names.end() || error != std::errc{} ||
        rest != digits.data() + digits.size()) {
        return std::nullopt;
    }
    auto const of = static_cast<GridLevel>(level - level_names.begin());
    if (number >= tree.count(of)) {
        return std::nullopt;
    }
    return sim::id_at<AssetId>(tree.begin(of) + number);
}

AssetAccount explain_asset(World const& world, Parameters const& parameters, State const& state,
                           AssetId asset, sim::Quarter quarter) {
    auto const& grid = state.grid;
    auto const table = make_load_table(parameters.grid, parameters.heat);
    auto const& contents = grid.contents[asset];
    double const firms = static_cast<double>(grid.other[asset]) *
                         sim::value_at(parameters.grid.other_growth, quarter.midpoint() - 0.5);
    auto const by_hour = load_by_hour(table, contents, firms);
    auto const worst =
        static_cast<std::size_t>(std::ranges::max_element(by_hour) - by_hour.begin());
    AssetAccount account{.asset = asset,
                         .level = world.grid.level_of(asset),
                         .wijk = world.grid.wijk[asset],
                         .netbeheerder = world.grid.netbeheerder[asset],
                         .homes = contents.homes(),
                         .capacity = static_cast<double>(grid.capacity[asset]),
                         .peak = by_hour[worst],
                         .feed_in = static_cast<double>(grid.feed_in[asset]),
                         .overload = static_cast<double>(grid.overload[asset]),
                         .installed = installed_power(table, contents),
                         .firms = firms * table.other[worst],
                         .day = worst / hours_a_day,
                         .hour = worst % hours_a_day,
                         .refused = grid.refused[asset]};
    double variance{0.0};
    for (std::size_t c = 0; c < load_classes; ++c) {
        if (contents.count[c] != 0) {
            account.classes.push_back(
                {.load_class = c,
                 .count = contents.count[c],
                 .mean = contents.count[c] * static_cast<double>(table.all.mean[c][worst]),
                 .variance =
                     contents.count[c] * static_cast<double>(table.all.variance[c][worst])});
            variance += account.classes.back().variance;
        }
    }
    account.spread = table.quantile * std::sqrt(variance);
    std::ranges::copy_if(grid.jobs, std::back_inserter(account.jobs),
                         [&](AssetJob const& job) { return job.asset == asset; });
    if (grid.short_since[asset] != never) {
        account.short_since = grid.short_since[asset];
    }
    account.waiting = who_waits(world, state, asset, quarter.index());
    return account;
}

std::vector<AssetId> fullest(World const& world, State const& state, GridLevel level,
                             std::size_t count) {
    std::vector<AssetId> assets;
    for (auto a = world.grid.begin(level); a < world.grid.end(level); ++a) {
        assets.push_back(sim::id_at<AssetId>(a));
    }
    auto const fill = [&](AssetId asset) {
        auto const capacity = std::max(state.grid.capacity[asset], 1.0F);
        return std::max(state.grid.peak[asset], state.grid.feed_in[asset]) / capacity;
    };
    std::ranges::sort(assets, [&](AssetId a, AssetId b) {
        return fill(a) != fill(b) ? fill(a) > fill(b) : a < b;
    });
    assets.resize(std::min(count, assets.size()));
    return assets;
}

} // namespace opschaling::models
