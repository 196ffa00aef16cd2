#pragma once

#include "analysis/report/language.hpp"
#include "analysis/store/shard.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace opschaling::app {

/// A study as the command line names it: the file and what it changes.
struct StudyArguments {
    std::filesystem::path file;
    std::vector<std::string> settings; ///< "path=value", as typed
    std::optional<std::uint32_t> seed;
    std::optional<int> replications;
};

/// Where a study's result goes and with how many threads it is made.
struct RunArguments {
    StudyArguments study;
    std::optional<std::filesystem::path> output; ///< nothing: results/NAME/
    bool force{false};
};

struct RunCommand : RunArguments {};

struct CompareCommand : RunArguments {};

struct ImportCommand {
    std::string layout; ///< a layout that is shipped, or a mapping file
    /// The file of regions, then extra tables: FILE, or LAYOUT=FILE where it is not recognised.
    std::vector<std::string> files;
    std::optional<std::filesystem::path> output;
    bool is_part{false};
    bool force{false};
    /// A file of an unknown layout, to propose one for; nothing is imported then.
    std::optional<std::filesystem::path> suggested;
};

struct CheckCommand {
    std::vector<std::filesystem::path> files;
    std::vector<std::string> settings;
};

struct ResolveCommand {
    StudyArguments study;
};

struct CalibrateCommand {
    StudyArguments study; ///< the calibration, and what it changes in its study
    std::optional<std::filesystem::path> output;
    std::optional<std::filesystem::path> sheet; ///< where the values go as a parameter sheet
    std::optional<std::filesystem::path> kept;  ///< a result to check instead of running
    bool force{false};
};

enum class Subject : std::uint8_t {
    parameters,
    schedule,
    outcomes,
    load,
    asset,
    feeder,
    targets,
    hypotheses,
    world,
    layers,
    interventions
};

struct DescribeCommand {
    Subject subject{Subject::parameters};
    std::optional<std::filesystem::path> study;
    bool markdown{false};
    /// Of a world: its file, and a gemeente in it by name or code.
    std::optional<std::filesystem::path> world{};
    std::string gemeente{};
    std::string asset{}; ///< "station:12", or empty for a list; of a feeder its folder
    std::optional<std::string> quarter{}; ///< at whose end; the study's last by default
};

/// The counterfactual experiments.
enum class EffectKind : std::uint8_t { whole, pilot_bias, chance, rightscaling, learning, routes };

struct EffectsCommand : RunArguments {
    std::optional<EffectKind> kind{EffectKind::whole}; ///< nothing: a list of hypotheses to judge
    std::optional<std::filesystem::path> kept{};       ///< a result of that list to check instead
};

;

/// A pilot on the canvas of the handleiding.
struct CanvasCommand {
    StudyArguments study;                        ///< the pilot, and what it changes in its study
    std::optional<std::filesystem::path> levers; ///< nothing: those that are shipped
};

/// The kinds of files that have a JSON Schema; levers are those of a workshop.
enum class FileKind : std::uint8_t { study, sheet, experiment, workshop, levers, pilot };

struct SchemaCommand {
    FileKind of{FileKind::study};
};

/// An experiment as the command line names it, and what of it is carried out.
struct SweepArguments {
    StudyArguments study; ///< the experiment, and what it changes in its study
    std::optional<std::filesystem::path> design; ///< points from a file instead of its own
    analysis::Shard shard;
    std::optional<std::filesystem::path> output; ///< of the whole: nothing: results/NAME/
    bool force{false};
};

struct SweepCommand : SweepArguments {};

struct PlanCommand : SweepArguments {};

struct MergeCommand {
    std::filesystem::path result; ///< beside which its shards lie
    bool force{false};
};

struct AnalyseCommand {
    std::filesystem::path result;
    std::optional<std::filesystem::path>
        experiment; ///< nothing: the one that the result was made by
};

struct SlurmCommand {
    SweepArguments sweep;
    std::optional<std::size_t> tasks; ///< nothing: as many as take half an hour each
    std::size_t cpus{4};
    std::string time{"01:00:00"};
    std::string partition;
    std::optional<std::filesystem::path> script; ///< nothing: standard output
};

struct ReportCommand {
    std::vector<std::filesystem::path> results; ///< one study, and what lies beside it
    std::optional<std::filesystem::path> output;
    std::optional<std::filesystem::path> picture;
    bool force{false};
};

/// The page of a workshop, as a file or served to this machine alone.
struct WorkshopCommand {
    StudyArguments study; ///< the workshop, and what it changes in its study
    std::optional<std::filesystem::path> output;
    bool force{false};
    bool serve{false};
};

using Command =
    std::variant<RunCommand, CompareCommand, ImportCommand, CheckCommand, ResolveCommand,
                 DescribeCommand, SchemaCommand, ReportCommand, CalibrateCommand, EffectsCommand,
                 SweepCommand, PlanCommand, MergeCommand, SlurmCommand, AnalyseCommand,
                 WorkshopCommand, CanvasCommand>;

/// A command line that was understood.
struct Arguments {
    analysis::Language language{analysis::Language::dutch};
    std::size_t threads{0}; ///< 0: all that the machine offers
    bool json{false};
    Command command;
};

/// A question about the program, answered: help or version.
struct Answer {
    std::string text;
};

/// A command line that was not understood, with the nearest that would be.
struct Refusal {
    std::string message;
};

/// The words after the program's name. `--lang` counts wherever it stands, also for help.
[[nodiscard]] std::variant<Arguments, Answer, Refusal>
read_arguments(std::vector<std::string> const& words);

/// The example that the help of each command shows, as typed.
[[nodiscard]] std::vector<std::string> help_examples();

} // namespace opschaling::app
