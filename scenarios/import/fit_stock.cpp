#include "scenarios/import/fit_stock.hpp"

#include "models/world/dutch_stock.hpp"
#include "models/world/rake_shares.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

namespace opschaling::scenarios {

namespace {

using models::BuurtRow;
using models::PeriodShares;
using models::StockTable;
using models::TypeShares;

constexpr double furthest_apartments{0.05};
constexpr double furthest_homes{0.10};

double sum_of(std::span<double const> values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

TypeShares types_of_stock(StockTable const& stock) {
    TypeShares types{};
    double all{0.0};
    for (std::size_t type = 0; type < types.size(); ++type) {
        types[type] = sum_of(stock[type]);
        all += types[type];
    }
    for (double& type : types) {
        type = all > 0.0 ? type / all : 0.0;
    }
    return types;
}

/// The apartments of both, the houses divided as the stock divides them.
TypeShares blend(TypeShares const& in_file, TypeShares const& in_stock, double weight) {
    double const apartments = (in_file[0] + weight * in_stock[0]) / (1.0 + weight);
    double const houses = 1.0 - in_stock[0];
    TypeShares target{apartments, 0.0, 0.0, 0.0};
    for (std::size_t type = 1; type < target.size(); ++type) {
        target[type] = houses > 0.0 ? (1.0 - apartments) * in_stock[type] / houses
                                    : (1.0 - apartments) * in_file[type] / (1.0 - in_file[0]);
    }
    return target;
}

PeriodShares periods_of_stock(StockTable const& stock, TypeShares const& types) {
    PeriodShares periods{};
    for (std::size_t type = 0; type < types.size(); ++type) {
        double const dwellings = sum_of(stock[type]);
        for (std::size_t period = 0; period < periods.size() && dwellings > 0.0; ++period) {
            periods[period] += types[type] * stock[type][period] / dwellings;
        }
    }
    double const all = sum_of(periods);
    for (double& period : periods) {
        period = all > 0.0 ? period / all : 1.0 / static_cast<double>(periods.size());
    }
    return periods;
}

/// Homes built since 2000 become this part: the youngest period and a quarter of the one before
/// (2000-2004 of 1985-2004, assumption: evenly built), the others keeping their proportions.
void set_since_2000(double part, PeriodShares& periods) {
    constexpr double since_2000_of_period{0.25};
    double const young = periods[4] + since_2000_of_period * periods[3];
    double const old = 1.0 - young;
    if (young <= 0.0 || old <= 0.0) {
        return;
    }
    double const up = part / young;
    double const down = (1.0 - part) / old;
    periods[3] *= since_2000_of_period * up + (1.0 - since_2000_of_period) * down;
    periods[4] *= up;
    for (std::size_t i = 0; i < 3; ++i) {
        periods[i] *= down;
    }
}

void keep_measured_periods(std::span<BuurtRow> buurten) {
    for (auto& buurt : buurten) {
        if (auto const part = buurt.measured[models::Measured::built_since_2000_share]) {
            set_since_2000(*part, buurt.period_shares);
        }
    }
}

void list_conflicts(models::GemeenteRow const& gemeente, TypeShares const& in_file,
                    TypeShares const& in_stock, double homes, ImportReport& report) {
    double dwellings{0.0};
    for (auto const& row : *gemeente.stock) {
        dwellings += sum_of(row);
    }
    bool const types_apart = std::abs(in_file[0] - in_stock[0]) > furthest_apartments;
    bool const homes_apart = std::abs(homes - dwellings) > furthest_homes * homes;
    if (types_apart || homes_apart) {
        report.stock_conflicts.push_back({.gemeente = gemeente.name,
                                          .apartments_in_file = in_file[0],
                                          .apartments_in_stock = in_stock[0],
                                          .homes = homes,
                                          .dwellings = dwellings});
    }
}

/// Rounds of raking and keeping, the keeping last.
constexpr int rounds{8};

} // namespace

void fit_stock(double weight, models::BuurtTable& table, ImportReport& report) {
    for (std::size_t begin = 0; begin < table.buurten.size();) {
        auto const number = table.buurten[begin].gemeente;
        auto end = begin;
        double homes{0.0};
        while (end < table.buurten.size() && table.buurten[end].gemeente == number) {
            homes += table.buurten[end].homes;
            ++end;
        }
        std::span<BuurtRow> const buurten{table.buurten.data() + begin, end - begin};
        auto const& gemeente = table.gemeenten[number];
        if (gemeente.stock && homes > 0.0) {
            auto const in_file = models::mean_shares(buurten, &BuurtRow::type_shares);
            auto const in_stock = types_of_stock(*gemeente.stock);
            list_conflicts(gemeente, in_file, in_stock, homes, report);
            auto const types = blend(in_file, in_stock, weight);
            models::rake_shares(buurten, &BuurtRow::type_shares, types);
            auto const periods = periods_of_stock(*gemeente.stock, types);
            for (int round = 0; round < rounds; ++round) {
                models::rake_shares(buurten, &BuurtRow::period_shares, periods);
                keep_measured_periods(buurten);
            }
            ++report.gemeenten_with_stock;
        } else {
            keep_measured_periods(buurten);
        }
        begin = end;
    }
}

} // namespace opschaling::scenarios
