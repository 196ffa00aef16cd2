#include "app/effects/phase_maps.hpp"

#include "app/effects/outcomes.hpp"
#include "app/effects/whole_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

namespace opschaling::app {

namespace {

using analysis::BothLanguages;

constexpr std::array<double, 4> heterogeneities{0.0, 0.5, 1.0, 2.0};
constexpr std::array<double, 4> couplings{0.0, 0.5, 1.0, 2.0};
/// Of what the plans of circulatie cost by tries and swaps, against the sheet.
constexpr std::array<double, 4> cost_ratios{0.0, 0.5, 1.0, 3.0};
constexpr std::uint32_t replications_a_cell{3};

struct Cell {
    double heterogeneity;
    double coupling;
    double cost_ratio;
};

std::shared_ptr<models::Parameters const> parameters_of(models::Parameters parameters,
                                                        Cell const& cell, bool circulatie) {
    parameters.aanpak.context_scale = cell.heterogeneity;
    parameters.aanpak.coupling = cell.coupling;
    parameters.route.plan_per_try *= cell.cost_ratio;
    parameters.route.plan_per_swap *= cell.cost_ratio;
    auto const share = [](double part) {
        return sim::YearSeries<double>{{{sim::Quarter::first_year, part}}};
    };
    parameters.rijk.share_groei = share(0.0);
    parameters.rijk.share_replicatie = share(circulatie ? 0.0 : 1.0);
    parameters.rijk.share_circulatie = share(circulatie ? 1.0 : 0.0);
    parameters.rijk.share_institutionalisering = share(0.0);
    return std::make_shared<models::Parameters const>(std::move(parameters));
}

std::vector<std::string> texts(std::array<double, 4> const& values) {
    std::vector<std::string> written;
    for (double const value : values) {
        written.push_back(fmt::format("{:.1f}", value));
    }
    return written;
}

analysis::EffectTable map_of(EffectRuns& runs, std::string_view part,
                             std::vector<Cell> const& cells, analysis::EffectTable table) {
    auto const replications = std::min(runs.replications(), replications_a_cell);
    std::vector<BatchRun> batch;
    for (std::uint32_t r = 0; r < replications; ++r) {
        for (auto const& cell : cells) {
            for (bool const circulatie : {true, false}) {
                batch.push_back(
                    {.replication = r,
                     .parameters = parameters_of(runs.study().parameters, cell, circulatie)});
            }
        }
    }
    auto const horizon = runs.study().horizon;
    auto const outcomes = runs.run(part, std::move(batch), [horizon](FinishedRun const& run) {
        return std::vector{count_outcomes(run, horizon.branch, horizon.last).front()};
    });
    for (std::size_t c = 0; c < cells.size(); ++c) {
        std::vector<double> gains;
        for (std::uint32_t r = 0; r < replications; ++r) {
            auto const place = 2 * (r * cells.size() + c);
            gains.push_back(outcomes[place].front() - outcomes[place + 1].front());
        }
        auto const label = fmt::format("{} × {}", table.columns[c % table.columns.size()],
                                       table.bands[c / table.columns.size()]);
        table.rows.push_back(
            row_of(fmt::format("c{}_r{}", c % table.columns.size(), c / table.columns.size()),
                   {label, label}, analysis::estimate_of(gains)));
    }
    return table;
}

constexpr char const* sentence_nl{
    "Blauw: circulatie brengt meer woningen dan replicatie bij hetzelfde geld en dezelfde mensen, "
    "oranje: minder; zonder kleur is het verschil niet van toeval te onderscheiden; de kaart zegt "
    "niets over de andere routes of over mengsels."};
constexpr char const* sentence_en{
    "Blue: circulatie brings more homes than replicatie at the same money and people, orange: "
    "fewer; without colour the difference cannot be told from chance; the map says nothing of the "
    "other routes or of mixtures."};

} // namespace

std::vector<analysis::EffectTable> phase_maps(EffectRuns& runs) {
    std::vector<Cell> by_coupling;
    std::vector<Cell> by_cost;
    auto const usual = runs.study().parameters.aanpak.coupling;
    for (std::size_t band = 0; band < couplings.size(); ++band) {
        for (double const heterogeneity : heterogeneities) {
            by_coupling.push_back({heterogeneity, couplings.at(band), 1.0});
            by_cost.push_back({heterogeneity, usual, cost_ratios.at(band)});
        }
    }
    BothLanguages const across{"hoe sterk wijken verschillen (h)", "how much wijken differ (h)"};
    BothLanguages const unit{"woningen, circulatie min replicatie",
                             "homes, circulatie less replicatie"};
    analysis::EffectTable coupling{.key = "phase_coupling",
                                   .title = {"Kopiëren of combineren, naar verschil en samenhang",
                                             "Copying or recombining, by difference and coupling"},
                                   .sentence = {sentence_nl, sentence_en},
                                   .unit = unit,
                                   .chart = analysis::EffectChart::phase,
                                   .rows = {}};
    coupling.across = across;
    coupling.upwards = {"samenhang van modules (χ)", "coupling of modules (χ)"};
    coupling.columns = texts(heterogeneities);
    coupling.bands = texts(couplings);
    auto cost = coupling;
    cost.key = "phase_cost";
    cost.title = {"Kopiëren of combineren, naar verschil en planwerk",
                  "Copying or recombining, by difference and work of planning"};
    cost.upwards = {"planwerk van combineren, keer gewoon", "work of recombining, times the usual"};
    cost.bands = texts(cost_ratios);
    return {map_of(runs, "phase_coupling", by_coupling, std::move(coupling)),
            map_of(runs, "phase_cost", by_cost, std::move(cost))};
}

} // namespace opschaling::app
