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
    auto places = places_beside(sources.study);
    if (command.output) {
        places.report = *command.output;
        places.tables =
            command.output->parent_path() / (command.output->stem().string() + "_tabellen");
    }
    expect_free(places.report, command.force);
    write_report(places, read_evidence(sources, console.language), console);
    return ExitCode::success;
}

} // namespace opschaling::app
