#include "sim/contract/expects.hpp"
#include "sim/parameters/declaration.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace opschaling::sim;

namespace {

struct KitchenSheet {
    double appetite{0.0};
    Share gas_share{};
    Power hob{};
    int pans{0};
    bool is_open{false};
    std::array<double, 3> weights{};
    YearSeries<EuroPerGas> gas_price;
};

} // namespace

namespace opschaling::sim {

template <>
struct ParameterSheet<KitchenSheet> {
    static constexpr std::string_view name{"kitchen"};

    template <typename Each>
    static constexpr void lines(Each const& each) {
        each(&KitchenSheet::appetite, "appetite", "1", 0.0, 5.0, "How hungry");
        each(&KitchenSheet::gas_share, "gas_share", "%", 0.0, 100.0, "Cooks on gas");
        each(&KitchenSheet::hob, "hob", "kW", 0.0, 20.0, "Power of the hob");
        each(&KitchenSheet::pans, "pans", "1", 1.0, 9.0, "Pans on the hob");
        each(&KitchenSheet::is_open, "is_open", "1", 0.0, 1.0, "Whether it is open");
        each(&KitchenSheet::weights, "weights", "1", -1.0, 1.0, "Three weights");
        each(&KitchenSheet::gas_price, "gas_price", "EUR/m3", 0.0, 9.0, "Price of gas");
    }
};

} // namespace opschaling::sim

TEST_CASE("a sheet declares each of its parameters once, in order", "[sim][parameters]") {
    KitchenSheet sheet;
    std::vector<ParameterDeclaration> declared;
    declare(sheet, declared);
    REQUIRE(declared.size() == 7);
    std::vector<std::string> paths;
    for (auto const& parameter : declared) {
        paths.push_back(parameter.path);
        CHECK_FALSE(parameter.meaning.empty());
    }
    CHECK(paths == std::vector<std::string>{"kitchen.appetite", "kitchen.gas_share", "kitchen.hob",
                                            "kitchen.pans", "kitchen.is_open", "kitchen.weights",
                                            "kitchen.gas_price"});
    CHECK(declared[2].unit == "kW");
    CHECK(declared[2].lowest == 0.0);
    CHECK(declared[2].highest == 20.0);
}

TEST_CASE("kind, dimension and length follow from the member's type", "[sim][parameters]") {
    KitchenSheet sheet;
    std::vector<ParameterDeclaration> declared;
    declare(sheet, declared);
    CHECK(declared[0].kind == ParameterKind::number);
    CHECK(declared[1].kind == ParameterKind::share);
    CHECK(declared[2].kind == ParameterKind::quantity);
    CHECK(declared[2].dimension == Power::dimension);
    CHECK(declared[3].kind == ParameterKind::count);
    CHECK(declared[4].kind == ParameterKind::toggle);
    CHECK(declared[5].kind == ParameterKind::list);
    CHECK(declared[5].length == 3);
    CHECK(declared[6].kind == ParameterKind::year_series);
    CHECK(declared[6].dimension == EuroPerGas::dimension);
}

TEST_CASE("a declaration assigns to its own member and reads it back", "[sim][parameters]") {
    KitchenSheet sheet;
    std::vector<ParameterDeclaration> declared;
    declare(sheet, declared);
    std::vector<ParameterValue> const values{{{1.5}, {}},
                                             {{0.25}, {}},
                                             {{7.4}, {}},
                                             {{4.0}, {}},
                                             {{1.0}, {}},
                                             {{0.1, -0.2, 0.3}, {}},
                                             {{0.67, 1.35}, {2018, 2024}}};
    for (std::size_t i = 0; i < declared.size(); ++i) {
        declared[i].assign(values[i]);
    }
    CHECK(sheet.appetite == 1.5);
    CHECK(sheet.gas_share == Share{0.25});
    CHECK(sheet.hob == Power::of_canonical(7.4));
    CHECK(sheet.pans == 4);
    CHECK(sheet.is_open);
    CHECK(sheet.weights == std::array{0.1, -0.2, 0.3});
    CHECK(sheet.gas_price.knots.at(1).second == EuroPerGas::of_canonical(1.35));
    for (std::size_t i = 0; i < declared.size(); ++i) {
        CHECK(declared[i].read() == values[i]);
    }
}

TEST_CASE("declarations stay with the instance they were made for", "[sim][parameters]") {
    KitchenSheet ours;
    KitchenSheet theirs;
    std::vector<ParameterDeclaration> declared;
    declare(ours, declared);
    declare(theirs, declared);
    declared.at(7).assign({{3.0}, {}});
    CHECK(ours.appetite == 0.0);
    CHECK(theirs.appetite == 3.0);
}

TEST_CASE("a share outside its bounds cannot be assigned past the checks", "[sim][parameters]") {
    KitchenSheet sheet;
    std::vector<ParameterDeclaration> declared;
    declare(sheet, declared);
    CHECK_THROWS_AS(declared[1].assign({{1.5}, {}}), InvariantError);
}

TEST_CASE("a year series runs straight between its years and flat outside", "[sim][parameters]") {
    YearSeries<double> const series{{{2018, 10.0}, {2020, 20.0}, {2024, 0.0}}};
    CHECK(value_at(series, 1990.0) == 10.0);
    CHECK(value_at(series, 2018.0) == 10.0);
    CHECK(value_at(series, 2019.0) == 15.0);
    CHECK(value_at(series, 2019.5) == 17.5);
    CHECK(value_at(series, 2020.0) == 20.0);
    CHECK(value_at(series, 2023.0) == 5.0);
    CHECK(value_at(series, 2050.0) == 0.0);
    CHECK(value_at(YearSeries<double>{{{2030, 3.0}}}, 2018.0) == 3.0);
    CHECK_THROWS_AS(value_at(YearSeries<double>{}, 2018.0), InvariantError);
}

TEST_CASE("a year series of quantities keeps their dimension", "[sim][parameters]") {
    YearSeries<EuroPerGas> const price{
        {{2018, EuroPerGas::of_canonical(0.6)}, {2022, EuroPerGas::of_canonical(1.8)}}};
    CHECK(value_at(price, 2020.0).canonical() == Approx(1.2));
}
