#pragma once

#include "scenarios/schema/json_text.hpp"
#include "sim/parameters/declaration.hpp"

#include <string>
#include <string_view>

namespace opschaling::scenarios {

/// The `$ref` of a definition in the same schema.
[[nodiscard]] std::string reference_to(std::string_view definition);

/// The definitions that the others refer to: `unit`; `amount`, a number with its unit;
/// `number_text`, a number that may have one; `bare`, a number that has its unit beside it.
void add_amount_definitions(JsonText& json);

/// The definition `value:<path>`: a value of this parameter without a unit beside it.
void add_value_definition(JsonText& json, sim::ParameterDeclaration const& declaration);

/// The definition `change:<path>`: what may stand under `set` for this parameter.
void add_change_definition(JsonText& json, sim::ParameterDeclaration const& declaration);

/// The entry of this parameter in a sheet.
void add_entry(JsonText& json, std::string_view key, sim::ParameterDeclaration const& declaration);

} // namespace opschaling::scenarios
