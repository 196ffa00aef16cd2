#pragma once

#include "sim/time/quarter.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace opschaling::scenarios {

inline constexpr std::string_view calibration_schema{"opschaling-calibration/1"};

/// A parameter that a calibration may move, in the unit in which it is declared.
struct CalibratedParameter {
    std::string path;
    double low{0.0};
    double high{1.0};
    bool by_logarithm{false};
    std::string because; ///< which targets are to say something about it
};

enum class TargetReduction : std::uint8_t { sum, mean, last, growth };

/// A published figure and what of a run is held against it.
struct CalibrationTarget {
    std::string name;
    std::string fact;      ///< what was published, in words, with its id
    bool is_fitted{false}; ///< otherwise a check that is only shown
    std::vector<std::string> series;
    std::vector<std::string> per;
    TargetReduction reduction{TargetReduction::sum};
    sim::Quarter from;
    sim::Quarter to;      ///< included
    bool is_scaled{true}; ///< by the world's share of the country
    double factor{1.0};
    double observed{0.0};
    double tolerance{1.0}; ///< one standard deviation
    double accept_low{0.0};
    double accept_high{0.0};
    std::string source;
};

/// A calibration as plain data: a study whose common history is run, the parameters that may move
/// and the figures that they are moved to.
struct Calibration {
    std::string name;
    std::filesystem::path study; ///< seen from the working directory
    int rounds{6};
    std::vector<CalibratedParameter> parameters;
    std::vector<CalibrationTarget> targets;
};

/// Throws a ScenarioError that holds every mistake found.
[[nodiscard]] Calibration read_calibration(std::filesystem::path const& path);

} // namespace opschaling::scenarios
