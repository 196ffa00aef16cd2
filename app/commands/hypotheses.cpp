#include "app/commands/hypotheses.hpp"

#include "app/effects/effect_runs.hpp"
#include "app/json/hypotheses_json.hpp"
#include "app/language/texts.hpp"
#include "app/study/places.hpp"
#include "app/study/read_request.hpp"
#include "app/study/stop_signal.hpp"
#include "app/usage_error.hpp"
#include "sim/parallel/chunks.hpp"

#include <fmt/format.h>

#include <ostream>

namespace opschaling::app {

namespace {

namespace fs = std::filesystem;

ExitCode check_kept(scenarios::HypothesisList const& list, fs::path const& kept,
                    Console const& console) {
    auto const result = read_hypotheses_json(kept);
    if (result.hypotheses.size() != list.hypotheses.size()) {
        throw InputError{fmt::format("{}: is of another list; judge it again", kept.string())};
    }
    if (fingerprint_of(list, console) != result.fingerprint) {
        throw InputError{
            fmt::format("{}: is of an older model; judge the list again", kept.string())};
    }
    console.out << say(Text::calibration_current, console.language, fmt::arg("file", kept.string()))
                << '\n';
    return ExitCode::success;
}

} // namespace

ExitCode hypotheses(EffectsCommand const& command, Arguments const& arguments,
                    Console const& console) {
    std::size_t const threads =
        arguments.threads == 0 ? sim::available_threads() : arguments.threads;
    sim::ThreadLimit const limit{threads};
    StopSignal const stop;
    expect_file(command.study.file);
    auto const list = scenarios::read_hypotheses(command.study.file,
                                                 scenario_root(command.study.file) / "parameters");
    if (command.kept) {
        return check_kept(list, *command.kept, console);
    }
    auto const place = command.output.value_or(fs::path{"results"} / list.name / "hypotheses.json");
    if (fs::exists(place) && !command.force) {
        throw UsageError{
            fmt::format("{}: is there already; use -o for another place, or --force to replace it",
                        place.string())};
    }
    auto const folder = fs::path{place}.replace_extension("halfway");
    HypothesesResult result;
    try {
        result = judge_hypotheses(list, command.study, folder, stop.requested(), console);
    } catch (Stopped const&) {
        console.err << say(Text::effect_stopped, console.language) << '\n';
        return ExitCode::stopped;
    }
    write_text(place, hypotheses_json(result));
    console.out << (arguments.json ? hypotheses_json(result)
                                   : hypotheses_tables(result, false, console.language));
    console.err << say(Text::written_result, console.language, fmt::arg("path", place.string()))
                << '\n';
    std::error_code ignored;
    fs::remove_all(folder, ignored);
    return ExitCode::success;
}

} // namespace opschaling::app
