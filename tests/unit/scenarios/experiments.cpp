#include "scenarios/experiment.hpp"
#include "scenarios/reader/experiment.hpp"
#include "scenarios/reader/findings.hpp"
#include "tests/support/empty_folder.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

using namespace opschaling;
using namespace opschaling::scenarios;
using opschaling::tests::EmptyFolder;

namespace {

constexpr char const* study{R"(schema: opschaling-study/1
world: {share: wijk}
variants:
  basis: {}
  ander: {title: {nl: "Anders", en: "Other"}, set: {bewoner.cost_weight: 3}}
)"};

constexpr char const* sound{R"(schema: opschaling-experiment/1
name: proef
study: studie.yaml
uncertainties:
  bewoner.cost_weight: {dist: log_uniform, low: 0.5, high: 5}
  gas: {parameter: price.gas, factor: true, low: 0.5, high: 2}
  ties: {parameter: world.straat_ties, low: 2, high: 6}
levers:
  wage: {parameter: bewoner.hassle_heat_pump, values: [1, 2, 4], weights: [1, 1, 2]}
policies:
  basis: {}
  ander: {variant: ander, set: {world.straat_ties: 3}}
outcomes:
  homes_2040: {series: homes_gas_free, year: 2040, direction: maximise}
  homes_2050: {series: [homes_gas_free], how: highest}
design: {type: saltelli, n: 64, scrambles: 4, seed: 7, seed_as_input: true}
replications: {min: 10, max: 40, stop: {on: homes_2040, relative: 5 %, confidence: 90 %}}
analyse:
  - sobol: {of: homes_2040}
  - prim: {case: "homes_2040 > 3e6 and homes_2050 < 4e6", alpha: 10 %}
  - cart
)"};

Experiment read_in(EmptyFolder const& folder, std::string const& text,
                   std::string const& design_file = {}) {
    folder.write("studie.yaml", study);
    ExperimentRequest request;
    request.path = folder.write("proef.yaml", text);
    request.parameter_directory =
        std::filesystem::path{OPSCHALING_SOURCE_DIR} / "scenarios" / "parameters";
    request.design_file = design_file;
    return read_experiment(request);
}

std::string replaced(std::string text, std::string const& from, std::string const& to) {
    text.replace(text.find(from), from.size(), to);
    return text;
}

} // namespace

TEST_CASE("an experiment is read as it stands", "[experiment]") {
    EmptyFolder const folder;
    auto const experiment = read_in(folder, sound);
    CHECK(experiment.name == "proef");
    REQUIRE(experiment.inputs.size() == 4);
    CHECK(experiment.inputs[0].name == "bewoner_cost_weight");
    CHECK(experiment.inputs[0].map.spread == sim::Spread::log_uniform);
    CHECK(experiment.inputs[1].is_factor);
    CHECK(experiment.inputs[2].map.is_whole);
    CHECK(experiment.inputs[3].is_lever);
    CHECK(experiment.inputs[3].map.values == std::vector<double>{1.0, 2.0, 4.0});
    REQUIRE(experiment.policies.size() == 2);
    CHECK(experiment.policies[1].title_nl == "Anders");
    CHECK(experiment.policies[1].changed.size() == 2);
    CHECK(experiment.policies[1].parameters.world.straat_ties == 3);
    CHECK(experiment.policies[0].parameters.world.straat_ties != 3);
    CHECK(experiment.outcomes[0].year == 2040);
    CHECK(experiment.outcomes[1].how == ExperimentOutcome::How::highest);
    CHECK(experiment.design.kind == "saltelli");
    CHECK(experiment.design.has_seed_input);
    CHECK(experiment.replications.most == 40);
    CHECK(experiment.replications.relative_tolerance == 0.05);
    CHECK(experiment.replications.confidence == 0.9);
    REQUIRE(experiment.analyses.size() == 3);
    REQUIRE(experiment.analyses[1].cases.size() == 2);
    CHECK(experiment.analyses[1].cases[0].threshold == 3.0e6);
    CHECK_FALSE(experiment.analyses[1].cases[1].is_above);
    CHECK(experiment.analyses[2].method == AnalysisRequest::Method::cart);
}

TEST_CASE("a point is laid over the parameters of the study", "[experiment]") {
    EmptyFolder const folder;
    auto const experiment = read_in(folder, sound);
    auto const before = experiment.study.parameters;
    std::vector<double> const point{2.5, 2.0, 5.0, 4.0};
    auto const after = with_point(before, experiment.inputs, point);
    CHECK(after.bewoner.cost_weight == 2.5);
    CHECK(after.bewoner.hassle_heat_pump == 4.0);
    CHECK(after.world.straat_ties == 5);
    CHECK(after.price.gas.knots.front().second.canonical() ==
          Approx(2.0 * before.price.gas.knots.front().second.canonical()));
}

TEST_CASE("without policies an experiment runs the variants of its study", "[experiment]") {
    EmptyFolder const folder;
    auto const text = std::string{sound};
    auto const from = text.find("policies:");
    auto const experiment =
        read_in(folder, text.substr(0, from) + text.substr(text.find("outcomes:")));
    REQUIRE(experiment.policies.size() == 2);
    CHECK(experiment.policies[1].name == "ander");
}

TEST_CASE("the points of an experiment may come from a file of another program", "[experiment]") {
    EmptyFolder const folder;
    auto const file = folder.write("ontwerp.csv", "gas,ties,nr,bewoner_cost_weight,wage\n"
                                                  "0.5,3,1,1e0,4\n"
                                                  "2,6,2,0.75,1\n");
    auto const experiment = read_in(folder, sound, file.string());
    CHECK(experiment.design.kind == "list");
    REQUIRE(experiment.design.listed.size() == 2);
    CHECK(experiment.design.listed[0] == std::vector<double>{1.0, 0.5, 3.0, 4.0});
    auto const broken = folder.write("kapot.csv", "gas,ties,bewoner_cost_weight,wage\n"
                                                  "0.5,drie,1,4\n");
    try {
        static_cast<void>(read_in(folder, sound, broken.string()));
        FAIL("a word for a number is no point");
    } catch (ScenarioError const& error) {
        REQUIRE(error.findings().size() == 1);
        CHECK(error.findings()[0].line == 2);
        CHECK(error.findings()[0].column == 5);
    }
}

TEST_CASE("every mistake of an experiment is named with its place", "[experiment]") {
    struct Broken {
        char const* from;
        char const* to;
        int line;
        char const* says;
    };

    auto const broken = GENERATE(
        Broken{"bewoner.cost_weight: {dist", "bewoner.cost_wieght: {dist", 5,
               "did you mean 'bewoner.cost_weight'?"},
        Broken{"dist: log_uniform", "dist: log_unifrom", 5, "did you mean 'log_uniform'?"},
        Broken{"low: 0.5, high: 5}", "low: 6, high: 5}", 5, "at or above"},
        Broken{"low: 0.5, high: 5}", "low: 0.5, hihg: 5}", 5, "did you mean 'high'?"},
        Broken{"factor: true, ", "", 6, "no single number"},
        Broken{"weights: [1, 1, 2]", "weights: [1, 1]", 9, "expected 3 numbers"},
        Broken{"variant: ander", "variant: andre", 12, "did you mean 'ander'?"},
        Broken{"set: {world.straat_ties: 3}", "set: {world.straat_tie: 3}", 12, "straat_ties"},
        Broken{"homes_gas_free, year", "homes_gasfree, year", 14, "did you mean 'homes_gas_free'?"},
        Broken{"year: 2040", "year: 2060", 14, "outside 2018 to 2050"},
        Broken{"type: saltelli", "type: satelli", 16, "did you mean 'saltelli'?"},
        Broken{"n: 64", "n: veel", 16, ""},
        Broken{"on: homes_2040", "on: homes", 17, "no outcome is named"},
        Broken{"relative: 5 %", "relative: 500 %", 17, "outside 0 % to 100 %"},
        Broken{"- sobol", "- sobl", 19, "did you mean 'sobol'?"},
        Broken{"of: homes_2040", "of: homes_2041", 19, "did you mean 'homes_2040'?"},
        Broken{"> 3e6 and", "> 3e6 or", 20, "expected 'and'"},
        Broken{"\"homes_2040 > 3e6", "\"homes_2040 = 3e6", 20, "expected an outcome, > or <"},
        Broken{"studie.yaml", "stdie.yaml", 1, ""},
        Broken{"experiment/1", "experiment/2", 1, "expected opschaling-experiment/1"});
    EmptyFolder const folder;
    INFO(broken.to);
    try {
        static_cast<void>(read_in(folder, replaced(sound, broken.from, broken.to)));
        FAIL("the mistake was not found");
    } catch (ScenarioError const& error) {
        CHECK(std::ranges::any_of(error.findings(), [&](Finding const& finding) {
            auto const text = finding.message + " " + finding.hint;
            return finding.line == broken.line && text.find(broken.says) != std::string::npos;
        }));
        INFO(error.what());
        CHECK(error.findings().size() == 1);
    }
}
