#include "app/workshop/measure_run.hpp"

#include "models/world/state.hpp"
#include "scenarios/workshop/workshop.hpp"
#include "sim/contract/expects.hpp"

#include <algorithm>
#include <string_view>

namespace opschaling::app {

namespace {

/// The figures of one series, step by step.
class SeriesOf {
public:
    SeriesOf(FinishedRun const& run, std::string_view name)
        : values_{run.figures.values[place(run.shape, name)]},
          members_{run.shape.axis_of(run.shape.series[place(run.shape, name)]).codes.size()} {}

    [[nodiscard]] double at(std::size_t step, std::size_t member = 0) const {
        return static_cast<double>(values_[step * members_ + member]);
    }

    /// Of a quarterly flow: all up to the end of the year.
    [[nodiscard]] double until(std::size_t year) const {
        double sum{0.0};
        for (std::size_t quarter = 0; quarter < 4 * (year + 1); ++quarter) {
            sum += at(quarter);
        }
        return sum;
    }

private:
    static std::size_t place(sim::ResultShape const& shape, std::string_view name) {
        auto const found = std::ranges::find(shape.series, name, &sim::SeriesDeclaration::name);
        sim::expects(found != shape.series.end(), "a run records what the page shows");
        return static_cast<std::size_t>(found - shape.series.begin());
    }

    std::vector<float> const& values_;
    std::size_t members_;
};

double of_hundred(double part, double whole) {
    return whole > 0.0 ? 100.0 * part / whole : 0.0;
}

/// The wijken in which the proeftuinen worked, with the small ones that joined them.
std::vector<std::size_t> first_wijken(models::World const& world, models::State const& state) {
    std::vector<std::size_t> wijken;
    for (auto const& project : state.projects) {
        if (project.origin == models::ProjectOrigin::proeftuin) {
            for (auto const member :
                 world.geography.sites.wijken(sim::id_at<models::WijkId>(project.wijk))) {
                wijken.push_back(sim::position(member));
            }
        }
    }
    return wijken;
}

} // namespace

std::size_t MeasureLayout::wijk_at(std::size_t map_year, std::size_t wijk) const {
    return scenarios::workshop_outcomes.size() * years + map_year * wijken + wijk;
}

std::size_t MeasureLayout::size() const {
    return wijk_at(map_years.size(), 0);
}

MeasureLayout layout_of(models::World const& world, scenarios::Horizon const& horizon) {
    MeasureLayout layout{
        .first_year = horizon.first.year(),
        .years = static_cast<std::size_t>(horizon.last.year() - horizon.first.year() + 1),
        .map_years = {},
        .wijken = world.wijken()};
    for (int year = horizon.branch.year() + 4; year <= horizon.last.year(); year += 5) {
        layout.map_years.push_back(year);
    }
    if (layout.map_years.empty() || layout.map_years.back() != horizon.last.year()) {
        layout.map_years.push_back(horizon.last.year());
    }
    return layout;
}

std::vector<double> measure_run(MeasureLayout const& layout, models::World const& world,
                                FinishedRun const& run) {
    SeriesOf const homes{run, "homes"};
    SeriesOf const gas_free{run, "homes_gas_free"};
    SeriesOf const by_project{run, "homes_gas_free_by_project"};
    SeriesOf const reached{run, "homes_reached"};
    SeriesOf const waiting{run, "homes_waiting"};
    SeriesOf const hybrid{run, "homes_hybrid"};
    SeriesOf const grid{run, "grid_cost"};
    SeriesOf const public_money{run, "public_cost"};
    SeriesOf const wijk_homes{run, "wijk_homes"};
    SeriesOf const wijk_free{run, "wijk_homes_gas_free"};
    auto const first = first_wijken(world, run.simulation.state());
    std::vector<double> kept(layout.size());
    for (std::size_t year = 0; year < layout.years; ++year) {
        std::size_t const end = 4 * year + 3; // its last quarter
        double all_first{0.0};
        double free_first{0.0};
        for (auto const wijk : first) {
            all_first += wijk_homes.at(year, wijk);
            free_first += wijk_free.at(year, wijk);
        }
        double const there = homes.at(end);
        std::array const values{of_hundred(gas_free.at(end), there),
                                of_hundred(free_first, all_first),
                                of_hundred(by_project.at(end), reached.at(end)),
                                of_hundred(waiting.at(end), there),
                                of_hundred(hybrid.at(end), there),
                                grid.until(year) / std::max(1.0, there),
                                grid.until(year) / std::max(1.0, gas_free.at(end)),
                                public_money.until(year) / std::max(1.0, there)};
        static_assert(values.size() == scenarios::workshop_outcomes.size());
        for (std::size_t outcome = 0; outcome < values.size(); ++outcome) {
            kept[layout.outcome_at(outcome, year)] = values[outcome];
        }
    }
    for (std::size_t m = 0; m < layout.map_years.size(); ++m) {
        auto const year = static_cast<std::size_t>(layout.map_years[m] - layout.first_year);
        for (std::size_t wijk = 0; wijk < layout.wijken; ++wijk) {
            kept[layout.wijk_at(m, wijk)] =
                of_hundred(wijk_free.at(year, wijk), wijk_homes.at(year, wijk));
        }
    }
    return kept;
}

} // namespace opschaling::app
