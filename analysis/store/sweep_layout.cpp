#include "analysis/store/sweep_layout.hpp"

#include "analysis/store/columns.hpp"
#include "analysis/store/shape_record.hpp"
#include "analysis/store/sweep_part.hpp"
#include "analysis/store/sweep_record.hpp"
#include "analysis/store/utc.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <string>

namespace opschaling::analysis {

namespace {

constexpr auto missing = std::numeric_limits<double>::quiet_NaN();

/// Runs in one compressed block of a variable with one figure a run: 256 KiB.
constexpr std::size_t runs_a_chunk{32768};

h5::Storage by_run(std::size_t runs) {
    return {.chunk = {std::min(runs, runs_a_chunk)}, .fill = {}};
}

template <typename Value>
void write_some(hid_t file, char const* name, std::size_t first, std::vector<Value> const& values) {
    auto const dataset = h5::open_dataset(file, name);
    h5::write_block(dataset.id(), detail::memory_type<Value>(),
                    {.start = {first}, .count = {values.size()}}, values.data());
}

template <typename Value>
std::vector<Value> read_some(hid_t file, char const* name, std::size_t first, std::size_t count) {
    auto const dataset = h5::open_dataset(file, name);
    std::vector<Value> values(count);
    h5::read_block(dataset.id(), detail::memory_type<Value>(), {.start = {first}, .count = {count}},
                   values.data());
    return values;
}

/// A variable that is the same in a finished file from the beginning.
template <typename Value>
h5::Owned write_fixed(hid_t file, char const* name, std::vector<Value> const& values,
                      Label const& label, h5::Owned const& run) {
    auto dataset = h5::create_dataset(file, name, detail::file_type<Value>(), {values.size()},
                                      by_run(values.size()));
    h5::write(dataset.id(), detail::memory_type<Value>(), values.data());
    h5::attach_scale(dataset.id(), 0, run.id());
    write_label(dataset, label);
    return dataset;
}

h5::Owned write_run_columns(hid_t file, SweepPlan const& plan,
                            std::vector<std::size_t> const& runs) {
    auto const told = [&runs](auto const& tell) {
        std::vector<std::int32_t> values;
        values.reserve(runs.size());
        for (auto const run : runs) {
            values.push_back(static_cast<std::int32_t>(tell(run)));
        }
        return values;
    };
    auto scale = write_column(
        file, "run", told([](auto run) { return run; }),
        {"run index: (replication times the number of points, plus point) times the number of "
         "variants, plus variant",
         "1"});
    write_fixed(file, "run_point", told([&](auto run) { return plan.point_of(run); }),
                {"point of the design, from 0", "1"}, scale);
    write_fixed(file, "run_variant", told([&](auto run) { return plan.policy_of(run); }),
                {"position of the run's variant, from 0", "1"}, scale);
    write_fixed(file, "run_replication", told([&](auto run) { return plan.replication_of(run); }),
                {"replication of the run, from 0", "1"}, scale);
    std::vector<double> dice;
    for (auto const run : runs) {
        dice.push_back(static_cast<double>(plan.dice_of(run)));
    }
    write_fixed(file, "run_dice", dice,
                {"number of the dice that the run throws, beside the seed of the study", "1"},
                scale);
    return scale;
}

void write_status_column(hid_t file, std::size_t runs, Stage stage, h5::Owned const& run) {
    auto const storage = stage == Stage::finished ? by_run(runs) : h5::Storage{};
    auto const status = h5::create_dataset(file, "status", H5T_STD_U8LE, {runs}, storage);
    h5::attach_scale(status.id(), 0, run.id());
    write_label(status, {"how the run stands", "1"});
    h5::write_attribute(status.id(), "flag_values", std::array<std::uint8_t, 4>{0, 1, 2, 3});
    h5::write_short_text(status.id(), "flag_meanings", "pending done failed skipped");
    auto timed = storage;
    timed.fill = std::numeric_limits<float>::quiet_NaN();
    auto const seconds = h5::create_dataset(file, "wall_seconds", H5T_IEEE_F32LE, {runs}, timed);
    h5::attach_scale(seconds.id(), 0, run.id());
    h5::write_attribute(seconds.id(), "_FillValue", *timed.fill);
    write_label(seconds, {"wall time of the run", "s"});
}

/// "one two": names of categories as CF lists them, without blanks inside.
std::string meanings_of(std::vector<std::string> const& categories) {
    std::string text;
    for (auto category : categories) {
        std::ranges::replace(category, ' ', '_');
        text += (text.empty() ? "" : " ") + category;
    }
    return text;
}

/// The values of one input, by run.
template <typename Value>
h5::Owned write_input(hid_t file, SweepPlan const& plan, std::size_t index,
                      std::vector<std::size_t> const& runs, h5::Owned const& run) {
    auto const& input = plan.inputs[index];
    std::vector<Value> values;
    values.reserve(runs.size());
    for (auto const one : runs) {
        values.push_back(static_cast<Value>(plan.design.point(plan.point_of(one))[index]));
    }
    return write_fixed(
        file, input.name.c_str(), values,
        {input.long_name.empty() ? std::string_view{input.name} : input.long_name, input.unit},
        run);
}

void write_input_columns(hid_t file, SweepPlan const& plan, std::vector<std::size_t> const& runs,
                         h5::Owned const& run) {
    for (std::size_t i = 0; i < plan.inputs.size(); ++i) {
        auto const& input = plan.inputs[i];
        auto const dataset = input.categories.empty()
                                 ? write_input<double>(file, plan, i, runs, run)
                                 : write_input<std::uint8_t>(file, plan, i, runs, run);
        h5::write_short_text(dataset.id(), "role", input.is_lever ? "lever" : "uncertainty");
        h5::write_long_text(dataset.id(), "parameter", input.parameter);
        h5::write_long_text(dataset.id(), "distribution", input.spread);
        if (!input.categories.empty()) {
            std::vector<std::uint8_t> codes(input.categories.size());
            std::iota(codes.begin(), codes.end(), std::uint8_t{0});
            h5::write_attribute(dataset.id(), "flag_values", codes);
            h5::write_long_text(dataset.id(), "flag_meanings", meanings_of(input.categories));
        }
    }
}

void write_outcome_columns(hid_t file, SweepPlan const& plan, std::size_t runs,
                           h5::Owned const& run) {
    auto storage = by_run(runs);
    storage.fill = std::numeric_limits<float>::quiet_NaN();
    for (auto const& outcome : plan.outcomes) {
        auto const dataset =
            h5::create_dataset(file, outcome.name.c_str(), H5T_IEEE_F64LE, {runs}, storage);
        h5::attach_scale(dataset.id(), 0, run.id());
        h5::write_attribute(dataset.id(), "_FillValue", missing);
        write_label(dataset, {outcome.long_name, outcome.unit});
        h5::write_short_text(dataset.id(), "role", "outcome");
        h5::write_short_text(dataset.id(), "coordinates", "run_point run_variant run_replication");
        h5::write_long_text(dataset.id(), "label_nl", outcome.label_nl);
        h5::write_long_text(dataset.id(), "comment", outcome.definition);
    }
    write_fixed(file, "error_code", std::vector<std::int32_t>(runs, 0),
                {"position in error_text of why the run failed; 0 when it did not", "1"}, run);
}

} // namespace

std::size_t runs_at_once(SweepPlan const& plan) {
    constexpr std::size_t memory{16U << 20U};
    constexpr std::size_t besides{512}; // digest, note and what a run costs in memory
    auto bytes = besides + plan.outcomes.size() * sizeof(double);
    for (auto const& series : plan.kept.series) {
        bytes +=
            plan.kept.steps_of(series) * plan.kept.axis_of(series).codes.size() * sizeof(float);
    }
    return std::clamp<std::size_t>(memory / bytes, 16, runs_a_chunk);
}

void write_sweep_layout(hid_t file, SweepPlan const& plan, Shard shard,
                        std::vector<std::size_t> const& runs, Stage stage) {
    h5::write_short_text(file, "Conventions", "CF-1.8 ACDD-1.3");
    h5::write_short_text(file, "schema", sweep_schema);
    h5::write_long_text(file, "summary",
                        "Outcomes of an agent-based simulation of the Dutch energy transition in "
                        "wijken: one row a run, a run being one point of a design under one "
                        "variant in one replication.");
    h5::write_long_text(file, "source",
                        "opschaling " + plan.study.made_by.version + " " +
                            plan.study.made_by.git_describe);
    h5::write_long_text(file, "history",
                        plan.study.made_by.started + " " + plan.study.made_by.command_line);
    h5::write_short_text(file, "date_created", utc_now());
    h5::write_attribute(file, "complete", static_cast<std::int32_t>(stage == Stage::finished));
    h5::write_attribute(file, "shard_index", static_cast<std::int32_t>(shard.index));
    h5::write_attribute(file, "shard_count", static_cast<std::int32_t>(shard.count));
    auto const run = write_run_columns(file, plan, runs);
    write_status_column(file, runs.size(), stage, run);
    if (stage == Stage::unfinished) {
        write_part_columns(file, plan, runs.size(), run);
    } else {
        write_input_columns(file, plan, runs, run);
        write_outcome_columns(file, plan, runs.size(), run);
    }
    write_sweep_plan(file, plan, run);
    if (!plan.kept.series.empty()) {
        write_shape(file, plan.kept, runs.size(), stage, run);
    }
}

Shard read_shard(hid_t file) {
    auto const index = h5::read_integer(file, "shard_index");
    auto const count = h5::read_integer(file, "shard_count");
    if (index < 0 || index >= count) {
        throw h5::Failure{"the file does not say which shard it is"};
    }
    return {static_cast<std::size_t>(index), static_cast<std::size_t>(count)};
}

void write_finished_runs(hid_t file, SweepPlan const& plan, std::size_t first,
                         std::span<SweptRun const> runs, std::vector<std::string>& errors) {
    std::vector<std::uint8_t> statuses;
    std::vector<float> seconds;
    std::vector<std::int32_t> codes;
    for (auto const& run : runs) {
        statuses.push_back(static_cast<std::uint8_t>(run.status));
        seconds.push_back(static_cast<float>(run.seconds));
        auto const known = std::ranges::find(errors, run.reason);
        codes.push_back(static_cast<std::int32_t>(known - errors.begin()));
        if (known == errors.end()) {
            errors.push_back(run.reason);
        }
    }
    write_some(file, "status", first, statuses);
    write_some(file, "wall_seconds", first, seconds);
    write_some(file, "error_code", first, codes);
    std::vector<double> values(runs.size());
    for (std::size_t o = 0; o < plan.outcomes.size(); ++o) {
        for (std::size_t i = 0; i < runs.size(); ++i) {
            values[i] = runs[i].outcomes[o];
        }
        write_some(file, plan.outcomes[o].name.c_str(), first, values);
    }
    write_kept(file, plan.kept, first, runs);
}

void write_errors(hid_t file, std::vector<std::string> const& errors) {
    auto const scale = h5::create_dimension(file, "error", errors.size());
    write_column(file, "error_text", errors, {"why runs failed; the first is empty", ""}, &scale);
    h5::write_short_text(file, "date_completed", utc_now());
}

std::vector<SweptRun> read_finished_runs(hid_t file, SweepPlan const& plan, std::size_t first,
                                         std::size_t count) {
    auto const ids = read_some<std::int32_t>(file, "run", first, count);
    auto const statuses = read_some<std::uint8_t>(file, "status", first, count);
    auto const seconds = read_some<float>(file, "wall_seconds", first, count);
    auto const codes = read_some<std::int32_t>(file, "error_code", first, count);
    auto const errors = h5::read_texts(file, "error_text");
    std::vector<SweptRun> runs(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (statuses[i] > 3) {
            throw h5::Failure{"a status is none of the four"};
        }
        runs[i].run = static_cast<std::size_t>(ids[i]);
        runs[i].status = static_cast<RunStatus>(statuses[i]);
        runs[i].seconds = static_cast<double>(seconds[i]);
        runs[i].reason = value_at(errors, static_cast<std::size_t>(codes[i]), "error_text");
        runs[i].outcomes.resize(plan.outcomes.size());
    }
    for (std::size_t o = 0; o < plan.outcomes.size(); ++o) {
        auto const values = read_some<double>(file, plan.outcomes[o].name.c_str(), first, count);
        for (std::size_t i = 0; i < count; ++i) {
            runs[i].outcomes[o] = values[i];
        }
    }
    read_kept(file, plan.kept, first, runs);
    return runs;
}

void write_kept(hid_t file, sim::ResultShape const& kept, std::size_t first,
                std::span<SweptRun const> runs) {
    std::vector<float> values;
    for (std::size_t s = 0; s < kept.series.size(); ++s) {
        values.clear();
        for (auto const& run : runs) {
            values.insert(values.end(), run.kept.values[s].begin(), run.kept.values[s].end());
        }
        auto const dataset = h5::open_dataset(file, kept.series[s].name.c_str());
        h5::write_block(dataset.id(), H5T_NATIVE_FLOAT,
                        {.start = {first, 0, 0},
                         .count = {runs.size(), kept.steps_of(kept.series[s]),
                                   kept.axis_of(kept.series[s]).codes.size()}},
                        values.data());
    }
}

void read_kept(hid_t file, sim::ResultShape const& kept, std::size_t first,
               std::span<SweptRun> runs) {
    for (auto& run : runs) {
        run.kept.values.clear();
    }
    for (auto const& series : kept.series) {
        auto const steps = kept.steps_of(series);
        auto const members = kept.axis_of(series).codes.size();
        std::vector<float> values(runs.size() * steps * members);
        auto const dataset = h5::open_dataset(file, series.name.c_str());
        h5::read_block(dataset.id(), H5T_NATIVE_FLOAT,
                       {.start = {first, 0, 0}, .count = {runs.size(), steps, members}},
                       values.data());
        auto from = values.begin();
        for (auto& run : runs) {
            auto const to = from + static_cast<std::ptrdiff_t>(steps * members);
            run.kept.values.emplace_back(from, to);
            from = to;
        }
    }
}

} // namespace opschaling::analysis
