#include "scenarios/reader/amount.hpp"

#include "scenarios/reader/measure.hpp"
#include "scenarios/reader/number.hpp"
#include "sim/quantity/unit.hpp"

#include <fmt/format.h>

#include <cmath>

namespace opschaling::scenarios {

namespace {

using sim::ParameterDeclaration;
using sim::ParameterKind;

std::string allowed_range(ParameterDeclaration const& declaration) {
    auto const unit = declaration.unit == "1" ? "" : " " + declaration.unit;
    return fmt::format("{} to {}{}", number_text(declaration.lowest),
                       number_text(declaration.highest), unit);
}

/// In base units, by way of the declared unit, so that the value printed in it reads back to the
/// same bits. A plain number of the model, without a dimension, stays in its declared unit.
double base_of(double declared, ParameterDeclaration const& declaration) {
    auto const unit = sim::parse_unit(declaration.unit).value();
    return unit.dimension == declaration.dimension ? to_base(declared, unit) : declared;
}

/// Checks the allowed range, in the declared unit. A bound that a conversion missed by a rounding
/// error is met exactly.
bool check_range(Node const& node, Amount& amount, Reading const& reading) {
    constexpr double rounding{1.0e-12};
    auto const& declaration = reading.declaration;
    for (double const bound : {declaration.lowest, declaration.highest}) {
        if (std::abs(amount.declared - bound) <= rounding * std::abs(bound)) {
            amount.declared = bound;
            amount.base = base_of(bound, declaration);
        }
    }
    if (amount.declared < declaration.lowest) {
        reading.complain(node, fmt::format("{} lies below the lowest allowed value; allowed is {}",
                                           node.text, allowed_range(declaration)));
        return false;
    }
    if (amount.declared > declaration.highest) {
        reading.complain(node, fmt::format("{} lies above the highest allowed value; allowed is {}",
                                           node.text, allowed_range(declaration)));
        return false;
    }
    return true;
}

/// A number with its unit, in base and declared units; without a look at the range.
std::optional<Amount> read_measured(Node const& node, Reading const& reading) {
    auto const& declaration = reading.declaration;
    if (!node.is_scalar()) {
        reading.complain(node, fmt::format("expected {}, found {}", expected_form(declaration),
                                           describe_node(node)));
        return std::nullopt;
    }
    auto const amount = parse_amount(node.text);
    if (!amount.number) {
        reading.complain(
            node, fmt::format("expected {}: {}", expected_form(declaration), amount.problem));
        return std::nullopt;
    }
    auto const unit = amount.unit.empty() ? reading.common_unit : amount.unit;
    auto const measure = measure_in(unit, declaration.unit);
    if (!measure.unit) {
        auto const hint =
            unit.empty() ? fmt::format("write '{} {}'", node.text, declaration.unit) : measure.hint;
        reading.complain(node, measure.problem, hint);
        return std::nullopt;
    }
    auto const declared = sim::parse_unit(declaration.unit).value();
    bool const same =
        measure.unit->factor == declared.factor && measure.unit->offset == declared.offset;
    double const number =
        same ? *amount.number : from_base(to_base(*amount.number, *measure.unit), declared);
    return Amount{base_of(number, declaration), number, unit};
}

} // namespace

std::string expected_form(ParameterDeclaration const& declaration) {
    auto const unit = declaration.unit == "1" ? "" : " " + declaration.unit;
    auto const low = number_text(declaration.lowest) + unit;
    switch (declaration.kind) {
    case ParameterKind::toggle:
        return "true or false";
    case ParameterKind::count:
        return fmt::format("a whole number, such as {}", low);
    case ParameterKind::list:
        return fmt::format("a list of {} numbers", declaration.length);
    case ParameterKind::year_series:
        return fmt::format("years with values, such as {{2018: {}}}", low);
    case ParameterKind::number:
    case ParameterKind::share:
    case ParameterKind::quantity:
        break;
    }
    return fmt::format("one number, such as {}", low);
}

std::optional<Amount> read_amount(Node const& node, Reading const& reading) {
    auto amount = read_measured(node, reading);
    if (!amount || !check_range(node, *amount, reading)) {
        return std::nullopt;
    }
    return amount;
}

} // namespace opschaling::scenarios
