#pragma once

#include "models/grid/asset_tree.hpp"
#include "models/ids.hpp"
#include "models/world/measured.hpp"
#include "models/world/surroundings.hpp"
#include "sim/network/graph.hpp"
#include "sim/state/column.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace opschaling::models {

/// What an approach meets in a wijk, as z-scores against the Dutch mean (model.md 1.1):
/// building period, density, corporatie share, VvE share, income, participation, nearness of heat
/// sources, room on the grid.
inline constexpr std::size_t context_dimensions{8};
using Context = std::array<float, context_dimensions>;

/// Where projects work: a wijk, with the wijken beside it that are too small for a project of their
/// own (ruling 6). Each wijk is in one site, named by its largest wijk, the host.
struct Sites {
    sim::Column<WijkId, WijkId> of_wijk;
    sim::Ranges<WijkId, WijkId> rows; ///< places in `members`, by host; empty for who joined
    std::vector<WijkId> members;      ///< the host first, then by key
    sim::Column<WijkId, std::uint32_t> straten_before; ///< in the site, before those of the wijk
    sim::Graph neighbours;                             ///< sites next to each other, by host

    [[nodiscard]] bool is_host(WijkId wijk) const { return of_wijk[wijk] == wijk; }

    [[nodiscard]] std::span<WijkId const> wijken(WijkId host) const {
        return std::span{members}.subspan(rows.begin(host), rows.count(host));
    }

    friend bool operator==(Sites const&, Sites const&) = default;
};

/// The places and who is responsible for them. Nothing in it changes during a run.
struct Geography {
    std::vector<std::string> regio_codes;
    std::vector<std::string> regio_names;
    std::vector<std::string> netbeheerder_codes;
    std::vector<std::string> netbeheerder_names;
    std::vector<std::string> gemeente_codes;
    std::vector<std::string> gemeente_names;
    std::vector<std::string> wijk_codes;
    std::vector<std::string> wijk_names;

    sim::Column<GemeenteId, RegioId> regio_of_gemeente;
    sim::Column<GemeenteId, NetbeheerderId> netbeheerder_of_gemeente;
    sim::Column<WijkId, GemeenteId> gemeente_of_wijk;
    sim::Column<StraatId, WijkId> wijk_of_straat;

    sim::Ranges<GemeenteId, WijkId> wijken_of_gemeente;
    sim::Ranges<WijkId, StraatId> straten_of_wijk;
    sim::Ranges<WijkId, HomeId> homes_of_wijk;
    sim::Ranges<StraatId, HomeId> homes_of_straat;

    /// A number that stays with the wijk whatever else is in the world, for its dice: made from its
    /// code. The same for straten (from wijk and rank) is `homes_key` below plus the offset.
    sim::Column<WijkId, std::uint32_t> wijk_key;
    /// First of the stable numbers of the homes in the wijk: home h of wijk w has the key
    /// homes_key[w] + (h - first home of w). Ranges of two wijken never overlap.
    sim::Column<WijkId, std::uint32_t> homes_key;

    sim::Column<WijkId, Context> context;
    /// Variance of each context dimension within the wijk.
    sim::Column<WijkId, Context> context_spread;
    sim::Column<WijkId, float> low_income_share;
    sim::Column<WijkId, float> address_density;    ///< addresses per km2
    sim::Column<WijkId, float> main_pipe_per_home; ///< m, warmtenet in the street
    sim::Column<WijkId, std::uint8_t> urbanity;    ///< 1 very urban ... 5 rural
    /// Wijken next to each other, for growth into adjacent area; Boost.Graph built it.
    sim::Graph wijk_neighbours;
    Sites sites;
    /// Part of the homes of a RES-regio or netbeheerder that lies in this world: 1 in a whole
    /// country or a part of whole regio's. Shared capacities count for this much.
    sim::Column<RegioId, double> regio_share;
    sim::Column<NetbeheerderId, double> netbeheerder_share;
    /// What extra tables say of each wijk, as published.
    sim::Column<WijkId, MeasuredFigures> measured;
};

/// The homes as built: what a household cannot change. One row a home, in order of place.
struct Dwellings {
    sim::Column<HomeId, DwellingShape> shape;
    sim::Column<HomeId, BuildingPeriod> period;
    sim::Column<HomeId, Tenure> tenure;
    /// Quarter (index from 2018-Q1) in which the home joins the stock; 0 is there from the start.
    sim::Column<HomeId, std::uint8_t> enters;
    /// Heat demand against the mean of its shape and period, in 1/128: 128 is the mean.
    sim::Column<HomeId, std::uint8_t> demand_factor;
    /// Connected to a warmtenet at the start of 2018 (or, if it enters later, on entering).
    sim::Column<HomeId, std::uint8_t> starts_on_warmtenet;

    [[nodiscard]] std::size_t size() const { return shape.size(); }

    [[nodiscard]] DwellingType type(HomeId home) const { return type_of(shape[home]); }
};

/// All that never changes in a run, shared by every replication and branch.
struct World {
    std::string name;
    std::string source;
    bool synthetic{true};
    /// Homes of this world against those of the Netherlands: national capacities times this.
    double share_of_country{1.0};
    Geography geography;
    Dwellings dwellings;
    AssetTree grid;
    /// Who knows whom: straat neighbours and weak ties within the gemeente, on home positions.
    sim::Graph ties;
    /// Of the regio's in it, as an extra table lists them; empty without one.
    std::vector<HeatSource> heat_sources;
    /// Weather and load profiles that were imported; empty without them.
    std::vector<HourlySeries> series;

    [[nodiscard]] std::size_t homes() const { return dwellings.size(); }

    [[nodiscard]] std::size_t straten() const { return geography.wijk_of_straat.size(); }

    [[nodiscard]] std::size_t stations() const { return grid.count(GridLevel::station); }

    [[nodiscard]] std::size_t wijken() const { return geography.wijk_codes.size(); }

    [[nodiscard]] std::size_t gemeenten() const { return geography.gemeente_codes.size(); }

    [[nodiscard]] std::size_t regios() const { return geography.regio_codes.size(); }

    [[nodiscard]] std::size_t netbeheerders() const { return geography.netbeheerder_codes.size(); }
};

} // namespace opschaling::models
