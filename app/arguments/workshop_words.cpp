#include "app/arguments/command_words.hpp"
#include "app/language/texts.hpp"

#include <string>

namespace opschaling::app {

namespace {

std::string said(Text id, analysis::Language language) {
    return std::string{say(id, language)};
}

} // namespace

void CommandWords::add_workshop() {
    auto* workshop = add_command("workshop", say(Text::workshop_summary, language_),
                                 "opschaling workshop scenarios/workshops/voorbeeld.yaml "
                                 "--replications 1 -o workshop.html");
    workshop->add_option("WORKSHOP", typed_.file, said(Text::workshop_argument, language_));
    workshop->add_option("-o,--output", typed_.output,
                         said(Text::workshop_output_option, language_));
    workshop->add_flag("--serve", typed_.serve, said(Text::serve_option, language_));
    workshop->add_flag("--force", typed_.force, said(Text::force_option, language_));
    workshop->add_option("--set", typed_.settings, said(Text::set_option, language_))
        ->type_name("path=value")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    workshop
        ->add_option_function<int>(
            "--replications",
            [this](int replications) {
                typed_.replications = replications;
                typed_.has_replications = true;
            },
            said(Text::replications_option, language_))
        ->check(CLI::Range(1, 1024));
    add_threads(*workshop);
}

} // namespace opschaling::app
