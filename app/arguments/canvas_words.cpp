#include "app/arguments/command_words.hpp"

#include <string>

namespace opschaling::app {

void CommandWords::add_canvas() {
    bool const dutch = language_ == analysis::Language::dutch;
    auto* canvas = add_command(
        "canvas",
        dutch ? "Vult het canvas van de handleiding in voor een pilot: wat bindt, wat elke valkuil "
                "kost en welke opschaling het geeft."
              : "Fills in the canvas of the handleiding for a pilot: what binds, what each valkuil "
                "costs, and what scaling it gives.",
        "opschaling canvas scenarios/canvas/voorbeeld.yaml --set world.share=wijk "
        "--replications 2");
    add_study(*canvas);
    canvas->add_option("--levers", typed_.levers,
                       std::string{dutch ? "Een ander bestand met onderwerpen en hun parameters"
                                         : "Another file of subjects and their parameters"});
    add_threads(*canvas);
    add_json(*canvas);
}

} // namespace opschaling::app
