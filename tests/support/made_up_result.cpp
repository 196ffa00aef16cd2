#include "tests/support/made_up_result.hpp"

#include "analysis/store/result_writer.hpp"
#include "sim/random/dice.hpp"
#include "sim/time/quarter.hpp"

#include <cmath>
#include <string>
#include <vector>

namespace opschaling::tests {

namespace {

constexpr double homes_of_the_world{812'000.0};

struct MadeUpVariant {
    std::string name;
    std::string title_nl;
    std::string title_en;
    double speed; ///< of the change after the branch, 1 for autonomous development
};

std::vector<MadeUpVariant> const& made_up_variants() {
    static std::vector<MadeUpVariant> const variants{
        {"autonoom", "Autonome ontwikkeling", "Autonomous development", 1.0},
        {"groei", "Groei", "Growth", 1.35},
        {"replicatie", "Replicatie", "Replication", 1.50},
        {"circulatie", "Circulatie", "Circulation", 1.62},
        {"institutionalisering", "Institutionalisering", "Institutionalisation", 1.58},
        {"alle_gelijk", "Alle vier gelijk", "All four equal", 1.66},
        {"eerst_leren", "Eerst leren, dan regels", "Learn first, then rules", 1.75}};
    return variants;
}

sim::SeriesDeclaration land(std::string name, sim::Period period, sim::SeriesKind kind,
                            std::string unit, std::string long_name, std::string label_nl) {
    return {.name = std::move(name),
            .axis = "land",
            .period = period,
            .kind = kind,
            .unit = std::move(unit),
            .long_name = std::move(long_name),
            .meaning = "Made up",
            .label_nl = std::move(label_nl)};
}

/// Part of the homes off gas at a moment: slow at first, then faster where a route is.
double gas_free_share(double year, double speed) {
    double const before = 0.05 + 0.006 * (std::min(year, 2026.0) - 2018.0);
    double const since = std::max(0.0, year - 2026.0);
    return std::min(0.98, before + 0.011 * speed * since + 0.0003 * speed * since * since);
}

} // namespace

analysis::ResultPlan made_up_plan(std::size_t replications) {
    analysis::ResultPlan plan;
    plan.name = "vier_routes";
    plan.title_nl = "Vier routes vergeleken";
    plan.title_en = "Four routes compared";
    for (auto const& variant : made_up_variants()) {
        plan.variants.push_back({.name = variant.name,
                                 .title_nl = variant.title_nl,
                                 .title_en = variant.title_en,
                                 .is_reference = variant.name == "autonoom",
                                 .changed = {}});
    }
    sim::ParameterRecord share;
    share.path = "rijk.share_groei";
    share.unit = std::string{"1"};
    share.meaning = "Part of money and staff for groei, by year";
    share.kind = sim::ParameterKind::year_series;
    share.value = "{2026: 1}";
    share.source = "assumption: a pure route";
    plan.variants[1].changed.push_back(share);
    plan.replications = replications;
    plan.seed = 7;
    plan.branch = sim::Quarter::of(2026, 1);
    plan.resolved_yaml = "name: vier_routes\n";
    plan.canonical = "name: vier_routes\n";
    sim::ParameterRecord budget;
    budget.path = "rijk.budget";
    budget.unit = "EUR/year";
    budget.meaning = "Money of the programme for the whole country, by year";
    budget.kind = sim::ParameterKind::year_series;
    budget.value = "{2026: 500000000, 2050: 500000000}";
    budget.source = "assumption: made up";
    budget.is_assumption = true;
    plan.parameters.push_back(budget);
    plan.schedule.push_back({"gemeenten choose wijken", "staff, beliefs", "projects"});
    plan.world = {.name = "Synthetisch Nederland 1:10",
                  .source = "synthetic",
                  .identity = "synthetic 0.1 1",
                  .is_synthetic = true,
                  .homes = 812'000,
                  .wijken = 1'423,
                  .gemeenten = 35,
                  .share_of_country = 0.1,
                  .shared_places = {}};
    plan.made_by = {.version = "0.1.0",
                    .git_describe = "made up",
                    .compiler = "GNU",
                    .flags = "-O3",
                    .command_line = "opschaling compare scenarios/vier_routes.yaml",
                    .started = "2026-01-31T12:34:56Z"};
    return plan;
}

sim::ResultShape made_up_shape() {
    using sim::Period;
    using sim::SeriesKind;
    sim::ResultShape shape;
    shape.axes = {
        {.name = "land", .long_name = "Country", .codes = {"NL"}, .names = {"Nederland"}}};
    shape.series = {land("homes", Period::quarter, SeriesKind::stock, "1", "homes", "woningen"),
                    land("homes_gas_free", Period::quarter, SeriesKind::stock, "1",
                         "homes without a gas connection", "aardgasvrije woningen"),
                    land("public_cost", Period::quarter, SeriesKind::flow, "EUR", "public cost",
                         "publieke kosten"),
                    land("stations_full", Period::year, SeriesKind::stock, "1",
                         "stations that refused homes", "volle stations")};
    shape.first_quarter = 0;
    shape.quarters = 132;
    shape.first_year = 2018;
    shape.years = 33;
    return shape;
}

void write_made_up_result(std::filesystem::path const& path, std::size_t replications) {
    write_made_up_result(path, made_up_plan(replications));
}

void write_made_up_result(std::filesystem::path const& path, analysis::ResultPlan const& plan) {
    auto const shape = made_up_shape();
    auto writer = analysis::ResultWriter::create(path, plan, shape, analysis::Existing::replace);
    for (std::size_t run = 0; run < plan.runs(); ++run) {
        auto const replication = static_cast<std::uint32_t>(plan.replication_of(run));
        sim::Dice dice{{7, replication}, sim::Stream{1}, 0, 0};
        double const luck = 0.94 + 0.12 * dice.uniform();
        double const chance =
            0.99 + 0.02 * sim::Dice{{7, replication},
                                    sim::Stream{2},
                                    static_cast<std::uint32_t>(plan.variant_of(run)),
                                    0}
                              .uniform();
        double const speed = made_up_variants()[plan.variant_of(run)].speed * luck * chance;
        auto result = sim::RunResult::of_shape(shape);
        for (int quarter = 0; quarter < shape.quarters; ++quarter) {
            auto const at = static_cast<std::size_t>(quarter);
            double const year = sim::Quarter::at(quarter).midpoint();
            double const free = gas_free_share(year, year < 2026.0 ? 1.0 : speed);
            result.values[0][at] = static_cast<float>(homes_of_the_world);
            result.values[1][at] = static_cast<float>(std::round(free * homes_of_the_world));
            result.values[2][at] =
                static_cast<float>(2.0e7 + (year < 2026.0 ? 0.0 : 3.0e7 * (speed - 0.9)));
            if (quarter % 4 == 3) {
                result.values[3][at / 4] = static_cast<float>(std::round(900.0 * free * free));
            }
        }
        writer.write_run(run, result, 1.0, std::vector<double>{1.0});
    }
    writer.finish();
}

} // namespace opschaling::tests
