#pragma once

#include "app/arguments/arguments.hpp"
#include "app/console.hpp"
#include "app/exit_code.hpp"
#include "app/study/calibrate_study.hpp"

#include <string>

namespace opschaling::app {

/// Moves the free parameters of a calibration to its targets, or checks that a kept result is of
/// this model.
[[nodiscard]] ExitCode calibrate(CalibrateCommand const& command, Arguments const& arguments,
                                 Console const& console);

/// Parameters and targets of a calibration as tables.
[[nodiscard]] std::string calibration_tables(CalibrationResult const& result, bool markdown,
                                             analysis::Language language);

} // namespace opschaling::app
