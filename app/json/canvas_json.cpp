#include "app/json/canvas_json.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace opschaling::app {

namespace {

using Json = nlohmann::ordered_json;

Json number(double value) {
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

} // namespace

std::string canvas_json(scenarios::Pilot const& pilot, std::vector<SetLever> const& levers,
                        WeighedPilot const& weighed) {
    Json rows = Json::array();
    for (auto const& effect : weighed.effects) {
        auto const& lever = levers[effect.lever];
        rows.push_back({{"part", std::string{scenarios::key_of_part(lever.lever.part)}},
                        {"name", lever.lever.name},
                        {"level", lever.level ? Json(*lever.level) : Json(nullptr)},
                        {"already_there", effect.already_there},
                        {"points", number(effect.points.mean)},
                        {"low", number(effect.points.interval.low)},
                        {"high", number(effect.points.interval.high)},
                        {"parameters", lever.paths}});
    }
    auto const& scaling = weighed.scaling;
    Json const all{
        {"pilot", pilot.name},
        {"replications", weighed.replications},
        {"readiness", {{"least", weighed.readiness_least}, {"ces", weighed.readiness_ces}}},
        {"gas_free_percent", scaling.gas_free},
        {"gas_free_by_project_percent", scaling.gas_free_by_project},
        {"routes",
         {{"in", scaling.projects_anchored},
          {"uit", scaling.projects_begun},
          {"op", scaling.rules_in_force},
          {"diep", scaling.norm},
          {"voorbij", scaling.elsewhere}}},
        {"levers", std::move(rows)}};
    return all.dump(2) + "\n";
}

} // namespace opschaling::app
