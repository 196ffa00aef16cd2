#include "app/commands/report.hpp"

#include "analysis/report/report.hpp"
#include "analysis/store/result_file.hpp"
#include "app/commands/show_study.hpp"
#include "app/language/report_phrases.hpp"
#include "app/language/texts.hpp"
#include "app/study/places.hpp"
#include "app/study/report_evidence.hpp"
#include "app/usage_error.hpp"

#include <fmt/format.h>

#include <ostream>

namespace opschaling::app {

namespace {

void expect_free(std::filesystem::path const& path, bool force) {
    if (!force && std::filesystem::exists(path)) {
        throw UsageError{fmt::format("{}: is there already; --force replaces it", path.string())};
    }
}

} // namespace

ExitCode report(ReportCommand const& command, Console const& console) {
    auto const sources = sources_of(command.results);
    bool const is_workshop = !sources.workshop.empty();
    if (command.picture && is_workshop) {
        throw UsageError{fmt::format("{}: --picture is of a study", sources.workshop.string())};
    }
    if (command.picture) {
        expect_free(*command.picture, command.force);
        auto const file = analysis::ResultFile::open(sources.study);
        write_text(*command.picture,
                   analysis::draw_picture(file, {.language = console.language,
                                                 .phrases = phrases_in(console.language)}));
        console.err << say(Text::written_picture, console.language,
                           fmt::arg("path", command.picture->string()))
                    << '\n';
        return ExitCode::success;
    }
    auto places = places_beside(is_workshop ? sources.workshop : sources.study);
    if (is_workshop && !command.output) {
        // The page of the workshop itself is called NAME.html.
        auto const stem = sources.workshop.stem().string();
        places.report = sources.workshop.parent_path() / (stem + "_rapport.html");
    }
    if (command.output) {
        places.report = *command.output;
        places.tables =
            command.output->parent_path() / (command.output->stem().string() + "_tabellen");
    }
    expect_free(places.report, command.force);
    if (is_workshop) {
        write_workshop_report(places, console);
        return ExitCode::success;
    }
    write_report(places, read_evidence(sources, console.language), console);
    return ExitCode::success;
}

} // namespace opschaling::app
