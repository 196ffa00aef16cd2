#include "app/sweep/carry_out.hpp"

#include "analysis/statistics/replication_rule.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace opschaling::app {

namespace {

using analysis::RunStatus;

constexpr auto between_two_writes = std::chrono::milliseconds{500};

/// Pending runs of the file that a rule accepts, in its order.
std::vector<std::size_t> pending(analysis::SweepWriter const& writer,
                                 std::function<bool(std::size_t run)> const& accepts) {
    std::vector<std::size_t> runs;
    for (std::size_t i = 0; i < writer.runs().size(); ++i) {
        if (writer.statuses()[i] == RunStatus::pending && accepts(writer.runs()[i])) {
            runs.push_back(writer.runs()[i]);
        }
    }
    return runs;
}

/// The stopping outcome of the points of a shard.
class PointValues {
public:
    PointValues(analysis::SweepPlan const& plan, analysis::SweepWriter const& writer)
        : plan_{plan}, outcome_{writer.outcome(plan.stopping->outcome)} {
        for (std::size_t i = 0; i < writer.runs().size(); ++i) {
            position_[writer.runs()[i]] = i;
        }
    }

    /// Under one policy in its first replications.
    [[nodiscard]] std::vector<double> of(std::size_t point, std::size_t policy,
                                         std::size_t replications) const {
        std::vector<double> values;
        for (std::size_t r = 0; r < replications; ++r) {
            values.push_back(outcome_[position_.at(plan_.run_of(r, point, policy))]);
        }
        return values;
    }

private:
    analysis::SweepPlan const& plan_;
    std::vector<double> outcome_;
    std::map<std::size_t, std::size_t> position_;
};

/// Whether the replications so far are enough for every policy at the point: the reference's own
/// mean, and the paired difference of the others with it.
bool is_settled(analysis::SweepPlan const& plan, PointValues const& values, std::size_t point,
                std::size_t replications) {
    auto const reference = plan.study.reference();
    auto const base = values.of(point, reference, replications);
    if (!analysis::are_enough(*plan.stopping, base)) {
        return false;
    }
    for (std::size_t policy = 0; policy < plan.policies(); ++policy) {
        if (policy != reference &&
            !analysis::are_enough(*plan.stopping, values.of(point, policy, replications), base)) {
            return false;
        }
    }
    return true;
}

std::set<std::size_t> points_of(analysis::SweepPlan const& plan,
                                std::vector<std::size_t> const& runs) {
    std::set<std::size_t> points;
    for (auto const run : runs) {
        points.insert(plan.point_of(run));
    }
    return points;
}

void skip(analysis::SweepPlan const& plan, analysis::SweepWriter& writer,
          std::set<std::size_t> const& points) {
    auto const left =
        pending(writer, [&](std::size_t run) { return points.contains(plan.point_of(run)); });
    std::vector<analysis::SweptRun> skipped;
    for (auto const run : left) {
        skipped.push_back(analysis::empty_run(plan, run, RunStatus::skipped));
    }
    if (!skipped.empty()) {
        writer.write(skipped);
    }
}

} // namespace

void RunSink::add(analysis::SweptRun run) {
    std::scoped_lock const lock{guard_};
    waiting_.push_back(std::move(run));
    if (std::chrono::steady_clock::now() - written_ > between_two_writes) {
        write_waiting();
    }
}

void RunSink::flush() {
    std::scoped_lock const lock{guard_};
    write_waiting();
}

void RunSink::write_waiting() {
    if (!waiting_.empty()) {
        writer_.write(waiting_);
        waiting_.clear();
    }
    written_ = std::chrono::steady_clock::now();
}

bool carry_out(analysis::SweepPlan const& plan, analysis::SweepWriter& writer,
               Execute const& execute, std::atomic<bool> const& stop) {
    RunSink sink{writer};
    auto const execute_all = [&](std::vector<std::size_t> const& runs) {
        execute(runs, [&sink](analysis::SweptRun run) { sink.add(std::move(run)); });
        sink.flush();
        return std::ranges::none_of(runs, [&](std::size_t run) {
            auto const found = std::ranges::lower_bound(writer.runs(), run);
            auto const position = static_cast<std::size_t>(found - writer.runs().begin());
            return writer.statuses()[position] == RunStatus::pending;
        });
    };
    if (!plan.stopping) {
        return execute_all(pending(writer, [](std::size_t) { return true; }));
    }
    auto open = points_of(plan, writer.runs());
    std::size_t done{0};
    while (!open.empty() && done < plan.study.replications) {
        auto const checkpoint =
            analysis::next_checkpoint(*plan.stopping, done, plan.study.replications);
        auto const is_asked = [&](std::size_t run) {
            return plan.replication_of(run) < checkpoint && open.contains(plan.point_of(run));
        };
        if (!execute_all(pending(writer, is_asked)) || stop.load()) {
            return false;
        }
        PointValues const values{plan, writer};
        std::set<std::size_t> settled;
        for (auto const point : open) {
            if (is_settled(plan, values, point, checkpoint)) {
                settled.insert(point);
            }
        }
        skip(plan, writer, settled);
        std::erase_if(open, [&](std::size_t point) { return settled.contains(point); });
        done = checkpoint;
    }
    return true;
}

Execute execute_here(SweepRuns const& sweep, std::atomic<bool> const& stop, Progress& progress) {
    return [&sweep, &stop, &progress](std::span<std::size_t const> runs, TakeRun const& take) {
        auto const at_once = sweep.at_once();
        for (std::size_t first = 0; first < runs.size() && !stop.load(); first += at_once) {
            sweep.run(runs.subspan(first, std::min(at_once, runs.size() - first)), take, stop,
                      progress);
        }
    };
}

} // namespace opschaling::app
