#pragma once

#include "sim/contract/expects.hpp"

#include <compare>

namespace opschaling::sim {

/// A part of a whole, 0 to 1; checked on the way in.
class Share {
public:
    constexpr Share() = default;

    constexpr explicit Share(double value) : value_{value} {
        expects(value >= 0.0 && value <= 1.0, "a share lies between 0 and 1");
    }

    [[nodiscard]] constexpr double value() const { return value_; }

    friend constexpr auto operator<=>(Share, Share) = default;

private:
    double value_{0.0};
};

} // namespace opschaling::sim
