#include "app/sweep/sweep_questions.hpp"

#include "app/usage_error.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <limits>
#include <numeric>

namespace opschaling::app {

namespace {

using Asked = scenarios::AnalysisRequest::Method;

analysis::Method method_of(Asked asked) {
    switch (asked) {
    case Asked::sobol:
        return analysis::Method::sobol;
    case Asked::morris:
        return analysis::Method::morris;
    case Asked::given_data:
        return analysis::Method::given_data;
    case Asked::prim:
        return analysis::Method::prim;
    case Asked::cart:
        return analysis::Method::tree;
    case Asked::robustness:
        return analysis::Method::robustness;
    case Asked::paired:
        break;
    }
    return analysis::Method::paired;
}

std::size_t outcome_called(analysis::SweepTable const& table, std::string const& name) {
    auto const found = std::ranges::find(table.outcomes, name, &analysis::TableOutcome::name);
    if (found == table.outcomes.end()) {
        throw InputError{fmt::format("the result holds no outcome '{}'; a sweep keeps those of its "
                                     "own experiment",
                                     name)};
    }
    return static_cast<std::size_t>(found - table.outcomes.begin());
}

analysis::Question question_of(analysis::SweepTable const& table,
                               scenarios::AnalysisRequest const& asked) {
    analysis::Question question{.method = method_of(asked.method),
                                .outcomes = {},
                                .conditions = {},
                                .text = asked.text,
                                .alpha = asked.alpha};
    for (auto const& name : asked.outcomes) {
        question.outcomes.push_back(outcome_called(table, name));
    }
    if (asked.outcomes.empty()) {
        question.outcomes.resize(table.outcomes.size());
        std::iota(question.outcomes.begin(), question.outcomes.end(), std::size_t{0});
    }
    for (auto const& condition : asked.cases) {
        question.conditions.push_back({.outcome = outcome_called(table, condition.outcome),
                                       .is_above = condition.is_above,
                                       .threshold = condition.threshold});
    }
    return question;
}

analysis::Direction direction_of(scenarios::AnalysisPlan const& plan, std::string const& name) {
    auto const found = std::ranges::find(plan.outcomes, name, &scenarios::ExperimentOutcome::name);
    if (found == plan.outcomes.end() ||
        found->direction == scenarios::ExperimentOutcome::Direction::neither) {
        return analysis::Direction::neither;
    }
    return found->direction == scenarios::ExperimentOutcome::Direction::maximise
               ? analysis::Direction::maximise
               : analysis::Direction::minimise;
}

} // namespace

analysis::SweepTable table_of(analysis::SweepFile const& file,
                              scenarios::AnalysisPlan const& plan) {
    auto const& swept = file.plan();
    analysis::SweepTable table;
    table.design = swept.design;
    table.replications = swept.study.replications;
    for (auto const& input : swept.inputs) {
        table.inputs.push_back({.name = input.name,
                                .label = input.parameter,
                                .unit = input.unit,
                                .categories = input.categories,
                                .is_lever = input.is_lever});
    }
    for (auto const& variant : swept.study.variants) {
        table.policies.push_back({variant.name, variant.title_nl, variant.title_en});
    }
    table.statuses.assign(swept.runs(), analysis::TableStatus::pending);
    for (std::size_t place = 0; place < file.runs().size(); ++place) {
        table.statuses[file.runs()[place]] =
            static_cast<analysis::TableStatus>(file.statuses()[place]);
    }
    for (auto const& outcome : swept.outcomes) {
        table.outcomes.push_back({.name = outcome.name,
                                  .label_nl = outcome.label_nl,
                                  .label_en = outcome.long_name,
                                  .unit = outcome.unit,
                                  .direction = direction_of(plan, outcome.name)});
        auto& figures =
            table.figures.emplace_back(swept.runs(), std::numeric_limits<double>::quiet_NaN());
        auto const read = file.outcome(outcome.name);
        for (std::size_t place = 0; place < read.size(); ++place) {
            figures[file.runs()[place]] = read[place];
        }
    }
    return table;
}

std::vector<analysis::Question> questions_of(analysis::SweepTable const& table,
                                             scenarios::AnalysisPlan const& plan) {
    std::vector<analysis::Question> questions;
    for (auto const& asked : plan.analyses) {
        questions.push_back(question_of(table, asked));
    }
    if (questions.empty()) {
        questions = analysis::usual_questions(table);
    }
    auto const complaints = analysis::complaints_of(table, questions);
    if (!complaints.empty()) {
        throw InputError{fmt::format("{}", fmt::join(complaints, "\n"))};
    }
    return questions;
}

} // namespace opschaling::app
