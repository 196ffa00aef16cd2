#include "app/effects/measure_effect.hpp"

#include "app/effects/pilot_bias.hpp"
#include "app/effects/rightscaling.hpp"
#include "app/effects/routes.hpp"
#include "app/effects/whole.hpp"

#include <utility>

namespace opschaling::app {

std::string name_of(EffectKind kind) {
    switch (kind) {
    case EffectKind::whole:
        return "whole";
    case EffectKind::pilot_bias:
        return "pilot_bias";
    case EffectKind::chance:
        return "chance";
    case EffectKind::rightscaling:
        return "rightscaling";
    case EffectKind::learning:
        return "learning";
    case EffectKind::routes:
        break;
    }
    return "routes";
}

namespace {

analysis::EffectResult measure(EffectKind kind, EffectRuns& runs) {
    switch (kind) {
    case EffectKind::whole:
        return effect_whole(runs);
    case EffectKind::pilot_bias:
        return effect_pilot_bias(runs);
    case EffectKind::chance:
        return effect_chance(runs);
    case EffectKind::rightscaling:
        return effect_rightscaling(runs);
    case EffectKind::learning:
        return effect_learning(runs);
    case EffectKind::routes:
        break;
    }
    return effect_routes(runs);
}

} // namespace

analysis::EffectResult measure_effect(EffectKind kind, EffectRuns& runs) {
    auto result = measure(kind, runs);
    for (auto& table : runs.precision_tables()) {
        table.key = name_of(kind) + "_" + table.key; // several results may share a report
        result.tables.push_back(std::move(table));
    }
    return result;
}

} // namespace opschaling::app
