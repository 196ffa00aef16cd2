#include "analysis/store/result_layout.hpp"

#include "analysis/store/columns.hpp"
#include "analysis/store/plan_record.hpp"
#include "analysis/store/unfinished_runs.hpp"
#include "analysis/store/utc.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace opschaling::analysis {

namespace {

/// What each run is: its number, its variant and its replication.
h5::Owned write_runs(hid_t file, ResultPlan const& plan) {
    std::vector<std::int32_t> runs;
    std::vector<std::int32_t> variants;
    std::vector<std::int32_t> replications;
    for (std::size_t run = 0; run < plan.runs(); ++run) {
        runs.push_back(static_cast<std::int32_t>(run));
        variants.push_back(static_cast<std::int32_t>(plan.variant_of(run)));
        replications.push_back(static_cast<std::int32_t>(plan.replication_of(run)));
    }
    auto scale =
        write_column(file, "run", runs,
                     {"run index: replication times the number of variants, plus variant", "1"});
    write_column(file, "run_variant", variants, {"position of the run's variant, from 0", "1"},
                 &scale);
    write_column(file, "run_replication", replications, {"replication of the run, from 0", "1"},
                 &scale);
    return scale;
}

void write_empty_statuses(hid_t file, std::size_t runs, h5::Owned const& scale) {
    auto const status = write_column(file, "status", std::vector<std::uint8_t>(runs, 0),
                                     {"how the run stands", "1"}, &scale);
    h5::write_attribute(status.id(), "flag_values", std::array<std::uint8_t, 4>{0, 1, 2, 3});
    h5::write_short_text(status.id(), "flag_meanings", "pending done failed skipped");
    float const fill{std::numeric_limits<float>::quiet_NaN()};
    auto const seconds = h5::create_dataset(file, "wall_seconds", H5T_IEEE_F32LE, {runs},
                                            {.chunk = {}, .fill = fill});
    h5::attach_scale(seconds.id(), 0, scale.id());
    h5::write_attribute(seconds.id(), "_FillValue", fill);
    write_label(seconds, {"wall time of the run", "s"});
}

} // namespace

std::vector<h5::Owned> write_layout(hid_t file, ResultPlan const& plan,
                                    sim::ResultShape const& shape, Stage stage) {
    h5::write_short_text(file, "Conventions", "CF-1.8 ACDD-1.3");
    h5::write_short_text(file, "schema", "opschaling-results/1");
    h5::write_long_text(file, "summary",
                        "Figures of an agent-based simulation of the Dutch energy transition in "
                        "wijken: one row a run, a run being one variant in one replication.");
    h5::write_long_text(file, "source",
                        "opschaling " + plan.made_by.version + " " + plan.made_by.git_describe);
    h5::write_long_text(file, "history", plan.made_by.started + " " + plan.made_by.command_line);
    h5::write_short_text(file, "date_created", utc_now());
    h5::write_attribute(file, "complete", static_cast<std::int32_t>(stage == Stage::finished));
    auto const run = write_runs(file, plan);
    write_empty_statuses(file, plan.runs(), run);
    if (stage == Stage::unfinished) {
        write_working_columns(file, plan.runs(), run);
    }
    write_plan(file, plan, run);
    return write_shape(file, shape, plan.runs(), stage, run);
}

std::vector<RunStatus> read_statuses(hid_t file, std::size_t runs) {
    auto const codes = read_column<std::uint8_t>(file, "status");
    if (codes.size() != runs || std::ranges::any_of(codes, [](auto code) { return code > 3; })) {
        throw h5::Failure{"the statuses do not fit the plan"};
    }
    std::vector<RunStatus> statuses;
    statuses.reserve(codes.size());
    for (auto const code : codes) {
        statuses.push_back(static_cast<RunStatus>(code));
    }
    return statuses;
}

std::vector<std::string> read_failures(hid_t file, std::size_t runs) {
    auto texts = h5::has_member(file, "error_text") ? h5::read_texts(file, "error_text")
                                                    : read_notes(file, runs);
    if (texts.size() != runs) {
        throw h5::Failure{"the reasons of failure do not fit the plan"};
    }
    return texts;
}

bool fits(sim::ResultShape const& shape, sim::RunResult const& result) {
    if (result.values.size() != shape.series.size()) {
        return false;
    }
    for (std::size_t s = 0; s < shape.series.size(); ++s) {
        auto const members = shape.axis_of(shape.series[s]).codes.size();
        if (result.values[s].size() != shape.steps_of(shape.series[s]) * members) {
            return false;
        }
    }
    return true;
}

bool same_shape(sim::ResultShape const& one, sim::ResultShape const& other) {
    auto const same_axis = [](sim::Axis const& a, sim::Axis const& b) {
        return a.name == b.name && a.codes == b.codes;
    };
    auto const same_series = [](sim::SeriesDeclaration const& a, sim::SeriesDeclaration const& b) {
        return a.name == b.name && a.axis == b.axis && a.period == b.period && a.kind == b.kind &&
               a.unit == b.unit;
    };
    return one.first_quarter == other.first_quarter && one.quarters == other.quarters &&
           one.first_year == other.first_year && one.years == other.years &&
           std::ranges::equal(one.axes, other.axes, same_axis) &&
           std::ranges::equal(one.series, other.series, same_series);
}

h5::Block rows_of(hid_t dataset, std::size_t first, std::size_t runs) {
    h5::Block block{.start = {}, .count = h5::extent_of(dataset)};
    block.start.assign(block.count.size(), 0);
    if (block.count.empty() || first >= block.count.front() || runs > block.count.front() - first) {
        throw h5::Failure{"a dataset has no place for run " + std::to_string(first + runs - 1)};
    }
    block.start.front() = first;
    block.count.front() = runs;
    return block;
}

h5::Block row_of(hid_t dataset, std::size_t run) {
    return rows_of(dataset, run, 1);
}

std::vector<float> read_figures(hid_t file, sim::ResultShape const& shape,
                                sim::SeriesDeclaration const& series, std::size_t run) {
    auto const dataset = h5::open_dataset(file, series.name.c_str());
    auto const block = row_of(dataset.id(), run);
    std::vector<float> values(shape.steps_of(series) * shape.axis_of(series).codes.size());
    if (block.size() != values.size()) {
        throw h5::Failure{"the series " + series.name + " does not fit its dimensions"};
    }
    h5::read_block(dataset.id(), H5T_NATIVE_FLOAT, block, values.data());
    return values;
}

} // namespace opschaling::analysis
