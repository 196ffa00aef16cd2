#include "app/json/findings_json.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace opschaling::app {

namespace {

using Json = nlohmann::ordered_json;
using analysis::SweepTable;

Json number(double value) {
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

Json interval_json(analysis::Interval const& interval) {
    return {number(interval.low), number(interval.high)};
}

Json estimate_json(analysis::SensitivityEstimate const& estimate) {
    return {{"value", number(estimate.value)}, {"interval", interval_json(estimate.interval)}};
}

/// The head of a finding about one outcome under one policy.
Json about(SweepTable const& table, analysis::AboutOutcome const& finding) {
    return {{"outcome", table.outcomes[finding.outcome].name},
            {"policy", table.policies[finding.policy].name}};
}

Json dropped_json(std::vector<analysis::DroppedRow> const& dropped) {
    Json rows = Json::array();
    for (auto const& row : dropped) {
        rows.push_back({{"row", row.row}, {"scramble", row.scramble}, {"point", row.point}});
    }
    return rows;
}

Json shares_json(std::string const& name, analysis::VarianceShares const& shares) {
    return {{"input", name},
            {"first", estimate_json(shares.first)},
            {"total", estimate_json(shares.total)},
            {"first_saltelli", number(shares.first_saltelli)},
            {"first_jansen", number(shares.first_jansen)}};
}

Json names_json(SweepTable const& table, std::vector<std::size_t> const& inputs) {
    Json names = Json::array();
    for (std::size_t const input : inputs) {
        names.push_back(table.inputs[input].name);
    }
    return names;
}

Json sobol_json(SweepTable const& table, analysis::SobolFinding const& finding) {
    auto const& indices = finding.indices;
    auto const& judged = finding.convergence;
    Json inputs = Json::array();
    for (std::size_t i = 0; i < indices.inputs.size(); ++i) {
        inputs.push_back(shares_json(table.inputs[i].name, indices.inputs[i]));
    }
    auto json = about(table, finding);
    json["mean"] = number(indices.mean);
    json["variance"] = number(indices.variance);
    json["varies"] = indices.varies;
    json["inputs"] = std::move(inputs);
    json["chance"] =
        indices.chance.empty() ? Json(nullptr) : shares_json("chance", indices.chance.front());
    json["rows"] = indices.rows;
    json["dropped_rows"] = dropped_json(indices.dropped);
    json["intervals_from"] = indices.source == analysis::IntervalSource::scrambles   ? "scrambles"
                             : indices.source == analysis::IntervalSource::bootstrap ? "bootstrap"
                                                                                     : "none";
    json["convergence"] = {{"widest_interval", number(judged.widest)},
                           {"figures_settled", judged.figures_settled},
                           {"ranks_settled", judged.ranks_settled},
                           {"without_influence", names_json(table, judged.without_influence)},
                           {"undecided", names_json(table, judged.undecided)},
                           {"first_exceeds_one", judged.first_exceeds_one},
                           {"first_exceeds_total", judged.first_exceeds_total},
                           {"estimators_disagree", judged.estimators_disagree}};
    return json;
}

Json effects_json(SweepTable const& table, analysis::EffectsFinding const& finding) {
    Json inputs = Json::array();
    for (std::size_t i = 0; i < finding.effects.inputs.size(); ++i) {
        auto const& effect = finding.effects.inputs[i];
        inputs.push_back({{"input", table.inputs[i].name},
                          {"mu_star", estimate_json(effect.magnitude)},
                          {"mu", number(effect.mean)},
                          {"sigma", number(effect.spread)}});
    }
    auto json = about(table, finding);
    json["inputs"] = std::move(inputs);
    json["trajectories"] = finding.effects.trajectories;
    json["dropped_rows"] = dropped_json(finding.effects.dropped);
    json["noise_floor"] = number(finding.effects.noise_floor);
    return json;
}

Json given_data_json(SweepTable const& table, analysis::GivenDataFinding const& finding) {
    Json inputs = Json::array();
    for (std::size_t i = 0; i < finding.inputs.size(); ++i) {
        inputs.push_back({{"input", table.inputs[i].name},
                          {"first", number(finding.inputs[i].first)},
                          {"chance_level", number(finding.inputs[i].chance_level)}});
    }
    auto json = about(table, finding);
    json["points"] = finding.points;
    json["inputs"] = std::move(inputs);
    return json;
}

Json box_json(SweepTable const& table, analysis::Box const& box) {
    Json limits = Json::array();
    for (std::size_t i = 0; i < box.limits.size(); ++i) {
        auto const& limit = box.limits[i];
        if (limit.is_free()) {
            continue;
        }
        Json json{{"input", table.inputs[i].name}};
        if (limit.categories.empty()) {
            json["low"] = number(limit.low);
            json["high"] = number(limit.high);
        } else {
            Json names = Json::array();
            for (double const category : limit.categories) {
                names.push_back(table.inputs[i].categories.at(static_cast<std::size_t>(category)));
            }
            json["categories"] = std::move(names);
        }
        json["quasi_p"] = number(limit.quasi_p);
        limits.push_back(std::move(json));
    }
    return {{"coverage", number(box.coverage)},
            {"density", number(box.density)},
            {"mass", number(box.mass)},
            {"limits", std::move(limits)}};
}

Json boxes_json(SweepTable const& table, analysis::BoxesFinding const& finding) {
    Json boxes = Json::array();
    for (auto const& found : finding.result.boxes) {
        auto json = box_json(table, found.box);
        json["held_out_coverage"] = number(found.held_out_coverage);
        json["held_out_density"] = number(found.held_out_density);
        Json returned = Json::object();
        for (std::size_t i = 0; i < found.returned.size(); ++i) {
            returned[table.inputs[i].name] = found.returned[i];
        }
        json["refits"] = found.refits;
        json["returned"] = std::move(returned);
        Json path = Json::array();
        for (auto const& box : found.path) {
            path.push_back(box_json(table, box));
        }
        json["path"] = std::move(path);
        boxes.push_back(std::move(json));
    }
    return {{"case", finding.text},
            {"policy", table.policies[finding.policy].name},
            {"cases", finding.result.cases},
            {"of_interest", finding.result.of_interest},
            {"has_few_cases", finding.result.has_few_cases},
            {"boxes", std::move(boxes)}};
}

Json tree_json(SweepTable const& table, analysis::TreeFinding const& finding) {
    Json nodes = Json::array();
    for (auto const& node : finding.nodes) {
        Json json{{"cases", node.cases}, {"of_interest", node.of_interest}};
        if (!node.is_leaf) {
            json["input"] = table.inputs[node.input].name;
            json["at_most"] = number(node.threshold);
            json["below"] = node.below;
            json["above"] = node.above;
        }
        nodes.push_back(std::move(json));
    }
    Json json{{"case", finding.text.empty() ? "failed runs" : finding.text}};
    if (!finding.text.empty()) {
        json["policy"] = table.policies[finding.policy].name;
    }
    json["nodes"] = std::move(nodes);
    return json;
}

Json robustness_json(SweepTable const& table, analysis::RobustnessFinding const& finding) {
    bool const is_turned =
        table.outcomes[finding.outcome].direction == analysis::Direction::minimise;
    double const sign = is_turned ? -1.0 : 1.0;
    Json policies = Json::array();
    for (std::size_t i = 0; i < finding.policies.size(); ++i) {
        auto const& judged = finding.policies[i];
        policies.push_back({{"policy", table.policies[i].name},
                            {"worst", number(sign * judged.maximin)},
                            {"best", number(sign * judged.maximax)},
                            {"hurwicz", number(sign * judged.hurwicz)},
                            {"mean", number(sign * judged.laplace)},
                            {"deviation", number(judged.deviation)},
                            {"mean_regret", number(judged.mean_regret)},
                            {"p90_regret", number(judged.p90_regret)},
                            {"max_regret", number(judged.max_regret)},
                            {"best_share", number(judged.best_share)},
                            {"satisficing", number(finding.satisficing[i])}});
    }
    return {{"outcome", table.outcomes[finding.outcome].name},
            {"direction", is_turned ? "minimise" : "maximise"},
            {"case", finding.text},
            {"scenarios", finding.scenarios},
            {"policies", std::move(policies)}};
}

Json paired_json(SweepTable const& table, analysis::PairedFinding const& finding) {
    Json policies = Json::array();
    for (auto const& policy : finding.policies) {
        policies.push_back({{"policy", table.policies[policy.policy].name},
                            {"difference", number(policy.difference.mean)},
                            {"interval", interval_json(policy.difference.interval)},
                            {"share_more", number(policy.share_more)},
                            {"share_less", number(policy.share_less)}});
    }
    return {{"outcome", table.outcomes[finding.outcome].name},
            {"reference", table.policies.front().name},
            {"points", finding.points},
            {"policies", std::move(policies)}};
}

template <typename Finding>
Json list_of(SweepTable const& table, std::vector<Finding> const& findings,
             Json (*told)(SweepTable const&, Finding const&)) {
    Json list = Json::array();
    for (auto const& finding : findings) {
        list.push_back(told(table, finding));
    }
    return list;
}

} // namespace

std::string findings_json(analysis::SweepFile const& file, SweepTable const& table,
                          analysis::SweepFindings const& findings) {
    using analysis::TableStatus;
    auto const& study = file.plan().study;
    Json const json{{"name", study.name},
                    {"program", study.made_by.version},
                    {"world", study.world.identity},
                    {"sweep_sha256", analysis::sweep_sha256(file.plan())},
                    {"content_sha256", analysis::content_hash(file)},
                    {"design", analysis::name_of(table.design.shape.kind)},
                    {"points", table.points()},
                    {"replications", table.replications},
                    {"done", table.count(TableStatus::done)},
                    {"failed", table.count(TableStatus::failed)},
                    {"sobol", list_of(table, findings.sobol, sobol_json)},
                    {"morris", list_of(table, findings.effects, effects_json)},
                    {"given_data", list_of(table, findings.given_data, given_data_json)},
                    {"prim", list_of(table, findings.boxes, boxes_json)},
                    {"cart", list_of(table, findings.trees, tree_json)},
                    {"robustness", list_of(table, findings.robustness, robustness_json)},
                    {"paired", list_of(table, findings.paired, paired_json)}};
    return json.dump(2) + "\n";
}

} // namespace opschaling::app
