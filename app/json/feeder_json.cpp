#include "app/json/feeder_json.hpp"

#include <nlohmann/json.hpp>

namespace opschaling::app {

std::string feeder_json(scenarios::Feeder const& feeder, scenarios::FeederDay const& day,
                        std::vector<scenarios::SolutionCheck> const& checks) {
    using Json = nlohmann::ordered_json;
    Json rows = Json::array();
    for (auto const& check : checks) {
        rows.push_back({{"solver", check.solution->solver},
                        {"file", check.solution->file},
                        {"sheets", check.solution->sheets},
                        {"cells", check.solution->cells},
                        {"compared", check.compared},
                        {"not_in_feeder", check.unknown},
                        {"largest_error", check.largest_error},
                        {"mean_error", check.mean_error}});
    }
    Json const json{{"buses", feeder.buses.size()},
                    {"lines", feeder.lines.pieces.size()},
                    {"km", feeder.kilometres},
                    {"loads", feeder.loads.size()},
                    {"profiles", feeder.profiles.size()},
                    {"profiles_in_use", feeder.profiles_in_use()},
                    {"minutes", feeder.minutes()},
                    {"peak_kW", day.peak_kilowatt},
                    {"peak_minute", day.peak_minute},
                    {"lowest_voltage", day.lowest_voltage},
                    {"lowest_bus", day.lowest_bus},
                    {"lowest_minute", day.lowest_minute},
                    {"solutions", std::move(rows)}};
    return json.dump(2) + "\n";
}

} // namespace opschaling::app
