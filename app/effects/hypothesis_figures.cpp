#include "app/effects/hypothesis_figures.hpp"

#include "analysis/store/sha256.hpp"
#include "app/arguments/effect_names.hpp"
#include "app/effects/measure_effect.hpp"
#include "app/study/read_request.hpp"
#include "app/sweep/outcomes.hpp"
#include "app/usage_error.hpp"
#include "models/world/simulation.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace opschaling::app {

namespace {

namespace fs = std::filesystem;

/// What makes two studies share a world.
std::string world_key(scenarios::Study const& study) {
    auto const& world = study.world;
    std::string key =
        fmt::format("{} {} {} {}", world.synthetic, world.share, world.seed, world.file);
    for (auto const& gemeente : world.gemeenten) {
        key += "\n" + gemeente.name;
    }
    for (auto const& wijk : world.wijken) {
        key += "\n" + wijk.name;
    }
    for (auto const& record : study.records) {
        if (record.path.starts_with("world.")) {
            key += "\n" + record.value;
        }
    }
    return key;
}

/// Every variant of the study in each replication: VARIANT.OUTCOME.
NamedFigures compare_variants(EffectRuns& runs, scenarios::HypothesisPart const& part) {
    auto const& study = runs.study();
    auto const shape = models::result_shape(runs.world(), study.horizon.first, study.horizon.last);
    std::vector<std::string> problems;
    for (auto const& outcome : part.outcomes) {
        for (auto const& problem : problems_with(outcome, shape, study.horizon.branch)) {
            problems.push_back(problem);
        }
    }
    if (!problems.empty()) {
        throw InputError{fmt::format("{}: {}", study.name, fmt::join(problems, "\n"))};
    }
    std::vector<BatchRun> batch;
    for (std::uint32_t r = 0; r < runs.replications(); ++r) {
        for (auto const& variant : study.variants) {
            batch.push_back(
                {.replication = r,
                 .parameters = std::make_shared<models::Parameters const>(variant.parameters)});
        }
    }
    auto const values = runs.run("compare", std::move(batch), [&](FinishedRun const& run) {
        return measure_outcomes(part.outcomes, run.shape, run.figures, study.horizon.branch);
    });
    NamedFigures figures;
    for (std::size_t run = 0; run < values.size(); ++run) {
        auto const& variant = study.variants[run % study.variants.size()];
        for (std::size_t o = 0; o < part.outcomes.size(); ++o) {
            figures[variant.name + "." + part.outcomes[o].name].values.push_back(values[run][o]);
        }
    }
    return figures;
}

/// The rows of an effect's tables: TABLE.ROW.
NamedFigures figures_of(analysis::EffectResult const& result) {
    NamedFigures figures;
    for (auto const& table : result.tables) {
        for (auto const& row : table.rows) {
            figures[table.key + "." + row.key] = {
                .values = row.values, .value = row.value, .interval = {row.low, row.high}};
        }
    }
    return figures;
}

} // namespace

HypothesisFigures::HypothesisFigures(StudyArguments changes, fs::path folder,
                                     std::atomic<bool> const& stop, Console const& console)
    : changes_{std::move(changes)}, folder_{std::move(folder)}, stop_{stop}, console_{console} {}

StudyArguments HypothesisFigures::request_of(scenarios::HypothesisPart const& part) const {
    auto request = changes_;
    request.file = part.study;
    request.settings.insert(request.settings.end(), part.settings.begin(), part.settings.end());
    request.replications = changes_.replications.value_or(part.replications);
    return request;
}

void HypothesisFigures::look_at(scenarios::HypothesisPart const& part) const {
    static_cast<void>(read_request(request_of(part)));
}

NamedFigures const& HypothesisFigures::of(scenarios::HypothesisPart const& part) {
    return carry_out(part, request_of(part));
}

NamedFigures const& HypothesisFigures::at_point(scenarios::HypothesisPart const& part,
                                                std::vector<std::string> const& settings,
                                                std::uint32_t point) {
    auto request = changes_;
    request.file = part.study;
    // What the part itself sets wins over the point.
    request.settings.insert(request.settings.end(), settings.begin(), settings.end());
    request.settings.insert(request.settings.end(), part.settings.begin(), part.settings.end());
    request.replications = 1;
    request.seed = changes_.seed.value_or(1) + point;
    return carry_out(part, request);
}

MadeWorld HypothesisFigures::world_of(scenarios::Study const& study, fs::path const& file) {
    auto const key = world_key(study);
    auto const found = worlds_.find(key);
    return found != worlds_.end()
               ? found->second
               : worlds_.emplace(key, make_world(study, file, console_)).first->second;
}

NamedFigures const& HypothesisFigures::carry_out(scenarios::HypothesisPart const& part,
                                                 StudyArguments const& request) {
    std::string key = fmt::format("{}\n{}\n{}\n{}\n{}", part.experiment, request.file.string(),
                                  fmt::join(request.settings, "\n"), *request.replications,
                                  request.seed.value_or(1));
    for (auto const& outcome : part.outcomes) {
        key += fmt::format("\n{} {} {} {} {}", outcome.name, fmt::join(outcome.series, "+"),
                           outcome.year, static_cast<int>(outcome.how), outcome.place);
    }
    if (auto const found = done_.find(key); found != done_.end()) {
        return found->second;
    }
    auto const study = read_request(request);
    auto const kind = effect_called(part.experiment);
    EffectRuns runs{study,
                    world_of(study, request.file),
                    kind ? name_of(*kind) : "compare",
                    folder_ / analysis::sha256_of_text(key).substr(0, 16),
                    stop_,
                    console_};
    NamedFigures figures;
    if (kind) {
        auto const result = measure_effect(*kind, runs);
        figures = figures_of(result);
    } else {
        figures = compare_variants(runs, part);
    }
    runs_ += runs.frame().runs;
    return done_.emplace(key, std::move(figures)).first->second;
}

} // namespace opschaling::app
