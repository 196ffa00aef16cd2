#include "app/study/world_file.hpp"

#include "analysis/store/table_file.hpp"
#include "scenarios/import/world_columns.hpp"

#include <utility>

namespace opschaling::app {

namespace {

/// The same columns on the other side of the door: reader and store do not know each other.
analysis::TableFile as_file(scenarios::WorldTables tables) {
    analysis::TableFile file{.schema = std::string{scenarios::world_schema},
                             .attributes = std::move(tables.attributes),
                             .tables = {}};
    for (auto& table : tables.tables) {
        analysis::NamedTable named{.name = std::move(table.name), .columns = {}};
        for (auto& column : table.columns) {
            named.columns.push_back({.name = std::move(column.name),
                                     .unit = std::move(column.unit),
                                     .long_name = std::move(column.long_name),
                                     .values = std::move(column.values)});
        }
        file.tables.push_back(std::move(named));
    }
    return file;
}

scenarios::WorldTables as_tables(analysis::TableFile file) {
    scenarios::WorldTables tables{.attributes = std::move(file.attributes), .tables = {}};
    for (auto& named : file.tables) {
        scenarios::WorldColumns table{.name = std::move(named.name), .columns = {}};
        for (auto& column : named.columns) {
            table.columns.push_back({.name = std::move(column.name),
                                     .unit = std::move(column.unit),
                                     .long_name = std::move(column.long_name),
                                     .values = std::move(column.values)});
        }
        tables.tables.push_back(std::move(table));
    }
    return tables;
}

} // namespace

void write_world(std::filesystem::path const& path, models::BuurtTable const& table) {
    analysis::write_tables(path, as_file(scenarios::to_columns(table)));
}

WorldFile read_world(std::filesystem::path const& path) {
    auto file = analysis::read_tables(path, scenarios::world_schema);
    auto sha256 = analysis::sha256_of(file);
    return {scenarios::from_columns(as_tables(std::move(file)), path.string()), std::move(sha256)};
}

} // namespace opschaling::app
