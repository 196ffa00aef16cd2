#include "scenarios/reader/value.hpp"

#include "scenarios/reader/amount.hpp"
#include "scenarios/reader/measure.hpp"
#include "scenarios/reader/number.hpp"
#include "sim/time/quarter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

namespace opschaling::scenarios {

namespace {

using sim::ParameterDeclaration;
using sim::ParameterKind;

constexpr int earliest_year{1900};
constexpr int latest_year{2200};

std::optional<ReadValue> read_toggle(Node const& node, Reading const& reading) {
    if (node.is_scalar() && !node.quoted && (node.text == "true" || node.text == "false")) {
        double const number = node.text == "true" ? 1.0 : 0.0;
        return ReadValue{{{number}, {}}, node.text, {number}, {}};
    }
    auto const hint = node.is_scalar() && node.quoted ? "write it without quotes" : "";
    reading.complain(node, fmt::format("expected true or false, found {}", describe_node(node)),
                     hint);
    return std::nullopt;
}

std::optional<ReadValue> read_single(Node const& node, Reading const& reading) {
    auto const amount = read_amount(node, reading);
    if (!amount) {
        return std::nullopt;
    }
    if (reading.declaration.kind == ParameterKind::count &&
        (std::floor(amount->base) != amount->base ||
         std::abs(amount->base) > std::numeric_limits<int>::max())) {
        reading.complain(node, fmt::format("{} is not a whole number", node.text));
        return std::nullopt;
    }
    return ReadValue{
        {{amount->base}, {}}, number_text(amount->declared), {amount->declared}, amount->unit};
}

std::optional<ReadValue> read_list(Node const& node, Reading const& reading) {
    auto const& declaration = reading.declaration;
    if (!node.is_list()) {
        reading.complain(node, fmt::format("expected {}, found {}", expected_form(declaration),
                                           describe_node(node)));
        return std::nullopt;
    }
    if (node.children.size() != declaration.length) {
        reading.complain(node, fmt::format("expected {} numbers, found {}", declaration.length,
                                           node.children.size()));
        return std::nullopt;
    }
    ReadValue value;
    bool right{true};
    for (auto const& item : node.children) {
        if (auto const amount = read_amount(item, reading)) {
            value.base.numbers.push_back(amount->base);
            value.declared.push_back(amount->declared);
            value.text += (value.text.empty() ? "[" : ", ") + number_text(amount->declared);
            value.written_unit = amount->unit;
        } else {
            right = false;
        }
    }
    value.text += "]";
    return right ? std::optional{value} : std::nullopt;
}

/// A year series; one number alone stands for every year.
std::optional<ReadValue> read_series(Node const& node, Reading const& reading) {
    if (node.is_scalar()) {
        auto const amount = read_amount(node, reading);
        if (!amount) {
            return std::nullopt;
        }
        return ReadValue{
            {{amount->base}, {sim::Quarter::first_year}},
            fmt::format("{{{}: {}}}", sim::Quarter::first_year, number_text(amount->declared)),
            {amount->declared},
            amount->unit};
    }
    if (!node.is_map()) {
        reading.complain(node,
                         fmt::format("expected {}, found {}", expected_form(reading.declaration),
                                     describe_node(node)));
        return std::nullopt;
    }
    ReadValue value;
    bool right{true};
    for (auto const& item : node.children) {
        if (item.key == "unit") {
            continue;
        }
        auto const year = parse_whole(item.key, earliest_year, latest_year);
        if (!year.value) {
            reading.findings.add(item.key_place, reading.path,
                                 fmt::format("expected a year: {}", year.problem));
            right = false;
            continue;
        }
        auto const at = static_cast<int>(*year.value);
        if (!value.base.years.empty() && at <= value.base.years.back()) {
            reading.findings.add(item.key_place, reading.path,
                                 fmt::format("year {} comes after {}", at, value.base.years.back()),
                                 "write the years in rising order");
            right = false;
            continue;
        }
        if (auto const amount = read_amount(item, reading)) {
            value.base.years.push_back(at);
            value.base.numbers.push_back(amount->base);
            value.declared.push_back(amount->declared);
            value.text += fmt::format("{}{}: {}", value.text.empty() ? "{" : ", ", at,
                                      number_text(amount->declared));
            value.written_unit = amount->unit;
        } else {
            right = false;
        }
    }
    if (right && value.base.years.empty()) {
        reading.complain(node, "a year series needs at least one year");
        return std::nullopt;
    }
    value.text += "}";
    return right ? std::optional{value} : std::nullopt;
}

} // namespace

std::optional<ReadValue> read_value(Node const& value, Node const* unit,
                                    ParameterDeclaration const& declaration,
                                    std::string const& path, Findings& findings) {
    Reading reading{declaration, path, findings, {}};
    if (unit == nullptr && value.is_map() && declaration.kind == ParameterKind::year_series) {
        unit = value.find("unit");
    }
    if (unit != nullptr && declaration.kind == ParameterKind::toggle) {
        findings.add(unit->key_place, path + ".unit", "true or false has no unit");
        return std::nullopt;
    }
    if (unit != nullptr) {
        if (!unit->is_scalar()) {
            findings.add(unit->place, path + ".unit",
                         fmt::format("expected a unit, found {}", describe_node(*unit)));
            return std::nullopt;
        }
        auto const measure = measure_in(unit->text, declaration.unit);
        if (!measure.unit) {
            findings.add(unit->place, path + ".unit", measure.problem, measure.hint);
            return std::nullopt;
        }
        reading.common_unit = unit->text;
    }
    switch (declaration.kind) {
    case ParameterKind::toggle:
        return read_toggle(value, reading);
    case ParameterKind::list:
        return read_list(value, reading);
    case ParameterKind::year_series:
        return read_series(value, reading);
    case ParameterKind::number:
    case ParameterKind::share:
    case ParameterKind::quantity:
    case ParameterKind::count:
        break;
    }
    return read_single(value, reading);
}

std::optional<std::pair<double, double>> read_plausible(Node const& range, ReadValue const& value,
                                                        ParameterDeclaration const& declaration,
                                                        std::string const& path,
                                                        Findings& findings) {
    Reading const reading{declaration, path, findings, value.written_unit};
    if (declaration.kind == ParameterKind::toggle) {
        reading.complain(range, "true or false has no plausible range");
        return std::nullopt;
    }
    if (!range.is_list() || range.children.size() != 2) {
        reading.complain(range, "expected two numbers, [low, high]");
        return std::nullopt;
    }
    auto const low = read_amount(range.children[0], reading);
    auto const high = read_amount(range.children[1], reading);
    if (!low || !high) {
        return std::nullopt;
    }
    if (low->declared >= high->declared) {
        reading.complain(
            range,
            fmt::format("{} does not lie below {}", range.children[0].text, range.children[1].text),
            "write the lower bound first");
        return std::nullopt;
    }
    return std::pair{low->declared, high->declared};
}

} // namespace opschaling::scenarios
