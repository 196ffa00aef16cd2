#pragma once

#include "scenarios/import/import_error.hpp"
#include "scenarios/import/world_columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace opschaling::scenarios {

/// The columns of one table in the order in which `to_columns` of an empty table has them, each of
/// the right type and length.
class TableReader {
public:
    TableReader(WorldTables const& tables, std::string const& name, std::string const& file,
                ImportFindings& findings)
        : name_{name}, place_{.file = file, .line = 1, .column = 1}, findings_{findings} {
        auto const found = std::ranges::find(tables.tables, name, &WorldColumns::name);
        if (found == tables.tables.end()) {
            complain("is not there", "a file that `import` wrote");
            return;
        }
        table_ = &*found;
        if (!table_->columns.empty()) {
            rows_ = std::visit([](auto const& values) { return values.size(); },
                               table_->columns.front().values);
        }
    }

    [[nodiscard]] std::size_t rows() const { return rows_; }

    /// Calls use(row, value) for each row of a column; a finding when the column is not as it
    /// should.
    template <typename Value, typename Use>
    void each(std::string_view column, Use const& use) {
        if (table_ == nullptr) {
            return;
        }
        auto const found = std::ranges::find(table_->columns, column, &WorldColumn::name);
        auto const* values = found == table_->columns.end()
                                 ? nullptr
                                 : std::get_if<std::vector<Value>>(&found->values);
        if (values == nullptr || values->size() != rows_) {
            complain(fmt::format("has no column '{}' of the right type and length", column),
                     "a file that `import` wrote");
            return;
        }
        for (std::size_t row = 0; row < rows_; ++row) {
            use(row, (*values)[row]);
        }
    }

    void complain(std::string const& what, std::string expected) {
        findings_.add(place_, fmt::format("table '{}' {}", name_, what), std::move(expected));
    }

    [[nodiscard]] bool has(std::string_view column) const {
        return table_ != nullptr && std::ranges::find(table_->columns, column,
                                                      &WorldColumn::name) != table_->columns.end();
    }

    /// Numbers within their bounds; rows without one (not a number) are passed over.
    void bounded_or_absent(std::string_view column, double lowest, double highest,
                           auto const& use) {
        each<double>(column, [&](std::size_t row, double value) {
            if (std::isnan(value)) {
                return;
            }
            if (value >= lowest && value <= highest) {
                use(row, value);
            } else {
                complain(fmt::format("row {}: {} is {}", row + 1, column, value),
                         fmt::format("{} to {}", lowest, highest));
            }
        });
    }

    /// A number from a column within its bounds.
    template <typename Value>
    void bounded(std::string_view column, double lowest, double highest, auto const& use) {
        each<Value>(column, [&](std::size_t row, Value value) {
            auto const number = static_cast<double>(value);
            if (number >= lowest && number <= highest) {
                use(row, value);
            } else {
                complain(fmt::format("row {}: {} is {}", row + 1, column, number),
                         fmt::format("{} to {}", lowest, highest));
            }
        });
    }

private:
    std::string name_;
    Place place_;
    ImportFindings& findings_;
    WorldColumns const* table_{nullptr};
    std::size_t rows_{0};
};

} // namespace opschaling::scenarios
