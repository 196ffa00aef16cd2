#include "app/effects/hypothesis_figures.hpp"

#include "analysis/store/sha256.hpp"
#include "app/arguments/effect_names.hpp"
#include "app/effects/measure_effect.hpp"
#include "app/effects/short_effects.hpp"
#include "app/study/read_request.hpp"
#include "app/sweep/outcomes.hpp"
#include "app/usage_error.hpp"
#include "models/world/simulation.hpp"
#include "scenarios/reader/nearest.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string_view>

namespace opschaling::app {

namespace {

namespace fs = std::filesystem;

/// The experiment that runs the variants of a study.
constexpr std::string_view compare{"compare"};

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

/// The part of a figure's name before the dot.
std::string before_dot(std::string const& name) {
    return name.substr(0, name.find('.'));
}

/// Throws an InputError with the nearest name where the study has no such variant.
void expect_variant(scenarios::Study const& study, scenarios::HypothesisPart const& part,
                    std::string const& name) {
    std::vector<std::string> known;
    for (auto const& variant : study.variants) {
        known.push_back(variant.name);
    }
    if (std::ranges::find(known, name) == known.end()) {
        throw InputError{fmt::format("{}: no variant of {} is named '{}'; {}", part.name,
                                     part.study.string(), name,
                                     scenarios::did_you_mean(name, known))};
    }
}

std::vector<scenarios::Variant const*> variants_among(scenarios::Study const& study,
                                                      std::set<std::string> const& wanted) {
    std::vector<scenarios::Variant const*> variants;
    for (auto const& variant : study.variants) {
        if (wanted.contains(variant.name)) {
            variants.push_back(&variant);
        }
    }
    return variants;
}

/// Some variants of the study in each replication: VARIANT.OUTCOME.
NamedFigures compare_variants(EffectRuns& runs, scenarios::HypothesisPart const& part,
                              std::set<std::string> const& wanted) {
    auto const& study = runs.study();
    auto const variants = variants_among(study, wanted);
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
        for (auto const* variant : variants) {
            batch.push_back(
                {.replication = r,
                 .parameters = std::make_shared<models::Parameters const>(variant->parameters)});
        }
    }
    auto const values = runs.run("compare", std::move(batch), [&](FinishedRun const& run) {
        return measure_outcomes(part.outcomes, run.shape, run.figures, study.horizon.branch);
    });
    NamedFigures figures;
    for (std::size_t run = 0; run < values.size(); ++run) {
        auto const& variant = *variants[run % variants.size()];
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

std::set<std::string>& HypothesisFigures::wanted(scenarios::HypothesisPart const& part,
                                                 bool at_points) {
    int const replications = at_points ? 1 : changes_.replications.value_or(part.replications);
    return wanted_[fmt::format("{}\n{}\n{}\n{}", at_points, part.study.string(),
                               fmt::join(part.settings, "\n"), replications)];
}

void HypothesisFigures::look_at(scenarios::HypothesisPart const& part) {
    auto const study = read_request(request_of(part));
    if (part.experiment != compare) {
        return;
    }
    auto const& measure = part.measure;
    for (auto const* names : {&measure.sum, &measure.minus, &measure.per, &measure.per_minus}) {
        for (auto const& name : *names) {
            expect_variant(study, part, before_dot(name));
            wanted(part, false).insert(before_dot(name));
            if (part.role == scenarios::HypothesisRole::claim) {
                wanted(part, true).insert(before_dot(name));
            }
        }
    }
}

NamedFigures const& HypothesisFigures::of(scenarios::HypothesisPart const& part) {
    return carry_out(part, request_of(part), false);
}

NamedFigures const& HypothesisFigures::at_point(scenarios::HypothesisPart const& part,
                                                std::vector<std::string> const& settings,
                                                std::uint32_t point, int replications) {
    auto request = changes_;
    request.file = part.study;
    // What the part itself sets wins over the point.
    request.settings.insert(request.settings.end(), settings.begin(), settings.end());
    request.settings.insert(request.settings.end(), part.settings.begin(), part.settings.end());
    request.replications = changes_.replications.value_or(replications);
    request.seed = changes_.seed.value_or(1) + point;
    return carry_out(part, request, true);
}

MadeWorld HypothesisFigures::world_of(scenarios::Study const& study, fs::path const& file) {
    auto const key = world_key(study);
    auto const found = worlds_.find(key);
    return found != worlds_.end()
               ? found->second
               : worlds_.emplace(key, make_world(study, file, console_)).first->second;
}

NamedFigures const& HypothesisFigures::carry_out(scenarios::HypothesisPart const& part,
                                                 StudyArguments const& request, bool at_points) {
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
                    kind ? name_of(*kind) : part.experiment,
                    folder_ / analysis::sha256_of_text(key).substr(0, 16),
                    stop_,
                    console_};
    NamedFigures figures;
    if (kind) {
        auto const result = measure_effect(*kind, runs);
        figures = figures_of(result);
    } else if (auto const result = measure_short(part.experiment, runs)) {
        figures = figures_of(*result);
    } else {
        figures = compare_variants(runs, part, wanted(part, at_points));
    }
    runs_ += runs.frame().runs;
    return done_.emplace(key, std::move(figures)).first->second;
}

} // namespace opschaling::app
