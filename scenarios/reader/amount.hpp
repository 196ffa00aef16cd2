#pragma once

#include "scenarios/reader/findings.hpp"
#include "scenarios/reader/node.hpp"
#include "sim/parameters/declaration.hpp"

#include <optional>
#include <string>
#include <utility>

namespace opschaling::scenarios {

/// One number of a value: in base units and in the declared unit.
struct Amount {
    double base;
    double declared;
    std::string unit;
};

/// Everything that reading the numbers of one value needs to know.
struct Reading {
    sim::ParameterDeclaration const& declaration;
    std::string const& path;
    Findings& findings;
    std::string common_unit;

    void complain(Node const& node, std::string message, std::string hint = {}) const {
        findings.add(node.place, path, std::move(message), std::move(hint));
    }
};

/// An example of what would be right, for a message.
[[nodiscard]] std::string expected_form(sim::ParameterDeclaration const& declaration);

/// One number with its unit, checked against dimension and allowed range.
[[nodiscard]] std::optional<Amount> read_amount(Node const& node, Reading const& reading);

} // namespace opschaling::scenarios
