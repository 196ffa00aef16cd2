#pragma once

#include "scenarios/reader/findings.hpp"
#include "scenarios/reader/node.hpp"
#include "scenarios/scenario.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace opschaling::scenarios {

inline constexpr int most_replications{1024};
inline constexpr int most_singles{100'000};

/// The settings that `--set` and the schema know beside the parameters.
inline constexpr std::array<std::string_view, 14> setting_paths{"seed",
                                                                "replications",
                                                                "reference",
                                                                "world.source",
                                                                "world.share",
                                                                "world.seed",
                                                                "world.file",
                                                                "horizon.first",
                                                                "horizon.branch",
                                                                "horizon.last",
                                                                "precision.most",
                                                                "precision.relative",
                                                                "precision.absolute",
                                                                "precision.singles"};

/// A title in the two languages of the program.
struct Title {
    std::string nl;
    std::string en;
};

[[nodiscard]] WorldChoice read_world(Node const* world, Findings& findings);

/// Reads the quarters and checks that they come in order; the defaults are 2018-Q1, 2026-Q1 and
/// 2050-Q4.
[[nodiscard]] Horizon read_horizon(Node const* horizon, Findings& findings);

/// `name` in both languages when there is no title.
[[nodiscard]] Title read_title(Node const* title, std::string const& name, std::string const& path,
                               Findings& findings);

[[nodiscard]] std::uint32_t read_seed(Node const* seed, std::string const& path,
                                      Findings& findings);

[[nodiscard]] int read_replications(Node const* replications, Findings& findings);

/// "1:10" for 0.1, "wijk" for 0: a share as a study writes it.
[[nodiscard]] std::string share_text(double share);

} // namespace opschaling::scenarios
