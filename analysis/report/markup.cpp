#include "analysis/report/markup.hpp"

#include "analysis/report/svg.hpp"

#include <fmt/format.h>

namespace opschaling::analysis {

namespace {

std::string attribute(std::string_view name, std::string_view value) {
    return value.empty() ? std::string{} : fmt::format(" {}=\"{}\"", name, escape_markup(value));
}

} // namespace

std::string paragraph(std::string_view text, std::string_view css_class) {
    return fmt::format("<p{}>{}</p>\n", attribute("class", css_class), escape_markup(text));
}

std::string heading(int level, std::string_view text, std::string_view id) {
    return fmt::format("<h{0}{1}>{2}</h{0}>\n", level, attribute("id", id), escape_markup(text));
}

std::string to_markup(MarkupTable const& table) {
    std::string head;
    for (auto const& cell : table.head) {
        head += fmt::format("<th scope=\"col\">{}</th>", escape_markup(cell));
    }
    std::string body;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        auto const& row = table.rows[r];
        body += fmt::format("<tr{}>", table.ids.empty() ? "" : attribute("id", table.ids[r]));
        for (std::size_t i = 0; i < row.size(); ++i) {
            body += i == 0 ? fmt::format("<th scope=\"row\">{}</th>", escape_markup(row[i]))
                           : fmt::format("<td>{}</td>", escape_markup(row[i]));
        }
        body += "</tr>\n";
    }
    return fmt::format("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{0}\">"
                       "<table class=\"{1}\">\n<caption>{0}</caption>\n"
                       "<thead><tr>{2}</tr></thead>\n<tbody>\n{3}</tbody>\n</table></div>\n",
                       escape_markup(table.caption), table.figures ? "figures" : "words", head,
                       body);
}

std::string foldable(std::string_view summary_text, std::string_view markup) {
    return fmt::format("<details><summary>{}</summary>\n{}</details>\n",
                       escape_markup(summary_text), markup);
}

std::string figure(std::string_view svg_markup, std::string_view caption_text,
                   std::string_view below_markup) {
    return fmt::format("<figure>\n<figcaption>{}</figcaption>\n{}{}</figure>\n",
                       escape_markup(caption_text), svg_markup, below_markup);
}

std::string term_list(std::vector<Term> const& terms) {
    std::string list;
    for (auto const& [name, text] : terms) {
        list += fmt::format("<dt>{}</dt><dd>{}</dd>\n", escape_markup(name), escape_markup(text));
    }
    return fmt::format("<dl>\n{}</dl>\n", list);
}

} // namespace opschaling::analysis
