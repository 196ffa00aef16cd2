#include "app/study/report_evidence.hpp"

#include "analysis/report/workshop_figures.hpp"
#include "analysis/store/sweep_file.hpp"
#include "analysis/store/table_file.hpp"
#include "app/language/report_phrases.hpp"
#include "app/language/sweep_phrases.hpp"
#include "app/study/read_request.hpp"
#include "app/sweep/sweep_questions.hpp"
#include "app/usage_error.hpp"
#include "scenarios/reader/analysis_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace opschaling::app {

namespace {

/// In how much of the samples each policy differs from the first the way it mostly does.
void add_signs(analysis::SweepTable const& table, analysis::SweepFindings const& findings,
               analysis::SweepWording const& words, analysis::Evidence& evidence) {
    for (auto const& finding : findings.paired) {
        for (auto const& policy : finding.policies) {
            evidence.signs.push_back(
                {fmt::format("{}: {}", analysis::name_of(table.outcomes.at(finding.outcome), words),
                             analysis::name_of(table.policies.at(policy.policy), words)),
                 std::max(policy.share_more, policy.share_less)});
        }
    }
}

void add_sweep(std::filesystem::path const& path, analysis::Language language,
               analysis::Evidence& evidence) {
    auto const file = analysis::SweepFile::open(path);
    auto const plan =
        scenarios::read_analysis_plan("experiment of the result", file.plan().experiment);
    auto const table = table_of(file, plan);
    auto const findings = analysis::analyse_sweep(table, questions_of(table, plan));
    analysis::SweepWording const words{
        .wording = {.language = language, .phrases = phrases_in(language)},
        .phrases = sweep_phrases_in(language)};
    std::ranges::move(analysis::tables_of(table, findings, words),
                      std::back_inserter(evidence.findings));
    add_signs(table, findings, words, evidence);
}

} // namespace

ReportSources sources_of(std::vector<std::filesystem::path> const& files) {
    ReportSources sources;
    for (auto const& file : files) {
        expect_file(file);
        auto const schema = analysis::schema_of_file(file);
        if (schema == "opschaling-effect/1") {
            sources.effects.push_back(file);
        } else if (schema == "opschaling-sweep/1") {
            sources.sweeps.push_back(file);
        } else if (schema == analysis::workshop_figures_schema) {
            sources.workshop = file;
        } else if (sources.study.empty()) {
            sources.study = file;
        } else {
            throw UsageError{
                fmt::format("{} and {}: a report is of one study; beside it go results "
                            "of effects and of sweep",
                            sources.study.string(), file.string())};
        }
    }
    if (!sources.workshop.empty()) {
        if (files.size() > 1) {
            throw UsageError{fmt::format("{}: the figures of a workshop are a report of their own; "
                                         "name no other result beside it",
                                         sources.workshop.string())};
        }
        return sources;
    }
    if (sources.study.empty()) {
        throw UsageError{
            "a report needs the result of a run or compare, beside which go results of "
            "effects and of sweep; or the figures of a workshop"};
    }
    return sources;
}

analysis::Evidence read_evidence(ReportSources const& sources, analysis::Language language) {
    analysis::Evidence evidence;
    for (auto const& path : sources.effects) {
        evidence.effects.push_back(
            analysis::effect_of(analysis::read_tables(path, "opschaling-effect/1")));
    }
    for (auto const& path : sources.sweeps) {
        add_sweep(path, language, evidence);
    }
    return evidence;
}

} // namespace opschaling::app
