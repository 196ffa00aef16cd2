#include "scenarios/reader/measure.hpp"

#include "scenarios/reader/nearest.hpp"
#include "sim/contract/expects.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <map>
#include <vector>

namespace opschaling::scenarios {

namespace {

/// Exponent of each thing counted or measured without a dimension of its own: "EUR/home" counts
/// home -1 times. Lengths and weights are such things too, each under one name.
std::map<std::string, int> counted_in(std::string_view unit) {
    static std::map<std::string, std::string, std::less<>> const one_name{
        {"km", "m"}, {"t", "kg"}, {"Mt", "kg"}};
    std::map<std::string, int> counted;
    int sign{1};
    while (!unit.empty()) {
        auto const end = unit.find_first_of("*/");
        std::string_view name = unit.substr(0, end);
        int exponent{sign};
        if (auto const hat = name.find('^'); hat != std::string_view::npos) {
            int power{0};
            std::from_chars(name.data() + hat + 1, name.data() + name.size(), power);
            exponent *= power;
            name = name.substr(0, hat);
        }
        auto const known = sim::parse_unit(name);
        if (name != "1" && name != "%" && known && known->dimension == sim::Dimension{}) {
            auto const same = one_name.find(name);
            counted[same == one_name.end() ? std::string{name} : same->second] += exponent;
        }
        if (end == std::string_view::npos) {
            break;
        }
        sign = unit[end] == '/' ? -1 : 1;
        unit.remove_prefix(end + 1);
    }
    std::erase_if(counted, [](auto const& entry) { return entry.second == 0; });
    return counted;
}

/// Measured, not counted: leaving it out would change what the number means.
bool may_be_left_out(std::string const& name) {
    return name != "m" && name != "m2" && name != "kg";
}

bool counts_the_same(std::string_view written, std::string_view declared) {
    auto const given = counted_in(written);
    auto const expected = counted_in(declared);
    for (auto const& [name, exponent] : given) {
        auto const found = expected.find(name);
        if (found == expected.end() || found->second != exponent) {
            return false;
        }
    }
    for (auto const& [name, exponent] : expected) {
        if (!given.contains(name) && !may_be_left_out(name)) {
            return false;
        }
    }
    return true;
}

/// The first name in the unit that is not known, with the nearest that is.
std::string hint_for_unknown(std::string_view unit) {
    auto const names = sim::unit_names();
    while (!unit.empty()) {
        auto const end = unit.find_first_of("*/");
        auto name = unit.substr(0, end);
        name = name.substr(0, name.find('^'));
        if (!sim::parse_unit(name)) {
            return did_you_mean(name, names);
        }
        if (end == std::string_view::npos) {
            break;
        }
        unit.remove_prefix(end + 1);
    }
    return {};
}

} // namespace

Measure measure_in(std::string_view written, std::string_view declared) {
    auto const expected = sim::parse_unit(declared);
    sim::expects(expected.has_value(), "a declared unit is known");
    if (written.empty()) {
        if (declared == "1") {
            return {sim::Unit{}, {}, {}};
        }
        return {std::nullopt, fmt::format("the unit is missing, expected {}", declared), {}};
    }
    auto const given = sim::parse_unit(written);
    if (!given) {
        return {std::nullopt, fmt::format("'{}' is not a unit, expected {}", written, declared),
                hint_for_unknown(written)};
    }
    if (given->dimension != expected->dimension) {
        return {std::nullopt,
                fmt::format("dimension {}, expected {} ({})",
                            sim::describe_dimension(given->dimension),
                            sim::describe_dimension(expected->dimension), declared),
                {}};
    }
    if (!counts_the_same(written, declared)) {
        return {std::nullopt, fmt::format("counted in {}, expected {}", written, declared), {}};
    }
    if (given->offset != 0.0 && expected->offset == 0.0) {
        return {std::nullopt,
                fmt::format("{} is a point on the scale, expected a difference in {}", written,
                            declared),
                {}};
    }
    return {given, {}, {}};
}

double to_base(double number, sim::Unit const& unit) {
    double const inverse = 1.0 / unit.factor;
    bool const divides = unit.factor < 1.0 && std::floor(inverse) == inverse;
    return (divides ? number / inverse : number * unit.factor) + unit.offset;
}

double from_base(double base, sim::Unit const& unit) {
    double const inverse = 1.0 / unit.factor;
    bool const multiplies = unit.factor < 1.0 && std::floor(inverse) == inverse;
    return multiplies ? (base - unit.offset) * inverse : (base - unit.offset) / unit.factor;
}

} // namespace opschaling::scenarios
