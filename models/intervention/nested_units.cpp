#include "models/intervention/nested_units.hpp"

#include "models/heat/heat_demand.hpp"
#include "models/warmtenet/find_supply.hpp"
#include "models/warmtenet/place_net_sources.hpp"
#include "models/world/set_context.hpp"

#include <algorithm>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>

namespace opschaling::models {

namespace {

/// A home between others of its buurt is as dense as the mean, one floor on another or not makes up
/// the rest; between wijken the stacked share deviates by about this (see set_context.cpp).
constexpr double stacked_deviation{0.3};
constexpr std::array<double, building_periods> middle_year{1915, 1955, 1975, 1995, 2014};
constexpr double mean_demand{128.0};
constexpr std::size_t kinds{dwelling_cells * tenures};
constexpr std::uint32_t straten_together{5};
constexpr std::size_t buurten_together{16};
constexpr std::size_t gemeenten_together{4};
constexpr std::size_t regios_together{5};
/// Letters of a code of CBS that name the wijk around a buurt: BU, gemeente, wijk.
constexpr std::size_t code_of_wijk{8};

/// A range of homes of one buurt.
struct Piece {
    WijkId wijk{};
    std::uint32_t begin{0};
    std::uint32_t end{0};
};

/// Homes of one kind while a unit is made.
struct Kind {
    double homes{0.0};
    double heat{0.0};
};

class Gatherer {
public:
    Gatherer(World const& world, HeatParameters const& heat, AanpakParameters const& aanpak,
             WarmtenetParameters const& warmtenet, Households households)
        : world_{world},
          aanpak_{aanpak},
          households_{households},
          areas_{measure_areas(world)},
          sources_{place_net_sources(world, warmtenet)} {
        for (std::size_t cell = 0; cell < dwelling_cells; ++cell) {
            for (std::size_t i = 0; i < insulation_states; ++i) {
                auto const c = heat_class(cell, static_cast<Insulation>(i));
                auto const period = cell % building_periods;
                heat_of_cell_[cell] +=
                    heat.insulation_2018[period * insulation_states + i].value() *
                    heat_demand_of(heat, c).useful();
            }
        }
        gather_pieces();
    }

    [[nodiscard]] std::vector<ScaleUnit> of_level(ScaleLevel level, std::size_t at_most) const {
        auto const& pieces = pieces_[static_cast<std::size_t>(level)];
        auto const stride = std::max<std::size_t>(1, (pieces.size() + at_most - 1) / at_most);
        std::vector<ScaleUnit> units;
        for (std::size_t u = 0; u < pieces.size(); u += stride) {
            auto unit = make_unit(pieces[u]);
            if (unit.homes > 0.0) {
                unit.share = share_of(level, pieces[u].front().wijk);
                units.push_back(std::move(unit));
            }
        }
        return units;
    }

private:
    using Pieces = std::vector<Piece>;

    [[nodiscard]] Piece whole(WijkId wijk) const {
        auto const& homes = world_.geography.homes_of_wijk;
        return {wijk, homes.begin(wijk), homes.end(wijk)};
    }

    void put(ScaleLevel level, Pieces pieces) {
        if (!pieces.empty()) {
            pieces_[static_cast<std::size_t>(level)].push_back(std::move(pieces));
        }
    }

    void gather_straten(WijkId wijk) {
        auto const& geography = world_.geography;
        auto const begin = geography.straten_of_wijk.begin(wijk);
        auto const end = geography.straten_of_wijk.end(wijk);
        for (auto s = begin; s < end; ++s) {
            auto const straat = sim::id_at<StraatId>(s);
            auto const first = geography.homes_of_straat.begin(straat);
            auto const past = geography.homes_of_straat.end(straat);
            if (first == past) {
                continue;
            }
            // One home of each straat stands for all of it.
            put(ScaleLevel::home, {{wijk, first, first + 1}});
            put(ScaleLevel::straat, {{wijk, first, past}});
            if ((s - begin) % straten_together == 0 && s + straten_together <= end) {
                auto const last = sim::id_at<StraatId>(s + straten_together - 1);
                put(ScaleLevel::five_straten, {{wijk, first, geography.homes_of_straat.end(last)}});
            }
        }
    }

    /// Buurten of a gemeente: by themselves, by CBS wijk, by sixteen in order of code.
    void gather_buurten(GemeenteId gemeente) {
        auto const& geography = world_.geography;
        Pieces of_wijk;
        Pieces sixteen;
        std::string_view code_before{};
        auto const begin = geography.wijken_of_gemeente.begin(gemeente);
        auto const end = geography.wijken_of_gemeente.end(gemeente);
        for (auto w = begin; w < end; ++w) {
            auto const wijk = sim::id_at<WijkId>(w);
            if (geography.homes_of_wijk.count(wijk) == 0) {
                continue;
            }
            gather_straten(wijk);
            put(ScaleLevel::buurt, {whole(wijk)});
            auto const code = std::string_view{geography.wijk_codes[w]}.substr(0, code_of_wijk);
            if (code != code_before) {
                put(ScaleLevel::wijk, std::exchange(of_wijk, {}));
                code_before = code;
            }
            of_wijk.push_back(whole(wijk));
            sixteen.push_back(whole(wijk));
            if (sixteen.size() == buurten_together) {
                put(ScaleLevel::sixteen_buurten, std::exchange(sixteen, {}));
            }
        }
        put(ScaleLevel::wijk, std::move(of_wijk));
    }

    [[nodiscard]] Pieces pieces_of(GemeenteId gemeente) const {
        Pieces pieces;
        auto const& wijken = world_.geography.wijken_of_gemeente;
        for (auto w = wijken.begin(gemeente); w < wijken.end(gemeente); ++w) {
            pieces.push_back(whole(sim::id_at<WijkId>(w)));
        }
        return pieces;
    }

    void gather_pieces() {
        auto const& geography = world_.geography;
        std::vector<Pieces> of_regio(world_.regios());
        std::vector<Pieces> together(world_.regios());
        std::vector<std::size_t> joined(world_.regios(), 0);
        for (std::size_t g = 0; g < world_.gemeenten(); ++g) {
            auto const gemeente = sim::id_at<GemeenteId>(g);
            gather_buurten(gemeente);
            auto const pieces = pieces_of(gemeente);
            auto const r = sim::position(geography.regio_of_gemeente[gemeente]);
            put(ScaleLevel::gemeente, pieces);
            of_regio[r].insert(of_regio[r].end(), pieces.begin(), pieces.end());
            together[r].insert(together[r].end(), pieces.begin(), pieces.end());
            if (++joined[r] == gemeenten_together) {
                put(ScaleLevel::four_gemeenten, std::exchange(together[r], {}));
                joined[r] = 0;
            }
        }
        Pieces five;
        Pieces all;
        for (std::size_t r = 0; r < of_regio.size(); ++r) {
            put(ScaleLevel::regio, of_regio[r]);
            five.insert(five.end(), of_regio[r].begin(), of_regio[r].end());
            all.insert(all.end(), of_regio[r].begin(), of_regio[r].end());
            if ((r + 1) % regios_together == 0) {
                put(ScaleLevel::five_regios, std::exchange(five, {}));
            }
        }
        put(ScaleLevel::rijk, std::move(all));
    }

    [[nodiscard]] double share_of(ScaleLevel level, WijkId wijk) const {
        if (level == ScaleLevel::rijk) {
            return world_.share_of_country;
        }
        if (level == ScaleLevel::regio || level == ScaleLevel::five_regios) {
            auto const gemeente = world_.geography.gemeente_of_wijk[wijk];
            return world_.geography.regio_share[world_.geography.regio_of_gemeente[gemeente]];
        }
        return 1.0;
    }

    /// Where a home of a kind stands, in the measure of the wijken.
    [[nodiscard]] std::array<double, context_dimensions> place_of(WijkId wijk, std::size_t kind,
                                                                  double stacked) const {
        auto const cell = kind / tenures;
        auto const tenure = static_cast<Tenure>(kind % tenures);
        auto const& references = context_references();
        std::array<double, context_dimensions> place{};
        for (std::size_t k = 0; k < context_dimensions; ++k) {
            place[k] = static_cast<double>(world_.geography.context[wijk][k]);
        }
        place[0] =
            (middle_year[cell % building_periods] - references[0].mean) / references[0].deviation;
        bool const flat = type_of(shape_of_cell(cell)) == DwellingType::apartment;
        place[1] += ((flat ? 1.0 : 0.0) - stacked) / stacked_deviation;
        place[2] = ((tenure == Tenure::corporatie ? 1.0 : 0.0) - references[2].mean) /
                   references[2].deviation;
        place[3] = ((tenure == Tenure::owner_in_vve ? 1.0 : 0.0) - references[3].mean) /
                   references[3].deviation;
        return place;
    }

    [[nodiscard]] std::array<Kind, kinds> count(Piece const& piece, double& stacked) const {
        std::array<Kind, kinds> found{};
        auto const& dwellings = world_.dwellings;
        double flats{0.0};
        for (auto home = piece.begin; home < piece.end; ++home) {
            auto const id = sim::id_at<HomeId>(home);
            auto const type = dwellings.type(id);
            flats += type == DwellingType::apartment ? 1.0 : 0.0;
            if (households_ == Households::detached && type != DwellingType::detached) {
                continue;
            }
            auto const cell = dwelling_cell(dwellings.shape[id], dwellings.period[id]);
            auto& kind = found[cell * tenures + static_cast<std::size_t>(dwellings.tenure[id])];
            kind.homes += 1.0;
            kind.heat += heat_of_cell_[cell] * dwellings.demand_factor[id] / mean_demand;
        }
        stacked = piece.end > piece.begin ? flats / (piece.end - piece.begin) : 0.0;
        return found;
    }

    [[nodiscard]] ScaleUnit make_unit(Pieces const& pieces) const {
        ScaleUnit unit;
        std::vector<std::array<double, context_dimensions>> places;
        std::array<double, context_dimensions> mean{};
        for (auto const& piece : pieces) {
            double stacked{0.0};
            auto const counted = count(piece, stacked);
            auto const metres =
                static_cast<double>(world_.geography.main_pipe_per_home[piece.wijk]);
            for (std::size_t k = 0; k < kinds; ++k) {
                if (counted[k].homes <= 0.0) {
                    continue;
                }
                unit.groups.push_back({.part = unit.parts,
                                       .homes = counted[k].homes,
                                       .heat = counted[k].heat / counted[k].homes,
                                       .metres = metres});
                places.push_back(place_of(piece.wijk, k, stacked));
                unit.homes += counted[k].homes;
                for (std::size_t d = 0; d < context_dimensions; ++d) {
                    mean[d] += counted[k].homes * places.back()[d];
                }
            }
            ++unit.parts;
        }
        for (auto& value : mean) {
            value /= std::max(1.0, unit.homes);
        }
        for (std::size_t i = 0; i < places.size(); ++i) {
            for (std::size_t d = 0; d < context_dimensions; ++d) {
                double const far = (places[i][d] - mean[d]) * (places[i][d] - mean[d]);
                unit.groups[i].far_technical += aanpak_.relevance_technical[d] * far;
                unit.groups[i].far_social += aanpak_.relevance_social[d] * far;
            }
        }
        unit.sources = sources_for(pieces);
        return unit;
    }

    [[nodiscard]] std::vector<ReachedSource> sources_for(Pieces const& pieces) const {
        struct Found {
            ReachedSource reached;
            std::uint32_t key{0};
        };

        std::vector<Found> found;
        auto const& geography = world_.geography;
        auto const front = pieces.front().wijk;
        for (auto const& source : sources_) {
            auto const there = sim::id_at<WijkId>(source.wijk);
            bool const inside = std::ranges::find(pieces, there, &Piece::wijk) != pieces.end();
            if (source.kind != SourceKind::residual ||
                (!inside && !within_regio(geography, front, source))) {
                continue;
            }
            found.push_back({{distance_to(geography, areas_, inside ? there : front, source),
                              static_cast<double>(source.capacity)},
                             geography.wijk_key[there]});
        }
        std::ranges::sort(found, {}, [](Found const& f) {
            return std::tuple{f.reached.km, -f.reached.capacity, f.key};
        });
        std::vector<ReachedSource> reached;
        reached.reserve(found.size());
        for (auto const& f : found) {
            reached.push_back(f.reached);
        }
        return reached;
    }

    World const& world_;
    AanpakParameters const& aanpak_;
    Households households_;
    Areas areas_;
    std::vector<NetSource> sources_;
    std::array<double, dwelling_cells> heat_of_cell_{};
    std::array<std::vector<Pieces>, scale_levels> pieces_;
};

} // namespace

UnitsByLevel gather_units(World const& world, HeatParameters const& heat,
                          AanpakParameters const& aanpak, WarmtenetParameters const& warmtenet,
                          std::size_t at_most, Households households) {
    Gatherer const gatherer{world, heat, aanpak, warmtenet, households};
    UnitsByLevel units;
    for (std::size_t level = 0; level < scale_levels; ++level) {
        units[level] = gatherer.of_level(static_cast<ScaleLevel>(level), at_most);
    }
    return units;
}

} // namespace opschaling::models
