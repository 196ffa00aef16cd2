#include "app/sweep/outcomes.hpp"

#include "scenarios/reader/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace opschaling::app {

namespace {

using How = scenarios::ExperimentOutcome::How;

sim::SeriesDeclaration const* series_called(std::string const& name,
                                            sim::ResultShape const& shape) {
    auto const found = std::ranges::find(shape.series, name, &sim::SeriesDeclaration::name);
    return found == shape.series.end() ? nullptr : &*found;
}

std::optional<std::size_t> member_of(sim::Axis const& axis, std::string const& place) {
    if (place.empty()) {
        return 0;
    }
    auto const found = std::ranges::find(axis.codes, place);
    if (found == axis.codes.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - axis.codes.begin());
}

/// Steps of a series, `end` not included.
struct Steps {
    std::size_t begin;
    std::size_t end;
};

Steps steps_between(sim::SeriesDeclaration const& series, sim::ResultShape const& shape,
                    sim::Quarter from, sim::Quarter to) {
    bool const by_quarter = series.period == sim::Period::quarter;
    int const first =
        by_quarter ? from.index() - shape.first_quarter : from.year() - shape.first_year;
    int const last = by_quarter ? to.index() - shape.first_quarter : to.year() - shape.first_year;
    return {static_cast<std::size_t>(std::max(0, first)), static_cast<std::size_t>(last + 1)};
}

/// The sum of an outcome's series, step by step, over some quarters and the step before them.
struct Track {
    double before{0.0};
    std::vector<double> steps;
    sim::SeriesKind kind{sim::SeriesKind::stock};
};

Track track_of(scenarios::ExperimentOutcome const& outcome, sim::ResultShape const& shape,
               sim::RunResult const& figures, sim::Quarter from, sim::Quarter to) {
    Track track;
    for (auto const& name : outcome.series) {
        auto const& series = *series_called(name, shape);
        auto const& axis = shape.axis_of(series);
        auto const members = axis.codes.size();
        auto const member = member_of(axis, outcome.place).value();
        auto const& values =
            figures.values[static_cast<std::size_t>(&series - shape.series.data())];
        auto const [begin, end] = steps_between(series, shape, from, to);
        track.kind = series.kind;
        track.steps.resize(end - begin);
        for (std::size_t step = begin; step < end; ++step) {
            track.steps[step - begin] += static_cast<double>(values[step * members + member]);
        }
        if (begin > 0) {
            track.before += static_cast<double>(values[(begin - 1) * members + member]);
        }
    }
    return track;
}

double sum_of(std::vector<double> const& values) {
    double sum{0.0};
    for (double const value : values) {
        sum += value;
    }
    return sum;
}

double measure(scenarios::ExperimentOutcome const& outcome, sim::ResultShape const& shape,
               sim::RunResult const& figures, sim::Quarter branch) {
    auto const end = sim::Quarter::of(outcome.year, 4);
    auto const from = outcome.how == How::in_year ? sim::Quarter::of(outcome.year, 1) : branch;
    auto const track = track_of(outcome, shape, figures, from, end);
    switch (outcome.how) {
    case How::highest:
        return *std::ranges::max_element(track.steps);
    case How::lowest:
        return *std::ranges::min_element(track.steps);
    case How::in_year:
        return track.kind == sim::SeriesKind::stock ? track.steps.back() : sum_of(track.steps);
    case How::since_branch:
        break;
    }
    return track.kind == sim::SeriesKind::stock ? track.steps.back() - track.before
                                                : sum_of(track.steps);
}

char const* how_text(How how, sim::SeriesKind kind) {
    bool const is_stock = kind == sim::SeriesKind::stock;
    switch (how) {
    case How::in_year:
        return is_stock ? "level at the end of" : "sum within";
    case How::since_branch:
        return is_stock ? "growth from the branch to the end of"
                        : "sum from the branch to the end of";
    case How::highest:
        return "highest from the branch to the end of";
    case How::lowest:
        break;
    }
    return "lowest from the branch to the end of";
}

} // namespace

std::vector<std::string> problems_with(scenarios::ExperimentOutcome const& outcome,
                                       sim::ResultShape const& shape, sim::Quarter branch) {
    std::vector<std::string> problems;
    std::vector<std::string> known;
    for (auto const& series : shape.series) {
        known.push_back(series.name);
    }
    sim::SeriesDeclaration const* first = nullptr;
    for (auto const& name : outcome.series) {
        auto const* series = series_called(name, shape);
        if (series == nullptr) {
            problems.push_back(fmt::format("outcome {}: no series is named '{}'; {}", outcome.name,
                                           name, scenarios::did_you_mean(name, known)));
            continue;
        }
        if (!member_of(shape.axis_of(*series), outcome.place)) {
            problems.push_back(fmt::format(
                "outcome {}: {} has no place '{}'; {}", outcome.name, name, outcome.place,
                scenarios::did_you_mean(outcome.place, shape.axis_of(*series).codes)));
        }
        first = first == nullptr ? series : first;
        if (first->unit != series->unit || first->kind != series->kind ||
            first->period != series->period) {
            problems.push_back(
                fmt::format("outcome {}: {} and {} cannot be added: they differ in unit, period or "
                            "kind",
                            outcome.name, first->name, series->name));
        }
    }
    auto const last = sim::Quarter::at(shape.first_quarter + shape.quarters - 1);
    if (last < sim::Quarter::of(outcome.year, 4) || outcome.year < shape.first_year) {
        problems.push_back(fmt::format("outcome {}: the runs do not cover {}; they end in {}",
                                       outcome.name, outcome.year, last.text()));
    }
    if (outcome.how != How::in_year && sim::Quarter::of(outcome.year, 4) < branch) {
        problems.push_back(fmt::format("outcome {}: {} lies before the branch, {}", outcome.name,
                                       outcome.year, branch.text()));
    }
    return problems;
}

analysis::SweptOutcome tell_outcome(scenarios::ExperimentOutcome const& outcome,
                                    sim::ResultShape const& shape) {
    auto const& series = *series_called(outcome.series.front(), shape);
    std::string names;
    for (auto const& name : outcome.series) {
        names += (names.empty() ? "" : " + ") + name;
    }
    auto const definition =
        fmt::format("{} {} of {}{}", how_text(outcome.how, series.kind), outcome.year, names,
                    outcome.place.empty() ? "" : " in " + outcome.place);
    return {.name = outcome.name,
            .unit = series.unit,
            .long_name = outcome.title_en.empty() ? series.long_name : outcome.title_en,
            .label_nl = outcome.title_nl.empty() ? series.label_nl : outcome.title_nl,
            .definition = definition};
}

std::vector<double> measure_outcomes(std::span<scenarios::ExperimentOutcome const> outcomes,
                                     sim::ResultShape const& shape, sim::RunResult const& figures,
                                     sim::Quarter branch) {
    std::vector<double> values;
    values.reserve(outcomes.size());
    for (auto const& outcome : outcomes) {
        values.push_back(measure(outcome, shape, figures, branch));
    }
    return values;
}

} // namespace opschaling::app
