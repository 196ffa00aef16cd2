#include "analysis/sweep/analyse_sweep.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace opschaling::analysis {

namespace {

constexpr double undefined{std::numeric_limits<double>::quiet_NaN()};

std::vector<std::size_t> all_outcomes(SweepTable const& table) {
    std::vector<std::size_t> all(table.outcomes.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
}

/// Whether all conditions hold, by point; nothing known counts as not.
std::vector<double> holds_by_point(SweepTable const& table,
                                   std::vector<Condition> const& conditions, std::size_t policy) {
    std::vector<double> holds(table.points(), 1.0);
    for (auto const& condition : conditions) {
        auto const figures = table.by_point(condition.outcome, policy);
        for (std::size_t point = 0; point < figures.size(); ++point) {
            bool const is_met = condition.is_above ? figures[point] > condition.threshold
                                                   : figures[point] < condition.threshold;
            holds[point] = std::isnan(figures[point]) ? undefined
                           : is_met                   ? holds[point]
                                                      : std::min(holds[point], 0.0);
        }
    }
    return holds;
}

/// The chosen points with what makes them of interest; those of which nothing is known left out.
Cases cases_of(SweepTable const& table, std::vector<std::size_t> const& points,
               std::vector<double> const& of_interest) {
    Cases cases{
        .inputs = table.inputs.size(), .values = {}, .is_of_interest = {}, .is_category = {}};
    for (auto const& input : table.inputs) {
        cases.is_category.push_back(input.categories.empty() ? 0 : 1);
    }
    for (std::size_t const point : points) {
        if (!std::isnan(of_interest[point])) {
            auto const values = table.design.point(point);
            cases.values.insert(cases.values.end(), values.begin(), values.end());
            cases.is_of_interest.push_back(of_interest[point] > 0.0 ? 1 : 0);
        }
    }
    return cases;
}

void put_sobol(SweepTable const& table, AboutOutcome about, SweepFindings& findings) {
    auto const figures = table.by_point(about.outcome, about.policy);
    auto indices = estimate_sobol(table.design.shape, figures);
    auto convergence = judge_convergence(table.design.shape, figures, indices);
    findings.sobol.push_back({about, std::move(indices), std::move(convergence)});
}

void put_effects(SweepTable const& table, AboutOutcome about, SweepFindings& findings) {
    findings.effects.push_back(
        {about, estimate_effects(table.design, table.by_replication(about.outcome, about.policy))});
}

void put_given_data(SweepTable const& table, AboutOutcome about, SweepFindings& findings) {
    auto const figures = table.by_point(about.outcome, about.policy);
    std::vector<double> values;
    std::vector<double> chosen;
    for (std::size_t const point : table.sample()) {
        auto const at = table.design.point(point);
        values.insert(values.end(), at.begin(), at.end());
        chosen.push_back(figures[point]);
    }
    auto const known = std::ranges::count_if(chosen, [](double f) { return std::isfinite(f); });
    findings.given_data.push_back({about, given_data_indices(values, table.inputs.size(), chosen),
                                   static_cast<std::size_t>(known)});
}

void put_by_outcome(SweepTable const& table, Question const& question, SweepFindings& findings) {
    auto const put = question.method == Method::sobol    ? put_sobol
                     : question.method == Method::morris ? put_effects
                                                         : put_given_data;
    for (std::size_t const outcome : question.outcomes) {
        for (std::size_t policy = 0; policy < table.policies.size(); ++policy) {
            put(table, {outcome, policy}, findings);
        }
    }
}

void put_regions(SweepTable const& table, Question const& question, SweepFindings& findings) {
    for (std::size_t policy = 0; policy < table.policies.size(); ++policy) {
        auto const cases =
            cases_of(table, table.sample(), holds_by_point(table, question.conditions, policy));
        if (question.method == Method::prim) {
            findings.boxes.push_back(
                {policy, question.text, find_boxes(cases, {.alpha = question.alpha})});
        } else {
            findings.trees.push_back({policy, question.text, grow_tree(cases)});
        }
    }
}

void put_failures(SweepTable const& table, SweepFindings& findings) {
    auto const failed = table.failed_points();
    if (std::ranges::find(failed, std::uint8_t{1}) == failed.end()) {
        return;
    }
    std::vector<std::size_t> all(table.points());
    std::iota(all.begin(), all.end(), std::size_t{0});
    std::vector<double> const of_interest(failed.begin(), failed.end());
    findings.trees.push_back({0, {}, grow_tree(cases_of(table, all, of_interest))});
}

/// Figures of which more is better, [policy][sampled point].
std::vector<std::vector<double>> merits_of(SweepTable const& table, std::size_t outcome) {
    double const sign = table.outcomes[outcome].direction == Direction::minimise ? -1.0 : 1.0;
    auto const points = table.sample();
    std::vector<std::vector<double>> merits;
    for (std::size_t policy = 0; policy < table.policies.size(); ++policy) {
        auto const figures = table.by_point(outcome, policy);
        auto& merit = merits.emplace_back();
        for (std::size_t const point : points) {
            merit.push_back(sign * figures[point]);
        }
    }
    return merits;
}

double share_that_holds(SweepTable const& table, std::vector<Condition> const& conditions,
                        std::size_t policy) {
    auto const holds = holds_by_point(table, conditions, policy);
    double sum{0.0};
    double known{0.0};
    for (std::size_t const point : table.sample()) {
        if (!std::isnan(holds[point])) {
            sum += holds[point];
            known += 1.0;
        }
    }
    return conditions.empty() || known == 0.0 ? undefined : sum / known;
}

void put_robustness(SweepTable const& table, Question const& question, SweepFindings& findings) {
    for (std::size_t const outcome : question.outcomes) {
        auto const merits = merits_of(table, outcome);
        RobustnessFinding finding{.outcome = outcome,
                                  .text = question.text,
                                  .scenarios = merits.front().size(),
                                  .policies = judge_policies(merits, {}),
                                  .satisficing = {}};
        for (std::size_t policy = 0; policy < table.policies.size(); ++policy) {
            finding.satisficing.push_back(share_that_holds(table, question.conditions, policy));
        }
        findings.robustness.push_back(std::move(finding));
    }
}

PolicyDifference difference_of(std::vector<double> const& policy,
                               std::vector<double> const& reference, std::size_t comparisons) {
    constexpr double outside{0.05};
    PolicyDifference difference{
        .difference =
            compare_pairs(policy, reference, 1.0 - outside / static_cast<double>(comparisons))};
    double known{0.0};
    for (std::size_t i = 0; i < policy.size(); ++i) {
        if (std::isfinite(policy[i]) && std::isfinite(reference[i])) {
            known += 1.0;
            difference.share_more += policy[i] > reference[i] ? 1.0 : 0.0;
            difference.share_less += policy[i] < reference[i] ? 1.0 : 0.0;
        }
    }
    difference.share_more /= known;
    difference.share_less /= known;
    return difference;
}

void put_paired(SweepTable const& table, Question const& question, SweepFindings& findings) {
    auto const points = table.sample();
    for (std::size_t const outcome : question.outcomes) {
        std::vector<std::vector<double>> chosen;
        for (std::size_t policy = 0; policy < table.policies.size(); ++policy) {
            auto const figures = table.by_point(outcome, policy);
            auto& some = chosen.emplace_back();
            for (std::size_t const point : points) {
                some.push_back(figures[point]);
            }
        }
        PairedFinding finding{.outcome = outcome, .points = points.size(), .policies = {}};
        for (std::size_t policy = 1; policy < chosen.size(); ++policy) {
            auto difference = difference_of(chosen[policy], chosen.front(), chosen.size() - 1);
            difference.policy = policy;
            finding.policies.push_back(difference);
        }
        findings.paired.push_back(std::move(finding));
    }
}

} // namespace

std::vector<Question> usual_questions(SweepTable const& table) {
    std::vector<Question> questions;
    auto const kind = table.design.shape.kind;
    auto const method = kind == DesignKind::saltelli ? Method::sobol
                        : kind == DesignKind::morris ? Method::morris
                                                     : Method::given_data;
    questions.push_back(
        {.method = method, .outcomes = all_outcomes(table), .conditions = {}, .text = {}});
    if (table.policies.size() > 1) {
        questions.push_back({.method = Method::paired,
                             .outcomes = all_outcomes(table),
                             .conditions = {},
                             .text = {}});
    }
    return questions;
}

std::vector<std::string> complaints_of(SweepTable const& table,
                                       std::vector<Question> const& questions) {
    std::vector<std::string> complaints;
    auto const kind = table.design.shape.kind;
    for (auto const& question : questions) {
        bool const needs_policies =
            question.method == Method::robustness || question.method == Method::paired;
        if (question.method == Method::sobol && kind != DesignKind::saltelli) {
            complaints.push_back(fmt::format("sobol needs the design saltelli, this is {}; "
                                             "given_data takes any",
                                             name_of(kind)));
        } else if (question.method == Method::morris && kind != DesignKind::morris) {
            complaints.push_back(
                fmt::format("morris needs the design morris, this is {}", name_of(kind)));
        } else if (needs_policies && table.policies.size() < 2) {
            complaints.emplace_back("robustness and paired compare policies, and there is one");
        }
        for (std::size_t const outcome : question.outcomes) {
            if (question.method == Method::robustness &&
                table.outcomes[outcome].direction == Direction::neither) {
                complaints.push_back(
                    fmt::format("robustness: say whether {} is to be maximised or minimised, by "
                                "its 'direction'",
                                table.outcomes[outcome].name));
            }
        }
    }
    return complaints;
}

SweepFindings analyse_sweep(SweepTable const& table, std::vector<Question> const& questions) {
    SweepFindings findings;
    for (auto const& question : questions) {
        switch (question.method) {
        case Method::sobol:
        case Method::morris:
        case Method::given_data:
            put_by_outcome(table, question, findings);
            break;
        case Method::prim:
            put_regions(table, question, findings);
            break;
        case Method::tree:
            if (!question.conditions.empty()) {
                put_regions(table, question, findings);
            }
            break;
        case Method::robustness:
            put_robustness(table, question, findings);
            break;
        case Method::paired:
            put_paired(table, question, findings);
            break;
        }
    }
    put_failures(table, findings);
    return findings;
}

} // namespace opschaling::analysis
