#pragma once

#include <vector>

namespace opschaling::analysis {

/// A straight map from figures to pixels.
struct Scale {
    double from{0.0};
    double to{1.0};
    double pixel_from{0.0};
    double pixel_to{1.0};

    [[nodiscard]] double operator()(double value) const {
        return pixel_from + (value - from) / (to - from) * (pixel_to - pixel_from);
    }
};

/// Round figures from at most `low` to at least `high`, about `wanted` steps apart by 1, 2 or 5
/// times a power of ten. The first and last one are the ends of the axis.
[[nodiscard]] std::vector<double> round_ticks(double low, double high, int wanted);

/// Heights at which labels stand next to the ends of lines: as near to `wanted` as `gap` pixels
/// between any two allow, all within [top, bottom], in the order of `wanted`.
[[nodiscard]] std::vector<double> spread_labels(std::vector<double> const& wanted, double gap,
                                                double top, double bottom);

} // namespace opschaling::analysis
