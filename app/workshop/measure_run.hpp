#pragma once

#include "app/study/run_batch.hpp"

#include <cstddef>
#include <vector>

namespace opschaling::app {

/// What the page keeps of a run: each outcome by year (scenarios::workshop_outcomes, outcome by
/// outcome), then for each map year the gas-free homes of a hundred in each wijk.
struct MeasureLayout {
    int first_year{2018};
    std::size_t years{0};
    std::vector<int> map_years;
    std::size_t wijken{0};

    [[nodiscard]] std::size_t outcome_at(std::size_t outcome, std::size_t year) const {
        return outcome * years + year;
    }

    [[nodiscard]] std::size_t wijk_at(std::size_t map_year, std::size_t wijk) const;
    [[nodiscard]] std::size_t size() const;
};

[[nodiscard]] MeasureLayout layout_of(models::World const& world,
                                      scenarios::Horizon const& horizon);

/// The figures of one run in that layout. Shares are homes of a hundred; a share of nothing is 0.
[[nodiscard]] std::vector<double> measure_run(MeasureLayout const& layout,
                                              models::World const& world, FinishedRun const& run);

} // namespace opschaling::app
