#include "app/study/read_figures.hpp"

#include "app/usage_error.hpp"
#include "scenarios/reader/nearest.hpp"
#include "sim/contract/expects.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace opschaling::app {

namespace {

std::size_t step_of(sim::ResultShape const& shape, sim::SeriesDeclaration const& declaration,
                    sim::Quarter quarter) {
    int const step = declaration.period == sim::Period::quarter
                         ? quarter.index() - shape.first_quarter
                         : quarter.year() - shape.first_year;
    sim::expects(step >= 0 && static_cast<std::size_t>(step) < shape.steps_of(declaration),
                 "a figure is read within the run");
    return static_cast<std::size_t>(step);
}

} // namespace

std::size_t series_named(sim::ResultShape const& shape, std::string_view name) {
    auto const found = std::ranges::find(shape.series, name, &sim::SeriesDeclaration::name);
    if (found == shape.series.end()) {
        std::vector<std::string> known;
        for (auto const& declaration : shape.series) {
            known.push_back(declaration.name);
        }
        throw InputError{
            fmt::format("there is no series '{}'; {}", name, scenarios::did_you_mean(name, known))};
    }
    return static_cast<std::size_t>(found - shape.series.begin());
}

std::span<float const> figures_at(sim::ResultShape const& shape, sim::RunResult const& figures,
                                  std::size_t series, sim::Quarter quarter) {
    auto const& declaration = shape.series[series];
    auto const members = shape.axis_of(declaration).codes.size();
    return std::span{figures.values[series]}.subspan(step_of(shape, declaration, quarter) * members,
                                                     members);
}

double sum_over(sim::ResultShape const& shape, sim::RunResult const& figures, std::size_t series,
                std::size_t member, sim::Quarter from, sim::Quarter to) {
    auto const& declaration = shape.series[series];
    auto const members = shape.axis_of(declaration).codes.size();
    auto const& values = figures.values[series];
    double sum{0.0};
    for (auto step = step_of(shape, declaration, from); step <= step_of(shape, declaration, to);
         ++step) {
        sum += static_cast<double>(values[step * members + member]);
    }
    return sum;
}

} // namespace opschaling::app
