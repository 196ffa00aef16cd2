#include "scenarios/reader/analysis_plan.hpp"

#include "scenarios/reader/document.hpp"
#include "scenarios/reader/experiment_parts.hpp"
#include "scenarios/reader/keys.hpp"
#include "scenarios/reader/map_reader.hpp"

namespace opschaling::scenarios {

AnalysisPlan read_analysis_plan(std::string const& file, std::string_view text) {
    Findings findings;
    auto const document = parse_document(file, text, findings);
    if (!document || !check_schema(*document, experiment_schema, findings)) {
        findings.throw_if_any();
    }
    AnalysisPlan plan;
    if (Node const* outcomes = document->find("outcomes");
        outcomes != nullptr && expect_map(*outcomes, "outcomes", findings)) {
        for (auto const& node : outcomes->children) {
            ExperimentOutcome outcome;
            outcome.name = node.key;
            outcome.direction = read_direction(node, join_path("outcomes", node.key), findings);
            plan.outcomes.push_back(std::move(outcome));
        }
    }
    plan.analyses = read_analyses(document->find("analyse"), plan.outcomes, findings);
    findings.throw_if_any();
    return plan;
}

} // namespace opschaling::scenarios
