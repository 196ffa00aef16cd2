#pragma once

#include "app/arguments/arguments.hpp"
#include "scenarios/scenario.hpp"

#include <filesystem>

namespace opschaling::app {

/// The folder with `parameters/` and the studies, seen from a study or from the program itself.
[[nodiscard]] std::filesystem::path scenario_root(std::filesystem::path const& study);

/// The subjects of the canvas that are shipped, as seen from there.
[[nodiscard]] std::filesystem::path shipped_subjects(std::filesystem::path const& study);

/// The study that the command line names, with its changes. A file that is not there is an
/// InputError with the nearest name that is.
[[nodiscard]] scenarios::Study read_request(StudyArguments const& arguments);

/// Throws an InputError when there is no such file, naming the nearest one in its folder.
void expect_file(std::filesystem::path const& path);

} // namespace opschaling::app
