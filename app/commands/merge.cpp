#include "analysis/store/merge_shards.hpp"
#include "analysis/store/storage_error.hpp"
#include "analysis/store/sweep_file.hpp"
#include "app/commands/show_sweep.hpp"
#include "app/commands/sweep.hpp"
#include "app/language/texts.hpp"
#include "app/usage_error.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <ostream>

namespace opschaling::app {

namespace {

/// Whether the result is there and of the same sweep as its shards.
bool is_merged_already(std::filesystem::path const& shard, std::filesystem::path const& result) {
    return std::filesystem::exists(result) &&
           analysis::differences(analysis::SweepFile::open(result).plan(),
                                 analysis::SweepFile::open(shard).plan())
               .empty();
}

} // namespace

ExitCode merge(MergeCommand const& command, Arguments const& arguments, Console const& console) {
    auto const& result = command.result;
    auto const found = analysis::find_shards(result);
    for (auto const& path : found.set_aside) {
        console.err << say(Text::sweep_set_aside, console.language, fmt::arg("path", path.string()))
                    << '\n';
    }
    if (found.count == 0) {
        throw InputError{fmt::format("{}: no shards of it lie beside it ({}.shard-*-of-*{})",
                                     result.string(), result.stem().string(),
                                     result.extension().string())};
    }
    if (!found.missing.empty()) {
        throw InputError{fmt::format(
            "{}: {} of {} shards are missing: {}\n"
            "sweep makes a missing one: opschaling sweep EXPERIMENT -o {} --shard {}/{}",
            result.string(), found.missing.size(), found.count, fmt::join(found.missing, ","),
            result.string(), found.missing.front(), found.count)};
    }
    if (!command.force && is_merged_already(found.finished.front(), result)) {
        console.err << say(Text::sweep_shown_again, console.language,
                           fmt::arg("path", result.string()))
                    << '\n';
    } else {
        analysis::merge_shards(found.finished, result,
                               command.force ? analysis::Existing::replace
                                             : analysis::Existing::refuse);
    }
    show_sweep(result, arguments.json, console);
    auto const file = analysis::SweepFile::open(result);
    bool const some_failed =
        std::ranges::find(file.statuses(), analysis::RunStatus::failed) != file.statuses().end();
    return some_failed ? ExitCode::some_runs_failed : ExitCode::success;
}

} // namespace opschaling::app
