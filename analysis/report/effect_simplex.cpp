#include "analysis/report/effect_simplex.hpp"

#include "analysis/report/number_text.hpp"
#include "analysis/report/palette.hpp"
#include "analysis/report/svg.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>

namespace opschaling::analysis {

namespace {

constexpr double font{15.0};
constexpr double small{13.0};
constexpr int quarters{4};

/// Parts of groei, replicatie, circulatie and institutionalisering, in quarters, from a key such as
/// "g1r0c2i1".
std::array<int, 4> parts_in(std::string const& key) {
    std::array<int, 4> parts{};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        parts.at(i) = 2 * i + 1 < key.size() ? key[2 * i + 1] - '0' : 0;
    }
    return parts;
}

/// Where the triangle of each part of institutionalisering begins, and the figures' range.
struct Picture {
    double side{46.0};
    double ground{300.0};
    std::array<double, quarters + 1> left{30.0, 290.0, 500.0, 660.0, 790.0};
    double lowest{std::numeric_limits<double>::infinity()};
    double highest{-std::numeric_limits<double>::infinity()};

    [[nodiscard]] Point place_of(std::array<int, 4> const& parts) const {
        double const across = parts[2] + parts[1] / 2.0;
        double const up = parts[1] * std::sqrt(3.0) / 2.0;
        return {left.at(static_cast<std::size_t>(parts[3])) + side * across + 20.0,
                ground - side * up};
    }
};

void draw_mixture(EffectRow const& row, Picture const& picture, Language language,
                  Drawing& drawing) {
    auto const at = picture.place_of(parts_in(row.key));
    double const range = picture.highest - picture.lowest;
    double const part = range > 0.0 ? (row.value - picture.lowest) / range : 0.5;
    auto const shade = static_cast<int>(std::lround(225.0 - 190.0 * part));
    drawing.dot(at, 19.0, fmt::format("#{:02x}{:02x}{:02x}", shade, shade, 200), false);
    drawing.text({at.x, at.y + 4.0},
                 number_text(row.value, decimals_for(std::abs(row.value)), language),
                 Anchor::middle, 11.0, part > 0.5 ? "#ffffff" : palette::ink);
}

} // namespace

std::string draw_effect_simplex(EffectTable const& table, Language language) {
    constexpr double width{860.0};
    constexpr double height{400.0};
    Picture picture;
    for (auto const& row : table.rows) {
        picture.lowest = std::min(picture.lowest, row.value);
        picture.highest = std::max(picture.highest, row.value);
    }
    Drawing drawing{width, height};
    drawing.text({10.0, 22.0}, table.unit.in(language), Anchor::start, font, palette::ink);
    for (auto const& row : table.rows) {
        draw_mixture(row, picture, language, drawing);
    }
    bool const dutch = language == Language::dutch;
    // The corners of the first triangle by name; the others are turned the same way.
    auto const& side = picture.side;
    drawing.text({picture.left[0] + 2.0 * side + 46.0, picture.ground - 3.46 * side + 5.0},
                 dutch ? "alleen replicatie" : "replicatie alone", Anchor::start, small,
                 palette::ink);
    drawing.text({picture.left[0] - 20.0, picture.ground + 38.0},
                 dutch ? "alleen groei" : "groei alone", Anchor::start, small, palette::ink);
    drawing.text({picture.left[0] + 4.0 * side + 40.0, picture.ground + 38.0},
                 dutch ? "alleen circulatie" : "circulatie alone", Anchor::end, small,
                 palette::ink);
    for (int part = 0; part <= quarters; ++part) {
        double const middle =
            picture.left.at(static_cast<std::size_t>(part)) + 20.0 + side * (quarters - part) / 2.0;
        drawing.text({middle, picture.ground + 62.0}, fmt::format("{} %", 25 * part),
                     Anchor::middle, font, palette::ink, true);
    }
    drawing.text({width / 2.0, picture.ground + 88.0},
                 dutch ? "deel van het geld voor institutionalisering; de rest zoals de hoeken van "
                         "elke driehoek zeggen"
                       : "part of the money for institutionalisering; the rest as the corners of "
                         "each triangle say",
                 Anchor::middle, small, palette::ink);
    return drawing.finish(table.key + "_chart", table.title.in(language),
                          table.sentence.in(language));
}

} // namespace opschaling::analysis
