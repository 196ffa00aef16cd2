#include "app/effects/effect_runs.hpp"

#include "analysis/store/sha256.hpp"
#include "app/language/texts.hpp"
#include "app/version.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace opschaling::app {

EffectRuns::EffectRuns(scenarios::Study study, MadeWorld world, std::string kind,
                       std::filesystem::path folder, std::atomic<bool> const& stop,
                       Console const& console)
    : study_{std::move(study)},
      made_{std::move(world)},
      kind_{std::move(kind)},
      folder_{std::move(folder)},
      stop_{stop},
      console_{console} {}

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
                           on_quarter);
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
    result.replications = study_.replications;
    result.runs = runs_;
    result.homes = static_cast<double>(made_.world->homes());
    result.wijken = static_cast<double>(made_.world->wijken());
    result.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    return result;
}

} // namespace opschaling::app
