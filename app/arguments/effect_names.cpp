#include "app/arguments/effect_names.hpp"

#include <algorithm>
#include <array>

namespace opschaling::app {

namespace {

struct NamedEffect {
    std::string_view name;
    EffectKind kind;
};

constexpr std::array<NamedEffect, 6> effects{{{"whole", EffectKind::whole},
                                              {"pilot-bias", EffectKind::pilot_bias},
                                              {"chance", EffectKind::chance},
                                              {"rightscaling", EffectKind::rightscaling},
                                              {"learning", EffectKind::learning},
                                              {"routes", EffectKind::routes}}};

} // namespace

std::vector<std::string> effect_names() {
    std::vector<std::string> names;
    for (auto const& effect : effects) {
        names.emplace_back(effect.name);
    }
    names.emplace_back("hypotheses");
    return names;
}

std::optional<EffectKind> effect_called(std::string_view name) {
    auto const named = std::ranges::find(effects, name, &NamedEffect::name);
    return named == effects.end() ? std::nullopt : std::optional{named->kind};
}

} // namespace opschaling::app
