#include "scenarios/schema/json_schema.hpp"

#include "scenarios/reader/extends.hpp"
#include "scenarios/reader/settings.hpp"
#include "scenarios/reader/sheets.hpp"
#include "scenarios/schema/definitions.hpp"
#include "scenarios/schema/json_text.hpp"
#include "scenarios/schema/value_schema.hpp"

#include <limits>

namespace opschaling::scenarios {

namespace {

using sim::ParameterDeclaration;

constexpr std::string_view quarter_pattern{"^20[0-9][0-9]-Q[1-4]$"};

void add_world(JsonText& json) {
    open_nullable_object(json, "world");
    json.add("description", "The synthetic Netherlands or a smaller one, or a world file");
    json.open_object("properties");
    json.open_object("source").open_list("enum");
    json.add({}, "synthetic").add({}, "file").close().close();
    json.open_object("share").add("description", "Of the country's homes, in whole gemeenten");
    json.open_list("anyOf");
    json.open_object().add("type", "string").add("pattern", "^(1:[1-9][0-9]*|wijk)$").close();
    json.open_object().add("type", "number").add("minimum", 0.0).add("maximum", 1.0).close();
    json.open_object().add("type", "null").close();
    json.close().close();
    add_whole(json, "seed", 0.0, std::numeric_limits<std::uint32_t>::max(),
              "Of the synthetic country");
    json.open_object("file").add("type", std::vector<std::string>{"string", "null"});
    json.add("description", "A world file that import made").close();
    json.open_object("gemeenten").add("type", std::vector<std::string>{"array", "null"});
    json.add("description", "Only these gemeenten of the world, by name or code");
    json.open_object("items").add("type", "string").close().close();
    json.open_object("wijken").add("type", std::vector<std::string>{"array", "null"});
    json.add("description", "Only these wijken, each as one wijk of the world");
    json.open_object("items").add("type", "object");
    json.open_list("required");
    json.add({}, "name").add({}, "gemeente").add({}, "inhabitants").close();
    json.add("additionalProperties", false);
    json.open_object("properties");
    json.open_object("name").add("type", "string").close();
    json.open_object("gemeente").add("type", "string").close();
    json.open_object("inhabitants").add("type", "integer").add("minimum", 1.0).close();
    json.open_object("cbs").add("type", "array");
    json.add("description", "Codes of CBS wijken or buurten that are it together");
    json.open_object("items").add("type", "string").close().close();
    json.close().close().close();
    json.close().close();
}

void add_horizon(JsonText& json) {
    open_nullable_object(json, "horizon");
    json.add("description", "First quarter, first quarter of the variants, last quarter");
    json.open_object("properties");
    for (auto const* key : {"first", "branch", "last"}) {
        json.open_object(key).add("type", std::vector<std::string>{"string", "null"});
        json.add("pattern", quarter_pattern).close();
    }
    json.close().close();
}

void add_precision(JsonText& json) {
    open_nullable_object(json, "precision");
    json.add("description", "Of effects: how narrow intervals are to be, at what cost");
    json.open_object("properties");
    add_part(json, "relative");
    json.open_object("absolute").add("type", "number").add("exclusiveMinimum", 0.0).close();
    add_whole(json, "most", 1.0, most_replications, "Replications, at most");
    add_whole(json, "singles", 2.0, most_singles, "Wijken run alone in each replication");
    json.close().close();
}

void add_variants(JsonText& json) {
    json.open_object("variants").add("type", std::vector<std::string>{"object", "null"});
    json.add("description", "The compared futures, from the branch on");
    json.open_object("propertyNames").add("pattern", name_pattern).close();
    json.open_object("additionalProperties");
    json.add("type", std::vector<std::string>{"object", "null"});
    json.add("additionalProperties", false);
    json.open_object("properties");
    json.open_object("title").add("$ref", reference_to("title")).close();
    json.open_object("set").add("$ref", reference_to("changes")).close();
    json.close().close().close();
}

void add_study_properties(JsonText& json, std::vector<ParameterDeclaration> const& declarations) {
    json.open_object("schema").add("const", study_schema).close();
    json.open_object("name").add("type", std::vector<std::string>{"string", "null"});
    json.add("pattern", name_pattern).close();
    json.open_object("title").add("$ref", reference_to("title")).close();
    json.open_object("extends").add("description", "Files that this one begins from, later wins");
    json.open_list("anyOf");
    json.open_object().add("type", "string").add("minLength", 1.0).close();
    json.open_object().add("type", "array").open_object("items").add("type", "string").close();
    json.close().close().close();
    add_world(json);
    add_horizon(json);
    add_whole(json, "seed", 0.0, std::numeric_limits<std::uint32_t>::max(),
              "Of every draw of the runs");
    add_whole(json, "replications", 1.0, most_replications, "Runs of each variant");
    add_precision(json);
    json.open_object("reference").add("type", std::vector<std::string>{"string", "null"});
    json.add("description", "The variant that the others are compared with").close();
    json.open_object("set").add("$ref", reference_to("changes")).close();
    add_variants(json);
    json.open_object("parameters").add("type", "object").add("additionalProperties", false);
    json.add("description", "Whole sheets in place of the shipped ones, as resolve writes them");
    json.open_object("properties");
    add_by_sheet(json, declarations, false,
                 [&json](std::string const& key, ParameterDeclaration const& declaration) {
                     add_entry(json, key, declaration);
                 });
    json.close().close();
}

} // namespace

std::string write_study_schema(std::vector<ParameterDeclaration> const& declarations) {
    JsonText json;
    json.open_object().add("$schema", draft).add("title", study_schema).add("type", "object");
    json.add("required", std::vector<std::string>{"schema"});
    json.add("additionalProperties", false);
    json.open_object("properties");
    add_study_properties(json, declarations);
    json.close();
    json.open_object("definitions");
    add_common_definitions(json);
    add_changes_definition(json, declarations);
    for (auto const& declaration : declarations) {
        add_value_definition(json, declaration);
        add_change_definition(json, declaration);
    }
    json.close().close();
    return json.take();
}

std::string write_sheet_schema(std::vector<ParameterDeclaration> const& declarations) {
    JsonText json;
    json.open_object().add("$schema", draft).add("title", sheet_schema).add("type", "object");
    json.add("required", std::vector<std::string>{"schema"});
    json.add("additionalProperties", false);
    json.open_object("properties");
    json.open_object("schema").add("const", sheet_schema).close();
    add_by_sheet(json, declarations, false,
                 [&json](std::string const& key, ParameterDeclaration const& declaration) {
                     add_entry(json, key, declaration);
                 });
    json.close();
    json.open_object("definitions");
    add_common_definitions(json);
    for (auto const& declaration : declarations) {
        add_value_definition(json, declaration);
    }
    json.close().close();
    return json.take();
}

} // namespace opschaling::scenarios
