#include "analysis/report/parameter_name.hpp"
#include "analysis/report/sweep_tables.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace opschaling::analysis {

namespace {

std::string value_text(TableInput const& input, double value, SweepWording const& words) {
    if (!input.categories.empty()) {
        return input.categories.at(static_cast<std::size_t>(value));
    }
    auto const text = words.wording.number(value, decimals_for(std::abs(value)) + 1);
    return input.unit == "1" ? text : fmt::format("{} {}", text, input.unit);
}

std::string limit_text(TableInput const& input, BoxLimit const& limit, SweepWording const& words) {
    if (!limit.categories.empty()) {
        std::vector<std::string> names;
        for (double const category : limit.categories) {
            names.push_back(value_text(input, category, words));
        }
        return words(SweepPhrase::box_among,
                     fmt::arg("names", fmt::format("{}", fmt::join(names, ", "))));
    }
    auto const low = fmt::arg("low", value_text(input, limit.low, words));
    auto const high = fmt::arg("high", value_text(input, limit.high, words));
    if (std::isinf(limit.low)) {
        return words(SweepPhrase::box_below, high);
    }
    return std::isinf(limit.high) ? words(SweepPhrase::box_above, low)
                                  : words(SweepPhrase::box_between, low, high);
}

FindingTable box_table(SweepTable const& table, BoxesFinding const& finding, FoundBox const& found,
                       SweepWording const& words) {
    FindingTable made{.name = fmt::format("prim_{}", table.policies[finding.policy].name),
                      .caption =
                          words(SweepPhrase::boxes_caption, fmt::arg("case", finding.text),
                                fmt::arg("policy", name_of(table.policies[finding.policy], words))),
                      .head = {words(SweepPhrase::input), words(SweepPhrase::box_limit),
                               words(SweepPhrase::box_quasi_p), words(SweepPhrase::box_returned)},
                      .rows = {},
                      .notes = {},
                      .chart = {}};
    for (std::size_t input = 0; input < table.inputs.size(); ++input) {
        auto const& limit = found.box.limits[input];
        if (!limit.is_free()) {
            made.rows.push_back(
                {{.text =
                      parameter_name_and_path(table.inputs[input].label, words.wording.language)},
                 {.text = limit_text(table.inputs[input], limit, words)},
                 {.text = fmt::format("{:.0e}", limit.quasi_p), .value = limit.quasi_p},
                 {.text = fmt::format("{} / {}", found.returned[input], found.refits)}});
        }
    }
    made.notes.push_back(words(SweepPhrase::box_weight,
                               fmt::arg("density", percent_cell(found.box.density, words).text),
                               fmt::arg("coverage", percent_cell(found.box.coverage, words).text),
                               fmt::arg("mass", percent_cell(found.box.mass, words).text)));
    if (!std::isnan(found.held_out_density)) {
        made.notes.push_back(
            words(SweepPhrase::box_held_out,
                  fmt::arg("density", percent_cell(found.held_out_density, words).text),
                  fmt::arg("coverage", percent_cell(found.held_out_coverage, words).text)));
    }
    return made;
}

/// The leaves of a tree, each with the way that leads to it.
void put_leaves(SweepTable const& table, std::vector<TreeNode> const& nodes, std::size_t place,
                std::vector<std::string> const& way, FindingTable& made,
                SweepWording const& words) {
    auto const& node = nodes[place];
    if (node.is_leaf) {
        double const share = node.cases == 0 ? 0.0
                                             : static_cast<double>(node.of_interest) /
                                                   static_cast<double>(node.cases);
        auto const separator = fmt::format(" {} ", words(SweepPhrase::tree_and));
        made.rows.push_back({{.text = way.empty() ? words(SweepPhrase::tree_everywhere)
                                                  : fmt::format("{}", fmt::join(way, separator))},
                             {.text = words.wording.number(static_cast<double>(node.cases)),
                              .value = static_cast<double>(node.cases)},
                             percent_cell(share, words)});
        return;
    }
    auto const& input = table.inputs[node.input];
    bool const is_category = !input.categories.empty();
    auto const step = [&](SweepPhrase phrase) {
        auto longer = way;
        longer.push_back(
            words(phrase, fmt::arg("input", parameter_name(input.label, words.wording.language)),
                  fmt::arg("value", value_text(input, node.threshold, words))));
        return longer;
    };
    put_leaves(table, nodes, node.below,
               step(is_category ? SweepPhrase::tree_is : SweepPhrase::tree_at_most), made, words);
    put_leaves(table, nodes, node.above,
               step(is_category ? SweepPhrase::tree_is_not : SweepPhrase::tree_above), made, words);
}

} // namespace

std::vector<FindingTable> box_tables(SweepTable const& table, BoxesFinding const& finding,
                                     SweepWording const& words) {
    std::vector<FindingTable> tables;
    for (auto const& found : finding.result.boxes) {
        tables.push_back(box_table(table, finding, found, words));
    }
    if (tables.empty()) {
        tables.push_back(
            {.name = fmt::format("prim_{}", table.policies[finding.policy].name),
             .caption = words(SweepPhrase::boxes_caption, fmt::arg("case", finding.text),
                              fmt::arg("policy", name_of(table.policies[finding.policy], words))),
             .head = {words(SweepPhrase::input), words(SweepPhrase::box_limit)},
             .rows = {},
             .notes = {words(
                 SweepPhrase::boxes_none,
                 fmt::arg("part",
                          words.wording.number(static_cast<double>(finding.result.of_interest))),
                 fmt::arg("all", words.wording.number(static_cast<double>(finding.result.cases))))},
             .chart = {}});
    }
    if (finding.result.has_few_cases) {
        tables.front().notes.push_back(words(SweepPhrase::boxes_few));
    }
    return tables;
}

FindingTable tree_table(SweepTable const& table, TreeFinding const& finding,
                        SweepWording const& words) {
    bool const is_failures = finding.text.empty();
    FindingTable made{
        .name =
            is_failures ? "failures" : fmt::format("tree_{}", table.policies[finding.policy].name),
        .caption = is_failures
                       ? words(SweepPhrase::tree_failures_caption)
                       : words(SweepPhrase::tree_caption, fmt::arg("case", finding.text),
                               fmt::arg("policy", name_of(table.policies[finding.policy], words))),
        .head = {words(SweepPhrase::tree_where), words(SweepPhrase::tree_cases),
                 words(SweepPhrase::tree_share)},
        .rows = {},
        .notes = {},
        .chart = {}};
    put_leaves(table, finding.nodes, 0, {}, made, words);
    if (finding.nodes.size() == 1) {
        made.notes.push_back(words(SweepPhrase::tree_nothing));
    }
    return made;
}

FindingTable robustness_table(SweepTable const& table, RobustnessFinding const& finding,
                              SweepWording const& words) {
    auto const& outcome = table.outcomes[finding.outcome];
    double const sign = outcome.direction == Direction::minimise ? -1.0 : 1.0;
    double largest{0.0};
    for (auto const& policy : finding.policies) {
        largest = std::max({largest, std::abs(policy.maximin), std::abs(policy.maximax)});
    }
    Measure const measure{outcome.unit, largest, words.wording};
    auto const cell = [&](double value) {
        return FindingCell{.text = measure.text(value), .value = value};
    };
    FindingTable made{
        .name = fmt::format("robustness_{}", outcome.name),
        .caption = measure.labelled(
            words(SweepPhrase::robust_caption, fmt::arg("outcome", name_of(outcome, words)))),
        .head = {words(SweepPhrase::policy), words(SweepPhrase::robust_worst),
                 words(SweepPhrase::robust_mean), words(SweepPhrase::robust_best),
                 words(SweepPhrase::robust_mean_regret), words(SweepPhrase::robust_p90_regret),
                 words(SweepPhrase::robust_max_regret), words(SweepPhrase::robust_best_share)},
        .rows = {},
        .notes = {words(
            SweepPhrase::robust_reading,
            fmt::arg("points", words.wording.number(static_cast<double>(finding.scenarios))))},
        .chart = {}};
    if (!finding.text.empty()) {
        made.head.push_back(words(SweepPhrase::robust_satisficing, fmt::arg("case", finding.text)));
    }
    for (std::size_t policy = 0; policy < finding.policies.size(); ++policy) {
        auto const& judged = finding.policies[policy];
        std::vector<FindingCell> row{{.text = name_of(table.policies[policy], words)},
                                     cell(sign * judged.maximin),
                                     cell(sign * judged.laplace),
                                     cell(sign * judged.maximax),
                                     cell(judged.mean_regret),
                                     cell(judged.p90_regret),
                                     cell(judged.max_regret),
                                     percent_cell(judged.best_share, words)};
        if (!finding.text.empty()) {
            row.push_back(percent_cell(finding.satisficing[policy], words));
        }
        made.rows.push_back(std::move(row));
    }
    return made;
}

FindingTable paired_table(SweepTable const& table, PairedFinding const& finding,
                          SweepWording const& words) {
    auto const& outcome = table.outcomes[finding.outcome];
    double largest{0.0};
    for (auto const& policy : finding.policies) {
        largest = std::max(largest, std::abs(policy.difference.mean));
    }
    Measure const measure{outcome.unit, largest, words.wording};
    FindingTable made{
        .name = fmt::format("paired_{}", outcome.name),
        .caption = words(SweepPhrase::paired_caption, fmt::arg("outcome", name_of(outcome, words)),
                         fmt::arg("reference", name_of(table.policies.front(), words))),
        .head = {words(SweepPhrase::policy),
                 measure.labelled(words(SweepPhrase::paired_difference)),
                 words(SweepPhrase::paired_more), words(SweepPhrase::paired_less)},
        .rows = {},
        .notes = {words(
            SweepPhrase::paired_reading,
            fmt::arg("points", words.wording.number(static_cast<double>(finding.points))))},
        .chart = {}};
    for (auto const& policy : finding.policies) {
        made.rows.push_back(
            {{.text = name_of(table.policies[policy.policy], words)},
             {.text = measure.interval_text(policy.difference), .value = policy.difference.mean},
             percent_cell(policy.share_more, words),
             percent_cell(policy.share_less, words)});
    }
    return made;
}

} // namespace opschaling::analysis
