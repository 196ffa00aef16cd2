#include "sim/quantity/unit.hpp"

#include <array>
#include <cctype>
#include <charconv>
#include <utility>
#include <vector>

namespace opschaling::sim {

namespace {

struct NamedUnit {
    std::string_view name;
    Unit unit;
};

constexpr double hours_per_day{24.0};
constexpr Dimension energy{.energy = 1};
constexpr Dimension duration{.time = 1};
constexpr Dimension power{.energy = 1, .time = -1};
constexpr Dimension money{.money = 1};
constexpr Dimension gas{.gas = 1};
constexpr Dimension temperature{.temperature = 1};
constexpr double kelvin_of_zero_celsius{273.15};

constexpr std::array names{
    NamedUnit{"1", {}},
    NamedUnit{"%", {.factor = 0.01}},
    NamedUnit{"home", {}},
    NamedUnit{"wijk", {}},
    NamedUnit{"gemeente", {}},
    NamedUnit{"fte", {}},
    NamedUnit{"job", {}},
    NamedUnit{"station", {}},
    NamedUnit{"crew", {}},
    NamedUnit{"person", {}},
    NamedUnit{"m", {}},
    NamedUnit{"m2", {}},
    NamedUnit{"km", {.factor = 1000.0}},
    NamedUnit{"Ohm", {}},
    NamedUnit{"kg", {}},
    NamedUnit{"t", {.factor = 1000.0}},
    NamedUnit{"Mt", {.factor = 1.0e9}},
    NamedUnit{"W", {.factor = 0.001, .dimension = power}},
    NamedUnit{"kW", {.dimension = power}},
    NamedUnit{"kVA", {.dimension = power}},
    NamedUnit{"MW", {.factor = 1000.0, .dimension = power}},
    NamedUnit{"kWh", {.dimension = energy}},
    NamedUnit{"MWh", {.factor = 1000.0, .dimension = energy}},
    NamedUnit{"GWh", {.factor = 1.0e6, .dimension = energy}},
    NamedUnit{"MJ", {.factor = kWh_per_GJ / 1000.0, .dimension = energy}},
    NamedUnit{"GJ", {.factor = kWh_per_GJ, .dimension = energy}},
    NamedUnit{"PJ", {.factor = kWh_per_GJ * 1.0e6, .dimension = energy}},
    NamedUnit{"hour", {.dimension = duration}},
    NamedUnit{"day", {.factor = hours_per_day, .dimension = duration}},
    NamedUnit{"week", {.factor = 7.0 * hours_per_day, .dimension = duration}},
    NamedUnit{"month", {.factor = hours_per_year / 12.0, .dimension = duration}},
    NamedUnit{"quarter", {.factor = hours_per_quarter, .dimension = duration}},
    NamedUnit{"year", {.factor = hours_per_year, .dimension = duration}},
    NamedUnit{"EUR", {.dimension = money}},
    NamedUnit{"MEUR", {.factor = 1.0e6, .dimension = money}},
    NamedUnit{"m3", {.dimension = gas}},
    NamedUnit{"K", {.dimension = temperature}},
    NamedUnit{"degC", {.offset = kelvin_of_zero_celsius, .dimension = temperature}},
};

std::optional<Unit> named(std::string_view name) {
    for (auto const& known : names) {
        if (known.name == name) {
            return known.unit;
        }
    }
    return std::nullopt;
}

void multiply(Unit& product, Unit const& factor, int power_of) {
    for (int i = 0; i < power_of; ++i) {
        product.factor *= factor.factor;
        product.dimension = product.dimension + factor.dimension;
    }
    for (int i = 0; i > power_of; --i) {
        product.factor /= factor.factor;
        product.dimension = product.dimension - factor.dimension;
    }
}

} // namespace

std::optional<Unit> parse_unit(std::string_view text) {
    Unit product{};
    if (auto const whole = named(text)) {
        return whole;
    }
    int sign{1};
    while (true) {
        auto const end = text.find_first_of("*/");
        std::string_view name = text.substr(0, end);
        int exponent{1};
        if (auto const hat = name.find('^'); hat != std::string_view::npos) {
            auto const digits = name.substr(hat + 1);
            auto const [rest, error] =
                std::from_chars(digits.data(), digits.data() + digits.size(), exponent);
            if (error != std::errc{} || rest != digits.data() + digits.size() || exponent < -4 ||
                exponent > 4) {
                return std::nullopt;
            }
            name = name.substr(0, hat);
        }
        auto const factor = named(name);
        if (!factor || factor->offset != 0.0) {
            return std::nullopt;
        }
        multiply(product, *factor, sign * exponent);
        if (end == std::string_view::npos) {
            return product;
        }
        sign = text[end] == '/' ? -1 : 1;
        text.remove_prefix(end + 1);
    }
}

std::vector<std::string> unit_names() {
    std::vector<std::string> all;
    all.reserve(names.size());
    for (auto const& known : names) {
        all.emplace_back(known.name);
    }
    return all;
}

std::string describe_dimension(Dimension dimension) {
    std::array<std::pair<char const*, int>, 5> const parts{{{"money", dimension.money},
                                                            {"energy", dimension.energy},
                                                            {"gas volume", dimension.gas},
                                                            {"temperature", dimension.temperature},
                                                            {"time", dimension.time}}};
    if (dimension == Dimension{.energy = 1, .time = -1}) {
        return "power";
    }
    std::string above;
    std::string below;
    for (auto const& [name, exponent] : parts) {
        std::string& side = exponent > 0 ? above : below;
        int const times = exponent > 0 ? exponent : -exponent;
        for (int i = 0; i < times; ++i) {
            side += (side.empty() ? "" : " times ") + std::string{name};
        }
    }
    if (above.empty() && below.empty()) {
        return "a plain number";
    }
    if (below.empty()) {
        return above;
    }
    return (above.empty() ? "number" : above) + " per " + below;
}

} // namespace opschaling::sim
