#include "app/arguments/arguments.hpp"

#include "app/arguments/command_words.hpp"
#include "app/language/texts.hpp"
#include "scenarios/reader/nearest.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace opschaling::app {

namespace {

using analysis::Language;

/// `--lang` is read before the rest, since help is written in it. A wrong one is refused later.
Language language_of(std::vector<std::string> const& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        bool const is_separate = words[i] == "--lang" && i + 1 < words.size();
        if (words[i] == "--lang=en" || (is_separate && words[i + 1] == "en")) {
            return Language::english;
        }
    }
    return Language::dutch;
}

bool is_flag(std::string const& word) {
    return word.size() > 1 && word.front() == '-';
}

std::vector<std::string> flags_of(CLI::App const& app) {
    std::vector<std::string> flags;
    for (auto const* option : app.get_options()) {
        for (auto const& name : option->get_lnames()) {
            flags.push_back("--" + name);
        }
    }
    return flags;
}

std::string with_hint(std::string message, std::string const& word,
                      std::vector<std::string> const& known) {
    if (auto const near = scenarios::nearest(word, known)) {
        message += fmt::format("; did you mean '{}'?", *near);
    }
    return message;
}

/// The first word that nothing took, as one line with the nearest that would have been taken.
std::optional<Refusal> refuse_leftovers(CLI::App const& app, CLI::App const* command,
                                        std::vector<std::string> const& command_names) {
    CLI::App const& where = command == nullptr ? app : *command;
    auto const left = where.remaining();
    if (left.empty()) {
        return std::nullopt;
    }
    auto const flag = std::ranges::find_if(left, is_flag);
    if (flag != left.end()) {
        auto const name = flag->substr(0, flag->find('='));
        return Refusal{with_hint(fmt::format("unknown option '{}'", name), name, flags_of(where))};
    }
    if (command == nullptr) {
        return Refusal{with_hint(fmt::format("unknown command '{}'", left.front()), left.front(),
                                 command_names)};
    }
    return Refusal{
        fmt::format("'{}' takes no further argument '{}'", command->get_name(), left.front())};
}

/// A command that stands on its name alone lacks what it works on.
std::optional<Refusal> refuse_missing(CLI::App const& command) {
    auto const* alone = command.get_option_no_throw("--suggest");
    if (alone != nullptr && alone->count() > 0) {
        return std::nullopt; // names the only file that it works on
    }
    for (auto const* option : command.get_options()) {
        if (option->get_positional() && option->get_default_str().empty() && option->count() == 0) {
            return Refusal{fmt::format("'{}' needs {}; see opschaling {} --help",
                                       command.get_name(), option->get_name(true),
                                       command.get_name())};
        }
    }
    return std::nullopt;
}

} // namespace

std::variant<Arguments, Answer, Refusal> read_arguments(std::vector<std::string> const& words) {
    auto const language = language_of(words);
    CommandWords commands{language};
    CLI::App& app = commands.app();
    std::vector<std::string> reversed(words.rbegin(), words.rend());
    try {
        app.parse(reversed);
    } catch (CLI::CallForHelp const&) {
        return Answer{commands.help()};
    } catch (CLI::CallForVersion const&) {
        return Answer{commands.version()};
    } catch (CLI::ParseError const& error) {
        return Refusal{error.what()};
    }
    CLI::App const* const command = commands.chosen();
    if (auto refusal = refuse_leftovers(app, command, commands.names())) {
        return *refusal;
    }
    if (command == nullptr) {
        return Refusal{commands.help()};
    }
    if (auto refusal = refuse_missing(*command)) {
        return *refusal;
    }
    return commands.arguments();
}

std::vector<std::string> help_examples() {
    return CommandWords{Language::dutch}.examples();
}

} // namespace opschaling::app
