#include "scenarios/import/reconcile_figures.hpp"

#include "scenarios/import/table_weight.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

namespace opschaling::scenarios {

namespace {

/// Parts of the homes that are fitted to all tables that give them.
constexpr bool is_marginal(RegionColumn column) {
    return column == RegionColumn::owners_percent || column == RegionColumn::corporatie_percent ||
           column == RegionColumn::single_family_percent ||
           column == RegionColumn::low_income_percent;
}

/// How far two tables may be apart before it counts as a conflict.
bool differ(RegionColumn column, double a, double b) {
    constexpr double points{10.0};
    constexpr double part_of_one{0.1};
    constexpr double part{0.25};
    auto const range =
        static_cast<std::size_t>(column) >= plain_columns
            ? models::measured_declarations[static_cast<std::size_t>(column) - plain_columns]
                  .highest
            : 0.0;
    if (is_marginal(column)) {
        return std::abs(a - b) > points;
    }
    if (range == 1.0) {
        return std::abs(a - b) > part_of_one;
    }
    return std::abs(a - b) > part * std::max(std::abs(a), std::abs(b));
}

Region& region_of(Regions& regions, JoinedRow const& row) {
    return row.kind == RegionKind::gemeente ? regions.gemeenten[row.region]
           : row.kind == RegionKind::wijk   ? regions.wijken[row.region]
                                            : regions.buurten[row.region];
}

/// A figure as far as it is known: where from, and the weighted sum of all that was said of it.
struct Known {
    std::size_t table{0}; ///< 0 the file of regions, else one more than the number of the table
    double value{0.0};
    double weights{0.0};
    double weighted{0.0};
};

class Reconciler {
public:
    Reconciler(Layout const& base, std::vector<JoinedTable> const& tables, Regions& regions,
               ImportReport& report)
        : base_{base}, tables_{tables}, regions_{regions}, report_{report} {}

    void reconcile() {
        std::vector<std::size_t> order(tables_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(
            order, {}, [&](std::size_t i) { return std::abs(tables_[i].input.year - base_.year); });
        for (auto const i : order) {
            for (auto const& row : tables_[i].rows) {
                for (auto const& [column, value] : row.figures) {
                    add(i, row, column, value);
                }
            }
        }
        for (auto const& [key, known] : known_) {
            auto const& [kind, region, column] = key;
            if (is_marginal(column)) {
                region_of(regions_, {.kind = kind, .region = region, .place = {}, .figures = {}})
                    .figures[static_cast<std::size_t>(column)] = known.weighted / known.weights;
            }
        }
        for (auto const& [pair, conflict] : conflicts_) {
            report_.conflicts.push_back(conflict);
        }
    }

private:
    using Key = std::tuple<RegionKind, std::size_t, RegionColumn>;

    void add(std::size_t table, JoinedRow const& row, RegionColumn column, double value) {
        auto& region = region_of(regions_, row);
        auto& figure = region.figures[static_cast<std::size_t>(column)];
        auto const [at, is_new] = known_.try_emplace(Key{row.kind, row.region, column});
        auto& known = at->second;
        if (is_new && figure) {
            known = {0, *figure, base_.weight, base_.weight * *figure};
        }
        double const weight =
            weight_of(tables_[table].weight, tables_[table].input.year, base_.year);
        if (known.weights > 0.0) {
            compare(known, table, region, column, value);
        } else {
            known = {table + 1, value, 0.0, 0.0};
        }
        known.weights += weight;
        known.weighted += weight * value;
        if (!figure && column != RegionColumn::households) {
            figure = value;
            ++report_.figures_added;
        }
    }

    void compare(Known const& known, std::size_t table, Region const& region, RegionColumn column,
                 double value) {
        auto& conflict = conflicts_[{column, known.table, table}];
        if (conflict.compared == 0) {
            conflict.figure = region_column_names[static_cast<std::size_t>(column)];
            conflict.one = known.table == 0 ? base_.name : tables_[known.table - 1].input.mapping;
            conflict.other = tables_[table].input.mapping;
            conflict.is_fitted = is_marginal(column);
        }
        ++conflict.compared;
        double const apart = std::abs(value - known.value);
        if (differ(column, known.value, value)) {
            ++conflict.differing;
        }
        if (apart > std::abs(conflict.other_value - conflict.one_value)) {
            conflict.one_value = known.value;
            conflict.other_value = value;
            conflict.where = region.code + " " + region.name;
        }
    }

    Layout const& base_;
    std::vector<JoinedTable> const& tables_;
    Regions& regions_;
    ImportReport& report_;
    std::map<Key, Known> known_;
    std::map<std::tuple<RegionColumn, std::size_t, std::size_t>, FigureConflict> conflicts_;
};

} // namespace

double weight_of(double weight, int year, int base_year) {
    constexpr double a_year{0.9};
    int const apart = year > 0 && base_year > 0 ? std::abs(year - base_year) : 0;
    return weight * std::pow(a_year, apart);
}

void reconcile_figures(Layout const& base, std::vector<JoinedTable> const& tables, Regions& regions,
                       ImportReport& report) {
    Reconciler{base, tables, regions, report}.reconcile();
}

} // namespace opschaling::scenarios
