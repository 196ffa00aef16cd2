#include "scenarios/reader/experiment_parts.hpp"
#include "scenarios/reader/map_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <sstream>

namespace opschaling::scenarios {

namespace {

using Method = AnalysisRequest::Method;

constexpr std::array<std::string_view, 7> methods{"sobol", "morris",     "given_data", "prim",
                                                  "cart",  "robustness", "paired"};

std::vector<std::string> names_of(std::vector<ExperimentOutcome> const& outcomes) {
    std::vector<std::string> names;
    names.reserve(outcomes.size());
    for (auto const& outcome : outcomes) {
        names.push_back(outcome.name);
    }
    return names;
}

void check_outcome(std::string const& name, Node const& node, std::string const& path,
                   std::vector<ExperimentOutcome> const& outcomes, Findings& findings) {
    auto const known = names_of(outcomes);
    if (std::ranges::find(known, name) == known.end()) {
        findings.add(node.place, path, fmt::format("no outcome is named '{}'", name),
                     did_you_mean(name, known));
    }
}

/// Of which outcomes a method is asked, and with what.
void read_question(Node const& asked, std::string const& here,
                   std::vector<ExperimentOutcome> const& outcomes, AnalysisRequest& request,
                   Findings& findings) {
    check_keys(asked, {"of", "case", "alpha"}, here, findings);
    MapReader const reader{asked, here, findings};
    request.outcomes = reader.names("of");
    for (auto const& outcome : request.outcomes) {
        check_outcome(outcome, *asked.find("of"), here, outcomes, findings);
    }
    if (Node const* written = asked.find("case")) {
        request.cases = read_conditions(*written, here, outcomes, findings);
        request.text = written->text;
    }
    if (asked.find("alpha") != nullptr) {
        request.alpha = reader.share("alpha");
    }
}

AnalysisRequest read_analysis(Node const& node, std::string const& path,
                              std::vector<ExperimentOutcome> const& outcomes, Findings& findings) {
    AnalysisRequest request;
    bool const is_bare = node.is_scalar();
    if (!is_bare && (!node.is_map() || node.children.size() != 1)) {
        findings.add(node.place, path, "expected one method with what it is asked");
        return request;
    }
    Node const& asked = is_bare ? node : node.children.front();
    auto const& name = is_bare ? node.text : asked.key;
    auto const found = std::ranges::find(methods, name);
    if (found == methods.end()) {
        std::vector<std::string> const known(methods.begin(), methods.end());
        findings.add(is_bare ? node.place : asked.key_place, path,
                     fmt::format("'{}' is not one of {}", name, fmt::join(known, ", ")),
                     did_you_mean(name, known));
        return request;
    }
    request.method = static_cast<Method>(found - methods.begin());
    auto const here = join_path(path, name);
    if (!is_bare && !asked.is_nothing() && expect_map(asked, path, findings)) {
        read_question(asked, here, outcomes, request, findings);
    }
    if (request.method == Method::prim && request.cases.empty() && findings.empty()) {
        findings.add(is_bare ? asked.place : asked.key_place, here, "'case' is missing",
                     "say which runs are of interest: 'homes_2040 > 3e6'");
    }
    return request;
}

} // namespace

std::vector<OutcomeCondition> read_conditions(Node const& node, std::string const& path,
                                              std::vector<ExperimentOutcome> const& outcomes,
                                              Findings& findings) {
    std::vector<OutcomeCondition> conditions;
    std::istringstream words{read_line(node, path, findings).value_or("")};
    std::string outcome;
    std::string sign;
    std::string number;
    std::string joint;
    while (words >> outcome) {
        words >> sign >> number;
        auto const threshold = parse_number(number);
        if ((sign != ">" && sign != "<") || !threshold.value) {
            findings.add(node.place, path, "expected an outcome, > or <, and a number",
                         "for instance 'homes_2040 > 3e6 and cost < 2e9'");
            return conditions;
        }
        check_outcome(outcome, node, path, outcomes, findings);
        conditions.push_back(
            {.outcome = outcome, .is_above = sign == ">", .threshold = *threshold.value});
        number.clear();
        if (!(words >> joint)) {
            break;
        }
        if (joint != "and") {
            findings.add(node.place, path, fmt::format("found '{}', expected 'and'", joint));
            return conditions;
        }
    }
    return conditions;
}

std::vector<AnalysisRequest> read_analyses(Node const* list,
                                           std::vector<ExperimentOutcome> const& outcomes,
                                           Findings& findings) {
    std::vector<AnalysisRequest> requests;
    if (list == nullptr) {
        return requests;
    }
    if (!list->is_list()) {
        findings.add(list->place, "analyse",
                     fmt::format("expected a list, found {}", describe_node(*list)));
        return requests;
    }
    for (auto const& node : list->children) {
        requests.push_back(read_analysis(node, "analyse", outcomes, findings));
    }
    return requests;
}

} // namespace opschaling::scenarios
