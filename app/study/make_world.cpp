#include "app/study/make_world.hpp"

#include "analysis/report/number_text.hpp"
#include "app/language/texts.hpp"
#include "app/study/read_request.hpp"
#include "app/study/world_file.hpp"
#include "app/usage_error.hpp"
#include "models/world/build_world.hpp"
#include "models/world/follow_measurements.hpp"
#include "scenarios/import/select_part.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <ostream>
#include <utility>

namespace opschaling::app {

namespace {

/// Regio's and netbeheerders of which this world holds a part only.
std::vector<analysis::SharedPlace> shared_places(models::Geography const& geography) {
    std::vector<analysis::SharedPlace> places;
    for (std::size_t i = 0; i < geography.regio_names.size(); ++i) {
        auto const share = geography.regio_share[sim::id_at<models::RegioId>(i)];
        if (share < 1.0) {
            places.push_back({"RES-regio", geography.regio_names[i], share});
        }
    }
    for (std::size_t i = 0; i < geography.netbeheerder_names.size(); ++i) {
        auto const share = geography.netbeheerder_share[sim::id_at<models::NetbeheerderId>(i)];
        if (share < 1.0) {
            places.push_back({"netbeheerder", geography.netbeheerder_names[i], share});
        }
    }
    return places;
}

analysis::WorldFacts facts_of(models::World const& world, std::string identity) {
    return {.name = world.name,
            .source = world.source,
            .identity = std::move(identity),
            .is_synthetic = world.synthetic,
            .homes = static_cast<std::int64_t>(world.homes()),
            .wijken = static_cast<std::int64_t>(world.wijken()),
            .gemeenten = static_cast<std::int64_t>(world.gemeenten()),
            .share_of_country = world.share_of_country,
            .shared_places = shared_places(world.geography)};
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
void tell_shares(analysis::WorldFacts const& facts, Console const& console) {
    constexpr double percent{100.0};
    if (facts.shared_places.empty()) {
        return;
    }
    console.err << say(Text::assumed_shares, console.language) << '\n';
    for (auto const& place : facts.shared_places) {
        console.err << fmt::format(
            "  {} {}: {} %\n", place.kind, place.name,
            analysis::number_text(percent * place.share, 2, console.language));
    }
}

/// A study that asks to follow what was measured needs a world that has it.
void expect_measurements(scenarios::Study const& study, models::World const& world,
                         Console const& console) {
    auto missing = models::missing_measurements(study.parameters, world.series);
    for (auto const& variant : study.variants) {
        for (auto const& name : models::missing_measurements(variant.parameters, world.series)) {
            if (std::ranges::find(missing, name) == missing.end()) {
                missing.push_back(name);
            }
        }
    }
    if (!missing.empty()) {
        throw InputError{say(Text::no_measurements, console.language, fmt::arg("study", study.name),
                             fmt::arg("series", fmt::format("{}", fmt::join(missing, ", "))))};
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
        auto made = build(table, study,
                          fmt::format("synthetic {} {}{}", choice.share, choice.seed, selection));
        tell_shares(made.facts, console);
        expect_measurements(study, *made.world, console);
        return made;
    }
    auto const path = find_world_file(choice.file, study_file);
    tell(Text::reading_world, path.string());
    auto file = read_world(path);
    auto const table = chosen_part(std::move(file.table), choice);
    auto made = build(table, study, file.sha256 + selection);
    tell_shares(made.facts, console);
    expect_measurements(study, *made.world, console);
    made.inputs.push_back({path.string(), file.sha256});
    return made;
}

} // namespace opschaling::app
