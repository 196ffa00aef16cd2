#pragma once

#include "scenarios/reader/settings.hpp"
#include "sim/parameters/declaration.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace opschaling::scenarios {

inline constexpr std::string_view levers_schema{"opschaling-levers/1"};

/// A parameter as a stop sets it.
struct StopValue {
    std::string path;
    sim::ParameterValue value;
    std::string text; ///< in the declared unit
    std::string because;
};

/// A named place of a lever: what it sets, and how a room calls it.
struct LeverStop {
    std::string id;
    Title label;
    Title says; ///< what it means, in one line
    std::vector<StopValue> sets;
};

struct Lever {
    std::string id;
    Title question;
    std::vector<LeverStop> stops;
};

/// A parameter that differs from draw to draw, evenly over its plausible range; in base units.
struct UncertainParameter {
    std::string path;
    double low{0.0};
    double high{0.0};
};

/// All that a room can turn, in the order in which stops are laid over one another: where two
/// levers set the same parameter, the later one holds.
struct LeverSet {
    std::vector<Lever> levers;
    std::vector<UncertainParameter> uncertain;
};

/// The stop of a lever must fit one digit of a code.
inline constexpr std::size_t most_stops{10};

/// Reads a file of levers against the parameter sheets. Throws a ScenarioError with every mistake.
[[nodiscard]] LeverSet read_levers(std::filesystem::path const& path,
                                   std::filesystem::path const& parameter_directory);

} // namespace opschaling::scenarios
