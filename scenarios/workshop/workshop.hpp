#pragma once

#include "scenarios/workshop/levers.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace opschaling::scenarios {

inline constexpr std::string_view workshop_schema{"opschaling-workshop/1"};

/// Whom the page speaks to.
enum class Audience : std::uint8_t { bewoners, ambtenaren };

/// What a step draws: a figure by year, the routes side by side, the turns from pilot to all, a
/// curve along one lever, or two plans with a map.
enum class StepChart : std::uint8_t { lijn, routes, opbouw, kromme, plan };

/// A stop for each lever, by position.
using Stops = std::vector<std::size_t>;

/// A named combination of stops.
struct Preset {
    std::string id;
    Title label;
    Stops stops;
};

/// A lever turned from one stop to another.
struct LeverTurn {
    std::size_t lever{0};
    std::size_t from{0};
    std::size_t to{0};
    Title label; ///< what the turn takes away or adds, in the room's words
};

struct WorkshopStep {
    std::string id;
    int minutes{10};
    StepChart chart{StepChart::lijn};
    std::string outcome;
    Title statement; ///< to agree or disagree with; empty for none
    Title question;
    std::vector<Title> answers;
    std::vector<std::size_t> levers; ///< that the room turns here
    std::vector<Title> notes;        ///< for the facilitator
    std::vector<std::size_t> presets;
    std::vector<LeverTurn> turns;
    std::size_t along{0}; ///< of `kromme`: the lever along the axis
};

/// A workshop as a facilitator wrote it down.
struct Workshop {
    std::string name;
    Title title;
    Audience audience{Audience::bewoners};
    int minutes{90};
    std::filesystem::path study; ///< seen from the working directory
    std::filesystem::path map;   ///< outlines of wijken (GeoJSON), seen from there; empty for none
    LeverSet levers;
    Stops baseline;
    std::vector<Preset> presets;
    std::vector<WorkshopStep> steps;
    int draws{16}; ///< runs behind each combination, each with its own chance and assumptions
    std::uint32_t seed{1};
};

/// The figures that a step can show, in the order in which a page holds them.
inline constexpr std::array<std::string_view, 8> workshop_outcomes{
    "gasvrij", "eerste", "ja", "wacht", "hybride", "netkosten", "netdeel", "publiek"};

/// Whether a figure is EUR; else it is homes of a hundred.
[[nodiscard]] constexpr bool is_money(std::string_view outcome) {
    return outcome.starts_with("net") || outcome == "publiek";
}

/// Most levers of a step, and of the step in which the room makes its plan.
inline constexpr std::size_t most_levers{3};
inline constexpr std::size_t most_plan_levers{6};
/// Most combinations of the levers of one step.
inline constexpr std::size_t most_combinations{81};

/// Reads a workshop with its levers. Throws a ScenarioError that holds every mistake found.
[[nodiscard]] Workshop read_workshop(std::filesystem::path const& path,
                                     std::filesystem::path const& parameter_directory);

/// Every combination of stops that the steps can show, each once, the baseline first.
[[nodiscard]] std::vector<Stops> combinations(Workshop const& workshop);

/// "2110": a digit for each lever.
[[nodiscard]] std::string digits_of(Stops const& stops);

} // namespace opschaling::scenarios
