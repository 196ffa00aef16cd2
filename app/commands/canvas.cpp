#include "app/commands/canvas.hpp"

#include "app/canvas/weigh_pilot.hpp"
#include "app/commands/text_table.hpp"
#include "app/json/canvas_json.hpp"
#include "app/language/scale_phrases.hpp"
#include "app/language/texts.hpp"
#include "app/study/make_world.hpp"
#include "app/study/read_request.hpp"
#include "app/study/stop_signal.hpp"
#include "scenarios/reader/study.hpp"
#include "sim/parallel/chunks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ostream>

namespace opschaling::app {

namespace {

using analysis::Language;
using scenarios::LeverPart;

/// The study of the pilot with these changes on top of those of the command line.
scenarios::Study study_with(StudyArguments asked, std::vector<std::string> const& settings) {
    asked.settings.insert(asked.settings.end(), settings.begin(), settings.end());
    return read_request(asked);
}

std::vector<SetLever> set_levers(std::vector<scenarios::CanvasLever> const& levers,
                                 scenarios::Pilot const& pilot, StudyArguments const& asked) {
    std::vector<SetLever> set;
    for (std::size_t i = 0; i < levers.size(); ++i) {
        SetLever made{.lever = levers[i], .level = pilot.levels[i], .paths = {}};
        made.low = study_with(asked, levers[i].low).parameters;
        made.high = study_with(asked, levers[i].high).parameters;
        for (auto const& settings : {levers[i].low, levers[i].high}) {
            for (auto const& setting : settings) {
                auto path = setting.substr(0, setting.find('='));
                if (std::ranges::find(made.paths, path) == made.paths.end()) {
                    made.paths.push_back(std::move(path));
                }
            }
        }
        set.push_back(std::move(made));
    }
    return set;
}

constexpr std::array<InBoth, scenarios::lever_parts> part_titles{{
    {"Opschalingsroutes", "Routes of scaling"},
    {"Ingrediënten", "Ingrediënten"},
    {"Valkuilen: wat onvoldoende aandacht kost", "Valkuilen: what too little attention costs"},
    {"Aanbevelingen voor kwetsbare wijken", "Recommendations for vulnerable wijken"},
    {"Lessen over koppelkansen", "Lessons on koppelkansen"},
}};
constexpr std::array<InBoth, 3> aims{{
    {"voorkomen", "prevent"},
    {"verzachten", "soften"},
    {"verminderen", "reduce"},
}};
constexpr std::array<InBoth, 5> theory{{
    {"input", "input"},
    {"activiteiten", "activities"},
    {"output", "output"},
    {"outcome", "outcome"},
    {"impact", "impact"},
}};

std::string points_text(analysis::PairedDifference const& points) {
    return fmt::format("{:+.2f} ({:+.2f} .. {:+.2f})", points.mean, points.interval.low,
                       points.interval.high);
}

std::string title_of(SetLever const& lever, Language language) {
    return language == Language::dutch ? lever.lever.title_nl : lever.lever.title_en;
}

std::string table_of(LeverPart part, std::vector<SetLever> const& levers,
                     WeighedPilot const& weighed, Language in) {
    InBoth const level{"nu", "now"};
    InBoth const points{"procentpunt aardgasvrij", "percentage points gas-free"};
    InBoth const there{"is er al", "is there"};
    InBoth const unsaid{"niet ingevuld", "not filled in"};
    TextTable table;
    table.add_row(
        {part_titles[static_cast<std::size_t>(part)].in(in), level.in(in), points.in(in)});
    table.add_rule();
    for (auto const& effect : weighed.effects) {
        auto const& lever = levers[effect.lever];
        if (lever.lever.part != part) {
            continue;
        }
        table.add_row({title_of(lever, in),
                       lever.level ? (effect.already_there ? there.in(in)
                                                           : fmt::format("{:.1f}", *lever.level))
                                   : unsaid.in(in),
                       points_text(effect.points)});
    }
    return table.text();
}

/// The lever of a part that would bring most, among those that are not wholly there.
LeverEffect const* most_of(LeverPart part, std::vector<SetLever> const& levers,
                           WeighedPilot const& weighed) {
    LeverEffect const* most{nullptr};
    for (auto const& effect : weighed.effects) {
        if (levers[effect.lever].lever.part == part && !effect.already_there &&
            (most == nullptr || effect.points.mean > most->points.mean)) {
            most = &effect;
        }
    }
    return most;
}

std::string head_of(scenarios::Pilot const& pilot, Language in) {
    InBoth const question{"Vraagstuk", "Question"};
    InBoth const aim{"Doel", "Aim"};
    auto text =
        fmt::format("{}\n{}: {}\n{}: {}\n", in == Language::dutch ? pilot.title_nl : pilot.title_en,
                    question.in(in), pilot.question, aim.in(in),
                    aims[static_cast<std::size_t>(pilot.aim)].in(in));
    for (std::size_t i = 0; i < theory.size(); ++i) {
        if (!pilot.theory[i].empty()) {
            text += fmt::format("  {}: {}\n", theory[i].in(in), pilot.theory[i]);
        }
    }
    return text + "\n";
}

std::string scaling_of(WeighedPilot const& weighed, scenarios::Study const& study, Language in) {
    auto const& s = weighed.scaling;
    InBoth const head{"Wat deze opschaling in {} doet ({} replicaties)",
                      "What this scaling does by {} ({} replications)"};
    TextTable table;
    table.add_row(
        {fmt::format(fmt::runtime(head.in(in)), study.horizon.last.year(), weighed.replications),
         ""});
    table.add_rule();
    auto const row = [&](InBoth const& name, double value, char const* unit) {
        table.add_row({name.in(in), fmt::format("{:.1f}{}", value, unit)});
    };
    row({"aardgasvrije woningen", "homes without gas"}, s.gas_free, " %");
    row({"waarvan door een wijkaanpak", "of which by a wijkaanpak"}, s.gas_free_by_project, " %");
    row({"In: afgeronde wijkaanpakken die routine werden",
         "In: finished wijkaanpakken that became routine"},
        s.projects_anchored, " %");
    row({"Uit: wijkaanpakken door de routes", "Out: wijkaanpakken by the routes"}, s.projects_begun,
        "");
    row({"Op: regels van kracht", "Up: rules in force"}, s.rules_in_force, "");
    row({"Diep: hoe gewoon het is van het gas te gaan (0-1)",
         "Deep: how normal it is to leave gas (0-1)"},
        s.norm, "");
    row({"Voorbij: werkwijzen in gebruik in andere domeinen",
         "Beyond: ways of working in use in other domains"},
        s.elsewhere, "");
    return table.text();
}

std::string binding_of(std::vector<SetLever> const& levers, WeighedPilot const& weighed,
                       Language in) {
    InBoth const ready{
        "Gereedheid: laagste ingrediënt {:.1f}, samen {:.2f} (wat ontbreekt telt het "
        "zwaarst).\n",
        "Readiness: least ingrediënt {:.1f}, together {:.2f} (what lacks counts "
        "most).\n"};
    auto text =
        fmt::format(fmt::runtime(ready.in(in)), weighed.readiness_least, weighed.readiness_ces);
    auto const* most = most_of(LeverPart::ingredient, levers, weighed);
    if (most != nullptr && most->points.mean > 0.0) {
        InBoth const binds{"Het ingrediënt dat bindt: {}, {} procentpunt.\n",
                           "The ingrediënt that binds: {}, {} percentage points.\n"};
        text += fmt::format(fmt::runtime(binds.in(in)), title_of(levers[most->lever], in),
                            points_text(most->points));
    } else {
        InBoth const nothing{"Geen ingrediënt bindt: meer ervan brengt hier niets.\n",
                             "No ingrediënt binds: more of it brings nothing here.\n"};
        text += nothing.in(in);
    }
    most = most_of(LeverPart::valkuil, levers, weighed);
    if (most != nullptr && most->points.mean > 0.0) {
        InBoth const costs{"De valkuil die het meest kost: {}, {} procentpunt.\n",
                           "The valkuil that costs most: {}, {} percentage points.\n"};
        text += fmt::format(fmt::runtime(costs.in(in)), title_of(levers[most->lever], in),
                            points_text(most->points));
    } else {
        InBoth const nothing{"Geen valkuil kost hier iets.\n", "No valkuil costs anything here.\n"};
        text += nothing.in(in);
    }
    InBoth const note{"Tussen haakjes het interval van 95 % over replicaties; alles hangt aan de "
                      "aannames achter de onderwerpen.\n",
                      "In brackets the interval of 95 % over replications; all hangs on the "
                      "assumptions behind the subjects.\n"};
    return text + note.in(in);
}

} // namespace

ExitCode canvas(CanvasCommand const& command, Arguments const& arguments, Console const& console) {
    std::size_t const threads =
        arguments.threads == 0 ? sim::available_threads() : arguments.threads;
    sim::ThreadLimit const limit{threads};
    StopSignal const stop;
    expect_file(command.study.file);
    auto const lever_file = command.levers.value_or(shipped_subjects(command.study.file));
    expect_file(lever_file);
    auto const shipped = scenarios::read_levers(lever_file);
    auto const pilot = scenarios::read_pilot(command.study.file, shipped);
    auto asked = command.study;
    asked.file = pilot.study;
    auto const study = read_request(asked);
    auto const levers = set_levers(shipped, pilot, asked);
    auto const made = make_world(study, pilot.study, console);
    auto const weighed = weigh_pilot(study, made.world, levers, stop.requested(), console);
    if (weighed.stopped) {
        return ExitCode::stopped;
    }
    if (arguments.json) {
        console.out << canvas_json(pilot, levers, weighed);
        return ExitCode::success;
    }
    auto const in = console.language;
    console.out << head_of(pilot, in) << binding_of(levers, weighed, in) << "\n";
    for (auto const part : {LeverPart::ingredient, LeverPart::valkuil, LeverPart::route,
                            LeverPart::recommendation, LeverPart::lesson}) {
        console.out << table_of(part, levers, weighed, in) << "\n";
    }
    console.out << scaling_of(weighed, study, in);
    return ExitCode::success;
}

} // namespace opschaling::app
