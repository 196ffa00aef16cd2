#include "scenarios/schema/experiment_schema.hpp"

#include "models/world/simulation.hpp"
#include "scenarios/experiment.hpp"
#include "scenarios/reader/settings.hpp"
#include "scenarios/schema/definitions.hpp"
#include "scenarios/schema/value_schema.hpp"

#include <limits>

namespace opschaling::scenarios {

namespace {

using sim::ParameterDeclaration;
using Words = std::vector<std::string>;

constexpr double most_points{1 << 24};
constexpr double most_scrambles{1024.0};
constexpr double most_levels{1000.0};

/// `"key": {"enum": [...]}`
void add_words(JsonText& json, std::string_view key, Words const& words) {
    json.open_object(key).add("enum", words).close();
}

void add_kind(JsonText& json, std::string_view key, std::string_view type) {
    json.open_object(key).add("type", type).close();
}

void add_whole_number(JsonText& json, std::string_view key, double lowest, double highest) {
    json.open_object(key).add("type", "integer");
    json.add("minimum", lowest).add("maximum", highest).close();
}

/// A name, or a list of names.
void add_names(JsonText& json, std::string_view key) {
    json.open_object(key).open_list("anyOf");
    json.open_object().add("type", "string").close();
    json.open_object().add("type", "array").open_object("items").add("type", "string").close();
    json.close().close().close();
}

void add_input_properties(JsonText& json) {
    add_words(json, "dist", {"uniform", "log_uniform", "triangular", "normal"});
    for (auto const* key : {"low", "high", "mode", "mean", "deviation"}) {
        json.open_object(key).add("$ref", reference_to("bare")).close();
    }
    json.open_object("unit").add("$ref", reference_to("unit")).close();
    add_kind(json, "factor", "boolean");
    json.open_object("values").add("type", "array").add("minItems", 1.0).close();
    json.open_object("weights").add("type", "array");
    json.open_object("items").add("type", "number").add("minimum", 0.0).close().close();
}

/// An input under the path of its parameter, and one under a name of its own.
void add_input_definitions(JsonText& json, std::vector<ParameterDeclaration> const& declarations) {
    open_nullable_object(json, "input");
    json.open_object("properties");
    add_input_properties(json);
    json.close().close();

    json.open_object("named_input").add("type", "object").add("additionalProperties", false);
    json.add("required", Words{"parameter"});
    json.open_object("properties");
    Words paths;
    for (auto const& declaration : declarations) {
        paths.push_back(declaration.path);
    }
    add_words(json, "parameter", paths);
    add_input_properties(json);
    json.close().close();

    json.open_object("inputs").add("type", "object").add("additionalProperties", false);
    json.open_object("properties");
    for (auto const& path : paths) {
        json.open_object(path).add("$ref", reference_to("input")).close();
    }
    json.close();
    json.open_object("patternProperties");
    json.open_object(name_pattern).add("$ref", reference_to("named_input")).close();
    json.close().close();
}

void add_outcomes(JsonText& json) {
    json.open_object("outcomes").add("type", "object").add("minProperties", 1.0);
    json.open_object("propertyNames").add("pattern", name_pattern).close();
    json.open_object("additionalProperties").add("type", "object");
    json.add("additionalProperties", false).add("required", Words{"series"});
    json.open_object("properties");
    json.open_object("series").open_list("anyOf");
    json.open_object().add("$ref", reference_to("series")).close();
    json.open_object().add("type", "array").add("minItems", 1.0);
    json.open_object("items").add("$ref", reference_to("series")).close().close();
    json.close().close();
    add_kind(json, "year", "integer");
    add_words(json, "how", {"in_year", "since_branch", "highest", "lowest"});
    add_kind(json, "place", "string");
    add_words(json, "direction", {"neither", "maximise", "minimise"});
    json.open_object("title").add("$ref", reference_to("title")).close();
    json.close().close().close();
}

void add_policies(JsonText& json) {
    json.open_object("policies");
    json.add("description", "Variants of the study, or new ones made from them");
    json.open_list("anyOf");
    json.open_object().add("type", "array").add("minItems", 1.0);
    json.open_object("items").add("type", "string").close().close();
    json.open_object().add("type", "object").add("minProperties", 1.0);
    json.open_object("propertyNames").add("pattern", name_pattern).close();
    open_nullable_object(json, "additionalProperties");
    json.open_object("properties");
    add_kind(json, "variant", "string");
    json.open_object("title").add("$ref", reference_to("title")).close();
    json.open_object("set").add("$ref", reference_to("changes")).close();
    json.close().close().close();
    json.close().close();
}

void add_design(JsonText& json) {
    json.open_object("design").add("type", "object").add("additionalProperties", false);
    json.add("required", Words{"type"});
    json.open_object("properties");
    add_words(json, "type",
              {"sobol", "lhs", "saltelli", "morris", "grid", "one_at_a_time", "list", "csv"});
    add_whole_number(json, "n", 1.0, most_points);
    add_whole_number(json, "scrambles", 1.0, most_scrambles);
    add_whole_number(json, "levels", 1.0, most_levels);
    add_whole_number(json, "seed", 0.0, std::numeric_limits<std::uint32_t>::max());
    add_kind(json, "seed_as_input", "boolean");
    json.open_object("points").add("type", "array");
    json.open_object("items").add("type", "object").close().close();
    add_kind(json, "file", "string");
    add_kind(json, "base", "object");
    json.open_object("correlations").add("type", "array");
    json.add("description", "[input, other input, correlation by rank]");
    json.open_object("items").add("type", "array").add("minItems", 3.0).add("maxItems", 3.0);
    json.open_list("items");
    json.open_object().add("type", "string").close();
    json.open_object().add("type", "string").close();
    json.open_object().add("type", "number");
    json.add("exclusiveMinimum", -1.0).add("exclusiveMaximum", 1.0).close();
    json.close().close().close();
    json.close();
    json.open_object("if").open_object("properties");
    json.open_object("type").add("const", "csv").close().close().close();
    json.open_object("then").add("required", Words{"file"}).close();
    json.open_object("else").open_object("if").open_object("properties");
    json.open_object("type").add("const", "list").close().close().close();
    json.open_object("then").add("required", Words{"points"}).close().close();
    json.close();
}

void add_replications(JsonText& json) {
    json.open_object("replications").open_list("anyOf");
    json.open_object().add("type", "integer");
    json.add("minimum", 1.0);
    json.add("maximum", static_cast<double>(most_replications)).close();
    json.open_object().add("type", "object").add("additionalProperties", false);
    json.add("required", Words{"stop"});
    json.open_object("properties");
    add_whole_number(json, "min", 1.0, most_replications);
    add_whole_number(json, "max", 1.0, most_replications);
    json.open_object("stop").add("type", "object").add("additionalProperties", false);
    json.add("required", Words{"on"});
    json.open_list("anyOf");
    json.open_object().add("required", Words{"relative"}).close();
    json.open_object().add("required", Words{"absolute"}).close();
    json.close();
    json.open_object("properties");
    add_kind(json, "on", "string");
    add_part(json, "relative");
    add_kind(json, "absolute", "number");
    add_part(json, "confidence");
    json.close().close();
    json.close().close();
    json.close().close();
}

void add_analyses(JsonText& json) {
    Words const methods{"sobol", "morris", "given_data", "cart", "robustness", "paired"};
    auto const add_question = [&](std::string_view method, bool asks_case) {
        json.open_object(method);
        json.add("type", asks_case ? Words{"object"} : Words{"object", "null"});
        json.add("additionalProperties", false);
        if (asks_case) {
            json.add("required", Words{"case"});
        }
        json.open_object("properties");
        add_names(json, "of");
        json.open_object("case").add("type", "string");
        json.add("pattern", R"(\S+\s+[<>]\s+\S+)").close();
        add_part(json, "alpha");
        json.close().close();
    };
    json.open_object("analyse").add("type", "array");
    json.add("description", "What is made of the runs (docs/analyse.md)");
    json.open_object("items").open_list("anyOf");
    json.open_object().add("enum", methods).close();
    json.open_object().add("type", "object").add("additionalProperties", false);
    json.add("minProperties", 1.0).add("maxProperties", 1.0);
    json.open_object("properties");
    for (auto const& method : methods) {
        add_question(method, false);
    }
    add_question("prim", true);
    json.close().close();
    json.close().close().close();
}

void add_series(JsonText& json) {
    Words names;
    auto const shape = models::result_shape(models::World{}, {}, {});
    for (auto const& series : shape.series) {
        names.push_back(series.name);
    }
    add_words(json, "series", names);
}

void add_experiment_properties(JsonText& json) {
    json.open_object("schema").add("const", experiment_schema).close();
    json.open_object("name").add("type", "string").add("pattern", name_pattern).close();
    json.open_object("title").add("$ref", reference_to("title")).close();
    json.open_object("study").add("type", "string").add("minLength", 1.0);
    json.add("description", "The study that is varied, as seen from this file").close();
    add_words(json, "changes", {"from_branch", "from_start"});
    for (auto const* key : {"uncertainties", "levers"}) {
        json.open_object(key).add("$ref", reference_to("inputs")).close();
    }
    add_policies(json);
    add_outcomes(json);
    add_design(json);
    add_replications(json);
    add_analyses(json);
}

} // namespace

std::string write_experiment_schema(std::vector<ParameterDeclaration> const& declarations) {
    JsonText json;
    json.open_object().add("$schema", draft).add("title", experiment_schema);
    json.add("type", "object");
    json.add("required", Words{"schema", "study", "outcomes", "design"});
    json.add("additionalProperties", false);
    json.open_list("anyOf");
    json.open_object().add("required", Words{"uncertainties"}).close();
    json.open_object().add("required", Words{"levers"}).close();
    json.close();
    json.open_object("properties");
    add_experiment_properties(json);
    json.close();
    json.open_object("definitions");
    add_common_definitions(json);
    add_input_definitions(json, declarations);
    add_series(json);
    add_changes_definition(json, declarations);
    for (auto const& declaration : declarations) {
        add_value_definition(json, declaration);
        add_change_definition(json, declaration);
    }
    json.close().close();
    return json.take();
}

} // namespace opschaling::scenarios
