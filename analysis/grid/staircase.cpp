#include "analysis/grid/staircase.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace opschaling::analysis {

namespace {

constexpr std::string_view share_path{"grid.imposed_share"};
constexpr std::string_view system_path{"grid.imposed_system"};
constexpr int warmtenet_system{3};
constexpr std::array<std::string_view, 3> levels{"station", "string", "substation"};

std::optional<double> changed(PlannedVariant const& variant, std::string_view path) {
    auto const found = std::ranges::find(variant.changed, path, &sim::ParameterRecord::path);
    if (found == variant.changed.end()) {
        return std::nullopt;
    }
    return std::stod(found->value);
}

bool has_series(sim::ResultShape const& shape, std::string_view name) {
    return std::ranges::any_of(shape.series, [&](auto const& s) { return s.name == name; });
}

/// Cost and peak of one level under one variant, mean over replications that ran.
StaircaseStep step_of(ResultFile const& file, std::size_t variant, std::size_t member, double share,
                      bool warmtenet) {
    auto const& plan = file.plan();
    auto const cost = file.read_member("grid_job_cost", member);
    auto const peak = file.read_member("grid_peak", member);
    auto const homes = file.read_member(warmtenet ? "homes_warmtenet" : "homes_heat_pump", 0);
    auto const steps = static_cast<std::size_t>(file.shape().quarters);
    auto const from = static_cast<std::size_t>(plan.branch.index() - file.shape().first_quarter);
    StaircaseStep step{.share = share};
    double runs{0.0};
    for (std::size_t replication = 0; replication < plan.replications; ++replication) {
        auto const run = plan.run_of(variant, replication);
        auto const last = static_cast<double>(peak[run * steps + steps - 1]);
        if (!std::isfinite(last)) {
            continue;
        }
        for (std::size_t q = from; q < steps; ++q) {
            step.cost += static_cast<double>(cost[run * steps + q]);
        }
        step.peak += last;
        step.homes += static_cast<double>(homes[run * steps + steps - 1]);
        runs += 1.0;
    }
    step.cost /= runs;
    step.peak /= runs;
    step.homes /= runs;
    return step;
}

/// Part of the way from the first step to the last, in homes.
double place_of(Staircase const& staircase, StaircaseStep const& step) {
    auto const& first = staircase.steps.front();
    auto const& last = staircase.steps.back();
    return (step.homes - first.homes) / std::max(1.0e-9, last.homes - first.homes);
}

double peak_at(Staircase const& staircase, double share) {
    auto const& steps = staircase.steps;
    for (std::size_t i = 1; i < steps.size(); ++i) {
        double const here = place_of(staircase, steps[i]);
        if (share <= here) {
            double const before = place_of(staircase, steps[i - 1]);
            double const part = (share - before) / std::max(1.0e-9, here - before);
            return steps[i - 1].peak + part * (steps[i].peak - steps[i - 1].peak);
        }
    }
    return steps.empty() ? 0.0 : steps.back().peak;
}

} // namespace

std::vector<Staircase> read_staircases(ResultFile const& file) {
    auto const& plan = file.plan();
    auto const imposing = std::ranges::count_if(
        plan.variants, [](auto const& v) { return changed(v, share_path).has_value(); });
    constexpr int fewest{2};
    if (imposing < fewest || !has_series(file.shape(), "grid_job_cost")) {
        return {};
    }
    auto const& axis = file.shape().axis_of(file.declaration("grid_job_cost"));
    std::vector<Staircase> staircases;
    for (bool const warmtenet : {false, true}) {
        for (auto const level : levels) {
            auto const member =
                static_cast<std::size_t>(std::ranges::find(axis.codes, level) - axis.codes.begin());
            Staircase staircase{std::string{level}, axis.names[member], warmtenet, {}};
            for (std::size_t v = 0; v < plan.variants.size(); ++v) {
                double const share = changed(plan.variants[v], share_path).value_or(0.0);
                bool const is_warmtenet =
                    changed(plan.variants[v], system_path).value_or(0.0) == warmtenet_system;
                if (share == 0.0 || is_warmtenet == warmtenet) {
                    staircase.steps.push_back(step_of(file, v, member, share, warmtenet));
                }
            }
            std::ranges::sort(staircase.steps, {}, &StaircaseStep::share);
            if (staircase.steps.size() > 2) {
                staircases.push_back(std::move(staircase));
            }
        }
    }
    return staircases;
}

StaircaseVerdict judge(Staircase const& staircase) {
    StaircaseVerdict verdict;
    verdict.first_quarter = peak_at(staircase, 0.25) - peak_at(staircase, 0.0);
    verdict.second_quarter = peak_at(staircase, 0.5) - peak_at(staircase, 0.25);
    auto const& first = staircase.steps.front();
    auto const& last = staircase.steps.back();
    for (auto const& step : staircase.steps) {
        double const straight = first.cost + (last.cost - first.cost) * place_of(staircase, step);
        double const rise = std::abs(last.cost - first.cost);
        if (rise > 0.0) {
            verdict.bend = std::max(verdict.bend, std::abs(step.cost - straight) / rise);
        }
    }
    return verdict;
}

} // namespace opschaling::analysis
