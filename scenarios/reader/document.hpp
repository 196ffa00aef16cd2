#pragma once

#include "scenarios/reader/findings.hpp"
#include "scenarios/reader/node.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace opschaling::scenarios {

/// Reads YAML text into a plain tree. What YAML allows but a careful reader cannot trust is a
/// finding: a key given twice, `<<`, anchors and aliases, tags, several documents, tabs in the
/// indentation, text that is not UTF-8. Nothing comes back when the text cannot be used.
[[nodiscard]] std::optional<Node> parse_document(std::string const& file, std::string_view text,
                                                 Findings& findings);

/// The text of a file of at most 4 MB; nothing, with a finding, when it cannot be read.
[[nodiscard]] std::optional<std::string> read_text(std::filesystem::path const& path,
                                                   Place const& asked_by, Findings& findings);

/// A file's name as messages show it: seen from the working directory when it lies below it.
[[nodiscard]] std::string shown_name(std::filesystem::path const& path);

} // namespace opschaling::scenarios
