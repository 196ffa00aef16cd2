#include "app/study/study_plan.hpp"

#include "analysis/store/utc.hpp"
#include "app/version.hpp"
#include "models/world/simulation.hpp"

namespace opschaling::app {

analysis::ResultPlan plan_study(scenarios::Study const& study, MadeWorld const& world,
                                std::string const& command_line) {
    analysis::ResultPlan plan{.name = study.name,
                              .title_nl = study.title_nl,
                              .title_en = study.title_en,
                              .variants = {},
                              .replications = static_cast<std::size_t>(study.replications),
                              .seed = study.seed,
                              .branch = study.horizon.branch,
                              .resolved_yaml = study.resolved,
                              .canonical = study.canonical,
                              .texts = {},
                              .parameters = study.records,
                              .schedule = {},
                              .inputs = world.inputs,
                              .world = world.facts,
                              .made_by = {.version = std::string{program_version()},
                                          .git_describe = std::string{program_revision()},
                                          .compiler = std::string{build_compiler()},
                                          .flags = std::string{build_flags()},
                                          .command_line = command_line,
                                          .started = analysis::utc_now()}};
    for (auto const& variant : study.variants) {
        plan.variants.push_back({.name = variant.name,
                                 .title_nl = variant.title_nl,
                                 .title_en = variant.title_en,
                                 .is_reference = variant.name == study.reference,
                                 .changed = variant.changed});
    }
    for (auto const& [path, text] : study.texts) {
        plan.texts.push_back({path, text});
    }
    for (auto const& phase : models::schedule_text()) {
        plan.schedule.push_back({phase.sentence, phase.reads, phase.writes});
    }
    return plan;
}

} // namespace opschaling::app
