#pragma once

#include "scenarios/reader/findings.hpp"
#include "scenarios/reader/node.hpp"

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace opschaling::scenarios {

/// "set" and "world" make "set.world"; an empty head gives the tail.
[[nodiscard]] std::string join_path(std::string_view head, std::string_view tail);

/// A finding for each key that is not among the allowed ones, with the nearest that is.
void check_keys(Node const& map, std::span<std::string const> allowed, std::string const& path,
                Findings& findings);
void check_keys(Node const& map, std::initializer_list<std::string_view> allowed,
                std::string const& path, Findings& findings);

/// Whether the node is a map; a finding when it is not.
[[nodiscard]] bool expect_map(Node const& node, std::string const& path, Findings& findings);

/// The text of a scalar with something in it; a finding when there is none.
[[nodiscard]] std::optional<std::string> read_line(Node const& node, std::string const& path,
                                                   Findings& findings);

/// Checks `schema: wanted` at the head of a document; a finding when it is absent or another.
[[nodiscard]] bool check_schema(Node const& document, std::string_view wanted, Findings& findings);

/// Whether a text is a name: [a-z][a-z0-9_]*.
[[nodiscard]] bool is_name(std::string_view text);

} // namespace opschaling::scenarios
