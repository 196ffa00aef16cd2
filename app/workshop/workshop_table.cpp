#include "app/workshop/workshop_table.hpp"

#include "analysis/report/workshop_figures.hpp"

#include <fmt/format.h>

#include <cstddef>

namespace opschaling::app {

std::string workshop_table(PreparedWorkshop const& prepared,
                           std::vector<PointFigures> const& points) {
    std::string text = "stops,outcome,year,low,middle,high\n";
    auto const& layout = prepared.layout;
    for (auto const& point : points) {
        for (std::size_t outcome = 0; outcome < scenarios::workshop_outcomes.size(); ++outcome) {
            for (std::size_t year = 0; year < layout.years; ++year) {
                auto const& at = point.figures[layout.outcome_at(outcome, year)];
                text +=
                    fmt::format("{},{},{},{:.1f},{:.1f},{:.1f}\n", point.digits,
                                scenarios::workshop_outcomes[outcome],
                                layout.first_year + static_cast<int>(year), analysis::shown(at.low),
                                analysis::shown(at.middle), analysis::shown(at.high));
            }
        }
    }
    return text;
}

} // namespace opschaling::app
