#include "tests/support/small_worlds.hpp"

#include "models/grid/build_asset_tree.hpp"
#include "models/world/build_world.hpp"
#include "models/world/dutch_stock.hpp"
#include "models/world/join_small_wijken.hpp"
#include "models/world/number_places.hpp"
#include "sim/network/build.hpp"
#include "sim/random/dice.hpp"
#include "tests/support/model_run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace opschaling::tests {

using namespace opschaling::models;

namespace {

constexpr std::uint32_t nowhere{0xFFFFFFFF};

BuurtRow national_buurt(std::uint32_t gemeente, std::uint32_t number, std::uint32_t homes) {
    BuurtRow buurt;
    buurt.code = fmt::format("BU{:04}{:04}", 1000 + gemeente, number);
    buurt.name = "Buurt " + buurt.code;
    buurt.wijk_code = fmt::format("WK{:04}{:02}", 1000 + gemeente, number / 3);
    buurt.gemeente = gemeente;
    buurt.homes = homes;
    buurt.type_shares = dutch_stock::types;
    buurt.period_shares = dutch_stock::periods;
    buurt.tenure_shares = dutch_stock::tenures;
    return buurt;
}

/// Shares times a factor between a third and three, and together 1 again.
template <std::size_t N>
void vary(std::array<double, N>& shares, sim::Dice& dice) {
    double sum{0.0};
    for (double& share : shares) {
        share *= 1.0 / 3.0 + 8.0 / 3.0 * dice.uniform();
        sum += share;
    }
    for (double& share : shares) {
        share /= sum;
    }
}

BuurtTable polder_table() {
    BuurtTable table;
    table.name = "Polder";
    table.source = "made for a test";
    table.synthetic = true;
    table.regios = {{"RES01", "Rivierland"}, {"RES02", "Heideland"}};
    table.netbeheerders = {{"NB1", "Oostnet"}, {"NB2", "Westnet"}};
    for (std::uint32_t g = 0; g < 6; ++g) {
        table.gemeenten.push_back({fmt::format("GM{:04}", 1000 + g), fmt::format("Gemeente {}", g),
                                   g % 2, g < 3 ? 0U : 1U, true, true});
        for (std::uint32_t b = 0; b < 5; ++b) {
            auto buurt = national_buurt(g, b + 1, 0);
            sim::Dice dice{{.study = 11, .replication = 0}, sim::Stream{1}, g, b};
            buurt.homes = 130 + static_cast<std::uint32_t>(dice.uniform() * 220.0);
            vary(buurt.type_shares, dice);
            vary(buurt.period_shares, dice);
            vary(buurt.tenure_shares, dice);
            buurt.low_income_share = 0.15 + 0.5 * dice.uniform();
            buurt.address_density = 300.0 + 3500.0 * dice.uniform();
            table.buurten.push_back(buurt);
        }
    }
    number_homes(table);
    return table;
}

template <sim::AgentId Id, typename Value>
void put(sim::Column<Id, Value>& to, sim::Column<Id, Value> const& from, std::uint32_t old) {
    to.storage().push_back(from[sim::id_at<Id>(old)]);
}

/// The new number of an old one, given out in order of first sight.
class Renumbering {
public:
    explicit Renumbering(std::size_t count) : new_of_old_(count, nowhere) {}

    /// True when it was not seen before.
    bool meet(std::uint32_t old) {
        if (new_of_old_[old] != nowhere) {
            return false;
        }
        new_of_old_[old] = static_cast<std::uint32_t>(old_of_new_.size());
        old_of_new_.push_back(old);
        return true;
    }

    [[nodiscard]] std::uint32_t operator()(std::uint32_t old) const { return new_of_old_[old]; }

    [[nodiscard]] std::vector<std::uint32_t> const& in_order() const { return old_of_new_; }

private:
    std::vector<std::uint32_t> new_of_old_;
    std::vector<std::uint32_t> old_of_new_;
};

sim::Graph rearranged(sim::Graph const& graph, Renumbering const& nodes) {
    std::vector<sim::Tie> ties;
    for (auto const old : nodes.in_order()) {
        for (auto const other : graph.neighbours(old)) {
            if (nodes(other) != nowhere) {
                ties.emplace_back(nodes(old), nodes(other));
            }
        }
    }
    return sim::build_graph(nodes.in_order().size(), ties);
}

/// How every place of a world is numbered anew.
struct NewOrder {
    Renumbering regios;
    Renumbering netbeheerders;
    Renumbering gemeenten;
    Renumbering wijken;
    Renumbering straten;
    Renumbering homes;

    NewOrder(World const& world, std::span<std::uint32_t const> kept)
        : regios{world.regios()},
          netbeheerders{world.netbeheerders()},
          gemeenten{world.gemeenten()},
          wijken{world.wijken()},
          straten{world.straten()},
          homes{world.homes()} {
        auto const& g = world.geography;
        for (auto const w : kept) {
            auto const wijk = sim::id_at<WijkId>(w);
            auto const gemeente = g.gemeente_of_wijk[wijk];
            wijken.meet(w);
            gemeenten.meet(static_cast<std::uint32_t>(gemeente));
            regios.meet(static_cast<std::uint32_t>(g.regio_of_gemeente[gemeente]));
            netbeheerders.meet(static_cast<std::uint32_t>(g.netbeheerder_of_gemeente[gemeente]));
            for (auto s = g.straten_of_wijk.begin(wijk); s < g.straten_of_wijk.end(wijk); ++s) {
                straten.meet(s);
            }
            for (auto h = g.homes_of_wijk.begin(wijk); h < g.homes_of_wijk.end(wijk); ++h) {
                homes.meet(h);
            }
        }
    }
};

void rearrange_organisations(Geography const& from, NewOrder const& order, Geography& to) {
    for (auto const old : order.regios.in_order()) {
        to.regio_codes.push_back(from.regio_codes[old]);
        to.regio_names.push_back(from.regio_names[old]);
        put(to.regio_share, from.regio_share, old);
    }
    for (auto const old : order.netbeheerders.in_order()) {
        to.netbeheerder_codes.push_back(from.netbeheerder_codes[old]);
        to.netbeheerder_names.push_back(from.netbeheerder_names[old]);
        put(to.netbeheerder_share, from.netbeheerder_share, old);
    }
    for (auto const old : order.gemeenten.in_order()) {
        auto const gemeente = sim::id_at<GemeenteId>(old);
        to.gemeente_codes.push_back(from.gemeente_codes[old]);
        to.gemeente_names.push_back(from.gemeente_names[old]);
        to.regio_of_gemeente.storage().push_back(sim::id_at<RegioId>(
            order.regios(static_cast<std::uint32_t>(from.regio_of_gemeente[gemeente]))));
        to.netbeheerder_of_gemeente.storage().push_back(
            sim::id_at<NetbeheerderId>(order.netbeheerders(
                static_cast<std::uint32_t>(from.netbeheerder_of_gemeente[gemeente]))));
    }
}

void rearrange_wijken(Geography const& from, NewOrder const& order, Geography& to) {
    auto& wijken_of_gemeente = to.wijken_of_gemeente.storage();
    wijken_of_gemeente.assign(order.gemeenten.in_order().size() + 1, 0);
    std::uint32_t straten{0};
    std::uint32_t homes{0};
    for (auto const old : order.wijken.in_order()) {
        auto const wijk = sim::id_at<WijkId>(old);
        auto const gemeente =
            order.gemeenten(static_cast<std::uint32_t>(from.gemeente_of_wijk[wijk]));
        ++wijken_of_gemeente[gemeente + 1];
        to.wijk_codes.push_back(from.wijk_codes[old]);
        to.wijk_names.push_back(from.wijk_names[old]);
        to.gemeente_of_wijk.storage().push_back(sim::id_at<GemeenteId>(gemeente));
        put(to.wijk_key, from.wijk_key, old);
        put(to.homes_key, from.homes_key, old);
        put(to.context, from.context, old);
        put(to.context_spread, from.context_spread, old);
        put(to.low_income_share, from.low_income_share, old);
        put(to.address_density, from.address_density, old);
        put(to.main_pipe_per_home, from.main_pipe_per_home, old);
        put(to.urbanity, from.urbanity, old);
        put(to.measured, from.measured, old);
        straten += from.straten_of_wijk.count(wijk);
        homes += from.homes_of_wijk.count(wijk);
        to.straten_of_wijk.storage().push_back(straten);
        to.homes_of_wijk.storage().push_back(homes);
    }
    std::partial_sum(wijken_of_gemeente.begin(), wijken_of_gemeente.end(),
                     wijken_of_gemeente.begin());
}

void rearrange_straten(Geography const& from, NewOrder const& order, Geography& to) {
    std::uint32_t homes{0};
    for (auto const old : order.straten.in_order()) {
        auto const straat = sim::id_at<StraatId>(old);
        to.wijk_of_straat.storage().push_back(sim::id_at<WijkId>(
            order.wijken(static_cast<std::uint32_t>(from.wijk_of_straat[straat]))));
        homes += from.homes_of_straat.count(straat);
        to.homes_of_straat.storage().push_back(homes);
    }
}

} // namespace

World rearranged(World const& world, std::span<std::uint32_t const> kept) {
    NewOrder const order{world, kept};
    World to;
    to.name = world.name;
    to.source = world.source;
    to.synthetic = world.synthetic;
    to.share_of_country = world.share_of_country;
    to.heat_sources = world.heat_sources;
    to.series = world.series;
    rearrange_organisations(world.geography, order, to.geography);
    rearrange_wijken(world.geography, order, to.geography);
    rearrange_straten(world.geography, order, to.geography);
    to.grid = build_asset_tree(to.geography, netbeheerder_of_wijken(to.geography),
                               shipped_parameters().world);
    to.geography.wijk_neighbours = rearranged(world.geography.wijk_neighbours, order.wijken);
    join_small_wijken(static_cast<std::uint32_t>(shipped_parameters().world.smallest_site),
                      to.geography);
    for (auto const old : order.homes.in_order()) {
        put(to.dwellings.shape, world.dwellings.shape, old);
        put(to.dwellings.period, world.dwellings.period, old);
        put(to.dwellings.tenure, world.dwellings.tenure, old);
        put(to.dwellings.enters, world.dwellings.enters, old);
        put(to.dwellings.demand_factor, world.dwellings.demand_factor, old);
        put(to.dwellings.starts_on_warmtenet, world.dwellings.starts_on_warmtenet, old);
    }
    to.ties = rearranged(world.ties, order.homes);
    return to;
}

std::vector<std::uint32_t> back_to_front(World const& world) {
    std::vector<std::uint32_t> wijken(world.wijken());
    std::iota(wijken.rbegin(), wijken.rend(), 0U);
    return wijken;
}

std::shared_ptr<World const> polder() {
    static auto const world = [] {
        auto made = build_world(polder_table(), shipped_parameters().world);
        made.share_of_country = 0.05;
        return std::make_shared<World const>(std::move(made));
    }();
    return world;
}

std::shared_ptr<World const> polder_of_far_friends() {
    auto parameters = shipped_parameters().world;
    parameters.straat_ties = 0;
    parameters.homes_with_weak_tie = sim::Share{1.0};
    auto made = build_world(polder_table(), parameters);
    made.share_of_country = 0.05;
    return std::make_shared<World const>(std::move(made));
}

std::shared_ptr<World const> scattered(std::uint32_t gemeenten) {
    BuurtTable table;
    table.name = "Scattered";
    table.source = "made for a test";
    table.synthetic = true;
    table.regios = {{"RES01", "Rivierland"}};
    table.netbeheerders = {{"NB1", "Oostnet"}};
    for (std::uint32_t g = 0; g < gemeenten; ++g) {
        table.gemeenten.push_back(
            {fmt::format("GM{:04}", 1000 + g), fmt::format("Gemeente {}", g), 0, 0, true, true});
        table.buurten.push_back(national_buurt(g, 1, 120));
    }
    number_homes(table);
    auto world = build_world(table, shipped_parameters().world);
    world.share_of_country = 1.0;
    return std::make_shared<World const>(std::move(world));
}

std::shared_ptr<World const> village_and_hamlet() {
    BuurtTable table;
    table.name = "Village and hamlet";
    table.source = "made for a test";
    table.synthetic = true;
    table.regios = {{"RES01", "Rivierland"}};
    table.netbeheerders = {{"NB1", "Oostnet"}};
    table.gemeenten = {{"GM1000", "Dorp", 0, 0, true, true}};
    table.buurten = {national_buurt(0, 1, 200), national_buurt(0, 2, 40)};
    number_homes(table);
    auto world = build_world(table, shipped_parameters().world);
    world.share_of_country = 1.0;
    return std::make_shared<World const>(std::move(world));
}

std::shared_ptr<World const> hundredth() {
    static auto const world = std::make_shared<World const>(
        build_world(synthetic_netherlands(0.01, 1), shipped_parameters().world));
    return world;
}

} // namespace opschaling::tests
