#include "scenarios/workshop/outlines.hpp"

#include "scenarios/import/geojson.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>
#include <optional>

namespace opschaling::scenarios {

namespace {

constexpr std::size_t most_bytes{std::size_t{64} << 20U};
constexpr std::array<std::string_view, 6> code_names{"code",      "wijkcode", "WK_CODE",
                                                     "buurtcode", "BU_CODE",  "statcode"};
constexpr std::size_t digits_of_wijk{6};

/// The place of the wijk that a feature is, or whose buurt it is: "WK036300" is around
/// "BU03630001".
std::optional<std::size_t> wijk_of(Feature const& feature,
                                   std::map<std::string, std::size_t> const& places) {
    for (auto const name : code_names) {
        std::string const code{feature.word(name)};
        if (auto const itself = places.find(code); itself != places.end()) {
            return itself->second;
        }
        if (code.starts_with("BU") && code.size() > 2 + digits_of_wijk) {
            auto const around = places.find("WK" + code.substr(2, digits_of_wijk));
            if (around != places.end()) {
                return around->second;
            }
        }
    }
    return std::nullopt;
}

struct Bounds {
    double left{std::numeric_limits<double>::infinity()};
    double right{-std::numeric_limits<double>::infinity()};
    double low{std::numeric_limits<double>::infinity()};
    double high{-std::numeric_limits<double>::infinity()};

    void hold(Ring const& ring) {
        for (auto const& [x, y] : ring) {
            left = std::min(left, x);
            right = std::max(right, x);
            low = std::min(low, y);
            high = std::max(high, y);
        }
    }
};

/// Places of the map as pixels, as large as fits with a pixel left around it.
class Fit {
public:
    Fit(Bounds const& bounds, bool in_metres, int width, int height)
        : bounds_{bounds},
          // A degree of longitude is shorter than one of latitude.
          narrow_{in_metres
                      ? 1.0
                      : std::cos((bounds.low + bounds.high) / 2.0 * std::numbers::pi / 180.0)},
          scale_{std::min((width - 2) / std::max(1e-9, (bounds.right - bounds.left) * narrow_),
                          (height - 2) / std::max(1e-9, bounds.high - bounds.low))} {}

    [[nodiscard]] PixelRing operator()(Ring const& ring) const {
        PixelRing fitted;
        for (auto const& [x, y] : ring) {
            std::pair const at{
                1 + static_cast<int>(std::lround((x - bounds_.left) * narrow_ * scale_)),
                1 + static_cast<int>(std::lround((bounds_.high - y) * scale_))};
            if (fitted.empty() || fitted.back() != at) {
                fitted.push_back(at);
            }
        }
        while (fitted.size() > 1 && fitted.front() == fitted.back()) {
            fitted.pop_back();
        }
        return fitted;
    }

private:
    Bounds bounds_;
    double narrow_;
    double scale_;
};

} // namespace

std::size_t WijkOutlines::missing() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(of_wijk, [](auto const& rings) { return rings.empty(); }));
}

WijkOutlines read_outlines(std::filesystem::path const& path,
                           std::span<std::string const> wijk_codes, int width, int height) {
    ImportFindings findings;
    auto const text = read_whole_file(path.string(), most_bytes, findings);
    findings.throw_if_any();
    auto const features = parse_geojson(path.string(), text, findings);
    findings.throw_if_any();
    std::map<std::string, std::size_t> places;
    for (std::size_t wijk = 0; wijk < wijk_codes.size(); ++wijk) {
        places.emplace(wijk_codes[wijk], wijk);
    }
    std::vector<std::pair<std::size_t, Feature const*>> found;
    Bounds bounds;
    for (auto const& feature : features) {
        if (auto const wijk = wijk_of(feature, places)) {
            found.emplace_back(*wijk, &feature);
            std::ranges::for_each(feature.rings, [&](Ring const& ring) { bounds.hold(ring); });
        }
    }
    if (found.empty()) {
        findings.add(
            {.file = path.string()},
            fmt::format("none of the {} features is a wijk of this world", features.size()),
            fmt::format("a CBS code such as {} under 'code', 'wijkcode' or 'WK_CODE'",
                        wijk_codes.empty() ? "WK036300" : wijk_codes.front()));
    }
    findings.throw_if_any();
    Fit const fit{bounds, found.front().second->in_metres, width, height};
    WijkOutlines outlines{.width = width, .height = height, .of_wijk = {}};
    outlines.of_wijk.resize(wijk_codes.size());
    for (auto const& [wijk, feature] : found) {
        for (auto const& ring : feature->rings) {
            if (auto fitted = fit(ring); fitted.size() > 2) {
                outlines.of_wijk[wijk].push_back(std::move(fitted));
            }
        }
    }
    return outlines;
}

} // namespace opschaling::scenarios
