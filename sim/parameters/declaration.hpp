#pragma once

#include "sim/quantity/quantity.hpp"
#include "sim/quantity/share.hpp"

#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace opschaling::sim {

/// A value that differs by year: given at some years, straight in between, flat outside.
template <typename Value>
struct YearSeries {
    std::vector<std::pair<int, Value>> knots;

    friend bool operator==(YearSeries const&, YearSeries const&) = default;
};

/// What a parameter can be. Whatever its kind, its value is a list of numbers in base units.
enum class ParameterKind { number, share, quantity, count, toggle, list, year_series };

/// A parameter's value without its type: numbers in base units, and the years they belong to when
/// the parameter is a year series.
struct ParameterValue {
    std::vector<double> numbers;
    std::vector<int> years;

    friend bool operator==(ParameterValue const&, ParameterValue const&) = default;
};

/// Specialised for every sheet, to say all that the program says of its parameters, once:
/// `static constexpr std::string_view name`, and
/// `template <typename Each> static constexpr void lines(Each const& each)`, which calls
/// `each(&Sheet::member, "member", "unit", lowest, highest, "meaning")` for each of them. Lowest
/// and highest are in the unit's own measure, both allowed. A template, so that the many sources
/// that only read values do not compile what one source declares.
template <typename Sheet>
struct ParameterSheet;

/// A declared parameter bound to one instance of its sheet.
struct ParameterDeclaration {
    std::string path;
    std::string unit;
    ParameterKind kind{ParameterKind::number};
    Dimension dimension{};
    std::size_t length{1};
    double lowest{0.0};
    double highest{0.0};
    std::string meaning;
    /// Takes a value already checked against kind, range and length.
    std::function<void(ParameterValue const&)> assign;
    std::function<ParameterValue()> read;
};

/// Linear between the knots, flat before the first and after the last. `year` may be a fraction.
[[nodiscard]] double interpolate(std::vector<std::pair<int, double>> const& knots, double year);

template <Dimension D>
[[nodiscard]] Quantity<D> value_at(YearSeries<Quantity<D>> const& series, double year) {
    std::vector<std::pair<int, double>> plain;
    plain.reserve(series.knots.size());
    for (auto const& [at, value] : series.knots) {
        plain.emplace_back(at, value.canonical());
    }
    return Quantity<D>::of_canonical(interpolate(plain, year));
}

[[nodiscard]] inline double value_at(YearSeries<double> const& series, double year) {
    return interpolate(series.knots, year);
}

namespace detail {

template <typename Value>
struct ParameterType;

template <>
struct ParameterType<double> {
    static constexpr ParameterKind kind{ParameterKind::number};
    static constexpr Dimension dimension{};
    static constexpr std::size_t length{1};

    static ParameterValue out(double value) { return {{value}, {}}; }

    static double in(ParameterValue const& value) { return value.numbers.at(0); }
};

template <>
struct ParameterType<Share> {
    static constexpr ParameterKind kind{ParameterKind::share};
    static constexpr Dimension dimension{};
    static constexpr std::size_t length{1};

    static ParameterValue out(Share value) { return {{value.value()}, {}}; }

    static Share in(ParameterValue const& value) { return Share{value.numbers.at(0)}; }
};

template <>
struct ParameterType<int> {
    static constexpr ParameterKind kind{ParameterKind::count};
    static constexpr Dimension dimension{};
    static constexpr std::size_t length{1};

    static ParameterValue out(int value) { return {{static_cast<double>(value)}, {}}; }

    static int in(ParameterValue const& value) { return static_cast<int>(value.numbers.at(0)); }
};

template <>
struct ParameterType<bool> {
    static constexpr ParameterKind kind{ParameterKind::toggle};
    static constexpr Dimension dimension{};
    static constexpr std::size_t length{1};

    static ParameterValue out(bool value) { return {{value ? 1.0 : 0.0}, {}}; }

    static bool in(ParameterValue const& value) { return value.numbers.at(0) != 0.0; }
};

template <Dimension D>
struct ParameterType<Quantity<D>> {
    static constexpr ParameterKind kind{ParameterKind::quantity};
    static constexpr Dimension dimension{D};
    static constexpr std::size_t length{1};

    static ParameterValue out(Quantity<D> value) { return {{value.canonical()}, {}}; }

    static Quantity<D> in(ParameterValue const& value) {
        return Quantity<D>::of_canonical(value.numbers.at(0));
    }
};

template <typename Value, std::size_t N>
struct ParameterType<std::array<Value, N>> {
    static constexpr ParameterKind kind{ParameterKind::list};
    static constexpr Dimension dimension{ParameterType<Value>::dimension};
    static constexpr std::size_t length{N};

    static ParameterValue out(std::array<Value, N> const& values) {
        ParameterValue result;
        for (auto const& value : values) {
            result.numbers.push_back(ParameterType<Value>::out(value).numbers.front());
        }
        return result;
    }

    static std::array<Value, N> in(ParameterValue const& value) {
        std::array<Value, N> result{};
        for (std::size_t i = 0; i < N; ++i) {
            result[i] = ParameterType<Value>::in({{value.numbers.at(i)}, {}});
        }
        return result;
    }
};

template <typename Value>
struct ParameterType<YearSeries<Value>> {
    static constexpr ParameterKind kind{ParameterKind::year_series};
    static constexpr Dimension dimension{ParameterType<Value>::dimension};
    static constexpr std::size_t length{0};

    static ParameterValue out(YearSeries<Value> const& series) {
        ParameterValue result;
        for (auto const& [year, value] : series.knots) {
            result.years.push_back(year);
            result.numbers.push_back(ParameterType<Value>::out(value).numbers.front());
        }
        return result;
    }

    static YearSeries<Value> in(ParameterValue const& value) {
        YearSeries<Value> series;
        for (std::size_t i = 0; i < value.numbers.size(); ++i) {
            series.knots.emplace_back(value.years.at(i),
                                      ParameterType<Value>::in({{value.numbers[i]}, {}}));
        }
        return series;
    }
};

} // namespace detail

/// Whether every line of a sheet says its name, its unit, its meaning and a range.
template <typename Sheet>
consteval bool says_all() {
    bool says{true};
    ParameterSheet<Sheet>::lines([&says](auto, std::string_view name, std::string_view unit,
                                         double lowest, double highest, std::string_view meaning) {
        says = says && !name.empty() && !unit.empty() && !meaning.empty() && lowest < highest;
    });
    return says;
}

/// Appends the declarations of one sheet, bound to `sheet`, which must outlive them.
template <typename Sheet>
void declare(Sheet& sheet, std::vector<ParameterDeclaration>& declarations) {
    static_assert(says_all<Sheet>(),
                  "each parameter says its name, its unit, its range and its meaning");
    ParameterSheet<Sheet>::lines([&]<typename Value>(Value Sheet::*member, std::string_view name,
                                                     std::string_view unit, double lowest,
                                                     double highest, std::string_view meaning) {
        using Type = detail::ParameterType<Value>;
        declarations.push_back(
            {.path = std::string{ParameterSheet<Sheet>::name} + "." + std::string{name},
             .unit = std::string{unit},
             .kind = Type::kind,
             .dimension = Type::dimension,
             .length = Type::length,
             .lowest = lowest,
             .highest = highest,
             .meaning = std::string{meaning},
             .assign = [&sheet, member](ParameterValue const& v) { sheet.*member = Type::in(v); },
             .read = [&sheet, member] { return Type::out(sheet.*member); }});
    });
}

/// A parameter as a record: what `describe parameters` prints and the result file keeps.
struct ParameterRecord {
    std::string path;
    std::string unit;
    std::string meaning;
    ParameterKind kind{ParameterKind::number};
    double lowest{0.0};
    double highest{0.0};
    /// In `unit`, as text: "0.7", "[1.5, 0.5]", "{2018: 0.67, 2024: 1.35}".
    std::string value;
    /// A publication, or "assumption: why"; never empty.
    std::string source;
    bool is_assumption{false};
    /// Plausible range for sensitivity runs, in `unit`; equal bounds when none was given.
    double plausible_low{0.0};
    double plausible_high{0.0};
    /// file:line of the value in force.
    std::string origin;

    friend bool operator==(ParameterRecord const&, ParameterRecord const&) = default;
};

} // namespace opschaling::sim
