#include "tests/support/sample_study.hpp"

#include "analysis/store/result_writer.hpp"

#include <cmath>
#include <fstream>
#include <iterator>
#include <limits>
#include <string>

namespace opschaling::tests {

analysis::ResultPlan sample_plan() {
    sim::ParameterRecord const reach{.path = "gemeente.reach",
                                     .unit = "1",
                                     .meaning = "Share of a wijk that one round reaches",
                                     .kind = sim::ParameterKind::share,
                                     .lowest = 0.0,
                                     .highest = 1.0,
                                     .value = "0.4",
                                     .source = "assumption: no figure published",
                                     .is_assumption = true,
                                     .plausible_low = 0.2,
                                     .plausible_high = 0.6,
                                     .origin = "gemeente.yaml:3"};
    sim::ParameterRecord const price{.path = "prices.gas",
                                     .unit = "EUR/m3",
                                     .meaning = "Price of gas, all taxes included – per m³",
                                     .kind = sim::ParameterKind::year_series,
                                     .lowest = 0.0,
                                     .highest = 10.0,
                                     .value = "{2018: 0.67, 2024: 1.35}",
                                     .source = "CBS 85592NED",
                                     .is_assumption = false,
                                     .plausible_low = 0.8,
                                     .plausible_high = 2.0,
                                     .origin = "prices.yaml:7"};
    auto changed = reach;
    changed.value = "0.6";
    changed.origin = "study.yaml:12";
    return {.name = "sample",
            .title_nl = "Voorbeeld: één gemeente voorop",
            .title_en = "Sample: one gemeente ahead",
            .variants = {{.name = "basis",
                          .title_nl = "Zonder sturing",
                          .title_en = "Autonomous",
                          .is_reference = true,
                          .changed = {}},
                         {.name = "groei",
                          .title_nl = "Groei",
                          .title_en = "Growth",
                          .is_reference = false,
                          .changed = {changed}}},
            .replications = 3,
            .seed = 20261122,
            .branch = sim::Quarter::of(2026, 1),
            .resolved_yaml = "name: sample # study.yaml:1\nset:\n  gemeente.reach: 0.4\n",
            .canonical = "name: sample\nset:\n  gemeente.reach: 0.4\n  prices.gas: 1.35\n",
            .texts = {{"study.yaml", "name: sample\n"}, {"gemeente.yaml", "gemeente:\n"}},
            .parameters = {reach, price},
            .schedule = {{"bewoners choose", "bewoners", "heat sources"},
                         {"gemeenten choose wijken", "wijken", "offers"}},
            .inputs = {{"kwb2024.csv", std::string(64, 'a')}},
            .world = {.name = "two gemeenten",
                      .source = "made up for a test",
                      .identity = "synthetic/2/1",
                      .is_synthetic = true,
                      .homes = 3'000'000'000,
                      .wijken = 4,
                      .gemeenten = 2,
                      .share_of_country = 0.001,
                      .shared_places = {{"RES-regio", "Noord-Holland Zuid", 0.37},
                                        {"netbeheerder", "Liander", 0.16}}},
            .made_by = {.version = "0.1.0",
                        .git_describe = "v0.1.0-3-gabcdef",
                        .compiler = "GCC 12.2.0",
                        .flags = "-O2",
                        .command_line = "opschaling compare study.yaml",
                        .started = "2026-11-22T03:00:00Z"}};
}

sim::ResultShape sample_shape() {
    return {
        .axes = {{.name = "land", .long_name = "country", .codes = {"NL"}, .names = {"Nederland"}},
                 {.name = "gemeente",
                  .long_name = "gemeente of 2024",
                  .codes = {"GM0363", "GM1966"},
                  .names = {"Amsterdam", "Het Hogeland"}}},
        .series = {{.name = "homes_gas_free",
                    .axis = "land",
                    .period = sim::Period::quarter,
                    .kind = sim::SeriesKind::stock,
                    .unit = "1",
                    .long_name = "homes without a gas connection",
                    .meaning = "Homes that use no gas at all, cooking included.",
                    .label_nl = "Aardgasvrije woningen"},
                   {.name = "gemeente_public_cost",
                    .axis = "gemeente",
                    .period = sim::Period::quarter,
                    .kind = sim::SeriesKind::flow,
                    .unit = "EUR",
                    .long_name = "public cost",
                    .meaning = "Public money paid out, in euros of 2024.",
                    .label_nl = "Uitgegeven geld (€)"},
                   {.name = "projects",
                    .axis = "gemeente",
                    .period = sim::Period::year,
                    .kind = sim::SeriesKind::stock,
                    .unit = "1",
                    .long_name = "projects under way",
                    .meaning = "Projects that have begun and not ended.",
                    .label_nl = "Lopende projecten"}},
        .first_quarter = sim::Quarter::of(2025, 1).index(),
        .quarters = 8,
        .first_year = 2025,
        .years = 2};
}

sim::RunResult sample_result(std::size_t run) {
    auto const shape = sample_shape();
    auto result = sim::RunResult::of_shape(shape);
    for (std::size_t s = 0; s < result.values.size(); ++s) {
        auto const members = shape.axis_of(shape.series[s]).codes.size();
        for (std::size_t i = 0; i < result.values[s].size(); ++i) {
            result.values[s][i] =
                static_cast<float>(1000 * (run + 1) + 100 * s + 10 * (i / members) + i % members);
        }
    }
    return result;
}

void write_sample(std::filesystem::path const& path) {
    auto const plan = sample_plan();
    auto writer = analysis::ResultWriter::create(path, plan, sample_shape());
    for (std::size_t run = 0; run + 1 < plan.runs(); ++run) {
        writer.write_run(run, sample_result(run), 1.5, std::vector{1.0, 0.5});
    }
    writer.fail_run(plan.runs() - 1, "the queue of a station ran below zero – één keer");
    writer.finish();
}

void begin_sample(std::filesystem::path const& path, std::size_t runs) {
    auto writer = analysis::ResultWriter::create(path, sample_plan(), sample_shape());
    for (std::size_t run = 0; run < runs; ++run) {
        writer.write_run(run, sample_result(run), 1.0, std::vector{1.0, 0.5});
    }
}

std::string read_text(std::filesystem::path const& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

void write_text(std::filesystem::path const& path, std::string_view text) {
    std::ofstream{path, std::ios::binary} << text;
}

} // namespace opschaling::tests
