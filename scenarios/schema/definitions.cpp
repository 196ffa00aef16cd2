#include "scenarios/schema/definitions.hpp"

#include "scenarios/schema/value_schema.hpp"

namespace opschaling::scenarios {

namespace {

using sim::ParameterDeclaration;

std::string sheet_of(ParameterDeclaration const& declaration) {
    return declaration.path.substr(0, declaration.path.find('.'));
}

std::string name_of(ParameterDeclaration const& declaration) {
    return declaration.path.substr(declaration.path.find('.') + 1);
}

} // namespace

void open_nullable_object(JsonText& json, std::string_view key) {
    json.open_object(key).add("type", std::vector<std::string>{"object", "null"});
    json.add("additionalProperties", false);
}

void add_whole(JsonText& json, std::string_view key, double lowest, double highest,
               std::string_view description) {
    json.open_object(key).add("type", std::vector<std::string>{"integer", "null"});
    json.add("minimum", lowest).add("maximum", highest).add("description", description).close();
}

void add_part(JsonText& json, std::string_view key) {
    json.open_object(key).open_list("anyOf");
    json.open_object().add("type", "number");
    json.add("exclusiveMinimum", 0.0).add("exclusiveMaximum", 1.0).close();
    json.open_object().add("type", "string").add("pattern", R"(^[0-9.eE+-]+ *%?$)").close();
    json.close().close();
}

void add_common_definitions(JsonText& json) {
    add_amount_definitions(json);
    json.open_object("title").add("type", std::vector<std::string>{"object", "null"});
    json.add("additionalProperties", false).open_object("properties");
    for (auto const* language : {"nl", "en"}) {
        json.open_object(language).add("type", "string").add("pattern", R"(\S)").close();
    }
    json.close().close();
}

void add_by_sheet(JsonText& json, std::vector<ParameterDeclaration> const& declarations,
                  bool nullable,
                  std::function<void(std::string const&, ParameterDeclaration const&)> const& add) {
    std::string sheet;
    for (auto const& declaration : declarations) {
        if (sheet_of(declaration) != sheet) {
            if (!sheet.empty()) {
                json.close().close();
            }
            sheet = sheet_of(declaration);
            if (nullable) {
                open_nullable_object(json, sheet);
            } else {
                json.open_object(sheet).add("type", "object").add("additionalProperties", false);
            }
            json.open_object("properties");
        }
        add(name_of(declaration), declaration);
    }
    if (!sheet.empty()) {
        json.close().close();
    }
}

void add_changes_definition(JsonText& json, std::vector<ParameterDeclaration> const& declarations) {
    auto const add_reference = [&json](std::string const& key,
                                       ParameterDeclaration const& declaration) {
        json.open_object(key).add("$ref", reference_to("change:" + declaration.path)).close();
    };
    open_nullable_object(json, "changes");
    json.add("description", "Parameters that differ from the sheets, by dotted path or by sheet");
    json.open_object("properties");
    for (auto const& declaration : declarations) {
        add_reference(declaration.path, declaration);
    }
    add_by_sheet(json, declarations, true, add_reference);
    json.close().close();
}

} // namespace opschaling::scenarios
