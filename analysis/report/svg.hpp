#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace opschaling::analysis {

/// Text made safe for HTML and SVG.
[[nodiscard]] std::string escape_markup(std::string_view text);

/// Width of a text in pixels, wide enough for any letter mix: fonts differ between machines.
[[nodiscard]] double text_width(std::string_view words, double size, bool bold = false);

/// The text in lines that fit, broken between words.
[[nodiscard]] std::vector<std::string> wrap_text(std::string_view words, double size, double width);

struct Point {
    double x;
    double y;
};

/// How a line looks: the colour, the dash pattern ("" is solid) and the mark that also tells it
/// apart in black and white.
struct LineLook {
    std::string colour;
    std::string dash;
};

enum class Anchor { start, middle, end };

/// A drawing in the making: shapes are appended in the order in which they are painted.
class Drawing {
public:
    Drawing(double width, double height) : width_{width}, height_{height} {}

    void straight_line(Point from, Point to, std::string_view colour, double width,
                       std::string_view dash = {});
    void path(std::vector<Point> const& points, LineLook const& look, double width);
    /// The area between two curves over the same x, lightly filled.
    void area(std::vector<Point> const& upper, std::vector<Point> const& lower,
              std::string_view colour, double opacity);
    void dot(Point centre, double radius, std::string_view colour, bool hollow);
    void text(Point at, std::string_view words, Anchor anchor, double size, std::string_view colour,
              bool bold = false);

    /// The whole picture as one <svg> element. Title and description are what a screen reader says;
    /// `id` must be unique on the page.
    [[nodiscard]] std::string finish(std::string_view id, std::string_view title,
                                     std::string_view description) const;

private:
    double width_;
    double height_;
    std::string shapes_;
};

} // namespace opschaling::analysis
