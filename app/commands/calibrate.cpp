#include "app/commands/calibrate.hpp"

#include "app/json/calibration_json.hpp"
#include "app/language/texts.hpp"
#include "app/study/history_runs.hpp"
#include "app/study/places.hpp"
#include "app/study/read_request.hpp"
#include "app/usage_error.hpp"
#include "sim/parallel/chunks.hpp"

#include <fmt/format.h>

#include <ostream>

namespace opschaling::app {

namespace {

namespace fs = std::filesystem;

fs::path place_of(CalibrateCommand const& command, std::string const& name) {
    auto const path = command.output.value_or(fs::path{"results"} / name / "calibration.json");
    if (fs::exists(path) && !command.force) {
        throw UsageError{
            fmt::format("{}: is there already; use -o for another place, or --force to replace it",
                        path.string())};
    }
    return path;
}

ExitCode check_kept(scenarios::Calibration const& calibration, fs::path const& kept,
                    Console const& console) {
    auto const result = read_calibration_json(kept);
    std::vector<double> values;
    for (auto const& parameter : result.parameters) {
        values.push_back(parameter.value);
    }
    if (values.size() != calibration.parameters.size()) {
        throw InputError{
            fmt::format("{}: is of other parameters than the calibration has now", kept.string())};
    }
    if (fingerprint_of(calibration, values, console) != result.fingerprint) {
        throw InputError{
            fmt::format("{}: is of an older model; run the calibration again", kept.string())};
    }
    console.out << say(Text::calibration_current, console.language, fmt::arg("file", kept.string()))
                << '\n';
    return ExitCode::success;
}

} // namespace

ExitCode calibrate(CalibrateCommand const& command, Arguments const& arguments,
                   Console const& console) {
    std::size_t const threads =
        arguments.threads == 0 ? sim::available_threads() : arguments.threads;
    sim::ThreadLimit const limit{threads};
    expect_file(command.study.file);
    auto const calibration = scenarios::read_calibration(command.study.file);
    if (command.kept) {
        return check_kept(calibration, *command.kept, console);
    }
    auto const place = place_of(command, calibration.name);
    HistoryRuns const runs{calibration, command.study, console};
    auto const result = calibrate_study(calibration, runs, console);
    write_text(place, calibration_json(result));
    if (command.sheet) {
        write_text(*command.sheet, sheet_of(result));
    }
    console.out << (arguments.json ? calibration_json(result)
                                   : calibration_tables(result, false, console.language));
    console.err << say(Text::written_result, console.language, fmt::arg("path", place.string()))
                << '\n';
    return ExitCode::success;
}

} // namespace opschaling::app
