#include "models/world/build_world.hpp"
#include "models/world/dutch_stock.hpp"
#include "models/world/number_places.hpp"
#include "models/world/simulation.hpp"
#include "scenarios/import/csv.hpp"
#include "tests/support/model_run.hpp"
#include "tests/support/real_data.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string_view>

using namespace opschaling;
using namespace opschaling::models;

namespace {

/// CBS publishes means to 10 m3: what it printed is off by up to this.
constexpr double half_of_last_digit{5.0};

/// Buurten whose mean no behaviour of the homes on gas can give, since how many these are is not
/// what CBS's share of stadsverwarming says.
constexpr std::array<std::string_view, 4> beyond_behaviour{
    "BU03632303",  // all built since 2000, 10 m3 with 38 % on a net: the others have no gas either
    "BU03635806",  // the same, 10 m3 with 87 % on a net
    "BU03639400",  // the same, 10 m3 with 76 % on a net
    "BU03639412"}; // all on a net, yet 60 m3: they cook on gas

constexpr auto amsterdam = "cbs_kwb2017_amsterdam/Kerncijfers_wijken_en_buurten_2017.csv";

/// Columns of the file, a StatLine table written again by R.
namespace column {
constexpr std::size_t kind{3};
constexpr std::size_t code{4};
constexpr std::size_t dwellings{35};
constexpr std::size_t one_family{37};
constexpr std::size_t occupied{39};
constexpr std::size_t owned{41};
constexpr std::size_t rented{42};
constexpr std::size_t corporatie{43};
constexpr std::size_t since_2000{47};
constexpr std::size_t gas{56};
constexpr std::size_t warmtenet{64};
} // namespace column

std::optional<double> number_in(scenarios::CsvRow const& row, std::size_t field) {
    auto const text = scenarios::trimmed(row.fields.at(field).text);
    double value{0.0};
    auto const end = text.data() + text.size();
    auto const [rest, error] = std::from_chars(text.data(), end, value);
    return error == std::errc{} && rest == end && !text.empty() ? std::optional{value}
                                                                : std::nullopt;
}

/// Newer homes against older ones such that the published part was built since 2000.
PeriodShares periods_with(TypeShares const& types, double since_2000) {
    auto shares = periods_of(types, 0.0);
    // A quarter of 1985-2004 counts as built since 2000: assumption, in equal years.
    constexpr double late{0.25};
    double const recent = shares[4] + late * shares[3];
    for (std::size_t p = 0; p < building_periods; ++p) {
        double const part = p == 4 ? 1.0 : (p == 3 ? late : 0.0);
        shares[p] *=
            part * since_2000 / recent + (1.0 - part) * (1.0 - since_2000) / (1.0 - recent);
    }
    return shares;
}

/// Buurten of Amsterdam with homes and a mean gas use, as a country of one gemeente.
BuurtTable buurten_with_gas(std::string const& file) {
    std::ifstream stream{file};
    std::string const text{std::istreambuf_iterator<char>{stream}, {}};
    scenarios::ImportFindings findings;
    auto const csv = scenarios::parse_csv(file, text, {}, findings);
    BuurtTable table;
    table.name = "Amsterdam";
    table.source = "CBS, Kerncijfers wijken en buurten 2017";
    table.regios = {{.code = "RES01", .name = "Noord-Holland Zuid"}};
    table.netbeheerders = {{.code = "NB1", .name = "Liander"}};
    table.gemeenten = {{.code = "GM0363", .name = "Amsterdam"}};
    for (auto const& row : csv.rows) {
        auto const gas = number_in(row, column::gas);
        auto const dwellings = number_in(row, column::dwellings);
        auto const single = number_in(row, column::one_family);
        auto const owned = number_in(row, column::owned);
        auto const rented = number_in(row, column::rented);
        if (scenarios::trimmed(row.fields.at(column::kind).text) != "Buurt" || !gas || !dwellings ||
            *gas <= 0.0 || *dwellings < 1.0) {
            continue;
        }
        double const apartments = 1.0 - single.value_or(12.0) / 100.0;
        double const rent = rented.value_or(70.0);
        double const owners = owned.value_or(30.0) / std::max(1.0, owned.value_or(30.0) + rent);
        BuurtRow buurt;
        buurt.code = scenarios::trimmed(row.fields.at(column::code).text);
        buurt.name = buurt.code;
        buurt.wijk_code = "WK" + buurt.code.substr(2, 6);
        buurt.homes = static_cast<std::uint32_t>(std::max(
            1.0, std::round(*dwellings * number_in(row, column::occupied).value_or(94.0) / 100.0)));
        buurt.urbanity = 1;
        buurt.address_density = 6000.0;
        buurt.type_shares = types_of(apartments, 1);
        buurt.period_shares =
            periods_with(buurt.type_shares,
                         std::min(0.99, number_in(row, column::since_2000).value_or(14.0) / 100.0));
        buurt.tenure_shares = tenures_of(owners, apartments,
                                         number_in(row, column::corporatie).value_or(0.6 * rent) /
                                             std::max(1.0, rent));
        buurt.measured.set(Measured::gas_use, *gas);
        buurt.measured.set(Measured::warmtenet_share,
                           number_in(row, column::warmtenet).value_or(0.0) / 100.0);
        table.buurten.push_back(buurt);
    }
    number_homes(table);
    return table;
}

/// Mean gas use of the homes of each wijk at the start of 2018.
std::vector<double> mean_gas(BuurtTable const& table) {
    auto parameters = tests::shipped_parameters();
    parameters.world.new_homes_per_year = 0.0;
    auto const world = std::make_shared<World const>(build_world(table, parameters.world));
    Simulation const simulation{world, parameters, tests::first_seed};
    std::vector<double> means;
    for (auto const& counts : simulation.state().wijken.counts.values()) {
        means.push_back(static_cast<double>(counts.gas) / std::max(1, counts.present()));
    }
    return means;
}

} // namespace

TEST_CASE("gas use of the buurten of Amsterdam is that of CBS once behaviour is set by it",
          "[data][heat][validation]") {
    auto const file = tests::real_data(amsterdam);
    if (!file) {
        return;
    }
    auto table = buurten_with_gas(file->string());
    REQUIRE(table.buurten.size() > 300);
    auto const order = buurten_in_order(table);
    auto const with = mean_gas(table);
    std::vector<double> measured;
    for (auto const row : order) {
        measured.push_back(table.buurten[row].measured[Measured::gas_use].value());
    }
    for (auto& buurt : table.buurten) { // the same homes, behaviour unknown
        auto const share = buurt.measured[Measured::warmtenet_share].value();
        buurt.measured = {};
        buurt.measured.set(Measured::warmtenet_share, share);
    }
    auto const without = mean_gas(table);

    std::size_t close{0};
    std::string far;
    double sum_measured{0.0};
    double sum_without{0.0};
    std::vector<double> ratio;
    for (std::size_t w = 0; w < measured.size(); ++w) {
        double const homes = table.buurten[order[w]].homes;
        sum_measured += homes * measured[w];
        sum_without += homes * without[w];
        ratio.push_back(without[w] > 0.0 ? measured[w] / without[w] : 0.0);
        if (std::abs(with[w] - measured[w]) <= std::max(0.05 * measured[w], half_of_last_digit)) {
            ++close;
        } else {
            CHECK(std::ranges::count(beyond_behaviour, table.buurten[order[w]].code) == 1);
            far += fmt::format("{} {:.0f} for {:.0f} m3; ", table.buurten[order[w]].code, with[w],
                               measured[w]);
        }
    }
    std::ranges::sort(ratio);
    std::cout << fmt::format(
        "Amsterdam 2017: {} of {} buurten within 5 % or 5 m3; before calibration the city is at "
        "{:.3f} of "
        "CBS, behaviour of the middle 90 % of buurten {:.2f} to {:.2f}; beyond: {}\n",
        close, measured.size(), sum_without / sum_measured, ratio[ratio.size() / 20],
        ratio[ratio.size() * 19 / 20], far);
    CHECK(close + beyond_behaviour.size() >= measured.size());
    // Without any calibration the city as a whole is within a tenth.
    CHECK(std::abs(sum_without / sum_measured - 1.0) < 0.15);
}
