#include "app/arguments/command_words.hpp"
#include "app/language/texts.hpp"

#include <array>
#include <string>
#include <utility>

namespace opschaling::app {

/// One flag for each kind of file; none for a study.
void CommandWords::add_schema() {
    auto* schema = add_command("schema", say(Text::schema_summary, language_), "opschaling schema");
    constexpr std::array<std::pair<char const*, std::pair<Text, FileKind>>, 5> flags{{
        {"--sheets", {Text::sheets_option, FileKind::sheet}},
        {"--experiments", {Text::experiments_option, FileKind::experiment}},
        {"--workshops", {Text::workshops_option, FileKind::workshop}},
        {"--levers", {Text::levers_kind_option, FileKind::levers}},
        {"--pilots", {Text::pilots_option, FileKind::pilot}},
    }};
    auto* kinds = schema->add_option_group("kind");
    for (auto const& [flag, kind] : flags) {
        kinds->add_flag_callback(
            flag, [this, of = kind.second] { typed_.schema_of = of; },
            std::string{say(kind.first, language_)});
    }
    kinds->require_option(0, 1);
}

} // namespace opschaling::app
