#include "analysis/report/svg.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace opschaling::analysis {

namespace {

/// One decimal of a pixel: what an eye can see, and the same text on every machine.
std::string coordinates(std::vector<Point> const& points) {
    std::string text;
    for (auto const& point : points) {
        fmt::format_to(std::back_inserter(text), "{}{:.1f},{:.1f}", text.empty() ? "" : " ",
                       point.x, point.y);
    }
    return text;
}

std::string dashed(std::string_view dash) {
    return dash.empty() ? std::string{} : fmt::format(" stroke-dasharray=\"{}\"", dash);
}

} // namespace

std::string escape_markup(std::string_view text) {
    std::string safe;
    safe.reserve(text.size());
    for (char const letter : text) {
        switch (letter) {
        case '&':
            safe += "&amp;";
            break;
        case '<':
            safe += "&lt;";
            break;
        case '>':
            safe += "&gt;";
            break;
        case '"':
            safe += "&quot;";
            break;
        case '\'':
            safe += "&#39;";
            break;
        default:
            safe += letter;
        }
    }
    return safe;
}

double text_width(std::string_view words, double size, bool bold) {
    auto const letters = std::ranges::count_if(
        words, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; });
    return static_cast<double>(letters) * size * (bold ? 0.64 : 0.57);
}

std::vector<std::string> wrap_text(std::string_view words, double size, double width) {
    std::vector<std::string> lines{std::string{}};
    while (!words.empty()) {
        auto const end = std::min(words.find(' '), words.size());
        auto const longer =
            lines.back() + (lines.back().empty() ? "" : " ") + std::string{words.substr(0, end)};
        if (!lines.back().empty() && text_width(longer, size, true) > width) {
            lines.emplace_back(words.substr(0, end));
        } else {
            lines.back() = longer;
        }
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return lines;
}

void Drawing::straight_line(Point from, Point to, std::string_view colour, double width,
                            std::string_view dash) {
    fmt::format_to(std::back_inserter(shapes_),
                   "<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" stroke=\"{}\" "
                   "stroke-width=\"{}\"{}/>\n",
                   from.x, from.y, to.x, to.y, colour, width, dashed(dash));
}

void Drawing::path(std::vector<Point> const& points, LineLook const& look, double width) {
    fmt::format_to(std::back_inserter(shapes_),
                   "<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" "
                   "stroke-linejoin=\"round\"{}/>\n",
                   coordinates(points), look.colour, width, dashed(look.dash));
}

void Drawing::area(std::vector<Point> const& upper, std::vector<Point> const& lower,
                   std::string_view colour, double opacity) {
    auto outline = upper;
    outline.insert(outline.end(), lower.rbegin(), lower.rend());
    fmt::format_to(std::back_inserter(shapes_),
                   "<polygon points=\"{}\" fill=\"{}\" fill-opacity=\"{}\" stroke=\"none\"/>\n",
                   coordinates(outline), colour, opacity);
}

void Drawing::dot(Point centre, double radius, std::string_view colour, bool hollow) {
    fmt::format_to(std::back_inserter(shapes_),
                   "<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{}\" fill=\"{}\" stroke=\"{}\" "
                   "stroke-width=\"2.5\"/>\n",
                   centre.x, centre.y, radius, hollow ? "#ffffff" : colour, colour);
}

void Drawing::text(Point at, std::string_view words, Anchor anchor, double size,
                   std::string_view colour, bool bold) {
    char const* const where = anchor == Anchor::start    ? "start"
                              : anchor == Anchor::middle ? "middle"
                                                         : "end";
    fmt::format_to(std::back_inserter(shapes_),
                   "<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\" font-size=\"{}\" "
                   "fill=\"{}\"{}>{}</text>\n",
                   at.x, at.y, where, size, colour, bold ? " font-weight=\"600\"" : "",
                   escape_markup(words));
}

std::string Drawing::finish(std::string_view id, std::string_view title,
                            std::string_view description) const {
    return fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" "
                       "role=\"img\" aria-labelledby=\"{2}-title {2}-desc\" "
                       "font-family=\"system-ui, 'Segoe UI', 'DejaVu Sans', Arial, sans-serif\">\n"
                       "<title id=\"{2}-title\">{3}</title>\n<desc id=\"{2}-desc\">{4}</desc>\n"
                       "<rect width=\"{0}\" height=\"{1}\" fill=\"#ffffff\"/>\n{5}</svg>\n",
                       width_, height_, escape_markup(id), escape_markup(title),
                       escape_markup(description), shapes_);
}

} // namespace opschaling::analysis
