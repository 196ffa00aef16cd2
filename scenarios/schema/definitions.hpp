#pragma once

#include "scenarios/schema/json_text.hpp"
#include "sim/parameters/declaration.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace opschaling::scenarios {

/// What the schemas of several kinds of file share.

inline constexpr std::string_view draft{"http://json-schema.org/draft-07/schema#"};
inline constexpr std::string_view name_pattern{"^[a-z][a-z0-9_]*$"};

/// An object that allows null too, which takes away what a base file sets.
void open_nullable_object(JsonText& json, std::string_view key);

/// A whole number in [lowest, highest], or null.
void add_whole(JsonText& json, std::string_view key, double lowest, double highest,
               std::string_view description);

/// A part of one, as a number or in percent.
void add_part(JsonText& json, std::string_view key);

/// The definitions of amounts, and `title`.
void add_common_definitions(JsonText& json);

/// Calls `add(name, declaration)` for every parameter, between the head and the end of its sheet.
void add_by_sheet(
    JsonText& json, std::vector<sim::ParameterDeclaration> const& declarations, bool nullable,
    std::function<void(std::string const&, sim::ParameterDeclaration const&)> const& add);

/// The definition `changes`: what may stand under `set`. It refers to `change:<path>` of each
/// parameter.
void add_changes_definition(JsonText& json,
                            std::vector<sim::ParameterDeclaration> const& declarations);

} // namespace opschaling::scenarios
