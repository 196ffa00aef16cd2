#pragma once

#include "analysis/calibration/measure.hpp"
#include "app/arguments/arguments.hpp"
#include "app/console.hpp"
#include "models/world/world.hpp"
#include "scenarios/reader/calibration.hpp"
#include "scenarios/scenario.hpp"
#include "sim/results/series.hpp"

#include <memory>
#include <string>
#include <vector>

namespace opschaling::app {

/// The common history of a study, run for some choices of the free parameters of a calibration:
/// what each target's measure gives.
class HistoryRuns {
public:
    /// The world is made once; a calibration that would change it is refused with an InputError,
    /// and so is a target that the runs do not record. `changes` are the study's, as typed.
    HistoryRuns(scenarios::Calibration const& calibration, StudyArguments changes,
                Console const& console);

    /// [choice][target][replication]. Values of a choice are in the declared units, in the order of
    /// the calibration's free parameters. The same dice for every choice. The mean over
    /// replications of a target that is a ratio is the ratio of the sums.
    [[nodiscard]] std::vector<std::vector<std::vector<double>>>
    values(std::vector<std::vector<double>> const& choices) const;

    /// The study as it stands, and the value of each free parameter in it.
    [[nodiscard]] scenarios::Study const& study() const { return study_; }

    [[nodiscard]] std::vector<double> present_values() const;
    [[nodiscard]] std::string unit_of(std::string const& path) const;

    [[nodiscard]] std::string const& world_name() const { return world_->name; }

private:
    [[nodiscard]] scenarios::Study with(std::vector<double> const& choice) const;
    [[nodiscard]] std::vector<analysis::Fraction> run(scenarios::Study const& study,
                                                      std::uint32_t replication) const;
    void check_measures() const;

    scenarios::Calibration const& calibration_;
    StudyArguments changes_;
    scenarios::Study study_;
    std::shared_ptr<models::World const> world_;
    sim::ResultShape shape_;
};

} // namespace opschaling::app
