#include "tests/support/made_up_sweep.hpp"

#include "tests/support/sample_study.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace opschaling::tests {

analysis::SweepPlan made_up_sweep(std::size_t points, std::size_t replications) {
    analysis::SweepPlan plan;
    plan.study = sample_plan();
    plan.study.name = "made_up";
    plan.study.schedule.clear();
    plan.study.replications = replications;
    plan.inputs = {{.name = "gas_price",
                    .parameter = "price.gas",
                    .unit = "1",
                    .long_name = "Price of gas",
                    .spread = "uniform from 0.5 to 2",
                    .is_factor = true,
                    .categories = {}},
                   {.name = "rule",
                    .parameter = "rule.heating",
                    .unit = "1",
                    .long_name = "Rule for heating",
                    .spread = "levels",
                    .is_lever = true,
                    .categories = {"none", "from 2026"}}};
    plan.design.shape = {.kind = analysis::DesignKind::list, .inputs = 2, .rows = points};
    for (std::size_t point = 0; point < points; ++point) {
        plan.design.values.push_back(0.5 + 1.5 * static_cast<double>(point) /
                                               static_cast<double>(points));
        plan.design.values.push_back(static_cast<double>(point % 2));
    }
    plan.outcomes = {{.name = "homes",
                      .unit = "1",
                      .long_name = "Homes off gas",
                      .label_nl = "Aardgasvrije woningen",
                      .definition = "level at the end of 2026 of homes_gas_free"},
                     {.name = "cost",
                      .unit = "EUR",
                      .long_name = "Public cost",
                      .label_nl = "Publieke kosten",
                      .definition = "sum from the branch to the end of 2026 of public_cost"}};
    auto const sample = sample_shape();
    plan.kept = sample;
    plan.kept.axes.resize(1);
    std::erase_if(plan.kept.series, [&](auto const& series) {
        return series.axis != plan.kept.axes.front().name || series.name != "homes_gas_free";
    });
    plan.experiment = "schema: opschaling-experiment/1\nname: made_up\n";
    return plan;
}

analysis::SweptRun made_up_run(analysis::SweepPlan const& plan, std::size_t run) {
    if (run % 17 == 5) {
        return analysis::empty_run(plan, run, analysis::RunStatus::failed,
                                   "the price of gas lies beyond what the model is for");
    }
    auto const point = plan.design.point(plan.point_of(run));
    auto swept = analysis::empty_run(plan, run, analysis::RunStatus::done);
    swept.outcomes = {std::round(1000.0 * point[0]) + static_cast<double>(plan.dice_of(run)),
                      static_cast<double>(run) + 0.25};
    swept.seconds = 0.5;
    for (auto& series : swept.kept.values) {
        for (std::size_t i = 0; i < series.size(); ++i) {
            series[i] = static_cast<float>(run) + 0.5F * static_cast<float>(i);
        }
    }
    return swept;
}

void write_made_up(analysis::SweepWriter& writer, analysis::SweepPlan const& plan,
                   std::size_t at_once) {
    std::vector<analysis::SweptRun> runs;
    for (std::size_t i = 0; i < writer.runs().size(); ++i) {
        if (writer.statuses()[i] == analysis::RunStatus::pending) {
            runs.push_back(made_up_run(plan, writer.runs()[i]));
        }
        if (runs.size() == at_once || i + 1 == writer.runs().size()) {
            writer.write(runs);
            runs.clear();
        }
    }
    writer.finish();
}

} // namespace opschaling::tests
