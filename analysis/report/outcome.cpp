#include "analysis/report/outcome.hpp"

#include "analysis/statistics/intervals.hpp"
#include "analysis/statistics/moments.hpp"
#include "sim/time/quarter.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace opschaling::analysis {

namespace {

/// Years that the series covers in full.
std::vector<int> full_years(ResultFile const& file, std::string_view series) {
    auto const first_quarter = sim::Quarter::at(file.shape().first_quarter);
    int const first = first_quarter.starts_year() ? first_quarter.year() : first_quarter.year() + 1;
    std::vector<int> years;
    for (int year = first; year <= last_year(file, series); ++year) {
        years.push_back(year);
    }
    return years;
}

std::vector<double> present(std::vector<double> values) {
    std::erase_if(values, [](double value) { return !std::isfinite(value); });
    return values;
}

std::vector<ComparedVariant>::const_iterator extreme(std::vector<ComparedVariant> const& variants,
                                                     bool wants_most) {
    return std::ranges::max_element(variants, [&](auto const& a, auto const& b) {
        return wants_most ? a.mean < b.mean : a.mean > b.mean;
    });
}

} // namespace

std::size_t Outcome::highest() const {
    return extreme(finally(), true)->variant;
}

std::size_t Outcome::lowest() const {
    return extreme(finally(), false)->variant;
}

double Outcome::largest() const {
    double largest = 0.0;
    for (auto const& of_variant : levels) {
        for (auto const& level : of_variant) {
            if (std::isfinite(level.mean)) {
                largest = std::max(largest, std::abs(level.mean));
            }
        }
    }
    return largest;
}

bool has_land_series(sim::ResultShape const& shape, std::string_view name) {
    return std::ranges::any_of(shape.series, [&](auto const& declaration) {
        return declaration.axis == "land" && declaration.name == name;
    });
}

std::vector<std::string> headline_series(sim::ResultShape const& shape) {
    constexpr std::array names{"homes_gas_free",   "homes_gas_free_by_project",
                               "programme_spent",  "public_cost",
                               "private_cost",     "gas_use",
                               "homes_waiting",    "homes_waiting_for_station",
                               "stations_full",    "projects_running",
                               "projects_stranded"};
    std::vector<std::string> there;
    for (auto const* name : names) {
        if (has_land_series(shape, name)) {
            there.emplace_back(name);
        }
    }
    return there;
}

std::vector<int> key_years(ResultFile const& file, std::string_view series) {
    int const last = last_year(file, series);
    std::vector<int> years;
    for (int const year : {2030, 2040, 2050}) {
        if (year >= file.plan().branch.year() && year < last) {
            years.push_back(year);
        }
    }
    years.push_back(last);
    return years;
}

Outcome read_outcome(ResultFile const& file, std::string_view series) {
    Outcome outcome{.declaration = file.declaration(series),
                    .years = full_years(file, series),
                    .levels = {},
                    .key_years = key_years(file, series),
                    .compared = {}};
    auto const& plan = file.plan();
    outcome.levels.resize(plan.variants.size());
    for (int const year : outcome.years) {
        auto const by_run = figures_by_run(file, series, year);
        for (std::size_t variant = 0; variant < plan.variants.size(); ++variant) {
            std::vector<double> of_variant;
            for (std::size_t replication = 0; replication < plan.replications; ++replication) {
                of_variant.push_back(by_run[plan.run_of(variant, replication)]);
            }
            auto const values = present(std::move(of_variant));
            outcome.levels[variant].push_back(
                values.empty() ? OutcomeLevel{std::nan(""), std::nan(""), std::nan("")}
                               : OutcomeLevel{mean(values), quantile(values, low_percentile),
                                              quantile(values, high_percentile)});
        }
    }
    for (int const year : outcome.key_years) {
        outcome.compared.push_back(compare_study(file, series, year));
    }
    return outcome;
}

} // namespace opschaling::analysis
