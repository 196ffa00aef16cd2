#include "app/json/hypotheses_json.hpp"

#include "app/json/read_kept.hpp"
#include "app/usage_error.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <limits>
#include <string_view>

namespace opschaling::app {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 3> roles{"claim", "nil", "reversal"};
constexpr std::array<std::string_view, 3> findings{"holds", "fails", "uncertain"};
constexpr std::array<std::string_view, 5> verdicts{"met", "met_in_part", "missed", "inconclusive",
                                                   "not_measured"};

template <typename Value, std::size_t Count>
Value one_of(Json const& json, std::array<std::string_view, Count> const& words) {
    auto const word = json.get<std::string>();
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words.at(i) == word) {
            return static_cast<Value>(i);
        }
    }
    throw Json::other_error::create(501, fmt::format("'{}' is not known", word), &json);
}

/// Six digits; what is no number becomes null.
Json number(double value) {
    return std::isfinite(value) ? Json(std::stod(fmt::format("{:.6g}", value))) : Json(nullptr);
}

double read_number(Json const& json) {
    return json.is_null() ? std::numeric_limits<double>::quiet_NaN() : json.get<double>();
}

Json part_json(PartResult const& part) {
    auto const& judged = part.judged;
    return {{"name", part.name},
            {"role", roles.at(static_cast<std::size_t>(part.role))},
            {"says", part.says},
            {"experiment", part.experiment},
            {"study", part.study},
            {"set", part.settings},
            {"replications", part.replications},
            {"bound", number(part.bound)},
            {"value", number(judged.value)},
            {"interval", judged.interval
                             ? Json{number(judged.interval->low), number(judged.interval->high)}
                             : Json(nullptr)},
            {"p", number(judged.p)},
            {"finding", findings.at(static_cast<std::size_t>(judged.finding))},
            {"on_side", judged.on_side},
            {"robust", part.robust ? number(*part.robust) : Json(nullptr)}};
}

PartResult read_part(Json const& json) {
    PartResult part{.name = json.at("name"),
                    .role = one_of<scenarios::HypothesisRole>(json.at("role"), roles),
                    .says = json.at("says"),
                    .experiment = json.at("experiment"),
                    .study = json.at("study"),
                    .settings = json.at("set"),
                    .replications = json.at("replications"),
                    .bound = read_number(json.at("bound")),
                    .judged = {},
                    .robust = std::nullopt};
    part.judged.value = read_number(json.at("value"));
    if (auto const& interval = json.at("interval"); !interval.is_null()) {
        part.judged.interval =
            analysis::Interval{read_number(interval.at(0)), read_number(interval.at(1))};
    }
    part.judged.p = read_number(json.at("p"));
    part.judged.finding = one_of<analysis::Finding>(json.at("finding"), findings);
    part.judged.on_side = json.at("on_side");
    if (auto const& robust = json.at("robust"); !robust.is_null()) {
        part.robust = robust.get<double>();
    }
    return part;
}

Json sensitivity_json(SensitivityResult const& measure) {
    Json parameters = Json::array();
    for (auto const& parameter : measure.parameters) {
        parameters.push_back({{"path", parameter.path},
                              {"mean", number(parameter.mean)},
                              {"size", number(parameter.size)},
                              {"spread", number(parameter.spread)}});
    }
    return {{"name", measure.name},
            {"says", measure.says},
            {"study", measure.study},
            {"parameters", std::move(parameters)}};
}

SensitivityResult read_sensitivity(Json const& json) {
    SensitivityResult measure{.name = json.at("name"),
                              .says = json.at("says"),
                              .study = json.at("study"),
                              .parameters = {}};
    for (auto const& parameter : json.at("parameters")) {
        measure.parameters.push_back({.path = parameter.at("path"),
                                      .mean = read_number(parameter.at("mean")),
                                      .size = read_number(parameter.at("size")),
                                      .spread = read_number(parameter.at("spread"))});
    }
    return measure;
}

} // namespace

std::string hypotheses_json(HypothesesResult const& result) {
    Json hypotheses = Json::array();
    for (auto const& hypothesis : result.hypotheses) {
        Json parts = Json::array();
        for (auto const& part : hypothesis.parts) {
            parts.push_back(part_json(part));
        }
        hypotheses.push_back(
            {{"id", hypothesis.id},
             {"claim", {{"nl", hypothesis.claim_nl}, {"en", hypothesis.claim_en}}},
             {"source", hypothesis.source},
             {"note", hypothesis.note},
             {"tests", hypothesis.tests},
             {"verdict", verdicts.at(static_cast<std::size_t>(hypothesis.verdict))},
             {"p", number(hypothesis.p)},
             {"parts", std::move(parts)}});
    }
    Json sensitivity = Json::array();
    for (auto const& measure : result.sensitivity) {
        sensitivity.push_back(sensitivity_json(measure));
    }
    Json const json{{"schema", "opschaling-hypotheses-result/1"},
                    {"name", result.name},
                    {"fingerprint", result.fingerprint},
                    {"version", result.version},
                    {"uncertain", result.uncertain},
                    {"points", result.points},
                    {"runs", result.runs},
                    {"hypotheses", std::move(hypotheses)},
                    {"trajectories", result.trajectories},
                    {"sensitivity", std::move(sensitivity)}};
    return json.dump(1) + "\n";
}

HypothesesResult read_hypotheses_json(std::filesystem::path const& path) {
    try {
        auto const json = read_kept(path);
        HypothesesResult result{.name = json.at("name"),
                                .fingerprint = json.at("fingerprint"),
                                .version = json.at("version"),
                                .uncertain = json.at("uncertain"),
                                .points = json.at("points"),
                                .runs = json.at("runs"),
                                .hypotheses = {},
                                .trajectories = json.at("trajectories"),
                                .sensitivity = {}};
        for (auto const& measure : json.at("sensitivity")) {
            result.sensitivity.push_back(read_sensitivity(measure));
        }
        for (auto const& read : json.at("hypotheses")) {
            auto& hypothesis = result.hypotheses.emplace_back();
            hypothesis.id = read.at("id");
            hypothesis.claim_nl = read.at("claim").at("nl");
            hypothesis.claim_en = read.at("claim").at("en");
            hypothesis.source = read.at("source");
            hypothesis.note = read.at("note");
            hypothesis.tests = read.at("tests").get<std::vector<std::string>>();
            hypothesis.verdict = one_of<analysis::Verdict>(read.at("verdict"), verdicts);
            hypothesis.p = read_number(read.at("p"));
            for (auto const& part : read.at("parts")) {
                hypothesis.parts.push_back(read_part(part));
            }
        }
        return result;
    } catch (Json::exception const& error) {
        throw InputError{
            fmt::format("{}: not the result of hypotheses: {}", path.string(), error.what())};
    }
}

} // namespace opschaling::app
