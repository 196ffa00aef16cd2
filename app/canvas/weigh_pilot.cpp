#include "app/canvas/weigh_pilot.hpp"

#include "app/study/read_figures.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace opschaling::app {

namespace {

constexpr double percent{100.0};
constexpr double rho{-2.0};
constexpr double least_level{0.01};
constexpr std::size_t figures{7};

/// Between two values of one parameter; what cannot be divided is the nearer of the two.
sim::ParameterValue between(sim::ParameterDeclaration const& low,
                            sim::ParameterDeclaration const& high, double level) {
    auto const from = low.read();
    auto const to = high.read();
    bool const divides = low.kind != sim::ParameterKind::toggle &&
                         low.kind != sim::ParameterKind::count && from.years == to.years &&
                         from.numbers.size() == to.numbers.size();
    if (!divides) {
        return level >= 0.5 ? to : from;
    }
    auto value = from;
    for (std::size_t i = 0; i < value.numbers.size(); ++i) {
        value.numbers[i] += level * (to.numbers[i] - from.numbers[i]);
    }
    return value;
}

void lay_over(models::Parameters& parameters, SetLever const& lever, double level) {
    auto low = lever.low;
    auto high = lever.high;
    auto const from = models::declare_all(low);
    auto const to = models::declare_all(high);
    auto const into = models::declare_all(parameters);
    for (std::size_t i = 0; i < into.size(); ++i) {
        if (std::ranges::find(lever.paths, into[i].path) != lever.paths.end()) {
            into[i].assign(between(from[i], to[i], level));
        }
    }
}

bool is_there(SetLever const& lever) {
    return lever.level.value_or(0.0) >= 1.0;
}

/// The figures of one run, in the order of PilotScaling.
std::vector<double> figures_of(FinishedRun const& run, scenarios::Horizon const& horizon) {
    auto const last = [&](std::string_view name) {
        auto const values =
            figures_at(run.shape, run.figures, series_named(run.shape, name), horizon.last);
        return std::accumulate(values.begin(), values.end(), 0.0) /
               std::max<double>(1.0, static_cast<double>(values.size()));
    };
    auto const begun =
        last("projects_groei") + last("projects_replicatie") + last("projects_circulatie");
    double const homes = std::max(1.0, last("homes"));
    double const done = last("projects_done");
    return {percent * last("homes_gas_free") / homes,
            percent * last("homes_gas_free_by_project") / homes,
            done > 0.0 ? percent * last("projects_anchored") / done : 0.0,
            begun,
            last("rules_in_force"),
            last("norm"),
            last("modules_elsewhere")};
}

double mean_of(std::vector<std::vector<double>> const& outcomes, std::size_t first,
               std::size_t count, std::size_t figure) {
    double sum{0.0};
    for (std::size_t r = 0; r < count; ++r) {
        sum += outcomes[first + r][figure];
    }
    return sum / static_cast<double>(count);
}

std::vector<double> column(std::vector<std::vector<double>> const& outcomes, std::size_t first,
                           std::size_t count) {
    std::vector<double> values;
    for (std::size_t r = 0; r < count; ++r) {
        values.push_back(outcomes[first + r].front());
    }
    return values;
}

void weigh_readiness(std::vector<SetLever> const& levers, WeighedPilot& weighed) {
    double sum{0.0};
    double count{0.0};
    weighed.readiness_least = 1.0;
    for (auto const& lever : levers) {
        if (lever.lever.part == scenarios::LeverPart::ingredient && lever.level) {
            weighed.readiness_least = std::min(weighed.readiness_least, *lever.level);
            sum += std::pow(std::max(least_level, *lever.level), rho);
            count += 1.0;
        }
    }
    weighed.readiness_ces = count > 0.0 ? std::pow(sum / count, 1.0 / rho) : 0.0;
    weighed.readiness_least = count > 0.0 ? weighed.readiness_least : 0.0;
}

} // namespace

models::Parameters parameters_of_pilot(models::Parameters const& study,
                                       std::vector<SetLever> const& levers) {
    auto parameters = study;
    for (auto const& lever : levers) {
        if (lever.level) {
            lay_over(parameters, lever, *lever.level);
        }
    }
    return parameters;
}

WeighedPilot weigh_pilot(scenarios::Study const& study,
                         std::shared_ptr<models::World const> const& world,
                         std::vector<SetLever> const& levers, std::atomic<bool> const& stop,
                         Console const& console) {
    auto const base = parameters_of_pilot(study.parameters, levers);
    auto batch = batch_of(study, world);
    auto const count = static_cast<std::size_t>(study.replications);
    auto const add = [&](models::Parameters const& parameters) {
        auto const shared = std::make_shared<models::Parameters const>(parameters);
        for (std::uint32_t r = 0; r < count; ++r) {
            batch.runs.push_back({.replication = r, .parameters = shared, .enter = {}, .draw = {}});
        }
    };
    add(base);
    for (auto const& lever : levers) {
        auto changed = base;
        lay_over(changed, lever, is_there(lever) ? 0.0 : 1.0);
        add(changed);
    }
    Progress progress{console, quarters_of(batch)};
    auto const result = run_batch(
        batch, [&](FinishedRun const& run) { return figures_of(run, study.horizon); }, stop,
        progress);
    WeighedPilot weighed;
    weighed.replications = count;
    weighed.stopped = result.stopped;
    if (result.stopped) {
        return weighed;
    }
    for (auto const& failure : result.failures) {
        if (!failure.empty()) {
            throw std::runtime_error{failure};
        }
    }
    std::array<double, figures> means{};
    for (std::size_t f = 0; f < figures; ++f) {
        means[f] = mean_of(result.outcomes, 0, count, f);
    }
    weighed.scaling = {means[0], means[1], means[2], means[3], means[4], means[5], means[6]};
    auto const standing = column(result.outcomes, 0, count);
    for (std::size_t i = 0; i < levers.size(); ++i) {
        auto const other = column(result.outcomes, (i + 1) * count, count);
        bool const there = is_there(levers[i]);
        weighed.effects.push_back({.lever = i,
                                   .points = there ? analysis::compare_pairs(standing, other)
                                                   : analysis::compare_pairs(other, standing),
                                   .already_there = there});
    }
    weigh_readiness(levers, weighed);
    return weighed;
}

} // namespace opschaling::app
