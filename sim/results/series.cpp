#include "sim/results/series.hpp"

#include "sim/contract/expects.hpp"

#include <limits>

namespace opschaling::sim {

Axis const& ResultShape::axis_of(SeriesDeclaration const& declaration) const {
    for (auto const& axis : axes) {
        if (axis.name == declaration.axis) {
            return axis;
        }
    }
    expects(false, "every series names an axis that exists");
    return axes.front();
}

RunResult RunResult::of_shape(ResultShape const& shape) {
    RunResult result;
    result.values.reserve(shape.series.size());
    for (auto const& declaration : shape.series) {
        result.values.emplace_back(shape.steps_of(declaration) *
                                       shape.axis_of(declaration).codes.size(),
                                   std::numeric_limits<float>::quiet_NaN());
    }
    return result;
}

} // namespace opschaling::sim
