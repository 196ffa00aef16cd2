#include "models/world/observations.hpp"

#include "models/world/series_tables.hpp"
#include "models/world/simulation.hpp"

#include <array>
#include <cmath>

namespace opschaling::models {

namespace {

/// The levels at which counted series are kept; wijken by year.
constexpr std::array<char const*, 4> quarterly_levels{"land", "gemeente", "res_regio",
                                                      "netbeheerder"};

std::string name_at(std::string const& name, std::string const& level) {
    return level == "land" ? name : level + "_" + name;
}

/// Counts summed to every level, in the order of wijken.
struct Levels {
    std::vector<Counts> land{1};
    std::vector<Counts> gemeente;
    std::vector<Counts> regio;
    std::vector<Counts> netbeheerder;

    [[nodiscard]] std::vector<Counts> const& at(std::size_t level) const {
        switch (level) {
        case 0:
            return land;
        case 1:
            return gemeente;
        case 2:
            return regio;
        default:
            return netbeheerder;
        }
    }
};

Levels sum_up(Turn const& turn) {
    Levels levels;
    levels.gemeente.resize(turn.world.gemeenten());
    levels.regio.resize(turn.world.regios());
    levels.netbeheerder.resize(turn.world.netbeheerders());
    auto const& geography = turn.world.geography;
    for (std::size_t w = 0; w < turn.world.wijken(); ++w) {
        auto const wijk = sim::id_at<WijkId>(w);
        auto const gemeente = geography.gemeente_of_wijk[wijk];
        levels.gemeente[sim::position(gemeente)] += turn.state.wijken.counts[wijk];
    }
    for (std::size_t g = 0; g < turn.world.gemeenten(); ++g) {
        auto const id = sim::id_at<GemeenteId>(g);
        levels.land[0] += levels.gemeente[g];
        levels.regio[sim::position(geography.regio_of_gemeente[id])] += levels.gemeente[g];
        levels.netbeheerder[sim::position(geography.netbeheerder_of_gemeente[id])] +=
            levels.gemeente[g];
    }
    return levels;
}

} // namespace

sim::ResultShape result_shape(World const& world, sim::Quarter first, sim::Quarter last) {
    sim::ResultShape shape;
    auto const& geography = world.geography;
    shape.axes = {{"land", "whole world", {world.name}, {world.name}},
                  {"gemeente", "gemeente", geography.gemeente_codes, geography.gemeente_names},
                  {"res_regio", "RES-regio", geography.regio_codes, geography.regio_names},
                  {"netbeheerder", "netbeheerder", geography.netbeheerder_codes,
                   geography.netbeheerder_names},
                  {"grid_level",
                   "level of the electricity grid",
                   {"feeder", "station", "string", "substation", "region"},
                   {"straatkabel", "MS/LS-station", "MS-streng", "HS/MS-station", "regio"}},
                  {"wijk", "wijk", geography.wijk_codes, geography.wijk_names}};
    for (auto const* level : quarterly_levels) {
        for (auto const& c : counted_series()) {
            shape.series.push_back({name_at(c.name, level), level, sim::Period::quarter, c.kind,
                                    c.unit, c.long_name, c.meaning, c.label_nl});
        }
    }
    for (auto const& table : {own_series(), organisation_series(), grid_series(), learning_series(),
                              transition_series(), scale_series()}) {
        for (auto const& s : table) {
            shape.series.push_back({s.name, s.axis, sim::Period::quarter, s.kind, s.unit,
                                    s.long_name, s.meaning, s.label_nl});
        }
    }
    for (auto const& c : counted_series()) {
        shape.series.push_back({name_at(c.name, "wijk"), "wijk", sim::Period::year, c.kind, c.unit,
                                c.long_name, c.meaning, c.label_nl});
    }
    for (auto const& s : wijk_series()) {
        shape.series.push_back({s.name, s.axis, sim::Period::year, s.kind, s.unit, s.long_name,
                                s.meaning, s.label_nl});
    }
    shape.first_quarter = first.index();
    shape.quarters = last.index() - first.index() + 1;
    shape.first_year = first.year();
    shape.years = last.year() - first.year() + 1;
    return shape;
}

void observe(Turn const& turn, sim::Quarter quarter, sim::ResultShape const& shape,
             sim::RunResult& result) {
    auto const levels = sum_up(turn);
    auto const step = static_cast<std::size_t>(quarter.index() - shape.first_quarter);
    std::size_t series{0};
    for (std::size_t level = 0; level < quarterly_levels.size(); ++level) {
        auto const& members = levels.at(level);
        for (auto const& c : counted_series()) {
            auto& values = result.values[series++];
            for (std::size_t m = 0; m < members.size(); ++m) {
                values[step * members.size() + m] = static_cast<float>(c.of(members[m]));
            }
        }
    }
    for (auto const& table : {own_series(), organisation_series(), grid_series(), learning_series(),
                              transition_series(), scale_series()}) {
        for (auto const& s : table) {
            auto& values = result.values[series++];
            std::size_t const members = values.size() / static_cast<std::size_t>(shape.quarters);
            for (std::size_t m = 0; m < members; ++m) {
                values[step * members + m] = static_cast<float>(s.of(turn, quarter, m));
            }
        }
    }
    auto const year = static_cast<std::size_t>(quarter.year() - shape.first_year);
    auto const wijken = turn.world.wijken();
    for (auto const& c : counted_series()) {
        auto& values = result.values[series++];
        for (std::size_t w = 0; w < wijken; ++w) {
            auto& value = values[year * wijken + w];
            auto const now =
                static_cast<float>(c.of(turn.state.wijken.counts[sim::id_at<WijkId>(w)]));
            value = c.kind == sim::SeriesKind::stock || std::isnan(value) ? now : value + now;
        }
    }
    for (auto const& s : wijk_series()) {
        auto& values = result.values[series++];
        for (std::size_t w = 0; w < wijken; ++w) {
            values[year * wijken + w] = static_cast<float>(s.of(turn, quarter, w));
        }
    }
}

} // namespace opschaling::models
