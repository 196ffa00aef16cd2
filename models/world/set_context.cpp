#include "models/world/set_context.hpp"

#include "models/world/world_streams.hpp"
#include "sim/parallel/chunks.hpp"
#include "sim/random/distributions.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace opschaling::models {

namespace {

constexpr std::size_t counted_dimensions{5};
using Counted = std::array<double, counted_dimensions>;

/// The middle of each building period; the outer two as far as their homes spread (assumption).
constexpr std::array<double, building_periods> middle_year{1915, 1955, 1975, 1995, 2014};

/// Over the wijken of the synthetic Netherlands of seed 1, weighted by homes; its marginals are
/// G11-G17 and the CBS densities of 2024. Assumption: fixed for every world, real ones too.
constexpr std::array<ContextReference, counted_dimensions> references{{
    {1970.8, 25.6},   // mean building year
    {7.24, 1.22},     // logarithm of addresses per km2
    {0.285, 0.154},   // corporatie share
    {0.200, 0.128},   // VvE share
    {-0.397, 0.0536}, // low-income share, sign turned
}};

/// Variance within a wijk of what is not counted by straat, in units of the variance between
/// wijken. Assumption: income and participation differ within a wijk half as much as between
/// wijken, the nearness of a source and the room on the grid hardly.
constexpr float income_spread{0.5F};
constexpr float participation_spread{0.5F};
constexpr float place_spread{0.1F};

struct StraatMeans {
    double year{0.0};
    double stacked{0.0};
    double corporatie{0.0};
    double in_vve{0.0};
};

StraatMeans means_between(Dwellings const& dwellings, std::uint32_t begin, std::uint32_t end) {
    StraatMeans sums;
    for (auto home = begin; home < end; ++home) {
        auto const id = sim::id_at<HomeId>(home);
        sums.year += middle_year[static_cast<std::size_t>(dwellings.period[id])];
        sums.stacked += dwellings.type(id) == DwellingType::apartment ? 1.0 : 0.0;
        sums.corporatie += dwellings.tenure[id] == Tenure::corporatie ? 1.0 : 0.0;
        sums.in_vve += dwellings.tenure[id] == Tenure::owner_in_vve ? 1.0 : 0.0;
    }
    double const homes = end - begin;
    return {sums.year / homes, sums.stacked / homes, sums.corporatie / homes, sums.in_vve / homes};
}

/// Variance between the straten of a wijk, in units of the variance between Dutch wijken.
Context spread_of(World const& world, WijkId wijk) {
    auto const& geography = world.geography;
    auto const straten = geography.straten_of_wijk.count(wijk);
    if (straten == 0) {
        return {};
    }
    StraatMeans const wijk_means = means_between(
        world.dwellings, geography.homes_of_wijk.begin(wijk), geography.homes_of_wijk.end(wijk));
    StraatMeans squares;
    for (auto i = geography.straten_of_wijk.begin(wijk); i < geography.straten_of_wijk.end(wijk);
         ++i) {
        auto const straat = sim::id_at<StraatId>(i);
        StraatMeans const means =
            means_between(world.dwellings, geography.homes_of_straat.begin(straat),
                          geography.homes_of_straat.end(straat));
        squares.year += (means.year - wijk_means.year) * (means.year - wijk_means.year);
        squares.stacked +=
            (means.stacked - wijk_means.stacked) * (means.stacked - wijk_means.stacked);
        squares.corporatie +=
            (means.corporatie - wijk_means.corporatie) * (means.corporatie - wijk_means.corporatie);
        squares.in_vve += (means.in_vve - wijk_means.in_vve) * (means.in_vve - wijk_means.in_vve);
    }
    auto const against = [&](double sum, double deviation) {
        return static_cast<float>(sum / straten / (deviation * deviation));
    };
    // Density within a wijk is seen in how far its straten are stacked; between wijken the stacked
    // share has a standard deviation of about 0.3 (CBS 2024: eengezinswoning by buurt).
    constexpr double stacked_deviation{0.3};
    return {against(squares.year, references[0].deviation),
            against(squares.stacked, stacked_deviation),
            against(squares.corporatie, references[2].deviation),
            against(squares.in_vve, references[3].deviation),
            income_spread,
            participation_spread,
            place_spread,
            place_spread};
}

} // namespace

std::array<ContextReference, 5> const& context_references() {
    return references;
}

std::array<double, 5> count_context(World const& world, WijkId wijk) {
    auto const& geography = world.geography;
    if (geography.homes_of_wijk.count(wijk) == 0) {
        return {};
    }
    StraatMeans const means = means_between(world.dwellings, geography.homes_of_wijk.begin(wijk),
                                            geography.homes_of_wijk.end(wijk));
    return {means.year, std::log(std::max(1.0, double{geography.address_density[wijk]})),
            means.corporatie, means.in_vve, -double{geography.low_income_share[wijk]}};
}

void set_context(World& world) {
    auto& geography = world.geography;
    geography.context = sim::Column<WijkId, Context>(world.wijken());
    geography.context_spread = sim::Column<WijkId, Context>(world.wijken());
    sim::for_each_chunk(world.wijken(), 64, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            auto const wijk = sim::id_at<WijkId>(i);
            if (geography.homes_of_wijk.count(wijk) == 0) {
                continue; // nobody lives there: the Dutch mean, without spread
            }
            Counted const counted = count_context(world, wijk);
            Context& context = geography.context[wijk];
            for (std::size_t k = 0; k < counted_dimensions; ++k) {
                context[k] =
                    static_cast<float>((counted[k] - references[k].mean) / references[k].deviation);
            }
            sim::Dice dice{world_seed, world_streams::wijk_context, geography.wijk_key[wijk], 0};
            for (std::size_t k = counted_dimensions; k < context_dimensions; ++k) {
                context[k] = static_cast<float>(sim::normal(dice));
            }
            geography.context_spread[wijk] = spread_of(world, wijk);
        }
    });
}

} // namespace opschaling::models
