#include "app/study/read_request.hpp"

#include "app/usage_error.hpp"
#include "scenarios/reader/nearest.hpp"
#include "scenarios/reader/study.hpp"

#include <fmt/format.h>

#include <string>
#include <system_error>
#include <vector>

namespace opschaling::app {

namespace {

/// Names in the folder of a file that is not there; none when there is no such folder.
std::vector<std::string> names_beside(std::filesystem::path const& path) {
    auto const folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path{"."};
    std::vector<std::string> names;
    std::error_code failure;
    for (auto const& entry : std::filesystem::directory_iterator{folder, failure}) {
        names.push_back(entry.path().filename().string());
    }
    return names;
}

} // namespace

void expect_file(std::filesystem::path const& path) {
    std::error_code failure;
    if (std::filesystem::exists(path, failure)) {
        if (std::filesystem::is_directory(path, failure)) {
            throw InputError{fmt::format("{}: is a folder, not a file", path.string())};
        }
        return;
    }
    auto const near = scenarios::nearest(path.filename().string(), names_beside(path));
    throw InputError{fmt::format(
        "{}: no such file{}", path.string(),
        near ? fmt::format("; did you mean '{}'?", (path.parent_path() / *near).string()) : "")};
}

std::filesystem::path shipped_subjects(std::filesystem::path const& study) {
    return scenario_root(study) / "canvas" / "levers.yaml";
}

std::filesystem::path scenario_root(std::filesystem::path const& study) {
    std::error_code failure;
    auto const program = std::filesystem::read_symlink("/proc/self/exe", failure);
    if (auto root = scenarios::find_scenario_root(program, study)) {
        return *root;
    }
    throw InputError{
        fmt::format("no folder 'parameters' near {} or near the program", study.string())};
}

scenarios::Study read_request(StudyArguments const& arguments) {
    expect_file(arguments.file);
    auto overrides = arguments.settings;
    if (arguments.seed) {
        overrides.push_back(fmt::format("seed={}", *arguments.seed));
    }
    if (arguments.replications) {
        overrides.push_back(fmt::format("replications={}", *arguments.replications));
    }
    return scenarios::read_study(
        {.path = arguments.file,
         .parameter_directory = scenario_root(arguments.file) / "parameters",
         .overrides = std::move(overrides)});
}

} // namespace opschaling::app
