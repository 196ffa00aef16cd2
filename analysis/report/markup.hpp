#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace opschaling::analysis {

/// Pieces of a page. What is called `text` is escaped here; what is called `markup` already is.
[[nodiscard]] std::string paragraph(std::string_view text, std::string_view css_class = {});
[[nodiscard]] std::string heading(int level, std::string_view text, std::string_view id = {});

/// A table with a caption. The first column names the row; `figures` says that the others are
/// numbers and stand to the right.
struct MarkupTable {
    std::string caption;
    std::vector<std::string> head;
    std::vector<std::vector<std::string>> rows;
    bool figures{true};
    std::vector<std::string> ids{}; ///< anchors of the rows, for links to one; empty for none
};

[[nodiscard]] std::string to_markup(MarkupTable const& table);

/// Content that stays closed until a reader opens it, and opens in print.
[[nodiscard]] std::string foldable(std::string_view summary_text, std::string_view markup);

/// A chart, its claim as caption, and what stands below it.
[[nodiscard]] std::string figure(std::string_view svg_markup, std::string_view caption_text,
                                 std::string_view below_markup);

/// Names with what they stand for.
struct Term {
    std::string name;
    std::string text;
};

[[nodiscard]] std::string term_list(std::vector<Term> const& terms);

} // namespace opschaling::analysis
