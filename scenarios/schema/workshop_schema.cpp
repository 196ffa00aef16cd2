#include "scenarios/schema/workshop_schema.hpp"

#include "scenarios/reader/settings.hpp"
#include "scenarios/schema/definitions.hpp"
#include "scenarios/schema/value_schema.hpp"
#include "scenarios/workshop/workshop.hpp"

#include <limits>

namespace opschaling::scenarios {

namespace {

using sim::ParameterDeclaration;
using Words = std::vector<std::string>;

/// A text of at least one sign.
void add_line(JsonText& json, std::string_view key, std::string_view description = {}) {
    json.open_object(key).add("type", "string").add("pattern", R"(\S)");
    if (!description.empty()) {
        json.add("description", description);
    }
    json.close();
}

void add_whole_number(JsonText& json, std::string_view key, double lowest, double highest,
                      std::string_view description) {
    json.open_object(key).add("type", "integer").add("minimum", lowest).add("maximum", highest);
    json.add("description", description).close();
}

void refer(JsonText& json, std::string_view key, std::string_view definition) {
    json.open_object(key).add("$ref", reference_to(definition)).close();
}

/// `"key": {"type": "array", "items": {"$ref": definition}}` with at least so many.
void add_list_of(JsonText& json, std::string_view key, std::string_view definition, double least) {
    json.open_object(key).add("type", "array").add("minItems", least);
    refer(json, "items", definition);
    json.close();
}

/// An object with these required keys and, up to the matching two `close`s, its properties.
JsonText& open_strict(JsonText& json, std::string_view key, Words const& required) {
    json.open_object(key).add("type", "object").add("additionalProperties", false);
    return json.add("required", required).open_object("properties");
}

void add_definitions(JsonText& json) {
    json.open_object("name").add("type", "string").add("pattern", name_pattern).close();
    json.open_object("both").add("type", "object").add("additionalProperties", false);
    json.add("description", "A text in both languages").add("required", Words{"nl", "en"});
    json.open_object("properties");
    add_line(json, "nl");
    add_line(json, "en");
    json.close().close();
}

void add_stops(JsonText& json) {
    json.open_object("stops").add("type", "object");
    json.add("description", "A stop for each lever, by name");
    json.open_object("propertyNames").add("pattern", name_pattern).close();
    refer(json, "additionalProperties", "name");
    json.close();
}

void add_turn(JsonText& json) {
    open_strict(json, "turn", {"lever", "from", "to", "label"});
    for (auto const* key : {"lever", "from", "to"}) {
        refer(json, key, "name");
    }
    refer(json, "label", "both");
    json.close().close();
}

/// What a chart needs beside what every step has.
void add_needs(JsonText& json) {
    auto const open_need = [&json](std::string_view chart, Words const& needs) -> JsonText& {
        json.open_object().open_object("if").open_object("properties").open_object("chart");
        json.add("const", chart).close().close().close();
        return json.open_object("then").add("required", needs);
    };
    json.open_list("allOf");
    open_need("opbouw", {"turns"}).close().close();
    open_need("kromme", {"along"}).close().close();
    for (auto const* chart : {"routes", "plan"}) {
        open_need(chart, {"presets"}).open_object("properties").open_object("presets");
        json.add("minItems", 2.0).close().close().close().close();
    }
    json.close();
}

void add_step(JsonText& json) {
    json.open_object("step").add("type", "object").add("additionalProperties", false);
    json.add("required", Words{"id", "minutes", "chart", "outcome", "question", "answers"});
    add_needs(json);
    json.open_object("properties");
    refer(json, "id", "name");
    add_whole_number(json, "minutes", 1.0, 1440.0, "That the step takes");
    json.open_object("chart").add("enum", Words{"lijn", "routes", "opbouw", "kromme", "plan"});
    json.close();
    json.open_object("outcome");
    json.add("enum", Words(workshop_outcomes.begin(), workshop_outcomes.end())).close();
    refer(json, "statement", "both");
    refer(json, "question", "both");
    add_list_of(json, "answers", "both", 2.0);
    add_list_of(json, "levers", "name", 0.0);
    add_list_of(json, "notes", "both", 0.0);
    add_list_of(json, "presets", "name", 0.0);
    add_list_of(json, "turns", "turn", 1.0);
    refer(json, "along", "name");
    json.close().close();
}

void add_workshop_properties(JsonText& json) {
    json.open_object("schema").add("const", workshop_schema).close();
    refer(json, "title", "both");
    json.open_object("audience").add("enum", Words{"bewoners", "ambtenaren"}).close();
    add_whole_number(json, "minutes", 1.0, 1440.0, "Of all steps together at most");
    add_line(json, "study", "The place, as seen from this file");
    add_line(json, "levers", "The file of levers, as seen from this file");
    add_line(json, "map", "Outlines of wijken in GeoJSON, as seen from this file");
    add_whole_number(json, "draws", 1.0, most_replications, "Runs behind each choice");
    add_whole_number(json, "seed", 0.0, std::numeric_limits<std::uint32_t>::max(),
                     "Of every draw of the runs");
    refer(json, "baseline", "stops");
    json.open_object("presets").add("type", "object");
    json.open_object("propertyNames").add("pattern", name_pattern).close();
    refer(json, "additionalProperties", "preset");
    json.close();
    add_list_of(json, "steps", "step", 1.0);
}

void add_subjects(JsonText& json, LeverPart part, std::vector<CanvasLever> const& subjects) {
    json.open_object(key_of_part(part)).add("type", "object").open_object("properties");
    for (auto const& subject : subjects) {
        if (subject.part == part) {
            json.open_object(subject.name).add("type", "number");
            json.add("minimum", 0.0).add("maximum", 1.0);
            json.add("description", subject.title_nl).close();
        }
    }
    json.close().add("additionalProperties", false).close();
}

} // namespace

std::string write_workshop_schema() {
    JsonText json;
    json.open_object().add("$schema", draft).add("title", workshop_schema).add("type", "object");
    json.add("required", Words{"schema", "title", "audience", "minutes", "study", "levers",
                               "baseline", "steps"});
    json.add("additionalProperties", false);
    json.open_object("properties");
    add_workshop_properties(json);
    json.close();
    json.open_object("definitions");
    add_definitions(json);
    add_stops(json);
    open_strict(json, "preset", {"label", "stops"});
    refer(json, "label", "both");
    refer(json, "stops", "stops");
    json.close().close();
    add_turn(json);
    add_step(json);
    json.close().close();
    return json.take();
}

std::string write_levers_schema(std::vector<ParameterDeclaration> const& declarations) {
    Words paths;
    for (auto const& declaration : declarations) {
        paths.push_back(declaration.path);
    }
    JsonText json;
    json.open_object().add("$schema", draft).add("title", levers_schema).add("type", "object");
    json.add("required", Words{"schema", "levers"}).add("additionalProperties", false);
    json.open_object("properties");
    json.open_object("schema").add("const", levers_schema).close();
    json.open_object("levers").add("type", "object").add("minProperties", 1.0);
    json.open_object("propertyNames").add("pattern", name_pattern).close();
    refer(json, "additionalProperties", "lever");
    json.close();
    json.open_object("uncertain").add("type", "array");
    json.add("description", "Parameters that differ from draw to draw over their plausible range");
    json.open_object("items").add("enum", paths).close().close();
    json.close();
    json.open_object("definitions");
    add_definitions(json);
    open_strict(json, "lever", {"question", "stops"});
    refer(json, "question", "both");
    json.open_object("stops").add("type", "object").add("minProperties", 2.0);
    json.add("maxProperties", static_cast<double>(most_stops));
    json.open_object("propertyNames").add("pattern", name_pattern).close();
    refer(json, "additionalProperties", "stop");
    json.close().close().close();
    open_strict(json, "stop", {"label", "says"});
    refer(json, "label", "both");
    refer(json, "says", "both");
    refer(json, "set", "changes");
    json.close().close();
    add_common_definitions(json);
    add_changes_definition(json, declarations);
    for (auto const& declaration : declarations) {
        add_value_definition(json, declaration);
        add_change_definition(json, declaration);
    }
    json.close().close();
    return json.take();
}

std::string write_pilot_schema(std::vector<CanvasLever> const& subjects) {
    JsonText json;
    json.open_object().add("$schema", draft).add("title", pilot_schema).add("type", "object");
    json.add("required",
             Words{"schema", "name", "title", "study", "impact", "ingredienten", "valkuilen"});
    json.add("additionalProperties", false);
    json.open_object("properties");
    json.open_object("schema").add("const", pilot_schema).close();
    refer(json, "name", "name");
    refer(json, "title", "both");
    add_line(json, "study", "World and horizon, as seen from this file");
    open_strict(json, "impact", {"vraagstuk", "doel"});
    add_line(json, "vraagstuk");
    json.open_object("doel").add("enum", Words{"voorkomen", "verzachten", "verminderen"}).close();
    for (auto const* key : {"input", "activiteiten", "output", "outcome", "impact"}) {
        add_line(json, key);
    }
    json.close().close();
    for (std::size_t part = 0; part < lever_parts; ++part) {
        add_subjects(json, static_cast<LeverPart>(part), subjects);
    }
    json.close();
    json.open_object("definitions");
    add_definitions(json);
    json.close().close();
    return json.take();
}

} // namespace opschaling::scenarios
