#include "app/study/make_world.hpp"

#include "app/language/texts.hpp"
#include "app/study/read_request.hpp"
#include "app/study/world_file.hpp"
#include "models/world/build_world.hpp"
#include "scenarios/import/quality_text.hpp"
#include "scenarios/import/select_part.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <utility>

namespace opschaling::app {

namespace {

analysis::WorldFacts facts_of(models::World const& world, std::string identity) {
    return {.name = world.name,
            .source = world.source,
            .identity = std::move(identity),
            .is_synthetic = world.synthetic,
            .homes = static_cast<std::int64_t>(world.homes()),
            .wijken = static_cast<std::int64_t>(world.wijken()),
            .gemeenten = static_cast<std::int64_t>(world.gemeenten()),
            .share_of_country = world.share_of_country};
}

MadeWorld build(models::BuurtTable const& table, scenarios::Study const& study,
                std::string identity) {
    MadeWorld made;
    made.world =
        std::make_shared<models::World const>(models::build_world(table, study.parameters.world));
    made.facts = facts_of(*made.world, std::move(identity));
    return made;
}

/// The gemeenten or wijken that the study chose, else all.
models::BuurtTable chosen_part(models::BuurtTable table, scenarios::WorldChoice const& choice) {
    if (!choice.gemeenten.empty()) {
        return scenarios::select_gemeenten(table, choice.gemeenten);
    }
    return choice.wijken.empty() ? std::move(table)
                                 : scenarios::select_wijken(table, choice.wijken);
}

/// Says what a part of a country has of what its regio's and netbeheerders share.
void tell_shares(models::BuurtTable const& table, Console const& console) {
    bool const is_part = std::ranges::any_of(
        table.regios, [](models::RegioRow const& regio) { return regio.share < 1.0; });
    if (is_part) {
        console.err << scenarios::world_text(table, console.language == analysis::Language::dutch
                                                        ? scenarios::Language::nl
                                                        : scenarios::Language::en);
    }
}

/// As written, when that leads somewhere from here; else from the folder of the study.
std::filesystem::path find_world_file(std::string const& written,
                                      std::filesystem::path const& study_file) {
    std::filesystem::path const path{written};
    auto const beside = study_file.parent_path() / path;
    if (!std::filesystem::exists(path) && std::filesystem::exists(beside)) {
        return beside;
    }
    expect_file(path);
    return path;
}

} // namespace

MadeWorld make_world(scenarios::Study const& study, std::filesystem::path const& study_file,
                     Console const& console) {
    auto const& choice = study.world;
    std::string selection;
    for (auto const& gemeente : choice.gemeenten) {
        selection += " " + gemeente.name;
    }
    for (auto const& wijk : choice.wijken) {
        selection += " " + wijk.name;
    }
    auto const tell = [&](Text text, std::string const& world) {
        if (console.err_is_terminal) {
            console.err << say(text, console.language, fmt::arg("world", world)) << '\n';
        }
    };
    if (choice.synthetic) {
        auto const table =
            chosen_part(models::synthetic_netherlands(choice.share, choice.seed), choice);
        tell(Text::making_world, table.name);
        return build(table, study,
                     fmt::format("synthetic {} {}{}", choice.share, choice.seed, selection));
    }
    auto const path = find_world_file(choice.file, study_file);
    tell(Text::reading_world, path.string());
    auto file = read_world(path);
    auto const table = chosen_part(std::move(file.table), choice);
    tell_shares(table, console);
    auto made = build(table, study, file.sha256 + selection);
    made.inputs.push_back({path.string(), file.sha256});
    return made;
}

} // namespace opschaling::app
