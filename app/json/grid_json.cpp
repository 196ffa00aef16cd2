#include "app/json/grid_json.hpp"

#include <nlohmann/json.hpp>

namespace opschaling::app {

namespace {

using Json = nlohmann::ordered_json;

std::string text_of(Json const& json) {
    return json.dump(2) + "\n";
}

std::string quarter_text(int quarter) {
    return sim::Quarter::at(quarter).text();
}

Json job_json(models::AssetJob const& job) {
    Json json{{"asked", quarter_text(job.asked)},
              {"prepared", quarter_text(job.prepared)},
              {"steps", job.steps}};
    json["ready"] = job.ready == models::never ? Json(nullptr) : Json(quarter_text(job.ready));
    return json;
}

} // namespace

std::string layers_json(std::vector<ModuleLayers> const& layers) {
    Json rows = Json::array();
    for (auto const& module : layers) {
        rows.push_back({{"module", module.module},
                        {"generiek", module.generic},
                        {"menu", module.menu},
                        {"specifiek", module.specific},
                        {"largest", module.held}});
    }
    return text_of({{"layers", std::move(rows)}});
}

std::string load_json(double heat_loss, std::vector<PeakPerHeatPump> const& peaks) {
    Json rows = Json::array();
    for (auto const& peak : peaks) {
        rows.push_back({{"homes", peak.homes},
                        {"temperature", peak.temperature},
                        {"kW_per_heat_pump", peak.kilowatt}});
    }
    return text_of({{"heat_loss_kW_per_K", heat_loss}, {"peaks", std::move(rows)}});
}

std::string asset_json(models::World const& world, models::AssetAccount const& account) {
    Json classes = Json::array();
    for (auto const& share : account.classes) {
        classes.push_back({{"class", models::name_of_load_class(share.load_class)},
                           {"count", share.count},
                           {"mean_kW", share.mean},
                           {"variance_kW2", share.variance}});
    }
    Json jobs = Json::array();
    for (auto const& job : account.jobs) {
        jobs.push_back(job_json(job));
    }
    Json waiting = Json::array();
    for (auto const& wijk : account.waiting) {
        waiting.push_back({{"wijk", world.geography.wijk_codes[sim::position(wijk.wijk)]},
                           {"homes", wijk.homes},
                           {"longest_quarters", wijk.longest}});
    }
    Json json{
        {"asset", models::name_of_asset(world.grid, account.asset)},
        {"wijk", world.geography.wijk_codes[sim::position(account.wijk)]},
        {"netbeheerder", world.geography.netbeheerder_names[sim::position(account.netbeheerder)]},
        {"homes", account.homes},
        {"capacity_kW", account.capacity},
        {"peak_kW", account.peak},
        {"feed_in_kW", account.feed_in},
        {"overload_kWh_per_year", account.overload},
        {"installed_kW", account.installed},
        {"worst_hour", {{"design_day", account.day}, {"hour", account.hour}}},
        {"firms_kW", account.firms},
        {"chance_kW", account.spread},
        {"classes", std::move(classes)},
        {"jobs", std::move(jobs)},
        {"refused_homes", account.refused},
        {"waiting", std::move(waiting)}};
    json["short_since"] =
        account.short_since ? Json(quarter_text(*account.short_since)) : Json(nullptr);
    return text_of(json);
}

std::string assets_json(models::World const& world, models::State const& state,
                        std::vector<models::AssetId> const& assets) {
    Json rows = Json::array();
    for (auto const asset : assets) {
        rows.push_back({{"asset", models::name_of_asset(world.grid, asset)},
                        {"peak_kW", state.grid.peak[asset]},
                        {"capacity_kW", state.grid.capacity[asset]}});
    }
    return text_of({{"assets", std::move(rows)}});
}

} // namespace opschaling::app
