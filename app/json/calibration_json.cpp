#include "app/json/calibration_json.hpp"

#include "app/json/read_kept.hpp"
#include "app/usage_error.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>

namespace opschaling::app {

namespace {

using Json = nlohmann::ordered_json;

/// Six digits say all that replications can; what is no number becomes null.
Json number(double value) {
    return std::isfinite(value) ? Json(std::stod(fmt::format("{:.6g}", value))) : Json(nullptr);
}

double read_number(Json const& json, char const* key) {
    auto const& value = json.at(key);
    return value.is_null() ? std::numeric_limits<double>::quiet_NaN() : value.get<double>();
}

Json parameter_json(CalibratedValue const& parameter) {
    return {{"path", parameter.path},
            {"unit", parameter.unit},
            {"because", parameter.because},
            {"before", number(parameter.before)},
            {"value", number(parameter.value)},
            {"prior", {number(parameter.prior_low), number(parameter.prior_high)}},
            {"interval", {number(parameter.low), number(parameter.high)}},
            {"width_left", number(parameter.width_left)}};
}

Json target_json(HeldTarget const& target) {
    return {{"name", target.name},
            {"fact", target.fact},
            {"source", target.source},
            {"fitted", target.is_fitted},
            {"observed", number(target.observed)},
            {"accept", {number(target.accept_low), number(target.accept_high)}},
            {"before", number(target.before)},
            {"model", number(target.model)},
            {"interval", {number(target.model_low), number(target.model_high)}}};
}

std::pair<double, double> read_pair(Json const& json, char const* key) {
    auto const of = [](Json const& value) {
        return value.is_null() ? std::numeric_limits<double>::quiet_NaN() : value.get<double>();
    };
    return {of(json.at(key).at(0)), of(json.at(key).at(1))};
}

CalibratedValue read_parameter(Json const& json) {
    auto const prior = read_pair(json, "prior");
    auto const interval = read_pair(json, "interval");
    return {.path = json.at("path"),
            .unit = json.at("unit"),
            .because = json.at("because"),
            .before = read_number(json, "before"),
            .value = read_number(json, "value"),
            .prior_low = prior.first,
            .prior_high = prior.second,
            .low = interval.first,
            .high = interval.second,
            .width_left = read_number(json, "width_left")};
}

HeldTarget read_target(Json const& json) {
    auto const accept = read_pair(json, "accept");
    auto const interval = read_pair(json, "interval");
    return {.name = json.at("name"),
            .fact = json.at("fact"),
            .source = json.at("source"),
            .is_fitted = json.at("fitted"),
            .observed = read_number(json, "observed"),
            .accept_low = accept.first,
            .accept_high = accept.second,
            .before = read_number(json, "before"),
            .model = read_number(json, "model"),
            .model_low = interval.first,
            .model_high = interval.second};
}

} // namespace

std::string calibration_json(CalibrationResult const& result) {
    Json parameters = Json::array();
    for (auto const& parameter : result.parameters) {
        parameters.push_back(parameter_json(parameter));
    }
    Json targets = Json::array();
    for (auto const& target : result.targets) {
        targets.push_back(target_json(target));
    }
    Json const json{{"name", result.name},
                    {"world", result.world},
                    {"fingerprint", result.fingerprint},
                    {"version", result.version},
                    {"replications", result.replications},
                    {"seed", result.seed},
                    {"rounds", result.rounds},
                    {"misfit", {number(result.misfit_before), number(result.misfit_after)}},
                    {"parameters", std::move(parameters)},
                    {"targets", std::move(targets)}};
    return json.dump(2) + "\n";
}

CalibrationResult read_calibration_json(std::filesystem::path const& path) {
    try {
        auto const json = read_kept(path);
        auto const misfit = read_pair(json, "misfit");
        CalibrationResult result{.name = json.at("name"),
                                 .world = json.at("world"),
                                 .fingerprint = json.at("fingerprint"),
                                 .version = json.at("version"),
                                 .replications = json.at("replications"),
                                 .seed = json.at("seed"),
                                 .rounds = json.at("rounds"),
                                 .misfit_before = misfit.first,
                                 .misfit_after = misfit.second,
                                 .parameters = {},
                                 .targets = {}};
        for (auto const& parameter : json.at("parameters")) {
            result.parameters.push_back(read_parameter(parameter));
        }
        for (auto const& target : json.at("targets")) {
            result.targets.push_back(read_target(target));
        }
        return result;
    } catch (Json::exception const& error) {
        throw InputError{
            fmt::format("{}: not the result of a calibration: {}", path.string(), error.what())};
    }
}

} // namespace opschaling::app
