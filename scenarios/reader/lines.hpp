#pragma once

#include "scenarios/reader/findings.hpp"
#include "scenarios/reader/node.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace opschaling::scenarios {

/// A text cut into lines, which turns columns in bytes, as yaml-cpp counts them, into columns in
/// characters. The text must outlive it.
class Lines {
public:
    explicit Lines(std::string_view text);

    /// The place of a row and a column that both count from 0; the first place when they are
    /// negative.
    [[nodiscard]] Place place(std::string const& file, int row, int byte_column) const;

    [[nodiscard]] std::vector<std::string_view> const& all() const { return lines_; }

private:
    std::vector<std::string_view> lines_;
};

/// Looks at the bytes before the YAML parser does: UTF-8 without control characters, no tabs in the
/// indentation. False, after a finding, when the parser should not see them.
[[nodiscard]] bool inspect_characters(std::string const& file, Lines const& lines,
                                      Findings& findings);

} // namespace opschaling::scenarios
