#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace opschaling::scenarios {

inline constexpr std::string_view pilot_schema{"opschaling-pilot/1"};
inline constexpr std::string_view canvas_schema{"opschaling-canvas/1"};

/// Routes, ingrediënten and valkuilen of the handleiding (S4), recommendations of S3, lessons of
/// S5.
enum class LeverPart : std::uint8_t { route, ingredient, valkuil, recommendation, lesson };
inline constexpr std::size_t lever_parts{5};

/// The key under which a pilot, and the file of levers, holds each part.
[[nodiscard]] std::string_view key_of_part(LeverPart part);

/// A subject of the canvas as a named set of parameters: what they are where it is wholly absent
/// and where it is wholly there. Values as `path=value`, as on the command line.
struct CanvasLever {
    LeverPart part{LeverPart::route};
    std::string name;
    std::string title_nl;
    std::string title_en;
    std::string source;
    std::vector<std::string> low;
    std::vector<std::string> high;
};

/// The levers that are shipped, in the order of the file. Throws a ScenarioError that holds every
/// mistake found.
[[nodiscard]] std::vector<CanvasLever> read_levers(std::filesystem::path const& path);

enum class PilotAim : std::uint8_t { prevent, soften, reduce };

/// A pilot by the four parts of the handleiding, as a person fills them in.
struct Pilot {
    std::string name;
    std::string title_nl;
    std::string title_en;
    std::filesystem::path study; ///< world, horizon and what else is set; seen from here
    std::string question;
    PilotAim aim{PilotAim::reduce};
    /// Input, activities, output, outcome, impact: the theory of change, empty where not told.
    std::array<std::string, 5> theory{};
    /// By lever: how far it is there, 0 to 1; nothing where the pilot does not say.
    std::vector<std::optional<double>> levels;
};

/// Throws a ScenarioError that holds every mistake found.
[[nodiscard]] Pilot read_pilot(std::filesystem::path const& path,
                               std::vector<CanvasLever> const& levers);

} // namespace opschaling::scenarios
