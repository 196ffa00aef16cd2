#pragma once

#include "app/study/calibrate_study.hpp"

#include <filesystem>
#include <string>

namespace opschaling::app {

[[nodiscard]] std::string calibration_json(CalibrationResult const& result);

/// Throws an InputError where the file is not what `calibration_json` wrote.
[[nodiscard]] CalibrationResult read_calibration_json(std::filesystem::path const& path);

} // namespace opschaling::app
