#pragma once

#include "models/world/build_world.hpp"
#include "models/world/dutch_stock.hpp"
#include "models/world/number_places.hpp"

#include <string>
#include <utility>
#include <vector>

namespace opschaling::tests {

inline models::WorldParameters usual_parameters() {
    return {.homes_per_straat = 30,
            .smallest_site = 100,
            .homes_per_feeder = 45.0,
            .homes_per_station = {110.0, 90.0, 70.0, 55.0, 45.0},
            .stations_per_string = 15.0,
            .strings_per_substation = 17.0,
            .cable_per_street = 1.3,
            .straat_ties = 6,
            .homes_with_weak_tie = sim::Share{0.9},
            .tenure_homophily = sim::Share{0.6},
            .demand_spread = 0.25,
            .high_flats = {sim::Share{0.45}, sim::Share{0.4}, sim::Share{0.3}, sim::Share{0.2},
                           sim::Share{0.1}},
            .ends_of_terraces = {sim::Share{0.78}, sim::Share{0.66}, sim::Share{0.54},
                                 sim::Share{0.43}, sim::Share{0.3}},
            .warmtenet_share_2018 = sim::Share{0.053},
            .national_homes = 8'125'229.0,
            .new_homes_per_year = 70'000.0,
            .new_homes_on_gas = {{{2018, 0.0}}}};
}

/// A buurt with the national shares.
inline models::BuurtRow national_buurt(std::string code, std::uint32_t gemeente,
                                       std::uint32_t homes) {
    models::BuurtRow buurt;
    buurt.name = "Buurt " + code;
    buurt.wijk_code = "WK" + code.substr(2, 6);
    buurt.code = std::move(code);
    buurt.gemeente = gemeente;
    buurt.homes = homes;
    buurt.type_shares = models::dutch_stock::types;
    buurt.period_shares = models::dutch_stock::periods;
    buurt.tenure_shares = models::dutch_stock::tenures;
    return buurt;
}

/// Two gemeenten of two regio's; De Hoven has a buurt without homes.
inline models::BuurtTable two_gemeenten() {
    models::BuurtTable table;
    table.name = "Two gemeenten";
    table.source = "made for a test";
    table.regios = {{"RES01", "Rivierland"}, {"RES02", "Heideland"}};
    table.netbeheerders = {{"NB1", "Oostnet"}, {"NB2", "Westnet"}};
    table.gemeenten = {{"GM2401", "De Hoven", 0, 1, true, true},
                       {"GM2402", "Veldwijk", 1, 0, true, true}};
    table.buurten = {national_buurt("BU24010001", 0, 640), national_buurt("BU24010002", 0, 0),
                     national_buurt("BU24010101", 0, 215), national_buurt("BU24020001", 1, 3),
                     national_buurt("BU24020002", 1, 1200)};
    models::number_homes(table);
    return table;
}

/// Every byte of two worlds, names included.
inline bool same_world(models::World const& a, models::World const& b) {
    auto const& g = a.geography;
    auto const& h = b.geography;
    auto const& d = a.dwellings;
    auto const& e = b.dwellings;
    return a.name == b.name && a.source == b.source && a.share_of_country == b.share_of_country &&
           g.regio_codes == h.regio_codes && g.regio_names == h.regio_names &&
           g.netbeheerder_codes == h.netbeheerder_codes && g.gemeente_codes == h.gemeente_codes &&
           g.wijk_codes == h.wijk_codes && g.wijk_names == h.wijk_names &&
           g.regio_of_gemeente == h.regio_of_gemeente &&
           g.netbeheerder_of_gemeente == h.netbeheerder_of_gemeente &&
           g.gemeente_of_wijk == h.gemeente_of_wijk && g.wijk_of_straat == h.wijk_of_straat &&
           a.grid.first == b.grid.first && a.grid.feeder_of_straat == b.grid.feeder_of_straat &&
           a.grid.above == b.grid.above && a.grid.key == b.grid.key &&
           a.grid.cable == b.grid.cable && g.wijken_of_gemeente == h.wijken_of_gemeente &&
           g.straten_of_wijk == h.straten_of_wijk && g.homes_of_wijk == h.homes_of_wijk &&
           g.homes_of_straat == h.homes_of_straat && g.wijk_key == h.wijk_key &&
           g.homes_key == h.homes_key && g.context == h.context &&
           g.context_spread == h.context_spread && g.low_income_share == h.low_income_share &&
           g.address_density == h.address_density && g.main_pipe_per_home == h.main_pipe_per_home &&
           g.urbanity == h.urbanity && g.wijk_neighbours == h.wijk_neighbours &&
           g.sites == h.sites && d.shape == e.shape && d.period == e.period &&
           d.tenure == e.tenure && d.enters == e.enters && d.demand_factor == e.demand_factor &&
           d.starts_on_warmtenet == e.starts_on_warmtenet && a.ties == b.ties;
}

} // namespace opschaling::tests
