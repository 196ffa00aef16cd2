#include "app/language/judgement_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace opschaling::app {

namespace {

struct JudgementName {
    std::string_view path;
    std::string_view nl;
    std::string_view en;
};

constexpr std::array<JudgementName, 8> names{
    {{"bewoner.social_weight", "invloed van buren", "influence of neighbours"},
     {"bewoner.cost_weight", "gewicht van kosten", "weight of cost"},
     {"bewoner.luck_spread", "geluk van een poging", "luck of an attempt"},
     {"aanpak.coupling", "samenhang van modules", "coupling of modules"},
     {"aanpak.quality_spread", "verschil in kwaliteit tussen varianten",
      "difference in quality between variants"},
     {"project.team_spread", "verschil tussen teams", "difference between teams"},
     {"project.stall_behind", "kans om te stranden bij achterstand",
      "chance to strand when behind"},
     {"netbeheerder.spare_mean", "ruimte op het stroomnet in 2018", "room on the grid in 2018"}}};

} // namespace

std::string judgement_name(std::string_view path, analysis::Language language) {
    auto const named = std::ranges::find(names, path, &JudgementName::path);
    if (named == names.end()) {
        return std::string{path};
    }
    return fmt::format("{} ({})", language == analysis::Language::dutch ? named->nl : named->en,
                       path);
}

} // namespace opschaling::app
