#include "app/effects/outcomes.hpp"

#include "app/study/read_figures.hpp"

#include <numeric>

namespace opschaling::app {

namespace {

constexpr double quarters_per_year{4.0};
constexpr std::size_t station_level{1};
constexpr std::size_t substation_level{3};

} // namespace

std::vector<CountedOutcome> const& counted_outcomes() {
    static std::vector<CountedOutcome> const outcomes{
        {"homes", {"aardgasvrije woningen", "gas-free homes"}},
        {"home_years", {"woningjaren zonder aardgas", "home-years without gas"}},
        {"cost", {"kosten van allen (euro)", "cost to all (EUR)"}},
        {"public_cost", {"publieke kosten (euro)", "public cost (EUR)"}},
        {"station_peak", {"pieken van MS/LS-stations (kW)", "peaks of MV/LV stations (kW)"}},
        {"substation_peak", {"pieken van HS/MS-stations (kW)", "peaks of substations (kW)"}},
        {"overload", {"overbelasting (kWh per jaar)", "energy above capacity (kWh a year)"}},
        {"waiting", {"woningjaren wachten", "home-years of waiting"}}};
    return outcomes;
}

std::vector<double> count_outcomes(FinishedRun const& run, sim::Quarter branch, sim::Quarter last) {
    auto const since = [&](std::string_view name) {
        return sum_over(run.shape, run.figures, series_named(run.shape, name), 0, branch, last);
    };
    auto const at_end = [&](std::string_view name, std::size_t member) {
        auto const series = series_named(run.shape, name);
        return static_cast<double>(figures_at(run.shape, run.figures, series, last)[member]);
    };
    auto const overload =
        figures_at(run.shape, run.figures, series_named(run.shape, "grid_overload"), last);
    return {at_end("homes_gas_free", 0),
            since("homes_gas_free") / quarters_per_year,
            since("public_cost") + since("private_cost") + since("grid_cost"),
            since("public_cost"),
            at_end("grid_peak", station_level),
            at_end("grid_peak", substation_level),
            std::accumulate(overload.begin(), overload.end(), 0.0),
            since("homes_waiting") / quarters_per_year};
}

} // namespace opschaling::app
