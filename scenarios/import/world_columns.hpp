#pragma once

#include "models/world/buurt_table.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace opschaling::scenarios {

/// The kind and version of a file that holds a table of buurten.
inline constexpr std::string_view world_schema{"opschaling-world/2"};

/// One column with a value for each row; what a store of tables needs to know of it.
struct WorldColumn {
    using Values = std::variant<std::vector<std::string>, std::vector<double>,
                                std::vector<std::int32_t>, std::vector<std::uint8_t>>;

    std::string name; ///< [a-z][a-z0-9_]*
    std::string unit; ///< "1" for counts, empty for text
    std::string long_name;
    Values values;

    /// A figure that is absent (not a number) equals one that is absent.
    friend bool operator==(WorldColumn const& a, WorldColumn const& b);
};

struct WorldColumns {
    std::string name;
    std::vector<WorldColumn> columns;

    friend bool operator==(WorldColumns const&, WorldColumns const&) = default;
};

/// A table of buurten without its types: tables `regios`, `netbeheerders`, `gemeenten` and
/// `buurten`, what lies around them (`heat_sources`, `borders`, `series` with their `hours`), the
/// `inputs`, and what is said of the whole. Columns of figures that no input gave are left out.
struct WorldTables {
    std::map<std::string, std::string> attributes;
    std::vector<WorldColumns> tables;

    friend bool operator==(WorldTables const&, WorldTables const&) = default;
};

[[nodiscard]] WorldTables to_columns(models::BuurtTable const& table);

/// The table back, every column, row number, share and range checked: a world file is hostile until
/// read. An ImportError names `file` and all that is wrong.
[[nodiscard]] models::BuurtTable from_columns(WorldTables const& tables, std::string const& file);

} // namespace opschaling::scenarios
