#pragma once

#include "models/world/buurt_table.hpp"
#include "scenarios/import/import_report.hpp"

#include <optional>
#include <string>

namespace opschaling::scenarios {

/// What is measured in each gemeente of a world and what is fallen back on, as CSV: a row for each
/// gemeente, parts of its homes from 0 to 1.
[[nodiscard]] std::string quality_table(models::BuurtTable const& table);

/// The same of one gemeente in words, with its shares of what regio and netbeheerder have, and what
/// of these is assumed.
[[nodiscard]] std::string quality_text(models::BuurtTable const& table, std::size_t gemeente,
                                       Language language);

/// The world in words: how large, from which tables, which series; and the shares of a part.
[[nodiscard]] std::string world_text(models::BuurtTable const& table, Language language);

} // namespace opschaling::scenarios
