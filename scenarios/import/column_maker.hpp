#pragma once

#include "scenarios/import/world_columns.hpp"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace opschaling::scenarios {

/// Columns from rows, one `add` a column.
template <typename Row>
class ColumnMaker {
public:
    ColumnMaker(std::string name, std::vector<Row> const& rows) : rows_{rows} {
        made_.name = std::move(name);
    }

    template <typename Value, typename Pick>
    void add(std::string name, std::string unit, std::string long_name, Pick const& pick) {
        std::vector<Value> values;
        values.reserve(rows_.size());
        for (auto const& row : rows_) {
            values.push_back(static_cast<Value>(pick(row)));
        }
        made_.columns.push_back(
            {std::move(name), std::move(unit), std::move(long_name), std::move(values)});
    }

    template <std::size_t N>
    void add_shares(std::string_view prefix, std::array<std::string_view, N> const& names,
                    std::array<double, N> Row::*shares) {
        for (std::size_t i = 0; i < N; ++i) {
            std::string const name = std::string{prefix} + "_" + std::string{names[i]};
            add<double>(name, "1", "Part of the homes: " + std::string{names[i]},
                        [&](Row const& row) { return (row.*shares)[i]; });
        }
    }

    [[nodiscard]] WorldColumns take() { return std::move(made_); }

private:
    std::vector<Row> const& rows_;
    WorldColumns made_;
};

} // namespace opschaling::scenarios
