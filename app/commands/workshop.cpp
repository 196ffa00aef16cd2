#include "app/commands/workshop.hpp"

#include "analysis/page/document.hpp"
#include "app/json/workshop_json.hpp"
#include "app/language/texts.hpp"
#include "app/serve/live_server.hpp"
#include "app/study/places.hpp"
#include "app/study/stop_signal.hpp"
#include "app/usage_error.hpp"
#include "app/workshop/live_runs.hpp"
#include "app/workshop/workshop_file.hpp"
#include "app/workshop/workshop_runs.hpp"
#include "app/workshop/workshop_table.hpp"
#include "sim/parallel/chunks.hpp"

#include <fmt/format.h>

#include <atomic>
#include <functional>
#include <optional>
#include <ostream>

namespace opschaling::app {

namespace {

namespace fs = std::filesystem;

/// Where runs are kept between calls, whatever the page is called.
fs::path cache_of(scenarios::Workshop const& workshop) {
    return fs::path{"results"} / workshop.name / "cache";
}

fs::path place_of(WorkshopCommand const& command, std::string const& name) {
    auto const path = command.output.value_or(fs::path{"results"} / name / "workshop.html");
    if (command.output && fs::exists(path) && !command.force) {
        throw UsageError{
            fmt::format("{}: is there already; use -o for another place, or --force to replace it",
                        path.string())};
    }
    return path;
}

std::string page_of(PreparedWorkshop const& prepared, std::vector<PointFigures> const& points,
                    analysis::Language language, std::string const& token) {
    bool const is_dutch = language == analysis::Language::dutch;
    auto const& title = prepared.workshop.title;
    return analysis::page_document(is_dutch ? title.nl : title.en, is_dutch ? "nl" : "en",
                                   workshop_json(prepared, points, language, token),
                                   !token.empty());
}

/// Draws behind a choice that a room waits for.
constexpr int live_draws{4};

LiveWork point_work(LiveRuns const& runs, std::string const& digits) {
    auto const stops = runs.understood(digits);
    if (!stops) {
        return {};
    }
    return [&runs, stops = *stops](std::atomic<bool> const& stop,
                                   std::function<void(double)> const& done) {
        auto const answer = runs.answer(stops, stop, done);
        return answer ? std::optional{live_json(runs.prepared().layout, *answer, runs.draws())}
                      : std::nullopt;
    };
}

LiveWork experiment_work(LiveRuns const& runs, std::string const& kind, std::string const& digits,
                         analysis::Language language) {
    auto const stops = runs.understood(digits);
    auto const experiment = live_experiment(kind);
    if (!stops || !experiment) {
        return {};
    }
    return [&runs, stops = *stops, experiment = *experiment,
            language](std::atomic<bool> const& stop,
                      std::function<void(double)> const& done) -> std::optional<std::string> {
        auto const& prepared = runs.prepared();
        try {
            auto const result = measure_live(experiment, prepared, stops,
                                             cache_of(prepared.workshop) / "live", stop, done);
            return result ? std::optional{live_effect_json(*result, size_of(experiment, prepared),
                                                           language)}
                          : std::nullopt;
        } catch (InputError const&) {
            return R"({"refused":true})"; // the place has too few wijken
        }
    };
}

ExitCode serve(PreparedWorkshop const& prepared, std::vector<PointFigures> const& points,
               StopSignal const& stop, Console const& console) {
    LiveRuns const runs{prepared, live_draws};
    auto const token = random_token();
    LiveServer server{
        LiveOffer{.token = token,
                  .page = page_of(prepared, points, console.language, token),
                  .point = [&](std::string const& digits) { return point_work(runs, digits); },
                  .experiment =
                      [&](std::string const& kind, std::string const& digits) {
                          return experiment_work(runs, kind, digits, console.language);
                      }}};
    auto const port = server.open();
    console.out << fmt::format("http://127.0.0.1:{}/?token={}\n", port, token) << std::flush;
    console.err << say(Text::serving, console.language) << '\n';
    server.serve(stop.requested());
    return ExitCode::success;
}

} // namespace

ExitCode workshop(WorkshopCommand const& command, Arguments const& arguments,
                  Console const& console) {
    std::size_t const threads =
        arguments.threads == 0 ? sim::available_threads() : arguments.threads;
    sim::ThreadLimit const limit{threads};
    StopSignal const stop;
    auto const prepared = prepare_workshop(command.study, console);
    auto const place = place_of(command, prepared.workshop.name);
    auto const stops = scenarios::combinations(prepared.workshop);
    console.err << say(Text::workshop_planned, console.language, fmt::arg("points", stops.size()),
                       fmt::arg("draws", prepared.workshop.draws),
                       fmt::arg("homes", prepared.made.facts.homes))
                << '\n';
    auto const points =
        run_points(prepared, stops, cache_of(prepared.workshop), stop.requested(), console);
    if (!points) {
        console.err << say(Text::workshop_stopped, console.language) << '\n';
        return ExitCode::stopped;
    }
    if (command.serve) {
        return serve(prepared, *points, stop, console);
    }
    auto const page = page_of(prepared, *points, console.language, {});
    auto const figures = fs::path{place}.replace_extension(".csv");
    write_text(place, page);
    write_text(figures, workshop_table(prepared, *points));
    analysis::write_tables(fs::path{place}.replace_extension(".nc"),
                           workshop_file(prepared, *points));
    console.err << say(Text::written_page, console.language, fmt::arg("path", place.string()),
                       fmt::arg("size", page.size() / 1000))
                << '\n'
                << say(Text::written_figures, console.language, fmt::arg("path", figures.string()))
                << '\n';
    return ExitCode::success;
}

} // namespace opschaling::app
