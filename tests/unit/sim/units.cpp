#include "sim/quantity/unit.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace opschaling;
using namespace opschaling::sim;

namespace {

/// One of `text` in base units, where it is a unit.
double base_units_in(std::string_view text) {
    auto const unit = parse_unit(text);
    REQUIRE(unit.has_value());
    return unit->factor;
}

Dimension dimension_of(std::string_view text) {
    auto const unit = parse_unit(text);
    REQUIRE(unit.has_value());
    return unit->dimension;
}

} // namespace

TEST_CASE("units are read with their factor to base units", "[sim][unit]") {
    CHECK(base_units_in("kWh") == 1.0);
    CHECK(base_units_in("W") == Approx(0.001));
    CHECK(base_units_in("%") == Approx(0.01));
    CHECK(base_units_in("year") == 8760.0);
    CHECK(base_units_in("week") == 168.0);
    CHECK(base_units_in("MEUR") == 1e6);
    CHECK(base_units_in("EUR/MWh") == Approx(0.001));
    CHECK(base_units_in("km") == 1000.0);
    CHECK(base_units_in("m3^2") == 1.0);
    CHECK(base_units_in("km^2") == Approx(1e6));
    CHECK(base_units_in("km^-1") == Approx(1e-3));
}

TEST_CASE("a joule is a joule in every spelling", "[sim][unit]") {
    CHECK(base_units_in("GJ") == Approx(1000.0 * base_units_in("MJ")));
    CHECK(base_units_in("PJ") == Approx(1e6 * base_units_in("GJ")));
    CHECK(3.6 * base_units_in("MJ") == Approx(base_units_in("kWh")));
}

TEST_CASE("units keep their dimension through products and quotients", "[sim][unit]") {
    CHECK(dimension_of("kW*hour") == dimension_of("kWh"));
    CHECK(dimension_of("GJ/year") == dimension_of("kW"));
    CHECK(dimension_of("kW/K") == HeatLoss::dimension);
    CHECK(dimension_of("EUR/m3") == EuroPerGas::dimension);
    CHECK(dimension_of("fte*year") == Duration::dimension);
    CHECK(dimension_of("1/kWh") == PerKWh::dimension);
    CHECK(dimension_of("home/year") == Rate::dimension);
    CHECK(dimension_of("EUR/kWh*kWh") == Euro::dimension);
}

TEST_CASE("only degrees Celsius have an offset, and they stand alone", "[sim][unit]") {
    auto const celsius = parse_unit("degC");
    REQUIRE(celsius.has_value());
    CHECK(celsius->offset == 273.15);
    CHECK(parse_unit("K")->offset == 0.0);
    CHECK_FALSE(parse_unit("kW/degC").has_value());
    CHECK_FALSE(parse_unit("degC^2").has_value());
}

TEST_CASE("what is no unit is refused", "[sim][unit]") {
    for (auto const* text :
         {"", " ", "kwh", "kWH", "kW/", "/kW", "kW//K", "kW^", "kW^x", "kW^9", "kW^1.5", "kW^^2",
          "kW K", "euro", "kW/K ", "*", "^2", "kW^99999999999999999999"}) {
        INFO("unit '" << text << "'");
        CHECK_FALSE(parse_unit(text).has_value());
    }
}

TEST_CASE("every name that is offered can be read", "[sim][unit]") {
    auto const names = unit_names();
    CHECK(names.size() > 30);
    for (auto const& name : names) {
        INFO(name);
        CHECK(parse_unit(name).has_value());
    }
    CHECK(std::set<std::string>(names.begin(), names.end()).size() == names.size());
}

TEST_CASE("a dimension is told in words", "[sim][unit]") {
    CHECK(describe_dimension({}) == "a plain number");
    CHECK(describe_dimension(Power::dimension) == "power");
    CHECK(describe_dimension(EuroPerKWh::dimension) == "money per energy");
    CHECK(describe_dimension(Rate::dimension) == "number per time");
    CHECK(describe_dimension({.gas = 2}) == "gas volume times gas volume");
}
