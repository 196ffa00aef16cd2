#include "scenarios/reader/measure.hpp"
#include "scenarios/reader/nearest.hpp"
#include "scenarios/reader/number.hpp"

#include <catch2/catch.hpp>

#include <limits>
#include <string>
#include <vector>

namespace opschaling::scenarios {

TEST_CASE("a number is read as JSON writes it", "[scenarios][number]") {
    CHECK(parse_number("0").value == 0.0);
    CHECK(parse_number("-0.25").value == -0.25);
    CHECK(parse_number("1e3").value == 1000.0);
    CHECK(parse_number("1.5E-2").value == 0.015);
    CHECK(parse_number("8125229").value == 8125229.0);
}

TEST_CASE("what others read in two ways is no number", "[scenarios][number]") {
    for (std::string const text : {"010", "-010", "1_000", "1,000", "1'000", "0x10", "0b1",  "0o7",
                                   "+1",  ".5",   "5.",    "1.e3",  "1e",    "e3",   "",     "-",
                                   "inf", ".nan", "NaN",   "1e999", "1 000", "--1",  "1.2.3"}) {
        INFO(text);
        auto const number = parse_number(text);
        CHECK_FALSE(number.value.has_value());
        CHECK_FALSE(number.problem.empty());
    }
}

TEST_CASE("a whole number may be written with an exponent, not with a fraction",
          "[scenarios][number]") {
    CHECK(parse_whole("1e3", 0, 1e6).value == 1000.0);
    CHECK(parse_whole("2.0", 0, 10).value == 2.0);
    CHECK_FALSE(parse_whole("2.5", 0, 10).value.has_value());
    CHECK_FALSE(parse_whole("11", 0, 10).value.has_value());
}

TEST_CASE("a unit follows its number with or without a space", "[scenarios][number]") {
    for (std::string const text : {"3 EUR", "3EUR", "3   EUR"}) {
        auto const amount = parse_amount(text);
        INFO(text);
        CHECK(amount.number == 3.0);
        CHECK(amount.unit == "EUR");
    }
    CHECK(parse_amount("5%").unit == "%");
    CHECK(parse_amount("2e2 kWh").number == 200.0);
    CHECK(parse_amount("7").unit.empty());
    CHECK_FALSE(parse_amount("EUR 3").number.has_value());
    CHECK_FALSE(parse_amount("0x10").number.has_value());
}

TEST_CASE("a printed number reads back to the same bits", "[scenarios][number]") {
    for (double const value :
         {0.1, 1.0 / 3.0, 5.3 / 100.0, 1.0e-300, 6.02214076e23, 123456789.0, -0.0,
          std::numeric_limits<double>::max(), std::numeric_limits<double>::denorm_min()}) {
        INFO(number_text(value));
        CHECK(parse_number(number_text(value)).value == value);
    }
    CHECK(number_text(-0.0) == "0");
    CHECK(number_text(30.0) == "30");
}

TEST_CASE("a unit of the same dimension is converted, another refused", "[scenarios][unit]") {
    auto const per_megawatt_hour = measure_in("EUR/MWh", "EUR/kWh");
    REQUIRE(per_megawatt_hour.unit.has_value());
    CHECK(to_base(210.0, *per_megawatt_hour.unit) == 0.21);
    auto const per_gas = measure_in("EUR/m3", "EUR/kWh");
    CHECK_FALSE(per_gas.unit.has_value());
    CHECK(per_gas.problem == "dimension money per gas volume, expected money per energy (EUR/kWh)");
}

TEST_CASE("a percentage is its decimal fraction to the last bit", "[scenarios][unit]") {
    auto const percent = measure_in("%", "1").unit.value();
    CHECK(to_base(5.3, percent) == 0.053);
    CHECK(to_base(70.0, percent) == 0.7);
    CHECK(from_base(0.07, percent) == 7.000000000000001);
}

TEST_CASE("a count may be left out, but not be of something else", "[scenarios][unit]") {
    CHECK(measure_in("EUR", "EUR/home").unit.has_value());
    CHECK(measure_in("EUR/home", "EUR/home").unit.has_value());
    CHECK_FALSE(measure_in("EUR/home", "EUR").unit.has_value());
    CHECK_FALSE(measure_in("fte", "home").unit.has_value());
    CHECK_FALSE(measure_in("home^2", "home").unit.has_value());
}

TEST_CASE("a length or a weight may not be left out", "[scenarios][unit]") {
    CHECK(measure_in("EUR/km", "EUR/m").unit.has_value());
    CHECK_FALSE(measure_in("EUR", "EUR/m").unit.has_value());
    CHECK_FALSE(measure_in("EUR/kg", "EUR/m").unit.has_value());
}

TEST_CASE("degrees are a point on a scale, kelvins a difference too", "[scenarios][unit]") {
    auto const celsius = measure_in("degC", "degC").unit.value();
    CHECK(to_base(20.0, celsius) == 293.15);
    CHECK(measure_in("K", "degC").unit.has_value());
    CHECK_FALSE(measure_in("degC", "K").unit.has_value());
}

TEST_CASE("the nearest name is found within a third of its letters", "[scenarios][nearest]") {
    std::vector<std::string> const names{"replications", "reference", "seed", "set"};
    CHECK(nearest("replicatoins", names) == "replications");
    CHECK(nearest("sede", names) == "seed");
    CHECK(nearest("refrence", names) == "reference");
    CHECK_FALSE(nearest("colour", names).has_value());
    CHECK_FALSE(nearest(std::string(100'000, 'x'), names).has_value());
    CHECK(did_you_mean("sett", names) == "did you mean 'set'?");
}

TEST_CASE("a swap of neighbours is one edit", "[scenarios][nearest]") {
    CHECK(edit_distance("wijk", "wijk") == 0);
    CHECK(edit_distance("wijk", "wikj") == 1);
    CHECK(edit_distance("", "wijk") == 4);
    CHECK(edit_distance("buurt", "buurten") == 2);
}

} // namespace opschaling::scenarios
