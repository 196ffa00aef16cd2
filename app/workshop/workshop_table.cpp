#include "app/workshop/workshop_table.hpp"

#include "app/json/workshop_json.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <utility>

namespace opschaling::app {

std::string workshop_table(PreparedWorkshop const& prepared,
                           std::vector<PointFigures> const& points) {
    std::string text = "stops,outcome,year,low,middle,high\n";
    auto const& layout = prepared.layout;
    for (auto const& point : points) {
        for (std::size_t outcome = 0; outcome < scenarios::workshop_outcomes.size(); ++outcome) {
            for (std::size_t year = 0; year < layout.years; ++year) {
                auto const& at = point.figures[layout.outcome_at(outcome, year)];
                text += fmt::format("{},{},{},{:.1f},{:.1f},{:.1f}\n", point.digits,
                                    scenarios::workshop_outcomes[outcome],
                                    layout.first_year + static_cast<int>(year), shown(at.low),
                                    shown(at.middle), shown(at.high));
            }
        }
    }
    return text;
}

analysis::TableFile workshop_file(PreparedWorkshop const& prepared,
                                  std::vector<PointFigures> const& points) {
    std::vector<std::string> stops;
    std::vector<std::string> outcomes;
    std::vector<std::int32_t> years;
    std::array<std::vector<double>, 3> values;
    auto const& layout = prepared.layout;
    for (auto const& point : points) {
        for (std::size_t outcome = 0; outcome < scenarios::workshop_outcomes.size(); ++outcome) {
            for (std::size_t year = 0; year < layout.years; ++year) {
                auto const& at = point.figures[layout.outcome_at(outcome, year)];
                stops.push_back(point.digits);
                outcomes.emplace_back(scenarios::workshop_outcomes[outcome]);
                years.push_back(layout.first_year + static_cast<std::int32_t>(year));
                values[0].push_back(at.low);
                values[1].push_back(at.middle);
                values[2].push_back(at.high);
            }
        }
    }
    std::string levers;
    for (auto const& lever : prepared.workshop.levers.levers) {
        levers += (levers.empty() ? "" : " ") + lever.id;
    }
    return {.schema = "opschaling-workshop-figures/1",
            .attributes = {{"name", prepared.workshop.name},
                           {"world", prepared.made.world->name},
                           {"plan", plan_of(prepared, scenarios::combinations(prepared.workshop))},
                           {"seed", fmt::format("{}", prepared.workshop.seed)},
                           {"draws", fmt::format("{}", prepared.workshop.draws)},
                           {"levers", levers}},
            .tables = {{.name = "figures",
                        .columns = {{"stops", "", "a digit for each lever", std::move(stops)},
                                    {"outcome", "", "as in the workshop", std::move(outcomes)},
                                    {"year", "1", "at its end", std::move(years)},
                                    {"low", "1",
                                     "tenth percentile of the draws; homes of a "
                                     "hundred, or EUR",
                                     std::move(values[0])},
                                    {"middle", "1", "median of the draws", std::move(values[1])},
                                    {"high", "1", "ninetieth percentile of the draws",
                                     std::move(values[2])}}}}};
}

} // namespace opschaling::app
