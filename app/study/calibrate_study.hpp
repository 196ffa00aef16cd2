#pragma once

#include "app/study/history_runs.hpp"
#include "scenarios/reader/calibration.hpp"

#include <string>
#include <vector>

namespace opschaling::app {

/// A free parameter before and after, in its declared unit.
struct CalibratedValue {
    std::string path;
    std::string unit;
    std::string because;
    double before{0.0};
    double value{0.0};
    double prior_low{0.0};
    double prior_high{0.0};
    double low{0.0}; ///< central 95 % after the targets
    double high{0.0};
    double width_left{1.0}; ///< of the prior's: 1 is not identified at all
};

/// A published figure beside the model's, with the 95 % interval of its mean over replications.
struct HeldTarget {
    std::string name;
    std::string fact;
    std::string source;
    bool is_fitted{false};
    double observed{0.0};
    double accept_low{0.0};
    double accept_high{0.0};
    double before{0.0};
    double model{0.0};
    double model_low{0.0};
    double model_high{0.0};

    [[nodiscard]] bool is_met() const { return model >= accept_low && model <= accept_high; }
};

/// All that a calibration found, and the fingerprint of the model that found it.
struct CalibrationResult {
    std::string name;
    std::string world;
    std::string fingerprint;
    std::string version;
    int replications{0};
    std::uint32_t seed{0};
    int rounds{0};
    double misfit_before{0.0};
    double misfit_after{0.0};
    std::vector<CalibratedValue> parameters;
    std::vector<HeldTarget> targets;
};

/// Moves the free parameters to the targets; values come out with three digits, and the targets are
/// those of the rounded values.
[[nodiscard]] CalibrationResult calibrate_study(scenarios::Calibration const& calibration,
                                                HistoryRuns const& runs, Console const& console);

/// What the model is, seen from these targets: the SHA-256 of what they come to in one run of the
/// calibration's own study at given values. Any change of mechanism or parameter that reaches a
/// target changes it.
[[nodiscard]] std::string fingerprint_of(scenarios::Calibration const& calibration,
                                         std::vector<double> const& values, Console const& console);

/// A sheet of the calibrated values, to stand among the others.
[[nodiscard]] std::string sheet_of(CalibrationResult const& result);

} // namespace opschaling::app
