#include "models/world/build_world.hpp"
#include "models/world/rake_shares.hpp"
#include "scenarios/import/csv.hpp"
#include "scenarios/import/import_country.hpp"
#include "scenarios/import/letters.hpp"
#include "tests/support/empty_folder.hpp"
#include "tests/support/real_data.hpp"
#include "tests/unit/world/sample_table.hpp"

#include <catch2/catch.hpp>

#include <charconv>
#include <fstream>
#include <iterator>
#include <map>

using namespace opschaling;
using namespace opschaling::models;

namespace {

constexpr auto kwb2024 = "cbs_kwb2024/kwb2024_flat.csv";
constexpr auto regio_list = "mappings/res_regio_gemeente_2020.csv";

scenarios::ImportedCountry import_kwb2024(std::string const& file,
                                          std::optional<std::string> const& regios) {
    auto const folder = std::string{OPSCHALING_SOURCE_DIR} + "/scenarios/import/";
    std::vector<scenarios::ExtraFile> extras;
    if (regios) {
        extras.push_back({folder + "layouts/res_regios_2020.yaml", *regios});
    }
    return scenarios::import_country({.layout = folder + "layouts/kwb2024_flat.yaml",
                                      .regions = file,
                                      .extras = std::move(extras),
                                      .tables = folder + "tables",
                                      .is_part = false});
}

/// Households by code, read from the file by nothing but a search for separators: names are the
/// only quoted fields, and what follows them has no quotes.
std::map<std::string, std::string> households_by_code(std::string const& file) {
    std::ifstream stream{file};
    std::map<std::string, std::string> households;
    std::string line;
    std::getline(stream, line);
    while (std::getline(stream, line)) {
        if (auto const open = line.find('"'); open != std::string::npos) {
            line.erase(open, line.rfind('"') - open + 1);
        }
        std::vector<std::string> fields{""};
        for (char const sign : line) {
            if (sign == ',') {
                fields.emplace_back();
            } else {
                fields.back().push_back(sign);
            }
        }
        households[fields.at(0)] = fields.at(10);
    }
    return households;
}

} // namespace

TEST_CASE("households equal the CBS file in every buurt that gives a number", "[data][import]") {
    auto const file = tests::real_data(kwb2024);
    if (!file) {
        return;
    }
    auto const households = households_by_code(file->string());
    auto const [table, report] = import_kwb2024(file->string(), {});
    std::size_t equal{0};
    std::size_t blank{0};
    double sum{0.0};
    std::map<std::string, double> sums;
    for (auto const& buurt : table.buurten) {
        auto const& published = households.at(buurt.code);
        if (published.empty()) {
            ++blank;
        } else {
            REQUIRE(std::to_string(buurt.homes) == published);
            ++equal;
        }
        sum += buurt.homes;
        sums[buurt.wijk_code] += buurt.homes;
        sums["GM" + buurt.code.substr(2, 4)] += buurt.homes;
    }
    CHECK(equal == 13'967);
    CHECK(blank == 607);
    CHECK(report.buurten_as_published == 13'967);
    CHECK(report.homes_as_published == 8'374'060);
    CHECK(report.blanks.size() == 607);
    CHECK(static_cast<double>(report.homes) == sum);
    // NL, 342 gemeenten and 3,393 wijken: sums of buurten beside what CBS published.
    REQUIRE(report.differences.size() == 1 + 342 + 3393);
    for (auto const& total : report.differences) {
        if (total.level == "NL") {
            CHECK(total.in_model == sum);
            CHECK(total.published == 8'374'404.0);
        } else {
            REQUIRE(total.in_model == sums[total.code]);
            auto const& published = households.at(total.code);
            REQUIRE((published.empty()
                         ? !total.published
                         : total.published == static_cast<double>(std::stoi(published))));
        }
    }
}

TEST_CASE("every gemeente of 2024 finds its RES-regio in the list of 2020", "[data][import]") {
    auto const file = tests::real_data(kwb2024);
    auto const regios = tests::real_data(regio_list);
    if (!file || !regios) {
        return;
    }
    auto const [table, report] = import_kwb2024(file->string(), regios->string());
    CHECK(report.gemeenten_with_assumed_regio == 0);
    CHECK(report.regios == 30);
    CHECK(report.by_older_name.size() == 5);
    std::map<std::string, double> homes;
    double all{0.0};
    for (auto const& buurt : table.buurten) {
        homes[table.netbeheerders[table.gemeenten[buurt.gemeente].netbeheerder].name] +=
            buurt.homes;
        all += buurt.homes;
    }
    // The assumed areas against G9, with its margin of two points.
    CHECK(homes["Liander"] / all == Approx(0.37).margin(0.02));
    CHECK(homes["Enexis"] / all == Approx(0.34).margin(0.02));
    CHECK(homes["Stedin"] / all == Approx(0.26).margin(0.02));
    CHECK(homes.size() == 6);
}

TEST_CASE("derived figures of the real country agree with national ones", "[data][import]") {
    auto const file = tests::real_data(kwb2024);
    if (!file) {
        return;
    }
    auto const table = import_kwb2024(file->string(), {}).table;
    auto const types = mean_shares(table.buurten, &BuurtRow::type_shares);
    auto const periods = mean_shares(table.buurten, &BuurtRow::period_shares);
    auto const tenure = mean_shares(table.buurten, &BuurtRow::tenure_shares);
    // Within two points of G11-G13 and G17, which other editions and homes without a household
    // explain.
    for (std::size_t i = 0; i < dwelling_types; ++i) {
        CHECK(types[i] == Approx(dutch_stock::types[i]).margin(0.02));
        CHECK(tenure[i] == Approx(dutch_stock::tenures[i]).margin(0.02));
    }
    for (std::size_t i = 0; i < building_periods; ++i) {
        CHECK(periods[i] == Approx(dutch_stock::periods[i]).margin(0.02));
    }
}

TEST_CASE("the real country becomes a world of 14,574 wijken", "[data][import]") {
    auto const file = tests::real_data(kwb2024);
    if (!file) {
        return;
    }
    auto const [table, report] = import_kwb2024(file->string(), {});
    auto const world = build_world(table, tests::usual_parameters());
    CHECK(world.wijken() == 14'574);
    CHECK(world.gemeenten() == 342);
    CHECK(world.homes() == report.homes);
    for (std::size_t i = 0; i < table.buurten.size(); ++i) {
        // Both are in order of code.
        auto const wijk = sim::id_at<WijkId>(i);
        REQUIRE(world.geography.wijk_codes[i] == table.buurten[i].code);
        REQUIRE(world.geography.homes_of_wijk.count(wijk) == table.buurten[i].homes);
    }
}

TEST_CASE("a real file cut off anywhere is refused", "[data][import]") {
    auto const file = tests::real_data(kwb2024);
    if (!file) {
        return;
    }
    std::ifstream stream{*file, std::ios::binary};
    std::string const text{std::istreambuf_iterator<char>{stream},
                           std::istreambuf_iterator<char>{}};
    tests::EmptyFolder const folder;
    // At whole lines, which is hardest to notice, and within them.
    for (double const part : {0.03, 0.2, 0.45, 0.7, 0.999}) {
        auto const at = static_cast<std::size_t>(part * static_cast<double>(text.size()));
        for (auto const end : {at, text.find('\n', at) + 1}) {
            auto const cut = folder.write("cut.csv", text.substr(0, end));
            INFO("after " << end << " of " << text.size() << " bytes");
            CHECK_THROWS_AS(import_kwb2024(cut.string(), {}), scenarios::ImportError);
        }
    }
}
