#pragma once

#include "models/gemeente/plan_wijk.hpp"
#include "models/learning/learn.hpp"
#include "tests/support/model_run.hpp"

#include <cstdint>
#include <vector>

namespace opschaling::tests {

/// A controlled small world for how approaches scale: the wijken of a hundredth of the country, in
/// some of which pilots are held and have a result, and all others to which a route takes what they
/// showed. Households, money and staff are left out: a result is fit, luck and what status adds.
class PilotWorld {
public:
    PilotWorld(models::Parameters const& parameters, std::uint32_t replicate);

    /// Pilots in so many wijken drawn by lot, each made to measure. A result has luck of the given
    /// spread; `status` is what experiment status adds to it, in log-odds.
    void hold_pilots(std::size_t count, double luck_spread, double status);

    /// Takes an approach of the first pilot over, as it is, in so many further wijken without
    /// status.
    void try_without_status(std::size_t count, double luck_spread);

    /// All pilots and tries give so many years of signals; the library and the typology follow.
    void learn(int years);

    /// Mean F over the wijken where nothing was done, if a project route goes there.
    [[nodiscard]] double mean_fit_by(std::size_t route) const;
    /// The same by fte year of plan and execution at the reference size.
    [[nodiscard]] double fit_by_work(std::size_t route) const;
    /// Mean F of the pilots where they stand.
    [[nodiscard]] double mean_fit_of_pilots() const;
    /// Mean over pilots' variants and untouched wijken of what the Rijk believes less what is true.
    [[nodiscard]] double mean_error_of_beliefs() const;
    /// Mean truth in untouched wijken of the variant of each module that the Rijk believes best,
    /// among those that pilots used.
    [[nodiscard]] double mean_truth_of_choice() const;

    [[nodiscard]] std::vector<models::WijkId> const& untouched() const { return untouched_; }

    [[nodiscard]] models::Turn turn() const;

    [[nodiscard]] Desk& desk() { return desk_; }

private:
    void add_project(models::WijkId wijk, models::Approach const& approach, double luck_spread,
                     double status);

    mutable Desk desk_;
    std::vector<models::WijkId> untouched_;
};

} // namespace opschaling::tests
