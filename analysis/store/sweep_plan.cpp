#include "analysis/store/sweep_plan.hpp"

#include "analysis/store/result_layout.hpp"
#include "analysis/store/sha256.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <span>

namespace opschaling::analysis {

namespace {

/// Runs that stay together in a shard: whole blocks are read and written at once.
constexpr std::size_t largest_block{64};
/// Blocks that each shard gets at least, where there are enough runs: the more, the more alike.
constexpr std::size_t blocks_a_shard{8};

template <typename Value>
std::string_view bytes_of(std::vector<Value> const& values) {
    auto const bytes = std::as_bytes(std::span{values});
    // Bytes are hashed as text. NOLINTNEXTLINE(*-reinterpret-cast)
    return {reinterpret_cast<char const*>(bytes.data()), bytes.size()};
}

std::string text_of(std::optional<double> value) {
    return value ? fmt::format("{}", *value) : "none";
}

std::string text_of(std::optional<ReplicationRule> const& rule) {
    if (!rule) {
        return "none";
    }
    return fmt::format("{} at least, on {}, relative {}, absolute {}, confidence {}", rule->least,
                       rule->outcome, text_of(rule->relative), text_of(rule->absolute),
                       rule->confidence);
}

std::string text_of(SweptInput const& input) {
    std::string text = input.name + ": " + input.parameter + " in " + input.unit;
    text += input.is_factor ? ", factor" : "";
    for (auto const& category : input.categories) {
        text += ", " + category;
    }
    return text;
}

std::string text_of(SweptOutcome const& outcome) {
    return outcome.name + ": " + outcome.definition + " in " + outcome.unit;
}

std::string text_of(PlannedVariant const& policy) {
    std::string text = policy.name;
    for (auto const& record : policy.changed) {
        text += ", " + record.path + " = " + record.value + " " + record.unit;
    }
    return text;
}

std::string text_of(sim::ResultShape const& kept) {
    std::string text;
    for (auto const& series : kept.series) {
        text += (text.empty() ? "" : ", ") + series.name;
    }
    return text.empty() ? "none" : text;
}

template <typename Item>
std::string texts_of(std::vector<Item> const& items) {
    std::string text;
    for (auto const& item : items) {
        text += (text.empty() ? "" : "; ") + text_of(item);
    }
    return text;
}

} // namespace

std::uint32_t SweepPlan::dice_of(std::size_t run) const {
    return design.dice.empty() ? static_cast<std::uint32_t>(replication_of(run))
                               : design.dice[point_of(run)];
}

std::vector<std::size_t> runs_of(SweepPlan const& plan, Shard shard) {
    std::vector<std::size_t> runs;
    // What goes together: a point in all replications, or in one.
    auto const units = plan.stopping ? plan.points() : plan.runs() / plan.policies();
    auto const block =
        std::clamp<std::size_t>(units / (shard.count * blocks_a_shard), 1, largest_block);
    runs.reserve(plan.runs() / shard.count + block * plan.policies());
    for (std::size_t run = 0; run < plan.runs(); ++run) {
        auto const unit = plan.stopping ? plan.point_of(run) : run / plan.policies();
        if (unit / block % shard.count == shard.index) {
            runs.push_back(run);
        }
    }
    return runs;
}

SweptRun empty_run(SweepPlan const& plan, std::size_t run, RunStatus status, std::string reason) {
    return {.run = run,
            .status = status,
            .outcomes =
                std::vector<double>(plan.outcomes.size(), std::numeric_limits<double>::quiet_NaN()),
            .kept = sim::RunResult::of_shape(plan.kept),
            .seconds = std::numeric_limits<double>::quiet_NaN(),
            .reason = std::move(reason)};
}

std::string sweep_sha256(SweepPlan const& plan) {
    Sha256 hash;
    auto const add = [&hash](std::string_view part) {
        hash.add(std::to_string(part.size()) + ":");
        hash.add(part);
        hash.add("\n");
    };
    add("opschaling-sweep/1");
    add(plan_sha256(plan.study));
    for (auto const& policy : plan.study.variants) {
        add(text_of(policy));
    }
    for (auto const& input : plan.inputs) {
        add(text_of(input));
    }
    for (auto const& outcome : plan.outcomes) {
        add(text_of(outcome));
    }
    add(text_of(plan.kept));
    add(text_of(plan.stopping));
    add(plan.changes_history ? "from the start" : "from the branch");
    add(bytes_of(plan.design.values));
    add(bytes_of(plan.design.dice));
    return hash.digest();
}

std::vector<std::string> differences(SweepPlan const& stored, SweepPlan const& asked) {
    auto lines = differences(stored.study, asked.study);
    auto const compare = [&lines](std::string_view what, std::string const& one,
                                  std::string const& other) {
        if (one != other) {
            lines.push_back(std::string{what} + ": the file has " + one + ", this plan " + other);
        }
    };
    compare("policies", texts_of(stored.study.variants), texts_of(asked.study.variants));
    compare("inputs", texts_of(stored.inputs), texts_of(asked.inputs));
    compare("outcomes", texts_of(stored.outcomes), texts_of(asked.outcomes));
    compare("series kept", text_of(stored.kept), text_of(asked.kept));
    compare("stopping rule", text_of(stored.stopping), text_of(asked.stopping));
    compare("inputs hold from", stored.changes_history ? "the start" : "the branch",
            asked.changes_history ? "the start" : "the branch");
    compare("points", std::to_string(stored.points()), std::to_string(asked.points()));
    if (lines.empty() && stored.design.values != asked.design.values) {
        lines.emplace_back("the values of the design's points");
    }
    if (lines.empty() && stored.design.dice != asked.design.dice) {
        lines.emplace_back("the seeds of the design's points");
    }
    if (lines.empty() && !same_shape(stored.kept, asked.kept)) {
        lines.emplace_back("the places or the quarters of the series kept");
    }
    return lines;
}

} // namespace opschaling::analysis
