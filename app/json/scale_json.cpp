#include "app/json/scale_json.hpp"

#include "app/language/scale_phrases.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace opschaling::app {

namespace {

using Json = nlohmann::ordered_json;

Json number(double value) {
    return std::isnan(value) ? Json(nullptr) : Json(value);
}

Json bound_json(models::ScaleBound const& bound) {
    return {{"homes", number(bound.homes)},
            {"low", number(bound.low)},
            {"high", number(bound.high)},
            {"found_in", bound.found_in}};
}

} // namespace

std::string interventions_json(std::string const& world, double homes_of_pilot,
                               std::vector<models::ScaleFinding> const& findings) {
    Json rows = Json::array();
    for (auto const& finding : findings) {
        Json levels = Json::array();
        for (std::size_t level = 0; level < models::scale_levels; ++level) {
            auto const& row = finding.benefits[level];
            if (row.units == 0) {
                continue;
            }
            levels.push_back({{"level", key_of_level(row.level)},
                              {"units", row.units},
                              {"homes", row.homes},
                              {"uptake", row.uptake},
                              {"EUR_per_home", row.mean},
                              {"low", row.low()},
                              {"high", row.high()},
                              {"label", key_of_label(finding.window.labels[level])}});
        }
        rows.push_back(
            {{"intervention", key_of_intervention(finding.intervention, finding.households)},
             {"N_min", bound_json(finding.smallest)},
             {"N_best", bound_json(finding.best)},
             {"N_max", bound_json(finding.largest)},
             {"pilot_is_blind", finding.blind},
             {"pilot_is_blind_in", finding.blind_in},
             {"levels", std::move(levels)}});
    }
    Json const all{
        {"world", world}, {"homes_of_pilot", homes_of_pilot}, {"interventions", std::move(rows)}};
    return all.dump(2) + "\n";
}

} // namespace opschaling::app
