#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace opschaling::analysis {

/// One column of a table, with a value for each row.
struct TableColumn {
    using Values = std::variant<std::vector<std::string>, std::vector<double>,
                                std::vector<std::int32_t>, std::vector<std::uint8_t>>;

    std::string name; ///< [a-z][a-z0-9_]*, unique in its table
    std::string unit; ///< "1" for counts, empty for text
    std::string long_name;
    Values values;

    [[nodiscard]] std::size_t rows() const;

    friend bool operator==(TableColumn const&, TableColumn const&) = default;
};

/// Columns of equal length under one name.
struct NamedTable {
    std::string name; ///< [a-z][a-z0-9_]*, unique in its file
    std::vector<TableColumn> columns;

    /// The values of a column; an InvariantError when there is none of that name and type.
    template <typename Value>
    [[nodiscard]] std::vector<Value> const& values(std::string_view column) const {
        return std::get<std::vector<Value>>(column_called(column).values);
    }

    [[nodiscard]] TableColumn const& column_called(std::string_view column) const;
    [[nodiscard]] bool has_column(std::string_view column) const;

    friend bool operator==(NamedTable const&, NamedTable const&) = default;
};

/// What a table file holds: tables in order, and text that says what they are. `schema` names the
/// kind and version of the whole, "opschaling-world/1" for instance.
struct TableFile {
    std::string schema;
    std::map<std::string, std::string> attributes;
    std::vector<NamedTable> tables;

    [[nodiscard]] NamedTable const& table(std::string_view name) const;

    friend bool operator==(TableFile const&, TableFile const&) = default;
};

/// Writes the tables as HDF5 that netCDF-4 readers open, a group for each, in one step. Equal
/// contents give equal bytes.
void write_tables(std::filesystem::path const& path, TableFile const& contents);

/// Reads them back; a StorageError when the file is damaged or not of this schema.
[[nodiscard]] TableFile read_tables(std::filesystem::path const& path, std::string_view schema);

/// The `schema` that a result or table file names; empty for a file that names none or is no HDF5.
[[nodiscard]] std::string schema_of_file(std::filesystem::path const& path);

/// SHA-256 over all that the file holds: the identity of its contents.
[[nodiscard]] std::string sha256_of(TableFile const& contents);

} // namespace opschaling::analysis
