#include "scenarios/schema/value_schema.hpp"

#include "scenarios/reader/number.hpp"

#include <fmt/format.h>

#include <vector>

namespace opschaling::scenarios {

namespace {

using sim::ParameterDeclaration;
using sim::ParameterKind;

constexpr std::string_view number_pattern{R"(-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?)"};
constexpr std::string_view unit_name{"[A-Za-z%1][A-Za-z0-9%*/^]*"};
constexpr std::string_view year_pattern{"^((19|20|21)[0-9][0-9]|2200)$"};

bool is_plain(ParameterDeclaration const& declaration) {
    return declaration.unit == "1";
}

std::string describe(ParameterDeclaration const& declaration) {
    if (declaration.kind == ParameterKind::toggle) {
        return fmt::format("{}. true or false", declaration.meaning);
    }
    return fmt::format("{}. {} to {}{}", declaration.meaning, number_text(declaration.lowest),
                       number_text(declaration.highest),
                       is_plain(declaration) ? "" : " " + declaration.unit);
}

/// The ways to write one number of this parameter: text with a unit, or a bare number where the
/// parameter has no unit or one unit stands beside all its numbers.
void add_amount(JsonText& json, std::string_view key, ParameterDeclaration const& declaration,
                bool has_unit_beside) {
    json.open_object(key);
    if (has_unit_beside) {
        json.add("$ref", reference_to("bare"));
    } else if (!is_plain(declaration)) {
        json.add("$ref", reference_to("amount"));
    } else {
        json.open_list("anyOf");
        json.open_object()
            .add("type", declaration.kind == ParameterKind::count ? "integer" : "number")
            .add("minimum", declaration.lowest)
            .add("maximum", declaration.highest)
            .close();
        json.open_object().add("$ref", reference_to("number_text")).close();
        json.close();
    }
    json.close();
}

void add_list(JsonText& json, ParameterDeclaration const& declaration, bool has_unit_beside) {
    json.add("type", "array");
    json.add("minItems", static_cast<double>(declaration.length));
    json.add("maxItems", static_cast<double>(declaration.length));
    add_amount(json, "items", declaration, has_unit_beside);
}

void add_series(JsonText& json, ParameterDeclaration const& declaration) {
    json.open_list("anyOf");
    add_amount(json, {}, declaration, false);
    for (bool const has_unit : {false, true}) {
        json.open_object().add("type", "object");
        json.add("minProperties", has_unit ? 2.0 : 1.0);
        if (has_unit) {
            json.add("required", std::vector<std::string>{"unit"});
            json.open_object("properties").open_object("unit");
            json.add("$ref", reference_to("unit")).close().close();
        }
        json.open_object("patternProperties");
        add_amount(json, year_pattern, declaration, has_unit);
        json.close().add("additionalProperties", false).close();
    }
    json.close();
}

/// The value beside which a unit may stand: then its numbers are bare, else each has its own.
void add_value_by_unit(JsonText& json, ParameterDeclaration const& declaration) {
    json.open_object("if").add("required", std::vector<std::string>{"unit"}).close();
    json.open_object("then").open_object("properties").open_object("value");
    if (declaration.kind == ParameterKind::list) {
        add_list(json, declaration, true);
    } else if (declaration.kind == ParameterKind::year_series) {
        json.open_list("anyOf");
        json.open_object().add("$ref", reference_to("bare")).close();
        json.open_object().add("type", "object").add("additionalProperties", false);
        json.open_object("patternProperties");
        add_amount(json, year_pattern, declaration, true);
        json.close().close().close();
    } else {
        json.add("$ref", reference_to("bare"));
    }
    json.close().close().close();
    json.open_object("else").open_object("properties").open_object("value");
    json.add("$ref", reference_to("value:" + declaration.path)).close().close().close();
}

void add_unit_property(JsonText& json) {
    json.open_object("unit").add("$ref", reference_to("unit")).close();
}

void add_text_property(JsonText& json, std::string_view key, std::string_view description) {
    json.open_object(key).add("type", "string").add("pattern", R"(\S)");
    json.add("description", description).close();
}

} // namespace

std::string reference_to(std::string_view definition) {
    return fmt::format("#/definitions/{}", definition);
}

void add_amount_definitions(JsonText& json) {
    auto const add_text = [&](std::string_view name, std::string const& pattern) {
        json.open_object(name).add("type", "string").add("pattern", pattern).close();
    };
    add_text("unit", fmt::format("^{}$", unit_name));
    add_text("amount", fmt::format("^{} *{}$", number_pattern, unit_name));
    add_text("number_text", fmt::format("^{}( *{})?$", number_pattern, unit_name));
    json.open_object("bare").open_list("anyOf");
    json.open_object().add("type", "number").close();
    json.open_object().add("$ref", reference_to("number_text")).close();
    json.close().close();
}

void add_value_definition(JsonText& json, ParameterDeclaration const& declaration) {
    json.open_object("value:" + declaration.path).add("description", describe(declaration));
    switch (declaration.kind) {
    case ParameterKind::toggle:
        json.add("type", "boolean");
        break;
    case ParameterKind::list:
        add_list(json, declaration, false);
        break;
    case ParameterKind::year_series:
        add_series(json, declaration);
        break;
    case ParameterKind::number:
    case ParameterKind::share:
    case ParameterKind::quantity:
    case ParameterKind::count:
        json.open_list("allOf");
        add_amount(json, {}, declaration, false);
        json.close();
        break;
    }
    json.close();
}

void add_entry(JsonText& json, std::string_view key, ParameterDeclaration const& declaration) {
    json.open_object(key).add("type", "object").add("description", describe(declaration));
    json.add("additionalProperties", false);
    json.add("required", std::vector<std::string>{"value", "source"});
    json.open_object("properties");
    json.open_object("value").close();
    add_text_property(json, "source", "A publication, or 'assumption: ' and why");
    if (declaration.kind != ParameterKind::toggle) {
        add_unit_property(json);
        json.open_object("plausible").add("type", "array");
        json.add("minItems", 2.0).add("maxItems", 2.0);
        json.add("description", "Range for sensitivity runs, in the unit of the value");
        add_amount(json, "items", declaration, true);
        json.close();
    }
    json.close();
    add_value_by_unit(json, declaration);
    json.close();
}

void add_change_definition(JsonText& json, ParameterDeclaration const& declaration) {
    json.open_object("change:" + declaration.path).add("description", describe(declaration));
    json.open_list("anyOf");
    json.open_object().add("$ref", reference_to("value:" + declaration.path)).close();
    json.open_object().add("type", "object").add("additionalProperties", false);
    json.add("required", std::vector<std::string>{"value"});
    json.open_object("properties").open_object("value").close();
    add_unit_property(json);
    add_text_property(json, "because", "Why this scenario differs");
    json.close();
    add_value_by_unit(json, declaration);
    json.close();
    json.open_object().add("type", "null").close();
    json.close().close();
}

} // namespace opschaling::scenarios
