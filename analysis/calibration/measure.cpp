#include "analysis/calibration/measure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace opschaling::analysis {

namespace {

std::optional<std::size_t> find_series(std::string const& name, sim::ResultShape const& shape) {
    for (std::size_t s = 0; s < shape.series.size(); ++s) {
        auto const& series = shape.series[s];
        if (series.name == name && series.period == sim::Period::quarter &&
            shape.axis_of(series).codes.size() == 1) {
            return s;
        }
    }
    return std::nullopt;
}

double reduce(RunMeasure const& what, std::string const& name, sim::ResultShape const& shape,
              sim::RunResult const& result) {
    auto const s = find_series(name, shape).value();
    auto const begin = static_cast<std::size_t>(what.from.index() - shape.first_quarter);
    auto const end = static_cast<std::size_t>(what.to.next().index() - shape.first_quarter);
    auto const& values = result.values[s];
    double sum{0.0};
    for (std::size_t step = begin; step < end; ++step) {
        sum += static_cast<double>(values[step]);
    }
    switch (what.reduction) {
    case Reduction::sum:
        return sum;
    case Reduction::mean:
        return sum / static_cast<double>(end - begin);
    case Reduction::last:
        return static_cast<double>(values[end - 1]);
    case Reduction::growth:
        break;
    }
    double const before = begin == 0 ? 0.0 : static_cast<double>(values[begin - 1]);
    return static_cast<double>(values[end - 1]) - before;
}

} // namespace

Fraction fraction(RunMeasure const& what, sim::ResultShape const& shape,
                  sim::RunResult const& result) {
    double above{0.0};
    for (auto const& name : what.series) {
        above += reduce(what, name, shape, result);
    }
    if (what.per.empty()) {
        return {.above = what.factor * above, .below = 1.0};
    }
    double below{0.0};
    for (auto const& name : what.per) {
        below += reduce(what, name, shape, result);
    }
    return {.above = what.factor * above, .below = below};
}

double measure(RunMeasure const& what, sim::ResultShape const& shape,
               sim::RunResult const& result) {
    auto const parts = fraction(what, shape, result);
    return parts.below == 0.0 ? std::numeric_limits<double>::quiet_NaN()
                              : parts.above / parts.below;
}

std::vector<double> ratios_of_sums(std::span<Fraction const> replications) {
    double above{0.0};
    double below{0.0};
    for (auto const& parts : replications) {
        above += parts.above;
        below += parts.below;
    }
    std::vector<double> values(replications.size(), std::numeric_limits<double>::quiet_NaN());
    if (below == 0.0) {
        return values;
    }
    double const ratio = above / below;
    double const mean_below = below / static_cast<double>(replications.size());
    std::ranges::transform(replications, values.begin(), [&](Fraction const& parts) {
        return ratio + (parts.above - ratio * parts.below) / mean_below;
    });
    return values;
}

std::vector<std::string> problems_with(RunMeasure const& what, sim::ResultShape const& shape) {
    std::vector<std::string> problems;
    auto names = what.series;
    names.insert(names.end(), what.per.begin(), what.per.end());
    for (auto const& name : names) {
        if (!find_series(name, shape)) {
            problems.push_back(fmt::format("no quarterly series '{}' of the whole country", name));
        }
    }
    auto const first = sim::Quarter::at(shape.first_quarter);
    auto const last = sim::Quarter::at(shape.first_quarter + shape.quarters - 1);
    if (what.from < first || last < what.to || what.to < what.from) {
        problems.push_back(fmt::format("{} to {} does not lie within {} to {}", what.from.text(),
                                       what.to.text(), first.text(), last.text()));
    }
    return problems;
}

} // namespace opschaling::analysis
