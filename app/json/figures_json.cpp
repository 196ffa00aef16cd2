#include "app/json/figures_json.hpp"

#include "analysis/report/outcome.hpp"
#include "analysis/report/wording.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace opschaling::app {

namespace {

using Json = nlohmann::ordered_json;

Json number(double value) {
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

Json interval_json(analysis::Interval const& interval) {
    return Json::array({number(interval.low), number(interval.high)});
}

Json compared_json(analysis::ComparedVariant const& compared) {
    Json json{{"variant", compared.name},
              {"replications", compared.replications},
              {"failed", compared.failed},
              {"mean", number(compared.mean)},
              {"interval", interval_json(compared.interval)}};
    if (compared.difference) {
        auto const& difference = *compared.difference;
        json["difference"] = {{"mean", number(difference.mean)},
                              {"interval", interval_json(difference.interval)},
                              {"pairs", difference.pairs},
                              {"is_indicative", difference.is_indicative}};
    }
    return json;
}

Json outcome_json(analysis::Outcome const& outcome) {
    Json years = Json::array();
    for (std::size_t i = 0; i < outcome.key_years.size(); ++i) {
        Json variants = Json::array();
        for (auto const& compared : outcome.compared[i]) {
            variants.push_back(compared_json(compared));
        }
        years.push_back({{"year", outcome.key_years[i]}, {"variants", std::move(variants)}});
    }
    return {{"series", outcome.declaration.name},
            {"unit", outcome.declaration.unit},
            {"long_name", outcome.declaration.long_name},
            {"years", std::move(years)}};
}

std::string text_of(Json const& json) {
    return json.dump(2) + "\n";
}

} // namespace

std::string figures_json(analysis::ResultFile const& file) {
    auto const& plan = file.plan();
    auto const& shape = file.shape();
    Json variants = Json::array();
    for (auto const& variant : plan.variants) {
        variants.push_back({{"name", variant.name},
                            {"title_nl", variant.title_nl},
                            {"title_en", variant.title_en},
                            {"is_reference", variant.is_reference}});
    }
    Json outcomes = Json::array();
    for (auto const& name : analysis::headline_series(shape)) {
        outcomes.push_back(outcome_json(analysis::read_outcome(file, name)));
    }
    return text_of({{"name", plan.name},
                    {"result", file.path().string()},
                    {"plan_sha256", analysis::plan_sha256(plan)},
                    {"content_sha256", analysis::content_hash(file.path())},
                    {"replications", plan.replications},
                    {"seed", plan.seed},
                    {"first", sim::Quarter::at(shape.first_quarter).text()},
                    {"branch", plan.branch.text()},
                    {"last", sim::Quarter::at(shape.first_quarter + shape.quarters - 1).text()},
                    {"world",
                     {{"name", plan.world.name},
                      {"is_synthetic", plan.world.is_synthetic},
                      {"homes", plan.world.homes},
                      {"wijken", plan.world.wijken},
                      {"gemeenten", plan.world.gemeenten}}},
                    {"budget", analysis::budget_text(plan)},
                    {"has_equal_budget", analysis::has_equal_budget(plan)},
                    {"variants", std::move(variants)},
                    {"outcomes", std::move(outcomes)}});
}

std::string parameters_json(std::vector<sim::ParameterRecord> const& records) {
    Json json = Json::array();
    for (auto const& record : records) {
        json.push_back({{"path", record.path},
                        {"value", record.value},
                        {"unit", record.unit},
                        {"lowest", number(record.lowest)},
                        {"highest", number(record.highest)},
                        {"plausible", Json::array({number(record.plausible_low),
                                                   number(record.plausible_high)})},
                        {"meaning", record.meaning},
                        {"source", record.source},
                        {"is_assumption", record.is_assumption},
                        {"origin", record.origin}});
    }
    return text_of(json);
}

std::string schedule_json(std::vector<analysis::ScheduleLine> const& lines) {
    Json json = Json::array();
    for (auto const& line : lines) {
        json.push_back(
            {{"sentence", line.sentence}, {"reads", line.reads}, {"writes", line.writes}});
    }
    return text_of(json);
}

std::string outcomes_json(sim::ResultShape const& shape) {
    Json json = Json::array();
    for (auto const& series : shape.series) {
        json.push_back({{"name", series.name},
                        {"axis", series.axis},
                        {"period", series.period == sim::Period::quarter ? "quarter" : "year"},
                        {"kind", series.kind == sim::SeriesKind::stock ? "stock" : "flow"},
                        {"unit", series.unit},
                        {"long_name", series.long_name},
                        {"label_nl", series.label_nl},
                        {"meaning", series.meaning}});
    }
    return text_of(json);
}

std::string findings_json(std::vector<PlacedMessage> const& findings) {
    Json json = Json::array();
    for (auto const& finding : findings) {
        json.push_back({{"file", finding.file},
                        {"line", finding.line},
                        {"column", finding.column},
                        {"path", finding.path},
                        {"message", finding.message},
                        {"hint", finding.hint}});
    }
    return text_of(json);
}

std::string counts_json(std::vector<std::pair<std::string, double>> const& counts) {
    Json json = Json::object();
    for (auto const& [name, value] : counts) {
        json[name] = value;
    }
    return text_of(json);
}

} // namespace opschaling::app
