#include "models/barrier/barriers.hpp"
#include "models/netbeheerder/gas_grid.hpp"
#include "models/rijk/make_rules.hpp"
#include "models/world/series_tables.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <numeric>
#include <span>

namespace opschaling::models {

namespace {

constexpr auto stock = sim::SeriesKind::stock;
constexpr auto flow = sim::SeriesKind::flow;
constexpr double missing{std::numeric_limits<double>::quiet_NaN()};

template <StallCause Cause>
double stalls(Turn const& turn, sim::Quarter, std::size_t) {
    return turn.state.stalls[static_cast<std::size_t>(Cause)];
}

template <typename Values>
double mean(Values const& values) {
    double sum{0.0};
    double count{0.0};
    for (auto const value : values) {
        sum += static_cast<double>(value);
        count += 1.0;
    }
    return count > 0.0 ? sum / count : missing;
}

std::size_t bits_in(std::span<std::uint16_t const> columns) {
    std::size_t bits{0};
    for (auto const column : columns) {
        bits += static_cast<std::size_t>(std::popcount(column));
    }
    return bits;
}

/// Sum over all wijken of a count, as a number.
template <typename Of>
double over_wijken(Turn const& turn, Of const& of) {
    std::int64_t sum{0};
    for (auto const& counts : turn.state.wijken.counts.values()) {
        sum += of(counts);
    }
    return static_cast<double>(sum);
}

double homes_on_gas(Turn const& turn) {
    return over_wijken(turn, [](Counts const& c) { return c.homes[0] + c.homes[1]; });
}

/// Barriers of wijken that a rule took away, against all that there were.
double barriers_removed(Turn const& turn, sim::Quarter, std::size_t) {
    double removed{0.0};
    double all{0.0};
    for (std::size_t w = 0; w < turn.world.wijken(); ++w) {
        auto const wijk = sim::id_at<WijkId>(w);
        auto const gemeente = turn.world.geography.gemeente_of_wijk[wijk];
        for (std::size_t b = 0; b < barriers; ++b) {
            if ((turn.state.wijken.barriers[wijk] >> b & 1U) == 0) {
                continue;
            }
            all += 1.0;
            auto const rule = barrier_kinds()[b].rule;
            removed += rule && rule_works_in(turn, *rule, gemeente) ? 1.0 : 0.0;
        }
    }
    return all > 0.0 ? removed / all : missing;
}

/// Of the rules that the pipeline brought so far, not those with a date.
double lead_time(Turn const& turn, sim::Quarter quarter, std::size_t) {
    constexpr double quarters_per_year{4.0};
    double sum{0.0};
    double count{0.0};
    for (auto const& rule : turn.state.rijk.rule) {
        if (rule.in_force <= quarter.index() && rule.drafted != never) {
            sum += (rule.in_force - rule.on_agenda) / quarters_per_year;
            count += 1.0;
        }
    }
    return count > 0.0 ? sum / count : missing;
}

double failed_votes(Turn const& turn, sim::Quarter, std::size_t) {
    double failed{0.0};
    for (auto const& rule : turn.state.rijk.rule) {
        failed += rule.failed_votes;
    }
    return failed;
}

/// Part of a branch's market that is gone.
template <std::size_t Branch>
double lost(Turn const& turn, double left) {
    auto const before = turn.state.opposition.market_before[Branch];
    return before > 0 ? 1.0 - left / static_cast<double>(before) : 0.0;
}

double niche_protection(Turn const& turn, sim::Quarter, std::size_t) {
    double with{0.0};
    double all{0.0};
    for (auto const& project : turn.state.projects) {
        all += project.active() ? 1.0 : 0.0;
        with += project.has_status() ? 1.0 : 0.0;
    }
    return all > 0.0 ? with / all : missing;
}

constexpr std::array series{
    OwnSeries{"stalls_unprofitable", "land", flow, "1",
              "stalls by the unprofitable part of the business case", "First binding cause",
              "stilstand door de onrendabele top", stalls<StallCause::business_case>},
    OwnSeries{"stalls_tendering", "land", flow, "1", "stalls by tendering and social return",
              "First binding cause", "stilstand door aanbesteding", stalls<StallCause::tendering>},
    OwnSeries{"stalls_data", "land", flow, "1", "stalls by privacy and sharing of data",
              "First binding cause", "stilstand door gegevensdeling",
              stalls<StallCause::data_sharing>},
    OwnSeries{"stalls_heat_law", "land", flow, "1", "stalls by the order of the heat market",
              "First binding cause", "stilstand door de marktordening van warmte",
              stalls<StallCause::heat_law>},
    OwnSeries{"stalls_vve", "land", flow, "1", "stalls by how a VvE decides", "First binding cause",
              "stilstand door besluiten in VvE's", stalls<StallCause::vve_rule>},
    OwnSeries{"exemptions_used", "land", stock, "1", "barriers that wijken get round by exemption",
              "Each barrier of each wijk counts", "ontheffingen in gebruik",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  auto const& users = t.state.exemptions.users;
                  return static_cast<double>(std::accumulate(users.begin(), users.end(), 0));
              }},
    OwnSeries{"exemption_legitimacy", "land", stock, "1", "legitimacy of exemptions",
              "0 to 1, of the barrier with the least; 1 while there are none",
              "legitimiteit van ontheffingen",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return static_cast<double>(std::ranges::min(t.state.exemptions.legitimacy));
              }},
    OwnSeries{
        "exemption_acceptance", "land", stock, "1", "part of the others who put up with exemptions",
        "Of the barrier with the least; 1 while there are none", "aanvaarding van ontheffingen",
        [](Turn const& t, sim::Quarter, std::size_t) {
            return static_cast<double>(std::ranges::min(t.state.exemptions.acceptance));
        }},
    OwnSeries{"exemptions_withdrawn", "land", stock, "1", "exemptions withdrawn",
              "Each barrier of each wijk that lost one; ever", "ingetrokken ontheffingen",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return static_cast<double>(t.state.exemptions.revocations);
              }},
    OwnSeries{"opposition", "land", stock, "1", "strength of the opposition",
              "O: companies that lose and residents who protest, by their weight", "tegenstand",
              [](Turn const& t, sim::Quarter, std::size_t) { return t.state.opposition.strength; }},
    OwnSeries{
        "opposition_companies", "land", stock, "1",
        "opposition of companies that lose their market",
        "Stakes of those past their "
        "threshold",
        "tegenstand van bedrijven",
        [](Turn const& t, sim::Quarter, std::size_t) { return t.state.opposition.incumbents; }},
    OwnSeries{"opposition_residents", "land", stock, "1",
              "part of the wijken whose residents protest", "Where gas ends by law, and by example",
              "wijken waar bewoners protesteren",
              [](Turn const& t, sim::Quarter, std::size_t) { return t.state.opposition.citizens; }},
    OwnSeries{"rule_votes_failed", "land", stock, "1", "votes that rules lost", "Ever",
              "verloren stemmingen over regels", failed_votes},
    OwnSeries{"rules_drafted", "land", stock, "1", "rules whose draft is ready",
              "Made by the Rijk from the agenda, not by date", "uitgewerkte regels",
              [](Turn const& t, sim::Quarter q, std::size_t) {
                  return static_cast<double>(
                      std::ranges::count_if(t.state.rijk.rule, [&](RuleState const& r) {
                          return r.drafted <= q.index();
                      }));
              }},
    OwnSeries{"rule_lead_time", "land", stock, "year", "years from the agenda to a rule in force",
              "Mean over rules made that way; missing while there are none",
              "doorlooptijd van regels", lead_time},
    OwnSeries{"gas_market_lost", "land", stock, "1", "part of the gas use of 2018 that is gone",
              "What breaks down (X-curve)", "afbouw van het gasgebruik",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return lost<0>(t, over_wijken(t, [](Counts const& c) { return c.gas; }));
              }},
    OwnSeries{"gas_connections_lost", "land", stock, "1",
              "part of the gas connections of 2018 that is gone", "What breaks down (X-curve)",
              "afbouw van gasaansluitingen",
              [](Turn const& t, sim::Quarter, std::size_t) { return lost<2>(t, homes_on_gas(t)); }},
    OwnSeries{"incumbent_share", "land", stock, "1", "part of the new heating systems on gas",
              "Boilers replaced, against all that came in the quarter; missing while there are "
              "none",
              "aandeel cv-ketels in nieuwe installaties",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  double const boilers =
                      over_wijken(t, [](Counts const& c) { return c.boilers_replaced; });
                  double const others = over_wijken(t, [](Counts const& c) {
                      return c.installed[1] + c.installed[2] + c.installed[3];
                  });
                  return boilers + others > 0.0 ? boilers / (boilers + others) : missing;
              }},
    OwnSeries{"gas_grid_cost_per_remaining_home", "land", stock, "EUR/year",
              "yearly cost of the gas grid for each home still on it",
              "Mains in use and connections, over those who remain; missing when none does",
              "kosten van het gasnet per woning die overblijft",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  auto const& mains = t.state.netbeheerders.gas_mains.values();
                  return gas_grid_cost_per_home(t.parameters.netbeheerder,
                                                std::accumulate(mains.begin(), mains.end(), 0.0),
                                                homes_on_gas(t));
              }},
    OwnSeries{"niche_protection", "land", stock, "1",
              "part of the running projects under experiment status",
              "What builds up, and how sheltered (X-curve); missing while there are none",
              "afscherming van de niche", niche_protection},
    OwnSeries{"norm", "gemeente", stock, "1", "how normal it is to leave gas", "0 to 1 (n_g, diep)",
              "hoe normaal aardgasvrij is",
              [](Turn const& t, sim::Quarter, std::size_t g) {
                  return static_cast<double>(t.state.gemeenten.norm[sim::id_at<GemeenteId>(g)]);
              }},
    OwnSeries{"modules_anchored", "gemeente", stock, "1", "modules anchored in the organisation",
              "Of twelve (in)", "verankerde onderdelen van de aanpak",
              [](Turn const& t, sim::Quarter, std::size_t g) {
                  return static_cast<double>(
                      std::popcount(t.state.learning.anchored[sim::id_at<GemeenteId>(g)]));
              }},
    OwnSeries{"modules_elsewhere", "land", stock, "1",
              "anchored modules that other domains took over",
              "Of each gemeente; counted, without effect on heating (voorbij)",
              "onderdelen overgenomen in andere domeinen",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return static_cast<double>(bits_in(t.state.gemeenten.copied.values()));
              }},
    OwnSeries{"integration_mean", "land", stock, "1", "how far departments work as one, on average",
              "Progress under the radar; each gemeente counts once (iota)",
              "samenwerking tussen afdelingen, gemiddeld",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return mean(t.state.gemeenten.integration.values());
              }},
    OwnSeries{"precision_mean", "land", stock, "1",
              "evidence of its own that a gemeente has, on average",
              "Progress under the radar; in signals with full reflection (p)",
              "eigen bewijs van gemeenten, gemiddeld",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return mean(t.state.learning.own_precision.values()) * evidence_unit;
              }},
    OwnSeries{"barriers_removed", "land", stock, "1", "part of the barriers that rules took away",
              "Progress under the radar; each barrier of each wijk counts",
              "weggenomen belemmeringen", barriers_removed},
};

} // namespace

std::span<OwnSeries const> transition_series() {
    return series;
}

} // namespace opschaling::models
