#include "scenarios/reader/findings.hpp"
#include "scenarios/workshop/workshop.hpp"
#include "tests/support/empty_folder.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>

using namespace opschaling::scenarios;
using Catch::Matchers::Contains;

namespace {

namespace fs = std::filesystem;

fs::path root() {
    return fs::path{OPSCHALING_SOURCE_DIR} / "scenarios";
}

constexpr char const* sound_levers{R"(schema: opschaling-levers/1
levers:
  tempo:
    question: {nl: "Tempo?", en: "Pace?"}
    stops:
      rustig: {label: {nl: "rustig", en: "slow"}, says: {nl: "nu", en: "now"}}
      snel:
        label: {nl: "snel", en: "fast"}
        says: {nl: "meer", en: "more"}
        set: {rijk.budget: {value: {2026: 900 MEUR/year}, because: "assumption: more"}}
  geld:
    question: {nl: "Geld?", en: "Money?"}
    stops:
      nu: {label: {nl: "nu", en: "now"}, says: {nl: "nu", en: "now"}}
      meer:
        label: {nl: "meer", en: "more"}
        says: {nl: "meer", en: "more"}
        set: {rijk.contribution: {value: 9000 EUR, because: "assumption: more"}}
uncertain: [bewoner.cost_weight]
)"};

constexpr char const* sound_workshop{R"(schema: opschaling-workshop/1
title: {nl: "Klein", en: "Small"}
audience: bewoners
minutes: 20
study: plaats.yaml
levers: levers.yaml
baseline: {tempo: rustig}
presets:
  alles: {label: {nl: "alles", en: "all"}, stops: {tempo: snel, geld: meer}}
  niets: {label: {nl: "niets", en: "none"}, stops: {}}
steps:
  - id: een
    minutes: 10
    chart: lijn
    outcome: gasvrij
    question: {nl: "Hoeveel?", en: "How many?"}
    answers: [{nl: "veel", en: "many"}, {nl: "weinig", en: "few"}]
    levers: [tempo]
  - id: twee
    minutes: 10
    chart: plan
    outcome: gasvrij
    question: {nl: "Welk?", en: "Which?"}
    answers: [{nl: "A", en: "A"}, {nl: "B", en: "B"}]
    levers: [tempo]
    presets: [alles, niets]
)"};

Workshop read(std::string const& workshop, std::string const& levers = sound_levers) {
    opschaling::tests::EmptyFolder const folder;
    folder.write("levers.yaml", levers);
    return read_workshop(folder.write("workshop.yaml", workshop), root() / "parameters");
}

std::string changed(std::string text, std::string const& from, std::string const& to) {
    auto const at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

/// What a reader says of a workshop in which one thing was changed.
std::string complaint_about(std::string const& from, std::string const& to) {
    try {
        static_cast<void>(read(changed(sound_workshop, from, to)));
    } catch (ScenarioError const& error) {
        return error.what();
    }
    return "";
}

std::string complaint_about_levers(std::string const& from, std::string const& to) {
    try {
        static_cast<void>(read(sound_workshop, changed(sound_levers, from, to)));
    } catch (ScenarioError const& error) {
        return error.what();
    }
    return "";
}

} // namespace

TEST_CASE("a stop becomes the parameters it sets, each with its reason", "[workshop]") {
    auto const workshop = read(sound_workshop);
    auto const& snel = workshop.levers.levers.at(0).stops.at(1);
    REQUIRE(snel.sets.size() == 1);
    CHECK(snel.sets[0].path == "rijk.budget");
    CHECK(snel.sets[0].because == "assumption: more");
    CHECK(workshop.levers.levers[0].stops[0].sets.empty());
    CHECK(workshop.levers.uncertain.at(0).low < workshop.levers.uncertain.at(0).high);
}

TEST_CASE("the combinations of all steps are each there once, the baseline first", "[workshop]") {
    auto const all = combinations(read(sound_workshop));
    std::set<Stops> const different(all.begin(), all.end());
    CHECK(different.size() == all.size());
    CHECK(digits_of(all.front()) == "00");
    // tempo at both stops, and the plan in which both levers stand higher
    CHECK(different == std::set<Stops>{{0, 0}, {1, 0}, {1, 1}});
}

TEST_CASE("the example workshop can be read, and its free step keeps to 81 combinations",
          "[workshop]") {
    auto const workshop =
        read_workshop(root() / "workshops" / "voorbeeld.yaml", root() / "parameters");
    CHECK(workshop.steps.size() == 6);
    CHECK(workshop.draws >= 16);
    CHECK(combinations(workshop).size() >= 150);
    for (auto const& lever : workshop.levers.levers) {
        for (auto const& stop : lever.stops) {
            for (auto const& set : stop.sets) {
                CHECK_FALSE(set.because.empty());
            }
        }
    }
}

TEST_CASE("a mistake in a workshop is told with its place and the nearest valid name",
          "[workshop]") {
    CHECK_THAT(complaint_about("levers: [tempo]", "levers: [tempoo]"),
               Contains("workshop.yaml:") && Contains("did you mean 'tempo'?"));
    CHECK_THAT(complaint_about("{tempo: rustig}", "{tempo: rustg}"),
               Contains("no stop of tempo") && Contains("did you mean 'rustig'?"));
    CHECK_THAT(complaint_about("outcome: gasvrij", "outcome: gasvrii"),
               Contains("did you mean 'gasvrij'?"));
    CHECK_THAT(complaint_about("[alles, niets]", "[alles]"), Contains("needs two 'presets'"));
    CHECK_THAT(complaint_about("minutes: 20", "minutes: 15"), Contains("more than 15"));
    CHECK_THAT(complaint_about("answers: [{nl: \"veel\", en: \"many\"}, {nl: \"weinig\", en: "
                               "\"few\"}]",
                               "answers: []"),
               Contains("at least two answers"));
    CHECK_THAT(complaint_about("chart: lijn", "chart: kromme"), Contains("'along' is missing"));
    CHECK_THAT(complaint_about("en: \"Small\"", "de: \"Klein\""), Contains("'en' is missing"));
}

TEST_CASE("a mistake in the levers is told with its place", "[workshop]") {
    CHECK_THAT(complaint_about_levers("rijk.budget", "rijk.budgt"),
               Contains("levers.yaml:") && Contains("rijk.budget"));
    CHECK_THAT(complaint_about_levers("900 MEUR/year", "900 kWh"), Contains("levers.yaml:"));
    CHECK_THAT(complaint_about_levers("rijk.budget: {value: {2026: 900 MEUR/year}",
                                      "world.straat_ties: {value: 4"),
               Contains("the world is made once"));
    CHECK_THAT(complaint_about_levers("[bewoner.cost_weight]", "[project.staff_binds]"),
               Contains("no single number with a plausible range"));
}
