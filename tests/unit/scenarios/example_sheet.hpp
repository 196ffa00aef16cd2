#pragma once

#include "sim/parameters/declaration.hpp"

#include <array>
#include <vector>

namespace opschaling::testing {

/// A sheet with a parameter of each kind, for tests that must not depend on the model's own.
struct ExampleSheet {
    int size;
    sim::Share part;
    sim::EuroPerKWh price;
    sim::Temperature warmth;
    bool binds;
    std::array<sim::Power, 2> loads;
    sim::YearSeries<sim::EuroPerGas> course;
};

} // namespace opschaling::testing

template <>
struct opschaling::sim::ParameterSheet<opschaling::testing::ExampleSheet> {
    using Example = testing::ExampleSheet;
    static constexpr std::string_view name{"example"};

    template <typename Each>
    static constexpr void lines(Each const& each) {
        each(&Example::size, "size", "home", 5, 200, "Homes in it");
        each(&Example::part, "part", "1", 0, 1, "Part of them");
        each(&Example::price, "price", "EUR/kWh", 0, 1, "Price of electricity");
        each(&Example::warmth, "warmth", "degC", -30, 40, "Warmth outside");
        each(&Example::binds, "binds", "1", 0, 1, "Whether it binds");
        each(&Example::loads, "loads", "kW", 0, 10, "Load of two things");
        each(&Example::course, "course", "EUR/m3", 0, 5, "Price of gas, by year");
    }
};

namespace opschaling::testing {

inline std::vector<sim::ParameterDeclaration> declare_example(ExampleSheet& sheet) {
    std::vector<sim::ParameterDeclaration> declarations;
    sim::declare(sheet, declarations);
    return declarations;
}

} // namespace opschaling::testing
