#include "analysis/hypotheses/verdict.hpp"

#include "analysis/statistics/tests.hpp"

#include <algorithm>

namespace opschaling::analysis {

namespace {

bool has(std::vector<Judged> const& parts, Finding finding) {
    return std::ranges::find(parts, finding, &Judged::finding) != parts.end();
}

bool all_hold(std::vector<Judged> const& parts) {
    return !has(parts, Finding::fails) && !has(parts, Finding::uncertain);
}

} // namespace

std::vector<ListedVerdict> judge_list(std::span<JudgedHypothesis const> hypotheses, double level) {
    std::vector<ListedVerdict> verdicts(hypotheses.size());
    std::vector<std::size_t> claiming;
    std::vector<double> p_values;
    for (std::size_t h = 0; h < hypotheses.size(); ++h) {
        auto const& claims = hypotheses[h].claims;
        if (claims.empty()) {
            continue;
        }
        claiming.push_back(h);
        p_values.push_back(std::ranges::max_element(claims, {}, &Judged::p)->p);
    }
    auto const adjusted = holm_adjusted(p_values);
    for (std::size_t i = 0; i < claiming.size(); ++i) {
        auto const& hypothesis = hypotheses[claiming[i]];
        auto& listed = verdicts[claiming[i]];
        listed.p = adjusted[i];
        if (has(hypothesis.claims, Finding::fails)) {
            listed.verdict = Verdict::missed;
        } else if (!(listed.p < level)) {
            listed.verdict = Verdict::inconclusive;
        } else {
            listed.verdict = all_hold(hypothesis.controls) ? Verdict::met : Verdict::met_in_part;
        }
    }
    return verdicts;
}

} // namespace opschaling::analysis
