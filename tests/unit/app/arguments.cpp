#include "app/arguments/arguments.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <variant>
#include <vector>

using namespace opschaling::app;

namespace {

using Words = std::vector<std::string>;

Arguments understood(Words const& words) {
    return std::get<Arguments>(read_arguments(words));
}

std::string refused(Words const& words) {
    return std::get<Refusal>(read_arguments(words)).message;
}

} // namespace

TEST_CASE("a study is named with what it changes", "[app][arguments]") {
    auto const arguments =
        understood({"compare", "study.yaml", "--set", "world.share=0", "--set", "seed=3", "--seed",
                    "7", "--replications", "4", "--threads", "2", "-o", "out.nc", "--json"});
    auto const& compare = std::get<CompareCommand>(arguments.command);
    CHECK(compare.study.file == "study.yaml");
    CHECK(compare.study.settings == Words{"world.share=0", "seed=3"});
    CHECK(compare.study.seed == 7U);
    CHECK(compare.study.replications == 4);
    CHECK(compare.output == "out.nc");
    CHECK(arguments.threads == 2);
    CHECK(arguments.json);
    CHECK_FALSE(compare.force);
}

TEST_CASE("what is not said is not set", "[app][arguments]") {
    auto const arguments = understood({"run", "study.yaml"});
    auto const& run = std::get<RunCommand>(arguments.command);
    CHECK_FALSE(run.study.seed);
    CHECK_FALSE(run.study.replications);
    CHECK_FALSE(run.output);
    CHECK(arguments.threads == 0);
}

TEST_CASE("an unknown word names the nearest that is known", "[app][arguments]") {
    CHECK(refused({"comprae", "study.yaml"}) ==
          "unknown command 'comprae'; did you mean 'compare'?");
    CHECK(refused({"run", "--thread", "2", "study.yaml"}) ==
          "unknown option '--thread'; did you mean '--threads'?");
    CHECK(refused({"run", "--replicatons=2", "study.yaml"}) ==
          "unknown option '--replicatons'; did you mean '--replications'?");
    CHECK(refused({"describe", "paramters"}).find("parameters") != std::string::npos);
}

TEST_CASE("too few words, too many and wrong numbers are refused", "[app][arguments]") {
    CHECK(refused({"run"}) == "'run' needs STUDY; see opschaling run --help");
    CHECK(refused({"import"}).find("LAYOUT") != std::string::npos);
    CHECK(refused({"import", "kwb2024_flat"}).find("FILES") != std::string::npos);
    CHECK(refused({"run", "one.yaml", "two.yaml"}) == "'run' takes no further argument 'two.yaml'");
    CHECK_FALSE(refused({"run", "study.yaml", "--threads", "0"}).empty());
    CHECK_FALSE(refused({"run", "study.yaml", "--seed", "-1"}).empty());
    CHECK_FALSE(refused({"run", "study.yaml", "--lang", "de"}).empty());
}

TEST_CASE("help is written in the language that is asked for", "[app][arguments]") {
    auto const dutch = std::get<Answer>(read_arguments({"compare", "--help"})).text;
    auto const english =
        std::get<Answer>(read_arguments({"compare", "--help", "--lang", "en"})).text;
    CHECK(dutch.find("Voorbeeld:") != std::string::npos);
    CHECK(english.find("Example:") != std::string::npos);
    CHECK(english.find("Voorbeeld") == std::string::npos);
}

TEST_CASE("every command has an example that is understood", "[app][arguments]") {
    auto const examples = help_examples();
    CHECK(examples.size() == std::variant_size_v<Command>);
    for (auto const& example : examples) {
        CAPTURE(example);
        Words words;
        std::size_t from = example.find(' ') + 1;
        while (from <= example.size()) {
            auto const end = std::min(example.find(' ', from), example.size());
            words.push_back(example.substr(from, end - from));
            from = end + 1;
        }
        CHECK(std::holds_alternative<Arguments>(read_arguments(words)));
    }
}
