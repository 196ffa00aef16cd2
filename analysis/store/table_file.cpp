#include "analysis/store/table_file.hpp"

#include "analysis/store/at_the_door.hpp"
#include "analysis/store/columns.hpp"
#include "analysis/store/durable_file.hpp"
#include "analysis/store/seal.hpp"
#include "analysis/store/sha256.hpp"
#include "sim/contract/expects.hpp"

#include <algorithm>
#include <bit>

namespace opschaling::analysis {

namespace {

static_assert(std::endian::native == std::endian::little,
              "hashes of numbers are taken over their bytes in memory");

constexpr std::size_t rows_a_chunk{32'768};

/// Attributes that the file itself needs and a caller therefore cannot use.
constexpr std::string_view own_prefix{"file_"};

void write_table_column(hid_t group, TableColumn const& column, h5::Owned const& row) {
    std::visit(
        [&]<typename Value>(std::vector<Value> const& values) {
            h5::Owned dataset;
            if constexpr (std::is_same_v<Value, std::string>) {
                dataset = h5::write_texts(group, column.name.c_str(), values);
            } else {
                h5::Storage storage;
                if (!values.empty()) {
                    storage.chunk = {std::min(values.size(), rows_a_chunk)};
                }
                dataset = h5::create_dataset(group, column.name.c_str(), detail::file_type<Value>(),
                                             {values.size()}, storage);
                h5::write(dataset.id(), detail::memory_type<Value>(), values.data());
            }
            h5::attach_scale(dataset.id(), 0, row.id());
            write_label(dataset, {column.long_name, column.unit});
            h5::close(dataset);
        },
        column.values);
}

void write_table(hid_t file, NamedTable const& table) {
    auto const group = h5::create_group(file, table.name.c_str());
    std::vector<std::string> names;
    for (auto const& column : table.columns) {
        names.push_back(column.name);
    }
    auto const rows = table.columns.empty() ? 0 : table.columns.front().rows();
    if (rows == 0) {
        throw h5::Failure{"the table " + table.name + " has no rows"};
    }
    auto const row = h5::create_dimension(group.id(), "row", rows);
    auto const list = h5::create_dimension(group.id(), "listed_column", names.size());
    write_column(group.id(), "columns", names, {"columns of this table", ""}, &list);
    for (auto const& column : table.columns) {
        sim::expects(column.rows() == rows, "the columns of a table are equally long");
        write_table_column(group.id(), column, row);
    }
}

TableColumn read_table_column(hid_t group, std::string const& name) {
    auto const dataset = h5::open_dataset(group, name.c_str());
    TableColumn column{.name = name,
                       .unit = {},
                       .long_name = h5::read_text(dataset.id(), "long_name"),
                       .values = {}};
    if (h5::has_attribute(dataset.id(), "units")) {
        column.unit = h5::read_text(dataset.id(), "units");
    }
    h5::Owned const type{h5::checked([&] { return H5Dget_type(dataset.id()); }), H5Tclose};
    auto const kind = H5Tget_class(type.id());
    auto const size = H5Tget_size(type.id());
    if (kind == H5T_STRING) {
        column.values = read_column<std::string>(group, name.c_str());
    } else if (kind == H5T_FLOAT && size == 8) {
        column.values = read_column<double>(group, name.c_str());
    } else if (kind == H5T_INTEGER && size == 4) {
        column.values = read_column<std::int32_t>(group, name.c_str());
    } else if (kind == H5T_INTEGER && size == 1) {
        column.values = read_column<std::uint8_t>(group, name.c_str());
    } else {
        throw h5::Failure{"the column " + name + " has a type that is not written here"};
    }
    return column;
}

template <typename Value>
void add_values(Sha256& hash, std::vector<Value> const& values) {
    if constexpr (std::is_same_v<Value, std::string>) {
        for (auto const& text : values) {
            hash.add(std::to_string(text.size()) + ":" + text + "\n");
        }
    } else {
        hash.add(std::as_bytes(std::span{values}));
    }
}

} // namespace

std::size_t TableColumn::rows() const {
    return std::visit([](auto const& column) { return column.size(); }, values);
}

TableColumn const& NamedTable::column_called(std::string_view column) const {
    auto const found = std::ranges::find(columns, column, &TableColumn::name);
    sim::expects(found != columns.end(), "a table is asked for a column that it has");
    return *found;
}

bool NamedTable::has_column(std::string_view column) const {
    return std::ranges::find(columns, column, &TableColumn::name) != columns.end();
}

NamedTable const& TableFile::table(std::string_view name) const {
    auto const found = std::ranges::find(tables, name, &NamedTable::name);
    sim::expects(found != tables.end(), "a file is asked for a table that it has");
    return *found;
}

std::string sha256_of(TableFile const& contents) {
    Sha256 hash;
    auto const add = [&hash](std::string const& text) {
        hash.add(std::to_string(text.size()) + ":" + text + "\n");
    };
    add(contents.schema);
    for (auto const& [name, text] : contents.attributes) {
        add(name);
        add(text);
    }
    for (auto const& table : contents.tables) {
        add("table " + table.name);
        for (auto const& column : table.columns) {
            add(column.name);
            add(column.unit);
            add(column.long_name);
            add(std::to_string(column.values.index()));
            add(std::to_string(column.rows()));
            std::visit([&](auto const& values) { add_values(hash, values); }, column.values);
        }
    }
    return hash.digest();
}

void write_tables(std::filesystem::path const& path, TableFile const& contents) {
    OutputLock const lock{path};
    auto const part = unfinished_path(path);
    try {
        at_the_door(path, "writing the tables", [&] {
            auto file = h5::create_file(part);
            h5::write_short_text(file.id(), "Conventions", "CF-1.8");
            h5::write_short_text(file.id(), "schema", contents.schema);
            h5::write_short_text(file.id(), "file_sha256", sha256_of(contents));
            std::vector<std::string> names;
            for (auto const& [name, text] : contents.attributes) {
                sim::expects(!name.starts_with(own_prefix), "the file's own attributes are its");
                h5::write_long_text(file.id(), name.c_str(), text);
                names.push_back(name);
            }
            auto const group = h5::create_group(file.id(), "contents");
            if (!names.empty()) {
                auto const scale =
                    h5::create_dimension(group.id(), "listed_attribute", names.size());
                write_column(group.id(), "attributes", names, {"attributes of this file", ""},
                             &scale);
            }
            std::vector<std::string> tables;
            for (auto const& table : contents.tables) {
                write_table(file.id(), table);
                tables.push_back(table.name);
            }
            if (!tables.empty()) {
                auto const scale = h5::create_dimension(group.id(), "listed_table", tables.size());
                write_column(group.id(), "tables", tables, {"tables of this file", ""}, &scale);
            }
            h5::flush(file.id());
            h5::close(file);
        });
        seal(part);
        rename_durably(part, path);
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(part, ignored);
        throw;
    }
}

std::string schema_of_file(std::filesystem::path const& path) {
    try {
        return at_the_door(path, "reading what it is", [&] {
            auto const file = h5::open_file(path, h5::Access::read);
            return h5::has_attribute(file.id(), "schema") ? h5::read_text(file.id(), "schema")
                                                          : std::string{};
        });
    } catch (StorageError const&) {
        return {};
    }
}

TableFile read_tables(std::filesystem::path const& path, std::string_view schema) {
    if (!std::filesystem::exists(path)) {
        throw StorageError{path, "reading the tables", "there is no such file"};
    }
    check_seal(path);
    return at_the_door(path, "reading the tables", [&] {
        auto const file = h5::open_file(path, h5::Access::read);
        TableFile contents;
        contents.schema =
            h5::has_attribute(file.id(), "schema") ? h5::read_text(file.id(), "schema") : "";
        if (contents.schema != schema) {
            throw h5::Failure{"this is no file of " + std::string{schema} +
                              (contents.schema.empty() ? "" : " but of " + contents.schema)};
        }
        auto const group = h5::open_group(file.id(), "contents");
        if (h5::has_member(group.id(), "attributes")) {
            for (auto const& name : h5::read_texts(group.id(), "attributes")) {
                contents.attributes[name] = h5::read_text(file.id(), name.c_str());
            }
        }
        if (h5::has_member(group.id(), "tables")) {
            for (auto const& name : h5::read_texts(group.id(), "tables")) {
                auto const table = h5::open_group(file.id(), name.c_str());
                contents.tables.push_back({.name = name, .columns = {}});
                for (auto const& column : h5::read_texts(table.id(), "columns")) {
                    contents.tables.back().columns.push_back(read_table_column(table.id(), column));
                }
            }
        }
        if (sha256_of(contents) != h5::read_text(file.id(), "file_sha256")) {
            throw h5::Failure{"the file is damaged: its tables do not agree with their SHA-256"};
        }
        return contents;
    });
}

} // namespace opschaling::analysis
