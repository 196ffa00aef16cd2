#include "analysis/report/parameter_name.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace opschaling::analysis {

namespace {

struct NamedParameter {
    std::string_view path;
    std::string_view nl;
    std::string_view en;
};

constexpr std::array<NamedParameter, 46> names{{
    {"aanpak.context_scale", "hoe ver een aanpak reikt", "how far an approach reaches"},
    {"aanpak.quality_mean", "kwaliteit van aanpakken", "quality of approaches"},
    {"barrier.exemptions", "ontheffingen van regels", "exemptions from rules"},
    {"bewoner.attitude_weight", "gewicht van eigen houding", "weight of one's attitude"},
    {"bewoner.cost_weight", "gewicht van kosten", "weight of cost"},
    {"bewoner.hassle_heat_pump", "gedoe van een warmtepomp", "hassle of a heat pump"},
    {"bewoner.offer_weight", "gewicht van een aanbod", "weight of an offer"},
    {"bewoner.social_weight", "gewicht van wat buren doen", "weight of what neighbours do"},
    {"bewoner.trust_weight", "gewicht van vertrouwen", "weight of trust"},
    {"experiment.pilots", "eerste wijken in de proef", "pilots in the experiment"},
    {"gemeente.core_leave", "vertrek van mensen bij gemeenten", "staff that leaves gemeenten"},
    {"gemeente.energy_first", "begin waar bewoners al willen", "begin where residents want to"},
    {"gemeente.reputation", "gewicht van eerdere resultaten", "weight of earlier results"},
    {"gemeente.staff_for_wijken", "deel van de ambtenaren voor wijken", "part of staff for wijken"},
    {"grid.imposed_share", "woningen die tegelijk een warmtepomp krijgen",
     "homes that get a heat pump at once"},
    {"heat.heat_pump_cost", "prijs van een warmtepomp", "price of a heat pump"},
    {"installer.capacity_binds", "te weinig installateurs telt mee", "scarce installers count"},
    {"installer.entry_speed", "hoe snel er installateurs bij komen",
     "speed at which installers enter"},
    {"installer.heat_pump_days", "werkdagen per warmtepomp", "working days of a heat pump"},
    {"installer.price_response", "prijsstijging door drukte", "rise of prices when busy"},
    {"learning.exchange", "uitwisseling tussen gemeenten", "exchange among gemeenten"},
    {"netbeheerder.capacity_binds", "een vol stroomnet telt mee", "a full grid counts"},
    {"netbeheerder.permit_time", "tijd voor vergunningen van het net",
     "time for permits of the grid"},
    {"netbeheerder.spare_mean", "ruimte op het stroomnet", "room on the grid"},
    {"netbeheerder.workforce_growth", "groei van het aantal netwerkers", "growth of grid crews"},
    {"proeftuin.application_base", "neiging om een proeftuin aan te vragen",
     "inclination to apply for a pilot"},
    {"proeftuin.attention", "extra aandacht voor proeftuinen", "extra attention for pilots"},
    {"proeftuin.granted", "toegekende proeftuinen", "pilots granted"},
    {"proeftuin.own_team", "eigen ploeg in proeftuinen", "a team of the pilot's own"},
    {"proeftuin.places", "plaatsen voor proeftuinen", "places for pilots"},
    {"proeftuin.plan_factor", "sneller plan in proeftuinen", "faster plan in pilots"},
    {"proeftuin.selection_strength", "hoe sterk koplopers worden gekozen",
     "how strongly front-runners are picked"},
    {"proeftuin.status_per_home", "extra geld per woning in proeftuinen",
     "extra money a home in pilots"},
    {"proeftuin.top_teams", "beste ploegen naar proeftuinen", "best teams to pilots"},
    {"price.gas", "prijs van gas", "price of gas"},
    {"project.participation_effort", "werk aan participatie", "work on participation"},
    {"project.staff_binds", "te weinig mensen bij gemeenten telt mee", "scarce staff counts"},
    {"rijk.budget", "geld van het Rijk", "money of the Rijk"},
    {"rijk.contribution", "bijdrage van het Rijk per woning", "contribution of the Rijk a home"},
    {"rijk.share_circulatie", "deel voor circulatie", "part for circulatie"},
    {"rijk.share_groei", "deel voor groei", "part for groei"},
    {"rijk.share_institutionalisering", "deel voor institutionalisering",
     "part for institutionalisering"},
    {"rijk.share_replicatie", "deel voor replicatie", "part for replicatie"},
    {"route.nearness_elsewhere", "kennis uit het hele land", "knowledge from the whole country"},
    {"route.nearness_regio", "kennis uit de regio", "knowledge from the region"},
    {"rule.in_force_from", "jaar waarin een regel ingaat", "year in which a rule takes force"},
}};

NamedParameter const* find(std::string_view path) {
    auto const* const found = std::ranges::lower_bound(names, path, {}, &NamedParameter::path);
    return found != names.end() && found->path == path ? found : nullptr;
}

} // namespace

std::string parameter_name(std::string_view path, Language language) {
    auto const* const named = find(path);
    if (named == nullptr) {
        return std::string{path};
    }
    return std::string{language == Language::dutch ? named->nl : named->en};
}

std::string parameter_name_and_path(std::string_view path, Language language) {
    return find(path) == nullptr ? std::string{path}
                                 : fmt::format("{} ({})", parameter_name(path, language), path);
}

} // namespace opschaling::analysis
