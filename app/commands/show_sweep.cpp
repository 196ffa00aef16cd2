#include "app/commands/show_sweep.hpp"

#include "analysis/compare/sweep_csv.hpp"
#include "analysis/report/number_text.hpp"
#include "analysis/store/sweep_file.hpp"
#include "app/commands/text_table.hpp"
#include "app/json/sweep_json.hpp"
#include "app/language/texts.hpp"
#include "app/study/places.hpp"
#include "app/sweep/summarise_sweep.hpp"

#include <algorithm>
#include <cmath>
#include <ostream>

namespace opschaling::app {

namespace {

namespace fs = std::filesystem;

std::string sweep_table(analysis::SweepFile const& file, SweepSummary const& summary,
                        analysis::Language in) {
    auto const& plan = file.plan();
    auto const count = [&](std::size_t number) {
        return analysis::number_text(static_cast<double>(number), 0, in);
    };
    auto const dutch = in == analysis::Language::dutch;
    std::string text = (dutch ? plan.study.title_nl : plan.study.title_en) + "\n";
    text += say(Text::sweep_counts, in, fmt::arg("points", count(plan.points())),
                fmt::arg("policies", plan.policies()),
                fmt::arg("replications", plan.study.replications),
                fmt::arg("done", count(summary.done)), fmt::arg("failed", count(summary.failed)),
                fmt::arg("skipped", count(summary.skipped))) +
            "\n\n";
    TextTable table;
    table.add_row({std::string{say(Text::sweep_outcome, in)},
                   std::string{say(Text::sweep_mean, in)}, std::string{say(Text::sweep_lowest, in)},
                   std::string{say(Text::sweep_highest, in)}});
    table.add_rule();
    for (std::size_t o = 0; o < plan.outcomes.size(); ++o) {
        auto const& outcome = plan.outcomes[o];
        auto const& label = dutch ? outcome.label_nl : outcome.long_name;
        auto const unit = outcome.unit == "1" ? std::string{} : " (" + outcome.unit + ")";
        for (std::size_t p = 0; p < plan.policies(); ++p) {
            auto const& variant = plan.study.variants[p];
            auto const policy = plan.policies() == 1
                                    ? std::string{}
                                    : ", " + (dutch ? variant.title_nl : variant.title_en);
            auto const& figures = summary.outcomes[o][p];
            auto const decimals = analysis::decimals_for(
                std::fmax(std::abs(figures.lowest), std::abs(figures.highest)));
            auto const shown = [&](double value) {
                return analysis::number_text(value, decimals, in);
            };
            table.add_row({label + unit + policy, shown(figures.mean), shown(figures.lowest),
                           shown(figures.highest)});
        }
    }
    return text + table.text();
}

void tell_path(Text text, fs::path const& path, Console const& console) {
    console.err << say(text, console.language, fmt::arg("path", path.string())) << '\n';
}

/// The metadata must have this very name at the root of a crate; beside other results it has theirs
/// before it.
fs::path crate_path(fs::path const& result) {
    auto const name = std::string{"ro-crate-metadata.json"};
    return result.parent_path() /
           (result.filename() == "result.nc" ? name : result.stem().string() + "-" + name);
}

} // namespace

void show_sweep(fs::path const& result, bool as_json, Console const& console) {
    auto const file = analysis::SweepFile::open(result);
    auto const summary = summarise_sweep(file);
    if (as_json) {
        console.out << sweep_json(file, summary);
    } else {
        console.out << sweep_table(file, summary, console.language);
    }
    console.out.flush();
    tell_path(Text::written_result, result, console);
    if (!file.shard().is_whole()) {
        return;
    }
    auto const csv = places_beside(result).summary;
    analysis::write_sweep_csv(file, csv);
    tell_path(Text::written_summary, csv, console);
    auto const crate = crate_path(result);
    write_text(crate, ro_crate_json(file,
                                    {{result, "all runs with inputs and outcomes, netCDF-4",
                                      "application/x-netcdf"},
                                     {csv, "the same runs as a table", "text/csv"}},
                                    crate.parent_path()));
    tell_path(Text::written_crate, crate, console);
}

} // namespace opschaling::app
