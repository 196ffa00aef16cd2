#include "app/effects/effect_runs.hpp"

#include "analysis/store/sha256.hpp"
#include "app/effects/precision_table.hpp"
#include "app/language/texts.hpp"
#include "app/version.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <ostream>

namespace opschaling::app {

std::string Round::part(std::string_view of) const {
    return from == 0 ? std::string{of} : fmt::format("{}_from_{}", of, from);
}

EffectRuns::EffectRuns(scenarios::Study study, MadeWorld world, std::string kind,
                       std::filesystem::path folder, std::atomic<bool> const& stop,
                       Console const& console)
    : study_{std::move(study)},
      made_{std::move(world)},
      kind_{std::move(kind)},
      folder_{std::move(folder)},
      stop_{stop},
      console_{console},
      replications_{static_cast<std::uint32_t>(study_.replications)} {}

std::string EffectRuns::plan() const {
    std::string inputs;
    for (auto const& input : made_.inputs) {
        inputs += input.sha256;
    }
    return analysis::sha256_of_text(kind_ + "\n" + study_.canonical + "\n" + inputs + "\n" +
                                    std::string{program_version()} + "\n" +
                                    std::string{program_revision()});
}

std::vector<std::vector<double>> EffectRuns::run(std::string_view part, std::vector<BatchRun> runs,
                                                 Outcome const& outcome,
                                                 OnQuarter const& on_quarter) {
    auto batch = batch_of(study_, made_.world);
    batch.runs = std::move(runs);
    if (history_) {
        batch.history = *history_;
        auto const branch = std::make_shared<models::Parameters const>(study_.parameters);
        for (auto& one : batch.runs) {
            if (!one.parameters) {
                one.parameters = branch;
            }
        }
    }
    auto const quarters = quarters_of(batch);
    console_.err << say(Text::effect_part, console_.language, fmt::arg("part", part),
                        fmt::arg("runs", batch.runs.size()), fmt::arg("quarters", quarters))
                 << '\n';
    BatchResult result;
    {
        Progress progress{console_, quarters};
        result = run_batch(batch, outcome, stop_, progress,
                           Keeping{.file = folder_ / fmt::format("{}.runs", part),
                                   .plan = plan() + std::string{part}},
                           telling(on_quarter));
    }
    if (result.stopped) {
        throw Stopped{};
    }
    for (std::size_t run = 0; run < result.failures.size(); ++run) {
        if (!result.failures[run].empty()) {
            throw std::runtime_error{
                fmt::format("{}: run {}: {}", part, run, result.failures[run])};
        }
    }
    runs_ += batch.runs.size();
    quarters_ += quarters;
    return std::move(result.outcomes);
}

void EffectRuns::run_until_known(std::function<void(Round)> const& run_round,
                                 std::function<std::vector<Watched>()> const& look) {
    auto const rule = rule_of(study_);
    std::uint32_t done{0};
    auto more = study_.replications;
    while (more > 0) {
        replications_ = done + static_cast<std::uint32_t>(more);
        run_round({.from = done, .to = replications_});
        done = replications_;
        watched_ = look();
        std::vector<analysis::WatchedFigure> figures;
        for (auto const& watched : watched_) {
            figures.push_back(watched.figure);
        }
        more = study_.precision.is_asked()
                   ? static_cast<int>(analysis::more_replications(done, figures, rule))
                   : 0;
    }
}

std::vector<std::vector<double>> EffectRuns::run_replications(
    std::string_view part,
    std::function<std::vector<BatchRun>(std::uint32_t replication)> const& runs_of,
    Outcome const& outcome,
    std::function<std::vector<Watched>(std::vector<std::vector<double>> const&)> const& look) {
    std::vector<std::vector<double>> outcomes;
    run_until_known(
        [&](Round round) {
            std::vector<BatchRun> batch;
            for (std::uint32_t r = round.from; r < round.to; ++r) {
                std::ranges::move(runs_of(r), std::back_inserter(batch));
            }
            std::ranges::move(run(round.part(part), std::move(batch), outcome),
                              std::back_inserter(outcomes));
        },
        [&] { return look(outcomes); });
    return outcomes;
}

std::vector<analysis::EffectTable> EffectRuns::precision_tables() const {
    return watched_.empty() ? std::vector<analysis::EffectTable>{}
                            : std::vector{precision_table(study_, replications_, watched_)};
}

OnQuarter EffectRuns::telling(OnQuarter const& on_quarter) const {
    if (!done_) {
        return on_quarter;
    }
    auto const& horizon = study_.horizon;
    auto const each = static_cast<double>(horizon.last.next().index() - horizon.branch.index());
    return [this, on_quarter, each, before = static_cast<double>(runs_),
            stepped = std::make_shared<std::atomic<std::size_t>>(0)](
               std::size_t run, models::Simulation const& simulation) {
        if (on_quarter) {
            on_quarter(run, simulation);
        }
        auto const runs = before + static_cast<double>(stepped->fetch_add(1) + 1) / each;
        done_(runs / static_cast<double>(expected_runs_));
    };
}

models::Parameters EffectRuns::with_variant(models::Parameters parameters,
                                            scenarios::Variant const& variant) const {
    auto changed = variant.parameters;
    auto const from = models::declare_all(changed);
    auto const to = models::declare_all(parameters);
    for (std::size_t i = 0; i < to.size(); ++i) {
        if (std::ranges::find(variant.changed, to[i].path, &sim::ParameterRecord::path) !=
            variant.changed.end()) {
            to[i].assign(from[i].read());
        }
    }
    return parameters;
}

analysis::EffectResult EffectRuns::frame() const {
    analysis::EffectResult result;
    result.kind = kind_;
    result.name = study_.name;
    result.world = made_.world->name;
    result.plan = plan();
    result.seed = study_.seed;
    result.replications = static_cast<int>(replications_);
    result.stopped = watched_.empty() ? "" : word_for(reason_for(study_, watched_));
    result.runs = runs_;
    result.homes = static_cast<double>(made_.world->homes());
    result.wijken = static_cast<double>(made_.world->wijken());
    result.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    return result;
}

} // namespace opschaling::app
