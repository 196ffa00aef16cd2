#include "app/commands/effects.hpp"

#include "analysis/report/effect_page.hpp"
#include "analysis/store/table_file.hpp"
#include "app/commands/hypotheses.hpp"
#include "app/effects/effect_runs.hpp"
#include "app/effects/measure_effect.hpp"
#include "app/json/effect_json.hpp"
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

/// A result of another plan is refused; one of this plan is written again, the same.
void expect_free(fs::path const& path, std::string const& plan, bool force) {
    if (force || !fs::exists(path)) {
        return;
    }
    if (analysis::read_tables(path, "opschaling-effect/1").attributes.at("plan") != plan) {
        throw UsageError{fmt::format("{}: holds the result of another plan; use -o for another "
                                     "place, or --force to replace it",
                                     path.string())};
    }
}

} // namespace

ExitCode effects(EffectsCommand const& command, Arguments const& arguments,
                 Console const& console) {
    if (!command.kind) {
        return hypotheses(command, arguments, console);
    }
    std::size_t const threads =
        arguments.threads == 0 ? sim::available_threads() : arguments.threads;
    sim::ThreadLimit const limit{threads};
    StopSignal const stop;
    auto const study = read_request(command.study);
    auto const kind = name_of(*command.kind);
    auto const places = choose_places(study.name + "_" + kind, command.output);
    auto made = make_world(study, command.study.file, console);
    EffectRuns runs{study, std::move(made), kind, places.halfway, stop.requested(), console};
    expect_free(places.result, runs.plan(), command.force);
    analysis::EffectResult result;
    try {
        result = measure_effect(*command.kind, runs);
    } catch (Stopped const&) {
        console.err << say(Text::effect_stopped, console.language) << '\n';
        return ExitCode::stopped;
    }
    if (places.result.has_parent_path()) {
        fs::create_directories(places.result.parent_path());
    }
    analysis::write_tables(places.result, analysis::effect_file(result));
    write_text(places.summary, analysis::effect_csv(result, console.language));
    write_text(places.report, analysis::effect_page(result, console.language));
    console.out << (arguments.json ? effect_json(result) : effect_tables(result, console.language));
    console.err << say(Text::written_result, console.language,
                       fmt::arg("path", places.result.string()))
                << '\n';
    std::error_code ignored;
    fs::remove_all(places.halfway, ignored);
    return ExitCode::success;
}

} // namespace opschaling::app
