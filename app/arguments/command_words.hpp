#pragma once

#include "app/arguments/arguments.hpp"

#include <CLI/CLI.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace opschaling::app {

/// The grammar of the command line: every command with its arguments, its help and its example.
class CommandWords {
public:
    explicit CommandWords(analysis::Language language);

    [[nodiscard]] CLI::App& app() { return app_; }

    /// The command that was typed, or nothing.
    [[nodiscard]] CLI::App const* chosen() const;

    [[nodiscard]] std::vector<std::string> names() const;
    [[nodiscard]] std::vector<std::string> examples() const;

    /// Help on the command that was typed, or on the program.
    [[nodiscard]] std::string help() const;
    [[nodiscard]] std::string version() const;

    /// What was typed, after a successful parse.
    [[nodiscard]] Arguments arguments() const;

private:
    /// One variable for every option; each command reads those that it declared.
    struct Typed {
        std::string language{"nl"};
        std::size_t threads{0};
        bool json{false};
        bool force{false};
        bool markdown{false};
        bool is_part{false};
        FileKind schema_of{FileKind::study};
        bool serve{false};
        std::filesystem::path file;
        std::vector<std::filesystem::path> files;
        std::vector<std::string> inputs;
        std::filesystem::path suggested;
        std::filesystem::path world;
        std::string gemeente;
        std::vector<std::string> settings;
        std::string layout;
        std::string subject;
        std::string asset;
        std::string quarter;
        std::filesystem::path output;
        std::filesystem::path picture;
        std::filesystem::path sheet;
        std::filesystem::path kept;
        std::filesystem::path levers;
        std::uint32_t seed{0};
        int replications{0};
        std::filesystem::path design;
        std::filesystem::path experiment;
        std::string shard;
        std::size_t tasks{0};
        std::size_t cpus{4};
        std::string time{"01:00:00"};
        std::string partition;
        std::filesystem::path script;
        bool has_seed{false};
        bool has_replications{false};
    };

    CLI::App* add_command(std::string const& name, std::string_view summary,
                          std::string const& example);
    void add_study(CLI::App& command);
    void add_experiments();
    void add_experiment(CLI::App& command);
    void add_changes(CLI::App& command);
    void add_cluster();
    void add_workshop();
    void add_canvas();
    void add_schema();
    void add_places(CLI::App& command);
    void add_threads(CLI::App& command);
    void add_json(CLI::App& command);

    [[nodiscard]] StudyArguments study() const;
    [[nodiscard]] RunArguments run() const;
    [[nodiscard]] SweepArguments sweep() const;
    [[nodiscard]] DescribeCommand describe() const;
    [[nodiscard]] Command command(std::string const& name) const;

    analysis::Language language_;
    CLI::App app_;
    Typed typed_;
    std::vector<std::string> examples_;
};

} // namespace opschaling::app
