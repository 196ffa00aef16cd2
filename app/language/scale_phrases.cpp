#include "app/language/scale_phrases.hpp"

#include <array>

namespace opschaling::app {

namespace {

struct Named {
    char const* key;
    InBoth name;
};

constexpr std::array<Named, models::interventions> interventions{{
    {"own_heat_pump", {"eigen warmtepomp", "heat pump of one's own"}},
    {"talks", {"bewonersgesprekken", "talks with residents"}},
    {"local_grid", {"lokaal e-net met buurtbatterij", "local grid with battery"}},
    {"local_warmtenet", {"warmtenet op lokale bron", "warmtenet on a local source"}},
    {"residual_heat", {"warmtenet op restwarmte", "warmtenet on residual heat"}},
    {"koppelkans", {"koppelkans riool en warmte", "koppelkans of sewer and heat"}},
    {"training", {"opleiding van installateurs", "training of installers"}},
    {"flexibility", {"markt voor flexibiliteit", "market for flexibility"}},
    {"norm", {"norm of aanwijsbevoegdheid", "norm or power to designate"}},
}};

constexpr std::array<Named, models::scale_levels> levels{{
    {"home", {"woning", "home"}},
    {"straat", {"straat", "straat"}},
    {"five_straten", {"vijf straten", "five straten"}},
    {"buurt", {"buurt", "buurt"}},
    {"wijk", {"wijk", "wijk"}},
    {"sixteen_buurten", {"zestien buurten", "sixteen buurten"}},
    {"gemeente", {"gemeente", "gemeente"}},
    {"four_gemeenten", {"vier gemeenten", "four gemeenten"}},
    {"regio", {"RES-regio", "RES-regio"}},
    {"five_regios", {"vijf RES-regio's", "five RES-regio's"}},
    {"rijk", {"Rijk", "Rijk"}},
}};

constexpr std::array<Named, 6> labels{{
    {"too_small", {"te klein", "too small"}},
    {"fits", {"passend", "fits"}},
    {"too_large", {"te groot", "too large"}},
    {"uncertain", {"ongewis", "uncertain"}},
    {"pays_nowhere", {"loont nergens", "pays nowhere"}},
    {"absent", {"-", "-"}},
}};

} // namespace

InBoth name_of_intervention(std::size_t intervention, models::Households households) {
    if (households == models::Households::detached) {
        return {"eigen warmtepomp, vrijstaand", "heat pump of one's own, detached"};
    }
    return interventions.at(intervention).name;
}

std::string key_of_intervention(std::size_t intervention, models::Households households) {
    return households == models::Households::detached ? "own_heat_pump_detached"
                                                      : interventions.at(intervention).key;
}

InBoth name_of_level(models::ScaleLevel level) {
    return levels.at(static_cast<std::size_t>(level)).name;
}

std::string key_of_level(models::ScaleLevel level) {
    return levels.at(static_cast<std::size_t>(level)).key;
}

InBoth name_of_label(models::ScaleLabel label) {
    return labels.at(static_cast<std::size_t>(label)).name;
}

std::string key_of_label(models::ScaleLabel label) {
    return labels.at(static_cast<std::size_t>(label)).key;
}

} // namespace opschaling::app
