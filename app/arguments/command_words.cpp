#include "app/arguments/command_words.hpp"

#include "app/arguments/effect_names.hpp"
#include "app/language/texts.hpp"
#include "app/version.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

namespace opschaling::app {

namespace {

using analysis::Language;

std::string said(Text id, Language language) {
    return std::string{say(id, language)};
}

std::shared_ptr<CLI::Formatter> formatter_in(Language language) {
    auto formatter = std::make_shared<CLI::Formatter>();
    formatter->column_width(32);
    if (language == Language::dutch) {
        formatter->label("Usage", "Gebruik");
        formatter->label("OPTIONS", "OPTIES");
        formatter->label("SUBCOMMAND", "OPDRACHT");
        formatter->label("SUBCOMMANDS", "OPDRACHTEN");
        formatter->label("Positionals", "Argumenten");
        formatter->label("TEXT", "TEKST");
        formatter->label("UINT", "GETAL");
        formatter->label("INT", "GETAL");
    } else {
        formatter->label("SUBCOMMAND", "COMMAND");
        formatter->label("Positionals", "Arguments");
    }
    return formatter;
}

struct NamedSubject {
    std::string_view name;
    Subject subject;
};

/// What `describe` can describe, in the order in which help lists it.
constexpr std::array<NamedSubject, 11> subjects{{{"parameters", Subject::parameters},
                                                 {"schedule", Subject::schedule},
                                                 {"outcomes", Subject::outcomes},
                                                 {"load", Subject::load},
                                                 {"asset", Subject::asset},
                                                 {"feeder", Subject::feeder},
                                                 {"targets", Subject::targets},
                                                 {"hypotheses", Subject::hypotheses},
                                                 {"layers", Subject::layers},
                                                 {"interventions", Subject::interventions},
                                                 {"world", Subject::world}}};

std::vector<std::string> subject_names() {
    std::vector<std::string> names;
    for (auto const& subject : subjects) {
        names.emplace_back(subject.name);
    }
    return names;
}

std::optional<std::filesystem::path> if_given(std::filesystem::path const& path) {
    return path.empty() ? std::nullopt : std::optional{path};
}

} // namespace

CommandWords::CommandWords(Language language)
    : language_{language}, app_{said(Text::program_summary, language), "opschaling"} {
    app_.formatter(formatter_in(language));
    app_.allow_extras();
    app_.require_subcommand(0, 1);
    app_.set_help_flag("-h,--help", said(Text::help_option, language))->group("");
    app_.set_version_flag("--version", version(), said(Text::version_option, language));
    app_.add_option("--lang", typed_.language, said(Text::lang_option, language))
        ->check(CLI::IsMember({"nl", "en"}))
        ->type_name("nl|en");
    app_.footer(said(Text::program_footer, language));

    auto* run = add_command("run", say(Text::run_summary, language),
                            "opschaling run scenarios/vier_routes.yaml --set world.share=wijk "
                            "--replications 1 -o wijk.nc");
    add_study(*run);
    add_places(*run);
    add_threads(*run);
    add_json(*run);

    auto* compare = add_command("compare", say(Text::compare_summary, language),
                                "opschaling compare scenarios/vier_routes.yaml --replications 2 "
                                "--set world.share=wijk");
    add_study(*compare);
    add_places(*compare);
    add_threads(*compare);
    add_json(*compare);

    auto* effects_command =
        add_command("effects", say(Text::effects_summary, language),
                    "opschaling effects rightscaling scenarios/studies/effects/whole.yaml "
                    "-o results/rightscaling/result.nc");
    effects_command->add_option("KIND", typed_.subject, said(Text::effect_argument, language))
        ->check(CLI::IsMember(effect_names()));
    add_study(*effects_command);
    add_places(*effects_command);
    effects_command->add_option("--check", typed_.kept, said(Text::kept_option, language));
    add_threads(*effects_command);
    add_json(*effects_command);

    add_experiments();

    auto* analyse = add_command("analyse", say(Text::analyse_summary, language),
                                "opschaling analyse results/wijk_gevoeligheid/result.nc");
    analyse->add_option("RESULT", typed_.file, said(Text::result_argument, language));
    analyse->add_option("EXPERIMENT", typed_.experiment, said(Text::asking_argument, language))
        ->default_str("-"); // may be left out
    add_json(*analyse);

    auto* calibrate = add_command("calibrate", say(Text::calibrate_summary, language),
                                  "opschaling calibrate scenarios/calibration/zeven.yaml "
                                  "--set world.share=1:100 --replications 1 -o zeven.json");
    add_study(*calibrate);
    add_places(*calibrate);
    calibrate->add_option("--sheet", typed_.sheet, said(Text::sheet_option, language));
    calibrate->add_option("--check", typed_.kept, said(Text::kept_option, language));
    add_threads(*calibrate);
    add_json(*calibrate);

    auto* import = add_command("import", say(Text::import_summary, language),
                               "opschaling import kwb2024_flat kwb2024_flat.csv -o nederland.nc");
    import->add_option("LAYOUT", typed_.layout, said(Text::layout_argument, language));
    import->add_option("FILES", typed_.inputs, said(Text::files_argument, language));
    import->add_option("--suggest", typed_.suggested, said(Text::suggest_option, language));
    import->add_option("-o,--output", typed_.output, said(Text::world_output_option, language));
    import->add_flag("--part", typed_.is_part, said(Text::part_option, language));
    import->add_flag("--force", typed_.force, said(Text::force_option, language));
    add_json(*import);

    auto* check = add_command("check", say(Text::check_summary, language),
                              "opschaling check scenarios/vier_routes.yaml");
    check->add_option("FILES", typed_.files, said(Text::check_argument, language));
    check->add_option("--set", typed_.settings, said(Text::set_option, language))
        ->type_name("path=value")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    add_json(*check);

    auto* resolve = add_command("resolve", say(Text::resolve_summary, language),
                                "opschaling resolve scenarios/vier_routes.yaml --set seed=7");
    add_study(*resolve);

    auto* describe = add_command("describe", say(Text::describe_summary, language),
                                 "opschaling describe parameters --markdown");
    describe->add_option("SUBJECT", typed_.subject, said(Text::subject_argument, language))
        ->check(CLI::IsMember(subject_names()));
    describe->add_option("ASSET", typed_.asset, said(Text::asset_argument, language))
        ->default_str("-"); // may be left out
    describe->add_option("--quarter", typed_.quarter, said(Text::quarter_option, language));
    describe->add_option("--study", typed_.file, said(Text::described_study_option, language));
    describe->add_option("--world", typed_.world, said(Text::described_world_option, language));
    describe->add_option("--gemeente", typed_.gemeente,
                         said(Text::described_gemeente_option, language));
    describe->add_flag("--markdown", typed_.markdown, said(Text::markdown_option, language));
    add_json(*describe);

    add_workshop();
    add_canvas();

    add_schema();

    auto* report = add_command("report", say(Text::report_summary, language),
                               "opschaling report results/vier_routes/result.nc -o rapport.html");
    report->add_option("RESULT", typed_.files, said(Text::result_argument, language));
    report->add_option("-o,--output", typed_.output, said(Text::report_output_option, language));
    report->add_option("--picture", typed_.picture, said(Text::picture_option, language));
    report->add_flag("--force", typed_.force, said(Text::force_option, language));
}

CLI::App* CommandWords::add_command(std::string const& name, std::string_view summary,
                                    std::string const& example) {
    auto* command = app_.add_subcommand(name, std::string{summary});
    command->group(language_ == Language::dutch ? "Opdrachten" : "Commands");
    command->formatter(formatter_in(language_));
    command->allow_extras();
    command->set_help_flag("-h,--help", said(Text::help_option, language_));
    command->add_option("--lang", typed_.language, said(Text::lang_option, language_))
        ->check(CLI::IsMember({"nl", "en"}))
        ->type_name("nl|en");
    command->footer(fmt::format("{}\n  {}", say(Text::example_heading, language_), example));
    examples_.push_back(example);
    return command;
}

void CommandWords::add_study(CLI::App& command) {
    command.add_option("STUDY", typed_.file, said(Text::study_argument, language_));
    add_changes(command);
}

/// What is changed in the study for this once.
void CommandWords::add_changes(CLI::App& command) {
    command
        .add_option_function<std::uint32_t>(
            "--seed",
            [this](std::uint32_t seed) {
                typed_.seed = seed;
                typed_.has_seed = true;
            },
            said(Text::seed_option, language_))
        ->check(CLI::Range(std::uint32_t{0}, std::uint32_t{4294967295}));
    command
        .add_option_function<int>(
            "--replications",
            [this](int replications) {
                typed_.replications = replications;
                typed_.has_replications = true;
            },
            said(Text::replications_option, language_))
        ->check(CLI::Range(1, 100'000));
    command.add_option("--set", typed_.settings, said(Text::set_option, language_))
        ->type_name("path=value")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void CommandWords::add_places(CLI::App& command) {
    command.add_option("-o,--output", typed_.output, said(Text::output_option, language_));
    command.add_flag("--force", typed_.force, said(Text::force_option, language_));
}

void CommandWords::add_threads(CLI::App& command) {
    command.add_option("--threads", typed_.threads, said(Text::threads_option, language_))
        ->check(CLI::Range(1, 4096));
}

void CommandWords::add_json(CLI::App& command) {
    command.add_flag("--json", typed_.json, said(Text::json_option, language_));
}

CLI::App const* CommandWords::chosen() const {
    auto const commands = app_.get_subcommands();
    return commands.empty() ? nullptr : commands.front();
}

std::vector<std::string> CommandWords::names() const {
    std::vector<std::string> names;
    for (auto const* command : app_.get_subcommands({})) {
        names.push_back(command->get_name());
    }
    return names;
}

std::vector<std::string> CommandWords::examples() const {
    return examples_;
}

std::string CommandWords::help() const {
    return app_.help();
}

std::string CommandWords::version() const {
    return fmt::format("opschaling {} ({})\n", program_version(), program_revision());
}

StudyArguments CommandWords::study() const {
    return {.file = typed_.file,
            .settings = typed_.settings,
            .seed = typed_.has_seed ? std::optional{typed_.seed} : std::nullopt,
            .replications =
                typed_.has_replications ? std::optional{typed_.replications} : std::nullopt};
}

RunArguments CommandWords::run() const {
    return {.study = study(), .output = if_given(typed_.output), .force = typed_.force};
}

DescribeCommand CommandWords::describe() const {
    auto const named = std::ranges::find(subjects, typed_.subject, &NamedSubject::name);
    return {.subject = named == subjects.end() ? Subject::parameters : named->subject,
            .study = if_given(typed_.file),
            .markdown = typed_.markdown,
            .world = if_given(typed_.world),
            .gemeente = typed_.gemeente,
            .asset = typed_.asset,
            .quarter = typed_.quarter.empty() ? std::nullopt : std::optional{typed_.quarter}};
}

Command CommandWords::command(std::string const& name) const {
    if (name == "run") {
        return RunCommand{run()};
    }
    if (name == "compare") {
        return CompareCommand{run()};
    }
    if (name == "effects") {
        EffectsCommand command;
        static_cast<RunArguments&>(command) = run();
        command.kind = effect_called(typed_.subject);
        command.kept = if_given(typed_.kept);
        return command;
    }
    if (name == "plan") {
        return PlanCommand{sweep()};
    }
    if (name == "sweep") {
        return SweepCommand{sweep()};
    }
    if (name == "merge") {
        return MergeCommand{.result = typed_.file, .force = typed_.force};
    }
    if (name == "analyse") {
        return AnalyseCommand{.result = typed_.file, .experiment = if_given(typed_.experiment)};
    }
    if (name == "slurm-script") {
        return SlurmCommand{.sweep = sweep(),
                            .tasks = typed_.tasks == 0 ? std::nullopt : std::optional{typed_.tasks},
                            .cpus = typed_.cpus,
                            .time = typed_.time,
                            .partition = typed_.partition,
                            .script = if_given(typed_.script)};
    }
    if (name == "canvas") {
        return CanvasCommand{.study = study(), .levers = if_given(typed_.levers)};
    }
    if (name == "calibrate") {
        return CalibrateCommand{.study = study(),
                                .output = if_given(typed_.output),
                                .sheet = if_given(typed_.sheet),
                                .kept = if_given(typed_.kept),
                                .force = typed_.force};
    }
    if (name == "import") {
        return ImportCommand{.layout = typed_.layout,
                             .files = typed_.inputs,
                             .output = if_given(typed_.output),
                             .is_part = typed_.is_part,
                             .force = typed_.force,
                             .suggested = if_given(typed_.suggested)};
    }
    if (name == "check") {
        return CheckCommand{typed_.files, typed_.settings};
    }
    if (name == "resolve") {
        return ResolveCommand{study()};
    }
    if (name == "describe") {
        return describe();
    }
    if (name == "workshop") {
        return WorkshopCommand{.study = study(),
                               .output = if_given(typed_.output),
                               .force = typed_.force,
                               .serve = typed_.serve};
    }
    if (name == "schema") {
        return SchemaCommand{typed_.schema_of};
    }
    return ReportCommand{typed_.files, if_given(typed_.output), if_given(typed_.picture),
                         typed_.force};
}

Arguments CommandWords::arguments() const {
    return {.language = typed_.language == "en" ? Language::english : Language::dutch,
            .threads = typed_.threads,
            .json = typed_.json,
            .command = command(chosen()->get_name())};
}

} // namespace opschaling::app
