#pragma once

#include <string>
#include <vector>

namespace opschaling::app {

/// Columns of text for a terminal: the first to the left, the others to the right, each as wide as
/// its widest cell.
class TextTable {
public:
    void add_row(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }

    void add_rule() { rows_.emplace_back(); }

    [[nodiscard]] std::string text() const;

private:
    std::vector<std::vector<std::string>> rows_; ///< an empty row is a rule
};

/// Rows of cells, the first one the heads: for a terminal, or as a table of Markdown with the same
/// columns to the left and to the right.
[[nodiscard]] std::string rows_text(std::vector<std::vector<std::string>> const& rows,
                                    bool markdown);

} // namespace opschaling::app
