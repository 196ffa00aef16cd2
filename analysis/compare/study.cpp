#include "analysis/compare/study.hpp"

#include "analysis/statistics/moments.hpp"
#include "sim/contract/expects.hpp"
#include "sim/time/quarter.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace opschaling::analysis {

namespace {

constexpr double no_figure{std::numeric_limits<double>::quiet_NaN()};

/// The steps that make up the figure: [first, last] within one run.
struct Steps {
    std::size_t first;
    std::size_t last;
};

Steps steps_for(ResultFile const& file, sim::SeriesDeclaration const& series, int year,
                Window window) {
    auto const& shape = file.shape();
    bool const stock = series.kind == sim::SeriesKind::stock;
    sim::expects(!(stock && window == Window::since_branch), "only a flow is summed over years");
    auto const branch = file.plan().branch;
    auto const position = [](int index) { return static_cast<std::size_t>(std::max(index, 0)); };
    if (series.period == sim::Period::year) {
        int const last = year - shape.first_year;
        sim::expects(last >= 0 && last < shape.years, "the series covers the year");
        return {position(window == Window::since_branch ? branch.year() - shape.first_year : last),
                position(last)};
    }
    int const last = sim::Quarter::of(year, 4).index() - shape.first_quarter;
    sim::expects(last >= 3 && last < shape.quarters, "the series covers the year");
    int const first = stock                            ? last
                      : window == Window::since_branch ? branch.index() - shape.first_quarter
                                                       : last - 3;
    return {position(first), position(last)};
}

std::vector<double> of_variant(ResultPlan const& plan, std::vector<double> const& by_run,
                               std::size_t variant) {
    std::vector<double> result;
    for (std::size_t r = 0; r < plan.replications; ++r) {
        result.push_back(by_run[plan.run_of(variant, r)]);
    }
    return result;
}

} // namespace

int last_year(ResultFile const& file, std::string_view series) {
    auto const& shape = file.shape();
    if (file.declaration(series).period == sim::Period::year) {
        return shape.first_year + shape.years - 1;
    }
    auto const after = sim::Quarter::at(shape.first_quarter + shape.quarters);
    return after.year() - 1;
}

std::vector<double> figures_by_run(ResultFile const& file, std::string_view name, int year,
                                   std::size_t member, Window window) {
    auto const& series = file.declaration(name);
    auto const steps = steps_for(file, series, year, window);
    auto const values = file.read_member(name, member);
    auto const steps_a_run = file.shape().steps_of(series);
    std::vector<double> result(file.plan().runs(), no_figure);
    for (std::size_t run = 0; run < result.size(); ++run) {
        if (file.statuses()[run] == RunStatus::done) {
            double sum{0.0};
            for (auto step = steps.first; step <= steps.last; ++step) {
                sum += static_cast<double>(values[run * steps_a_run + step]);
            }
            result[run] = sum;
        }
    }
    return result;
}

std::vector<double> figures(ResultFile const& file, std::string_view series, int year,
                            std::size_t variant, std::size_t member, Window window) {
    return of_variant(file.plan(), figures_by_run(file, series, year, member, window), variant);
}

std::vector<ComparedVariant> compare_study(ResultFile const& file, std::string_view series,
                                           int year, std::size_t member, Window window) {
    auto const& plan = file.plan();
    auto const by_run = figures_by_run(file, series, year, member, window);
    auto const reference = of_variant(plan, by_run, plan.reference());
    std::vector<ComparedVariant> rows;
    for (std::size_t v = 0; v < plan.variants.size(); ++v) {
        auto const all = of_variant(plan, by_run, v);
        std::vector<double> known;
        std::ranges::copy_if(all, std::back_inserter(known),
                             [](double value) { return std::isfinite(value); });
        auto const& variant = plan.variants[v];
        rows.push_back({.variant = v,
                        .name = variant.name,
                        .title_nl = variant.title_nl,
                        .title_en = variant.title_en,
                        .is_reference = v == plan.reference(),
                        .replications = known.size(),
                        .failed = all.size() - known.size(),
                        .mean = mean(known),
                        .interval = mean_interval(known),
                        .difference = std::nullopt});
        if (!rows.back().is_reference) {
            rows.back().difference = compare_pairs(all, reference);
        }
    }
    return rows;
}

} // namespace opschaling::analysis
