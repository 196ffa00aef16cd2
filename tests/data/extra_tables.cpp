#include "models/world/build_world.hpp"
#include "scenarios/import/import_country.hpp"
#include "scenarios/import/recognise_layout.hpp"
#include "scenarios/import/select_part.hpp"
#include "scenarios/import/world_columns.hpp"
#include "scenarios/reader/study.hpp"
#include "tests/support/real_data.hpp"
#include "tests/unit/world/sample_table.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <set>

using namespace opschaling;
using models::Measured;

namespace {

std::string import_folder() {
    return std::string{OPSCHALING_SOURCE_DIR} + "/scenarios/import/";
}

/// Every file beside the national one that the data folder has, by kind of use.
std::vector<std::string> all_extras() {
    std::vector<std::string> files{
        "cbs_kwb2024_statline/Inkomen_van_huishoudens__regio_11122025_135329.csv",
        "cbs_kwb2024_statline/Kerncijfers_wijken_en_buurten_2024_11122025_141648.csv",
        "cbs_kwb2024_statline/Regionale_kerncijfers_Nederland_11122025_133649.csv",
        "etm_gemeenten/etm_area_attributes.csv",
        "heat_abm_buurten/total_kwb.csv",
        "heat_abm_buurten/buurten_elabels.csv",
        "heat_abm_buurten/xycor_buurten.csv",
        "heat_abm_buurten/MT_sources_relativexycor.csv",
        "mappings/res_regio_gemeente_2020.csv",
        "stedin_gebied_2019/2019Gemeenten_in_gebied_StedinEndurisWI.csv",
        "boundaries/KoppelCodes.csv",
        "boundaries/gemeenten_simplified.geojson",
        "cbs_wijken2022/NLD_dist.csv",
        "cbs_wijken2022/NLD_muni.csv",
        "cbs_wijken2022/NLD_prov.csv",
        "cbs_wijken2022/NLD_dist_rd28992.geojson",
        "cbs_wijken2022/NLD_muni_rd28992.geojson",
        "cbs_wijken2022/NLD_prov_rd28992.geojson",
        "knmi_weather/1987_air_temperature.csv",
        "knmi_weather/KNMI_260_hourly_T_2018_2025.csv",
        "knmi_weather/Weersdata2023deBilt.txt",
        "ev_charging_sessions/laadpaaldata.csv",
        "etm_curves/weather_1987/weather_properties.csv"};
    for (auto const* curve :
         {"buildings_appliances", "electric_vehicle_profile_1", "electric_vehicle_profile_2",
          "electric_vehicle_profile_3", "electric_vehicle_profile_4", "electric_vehicle_profile_5",
          "households_appliances", "households_cooling", "households_hot_water"}) {
        files.push_back("etm_curves/" + std::string{curve} + ".csv");
    }
    for (auto const* year : {"weather_1987", "weather_default"}) {
        for (auto const* curve : {"buildings_heating", "solar_pv_on_roof_households"}) {
            files.push_back(std::string{"etm_curves/"} + year + "/" + curve + ".csv");
        }
        for (auto const* house : {"apartments", "detached_houses", "terraced_houses"}) {
            for (auto const* level : {"low", "medium", "high"}) {
                files.push_back(std::string{"etm_curves/"} + year + "/insulation_" + house + "_" +
                                level + ".csv");
            }
        }
    }
    return files;
}

scenarios::ImportedCountry import_all(std::vector<std::string> const& extras) {
    scenarios::ImportRequest request{.layout = import_folder() + "layouts/kwb2024_flat.yaml",
                                     .regions =
                                         tests::real_data("cbs_kwb2024/kwb2024_flat.csv")->string(),
                                     .extras = {},
                                     .tables = import_folder() + "tables",
                                     .is_part = false};
    scenarios::ImportFindings findings;
    for (auto const& extra : extras) {
        auto const file = tests::real_data(extra)->string();
        auto const layout =
            scenarios::recognise_layout(file, import_folder() + "layouts", findings);
        INFO(extra);
        REQUIRE(layout.has_value());
        request.extras.push_back({*layout, file});
    }
    return scenarios::import_country(request);
}

scenarios::ImportedCountry const& whole_country() {
    static auto const country = import_all(all_extras());
    return country;
}

} // namespace

TEST_CASE("the national world takes every extra file, recognised by itself", "[data][import]") {
    if (!tests::real_data("cbs_kwb2024/kwb2024_flat.csv")) {
        return;
    }
    auto const& [table, report] = whole_country();
    CHECK(report.homes_as_published == 8'374'060);
    CHECK(report.tables.size() == all_extras().size());
    std::map<std::string, models::InputTable> inputs;
    for (auto const& input : table.inputs) {
        inputs[input.file] = input;
    }
    // All of StatLine's 18,309 regions stand in the order of CBS; the first row is the country.
    auto const& statline = inputs.at("Kerncijfers_wijken_en_buurten_2024_11122025_141648.csv");
    CHECK(statline.rows == 18'310);
    CHECK(statline.used == 18'309);
    CHECK(inputs.at("etm_area_attributes.csv").used == 342);
    CHECK(inputs.at("MT_sources_relativexycor.csv").used == 604);
    // Of 13,211 buurten of 2018 those that CBS did not rename or divide since.
    CHECK(inputs.at("total_kwb.csv").used == 11'886);
    CHECK(table.heat_sources.size() == 604);
    CHECK(std::ranges::none_of(table.heat_sources,
                               [](auto const& source) { return source.gemeente.empty(); }));
    auto const of_wijken = std::ranges::count_if(
        table.borders, [](auto const& border) { return border.one.starts_with("WK"); });
    CHECK(of_wijken > 8900);
    auto const map = std::ranges::find_if(
        report.tables, [](auto const& of) { return of.input.file == "NLD_dist_rd28992.geojson"; });
    CHECK(map->gave_en.front() == "9215 borders"); // counted before by other means
    REQUIRE(report.repairs.size() == 4);
    CHECK(report.repairs[0].times == 5522); // quote marks
    CHECK(report.repairs[1].times == 2);    // 29 February 2018
    CHECK(report.repairs[2].times == 5);    // New Year
    CHECK(report.repairs[3].times == 10);   // negative charging times
    CHECK(std::ranges::all_of(table.gemeenten,
                              [](auto const& gemeente) { return gemeente.regio_known; }));
    double dwellings{0.0};
    for (auto const& gemeente : table.gemeenten) {
        for (auto const& type : gemeente.stock.value()) {
            for (double const count : type) {
                dwellings += count;
            }
        }
    }
    CHECK(dwellings == 7'931'940.0);
}

TEST_CASE("an import repeated gives the same world, and it survives its file", "[data][import]") {
    if (!tests::real_data("cbs_kwb2024/kwb2024_flat.csv")) {
        return;
    }
    auto const columns = scenarios::to_columns(whole_country().table);
    CHECK(scenarios::to_columns(import_all(all_extras()).table) == columns);
    CHECK(scenarios::to_columns(scenarios::from_columns(columns, "a")) == columns);
}

TEST_CASE("weather from KNMI's own format equals that of the table, hour by hour",
          "[data][import]") {
    if (!tests::real_data("cbs_kwb2024/kwb2024_flat.csv")) {
        return;
    }
    std::vector<models::HourlySeries const*> temperatures;
    for (auto const& series : whole_country().table.series) {
        if (series.name == "temperature" && series.first_hour >= 0) {
            temperatures.push_back(&series);
        }
    }
    REQUIRE(temperatures.size() == 2);
    auto const& longer = *temperatures[0];
    auto const& year = *temperatures[1];
    REQUIRE(longer.values.size() == 69'432);
    REQUIRE(year.values.size() == 8784);
    double most{0.0};
    auto const offset = static_cast<std::size_t>(year.first_hour - longer.first_hour);
    for (std::size_t i = 0; i < year.values.size(); ++i) {
        most = std::max(most, std::abs(year.values[i] - longer.values[offset + i]));
    }
    CHECK(most == 0.0);
}

TEST_CASE("Amsterdam 2017 arrives unchanged: gas, corporatie, building period, stadsverwarming",
          "[data][import]") {
    auto const file =
        tests::real_data("cbs_kwb2017_amsterdam/Kerncijfers_wijken_en_buurten_2017.csv");
    if (!file) {
        return;
    }
    auto const [table, report] =
        scenarios::import_country({.layout = import_folder() + "layouts/kwb2017.yaml",
                                   .regions = file->string(),
                                   .extras = {},
                                   .tables = import_folder() + "tables",
                                   .is_part = true});
    // Read once more with nothing but a search for quotes and commas.
    std::ifstream stream{*file};
    std::string line;
    std::getline(stream, line);
    std::map<std::string, std::vector<std::string>> rows;
    while (std::getline(stream, line)) {
        std::vector<std::string> fields{""};
        bool in_quotes{false};
        for (char const sign : line) {
            if (sign == '"') {
                in_quotes = !in_quotes;
            } else if (sign == ',' && !in_quotes) {
                fields.emplace_back();
            } else if (sign != ' ') {
                fields.back().push_back(sign);
            }
        }
        rows[fields[4]] = fields;
    }
    CHECK(table.buurten.size() == 479);
    std::size_t with_gas{0};
    for (auto const& buurt : table.buurten) {
        auto const& row = rows.at(buurt.code);
        auto const same = [&](std::size_t field, Measured figure, double per) {
            auto const value = buurt.measured[figure];
            REQUIRE(value.has_value() == (row[field] != "."));
            if (value) {
                REQUIRE(*value == std::stod(row[field]) / per);
            }
            return value.has_value();
        };
        with_gas += same(56, Measured::gas_use, 1.0) ? 1U : 0U;
        same(59, Measured::gas_use_corner, 1.0);
        same(63, Measured::gas_use_owned, 1.0);
        same(48, Measured::electricity_use, 1.0);
        same(64, Measured::warmtenet_share, 100.0);
        same(43, Measured::corporatie_share, 100.0);
        auto const since = same(47, Measured::built_since_2000_share, 100.0);
        if (row[43] != "." && row[41] != ".") {
            double const most = 1.0 - std::stod(row[41]) / 100.0;
            CHECK(buurt.tenure_shares[2] ==
                  Approx(std::min(std::stod(row[43]) / 100.0, most)).margin(1e-12));
        }
        if (since) {
            // The youngest period is all since 2000, the one before it in part.
            double const part = std::stod(row[47]) / 100.0;
            CHECK(buurt.period_shares[4] <= part + 1e-9);
            CHECK(buurt.period_shares[4] + buurt.period_shares[3] >= part - 1e-9);
        }
    }
    CHECK(with_gas > 350);
    auto const world = models::build_world(table, tests::usual_parameters());
    for (std::size_t i = 0; i < world.wijken(); ++i) {
        auto const wijk = sim::id_at<models::WijkId>(i);
        auto const share = world.geography.measured[wijk][Measured::warmtenet_share];
        double standing{0.0};
        double connected{0.0};
        for (auto home = world.geography.homes_of_wijk.begin(wijk);
             home < world.geography.homes_of_wijk.end(wijk); ++home) {
            auto const id = sim::id_at<models::HomeId>(home);
            if (world.dwellings.enters[id] == 0) {
                standing += 1.0;
                connected += world.dwellings.starts_on_warmtenet[id];
            }
        }
        if (share) {
            REQUIRE(connected == std::round(*share * standing));
        }
    }
}

TEST_CASE("the eighteen wijken take their homes from CBS where it knows them", "[data][import]") {
    if (!tests::real_data("cbs_kwb2024/kwb2024_flat.csv")) {
        return;
    }
    auto const study = scenarios::read_study(
        {.path = std::string{OPSCHALING_SOURCE_DIR} + "/scenarios/worlds/18_wijken.yaml",
         .parameter_directory = std::string{OPSCHALING_SOURCE_DIR} + "/scenarios/parameters",
         .overrides = {}});
    auto const table = scenarios::select_wijken(whole_country().table, study.world.wijken);
    REQUIRE(table.buurten.size() == 18);
    std::size_t from_cbs{0};
    for (auto const& buurt : table.buurten) {
        from_cbs += buurt.origins[0] == models::FigureOrigin::own ? 1U : 0U;
    }
    CHECK(from_cbs == 16);
    CHECK(table.buurten[1].homes == 1295 + 2585); // Crabbehof, north and south
    CHECK(models::build_world(table, study.parameters.world).wijken() == 18);
}
