#include "scenarios/import/fill_figures.hpp"

#include "models/world/dutch_stock.hpp"
#include "models/world/rake_shares.hpp"
#include "sim/random/distributions.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace opschaling::scenarios {

namespace {

using models::BuurtFigure;
using models::BuurtRow;
using models::FigureOrigin;

/// A figure with how far away it was found.
struct Found {
    double value;
    FigureOrigin origin;
};

/// Looks a figure up: in the buurt, its CBS wijk, its gemeente, the country.
class Lookup {
public:
    explicit Lookup(Regions const& regions) {
        for (auto const& wijk : regions.wijken) {
            wijken_[wijk.code] = &wijk;
        }
        for (auto const& gemeente : regions.gemeenten) {
            gemeenten_[gemeente.code] = &gemeente;
        }
        for (std::size_t i = 0; i < region_columns; ++i) {
            country_[i] = mean_of(regions.buurten, static_cast<RegionColumn>(i));
        }
    }

    /// `otherwise` is the country's figure when no buurt has one.
    [[nodiscard]] Found find(Region const& buurt, RegionColumn column, double otherwise) const {
        if (auto const own = buurt.figure(column)) {
            return {*own, FigureOrigin::own};
        }
        if (auto const wijk = wijken_.at(wijk_code_of(buurt.code))->figure(column)) {
            return {*wijk, FigureOrigin::of_wijk};
        }
        return find_in_gemeente(buurt, column, otherwise);
    }

    [[nodiscard]] Found find_in_gemeente(Region const& buurt, RegionColumn column,
                                         double otherwise) const {
        if (auto const of = gemeenten_.at(gemeente_code_of(buurt.code))->figure(column)) {
            return {*of, FigureOrigin::of_gemeente};
        }
        return {country_[static_cast<std::size_t>(column)].value_or(otherwise),
                FigureOrigin::of_country};
    }

    [[nodiscard]] double country(RegionColumn column, double otherwise) const {
        return country_[static_cast<std::size_t>(column)].value_or(otherwise);
    }

    [[nodiscard]] bool is_known(RegionColumn column) const {
        return country_[static_cast<std::size_t>(column)].has_value();
    }

private:
    static std::optional<double> mean_of(std::vector<Region> const& buurten, RegionColumn column) {
        double sum{0.0};
        double households{0.0};
        for (auto const& buurt : buurten) {
            double const weight = buurt.figure(RegionColumn::households).value_or(0.0);
            if (auto const value = buurt.figure(column); value && weight > 0.0) {
                sum += weight * *value;
                households += weight;
            }
        }
        return households > 0.0 ? std::optional{sum / households} : std::nullopt;
    }

    std::map<std::string, Region const*> wijken_;
    std::map<std::string, Region const*> gemeenten_;
    std::array<std::optional<double>, region_columns> country_{};
};

/// Part of the rented homes that a corporatie owns, nationally (G11).
constexpr double corporatie_of_rent{
    models::dutch_stock::tenures[2] /
    (models::dutch_stock::tenures[2] + models::dutch_stock::tenures[3])};
/// How much rarer corporatie homes are where homes are dear for their gemeente, on the logit for
/// each e-fold of WOZ value: assumption.
constexpr double corporatie_by_woz{1.0};
/// How much rarer low incomes are where income per inhabitant is high, on the logit for each
/// e-fold: assumption, so that wijken spread from 31 to 48 % (G16).
constexpr double low_income_by_income{1.0};

class Filler {
public:
    Filler(Regions const& regions, ImportReport& report) : lookup_{regions}, report_{report} {}

    void fill(Region const& region, BuurtRow& buurt) {
        auto const take = [&](RegionColumn column, BuurtFigure figure, double otherwise) {
            auto const found = lookup_.find(region, column, otherwise);
            note(buurt, figure, found.origin);
            return found.value;
        };
        buurt.origins[static_cast<std::size_t>(BuurtFigure::homes)] =
            region.figure(RegionColumn::households) ? FigureOrigin::own : FigureOrigin::of_gemeente;
        buurt.urbanity = static_cast<std::uint8_t>(std::clamp(
            std::round(take(RegionColumn::urbanity, BuurtFigure::urbanity, 3.0)), 1.0, 5.0));
        buurt.address_density =
            take(RegionColumn::address_density, BuurtFigure::address_density, 1000.0);
        buurt.land_area = take(RegionColumn::land_area, BuurtFigure::land_area, 50.0);
        buurt.woz_value = take(RegionColumn::woz_value, BuurtFigure::woz_value, 400.0);

        double const houses = take(RegionColumn::single_family_percent, BuurtFigure::type_shares,
                                   100.0 * (1.0 - models::dutch_stock::types[0]));
        buurt.type_shares = models::types_of(1.0 - houses / 100.0, buurt.urbanity);
        double const owners =
            take(RegionColumn::owners_percent, BuurtFigure::tenure_shares,
                 100.0 * (models::dutch_stock::tenures[0] + models::dutch_stock::tenures[1])) /
            100.0;
        buurt.tenure_shares = models::tenures_of(owners, buurt.type_shares[0],
                                                 corporatie_part(region, buurt, owners));
        buurt.low_income_share = low_income(region, buurt);
        buurt.period_shares =
            models::periods_of(buurt.type_shares, models::lean_of(buurt.wijk_code, buurt.code));
        note(buurt, BuurtFigure::period_shares, FigureOrigin::of_country);
    }

    void finish() {
        for (std::size_t figure = 0; figure < models::buurt_figures; ++figure) {
            for (auto const origin :
                 {FigureOrigin::of_wijk, FigureOrigin::of_gemeente, FigureOrigin::of_country}) {
                auto const count = counts_[figure][static_cast<std::size_t>(origin)];
                bool const is_derived =
                    figure == static_cast<std::size_t>(BuurtFigure::period_shares);
                if (count > 0 && !is_derived) {
                    report_.fallbacks.push_back({static_cast<BuurtFigure>(figure), origin, count});
                }
            }
        }
    }

private:
    /// Notes where a figure came from; only buurten with homes are counted.
    void note(BuurtRow& buurt, BuurtFigure figure, FigureOrigin origin) {
        buurt.origins[static_cast<std::size_t>(figure)] = origin;
        if (buurt.homes > 0) {
            ++counts_[static_cast<std::size_t>(figure)][static_cast<std::size_t>(origin)];
        }
    }

    [[nodiscard]] double corporatie_part(Region const& region, BuurtRow const& buurt,
                                         double owners) const {
        if (lookup_.is_known(RegionColumn::corporatie_percent) && owners < 1.0) {
            double const share =
                lookup_.find(region, RegionColumn::corporatie_percent, 0.0).value / 100.0;
            return std::clamp(share / (1.0 - owners), 0.0, 1.0);
        }
        double const around =
            lookup_.find_in_gemeente(region, RegionColumn::woz_value, 400.0).value;
        double const dearer = std::log(std::max(1.0, buurt.woz_value) / std::max(1.0, around));
        return sim::logistic(sim::logit(corporatie_of_rent) - corporatie_by_woz * dearer);
    }

    double low_income(Region const& region, BuurtRow& buurt) {
        double const national = models::dutch_stock::low_income_share;
        if (lookup_.is_known(RegionColumn::low_income_percent)) {
            auto const found =
                lookup_.find(region, RegionColumn::low_income_percent, 100.0 * national);
            note(buurt, BuurtFigure::low_income_share, found.origin);
            return found.value / 100.0;
        }
        double const mean = lookup_.country(RegionColumn::income_per_inhabitant, 30.0);
        auto const found = lookup_.find(region, RegionColumn::income_per_inhabitant, mean);
        note(buurt, BuurtFigure::low_income_share, found.origin);
        double const richer = std::log(std::max(1.0, found.value) / std::max(1.0, mean));
        return sim::logistic(sim::logit(national) - low_income_by_income * richer);
    }

    Lookup lookup_;
    ImportReport& report_;
    std::array<std::array<std::size_t, 5>, models::buurt_figures> counts_{};
};

void report_derived(Regions const& regions, std::size_t buurten, ImportReport& report) {
    Lookup const lookup{regions};
    report.derived.push_back(
        {.rule_nl = "bouwperiode: landelijke verdeling bij de woningtypen (G14), per wijk en buurt "
                    "naar oud of nieuw geneigd door een vaste worp; landelijk totaal gelijk "
                    "(aanname)",
         .rule_en = "building period: the national distribution given the types (G14), leaning to "
                    "old or new by wijk and buurt by a fixed throw; same national total "
                    "(assumption)",
         .buurten = buurten});
    report.derived.push_back(
        {.rule_nl = "eengezinswoningen over rij, twee-onder-een-kap en vrijstaand: naar "
                    "stedelijkheid, landelijk als G12 (aanname)",
         .rule_en = "single-family homes over terraced, semi-detached and detached: by urbanity, "
                    "nationally as G12 (assumption)",
         .buurten = buurten});
    report.derived.push_back(
        {.rule_nl = "VvE: eigenaren in appartementen, landelijk ongeveer 20 % (G17, aanname)",
         .rule_en = "VvE: owners in apartments, nationally about 20 % (G17, assumption)",
         .buurten = buurten});
    if (!lookup.is_known(RegionColumn::corporatie_percent)) {
        report.derived.push_back(
            {.rule_nl = "corporatie: 66 % van de huur (G11), meer waar de WOZ-waarde laag is voor "
                        "de gemeente (aanname)",
             .rule_en = "corporatie: 66 % of the rented homes (G11), more where WOZ values are low "
                        "for the gemeente (assumption)",
             .buurten = buurten});
    }
    if (!lookup.is_known(RegionColumn::low_income_percent)) {
        report.derived.push_back(
            {.rule_nl = "lage inkomens: 39,7 % landelijk (G16), minder waar het inkomen per "
                        "inwoner hoog is (aanname)",
             .rule_en =
                 "low incomes: 39.7 % nationally (G16), fewer where income per inhabitant is "
                 "high (assumption)",
             .buurten = buurten});
    }
}

} // namespace

void fill_figures(Regions const& regions, std::vector<BuurtRow>& buurten, ImportReport& report) {
    Filler filler{regions, report};
    for (std::size_t i = 0; i < buurten.size(); ++i) {
        filler.fill(regions.buurten[i], buurten[i]);
    }
    filler.finish();
    // Leaning spreads the periods; the mean over the homes stays what their types have nationally.
    auto const mean_types = models::mean_shares(buurten, &BuurtRow::type_shares);
    models::rake_shares(buurten, &BuurtRow::period_shares, models::periods_of(mean_types, 0.0));
    auto const with_homes = static_cast<std::size_t>(
        std::ranges::count_if(buurten, [](BuurtRow const& buurt) { return buurt.homes > 0; }));
    report_derived(regions, with_homes, report);
}

} // namespace opschaling::scenarios
