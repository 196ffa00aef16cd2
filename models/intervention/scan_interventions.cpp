#include "models/intervention/scan_interventions.hpp"

#include "models/warmtenet/business_case.hpp"
#include "sim/parallel/chunks.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace opschaling::models {

namespace {

constexpr double none{std::numeric_limits<double>::quiet_NaN()};
constexpr double tail{0.05};
constexpr std::size_t own_heat_pump{0};

struct Drawn {
    double smallest{none};
    double best{none};
    double largest{none};
    bool blind{false};
};

double homes_at(BenefitByScale const& benefits, std::optional<std::size_t> level) {
    return level ? benefits[*level].homes : none;
}

ScaleBound bound_of(double homes, std::vector<Drawn> const& drawn, double Drawn::*of) {
    std::vector<double> found;
    for (auto const& draw : drawn) {
        if (!std::isnan(draw.*of)) {
            found.push_back(draw.*of);
        }
    }
    std::ranges::sort(found);
    ScaleBound bound{.homes = homes, .low = none, .high = none, .found_in = 0.0};
    if (!found.empty()) {
        auto const last = static_cast<double>(found.size() - 1);
        bound.low = found[static_cast<std::size_t>(std::floor(tail * last))];
        bound.high = found[static_cast<std::size_t>(std::ceil((1.0 - tail) * last))];
        bound.found_in = static_cast<double>(found.size()) / static_cast<double>(drawn.size());
    }
    return bound;
}

ScaleFinding find_out(InterventionParameters const& parameters,
                      std::vector<InterventionParameters> const& others, SourceCosts const& sources,
                      UnitsByLevel const& units, std::size_t i, Households households) {
    ScaleFinding finding{.intervention = i,
                         .households = households,
                         .benefits = benefit_by_scale(parameters, sources, i, units)};
    double const part = parameters.effective_part.value();
    finding.window = find_window(finding.benefits, part);
    finding.blind = is_blind(finding.benefits, finding.window, parameters.homes_of_pilot);
    std::vector<Drawn> drawn(others.size());
    sim::for_each_chunk(others.size(), 1, [&](std::size_t begin, std::size_t end) {
        for (auto d = begin; d < end; ++d) {
            auto const benefits = benefit_by_scale(others[d], sources, i, units);
            auto const window = find_window(benefits, part);
            drawn[d] = {.smallest = homes_at(benefits, window.smallest),
                        .best = homes_at(benefits, window.best),
                        .largest = homes_at(benefits, window.largest),
                        .blind = is_blind(benefits, window, parameters.homes_of_pilot)};
        }
    });
    finding.smallest =
        bound_of(homes_at(finding.benefits, finding.window.smallest), drawn, &Drawn::smallest);
    finding.best = bound_of(homes_at(finding.benefits, finding.window.best), drawn, &Drawn::best);
    finding.largest =
        bound_of(homes_at(finding.benefits, finding.window.largest), drawn, &Drawn::largest);
    finding.blind_in = drawn.empty()
                           ? 0.0
                           : static_cast<double>(std::ranges::count(drawn, true, &Drawn::blind)) /
                                 static_cast<double>(drawn.size());
    return finding;
}

} // namespace

std::vector<ScaleFinding> scan_interventions(World const& world, Parameters const& parameters,
                                             sim::Quarter quarter, std::size_t at_most,
                                             std::size_t draws) {
    auto const prices =
        make_warmtebedrijf_prices(parameters.heat, parameters.price, parameters.warmtenet, quarter);
    SourceCosts const sources{parameters.warmtenet, prices.kW_per_kWh};
    auto const gather = [&](Households households) {
        return gather_units(world, parameters.heat, parameters.aanpak, parameters.warmtenet,
                            at_most, households);
    };
    auto const& rows = parameters.intervention;
    auto const others = draw_parameters(rows, draws);
    auto const all = gather(Households::all);
    std::vector<ScaleFinding> findings;
    for (std::size_t i = 0; i < interventions; ++i) {
        findings.push_back(find_out(rows, others, sources, all, i, Households::all));
    }
    findings.push_back(find_out(rows, others, sources, gather(Households::detached), own_heat_pump,
                                Households::detached));
    return findings;
}

} // namespace opschaling::models
