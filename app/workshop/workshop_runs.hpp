#pragma once

#include "app/arguments/arguments.hpp"
#include "app/console.hpp"
#include "app/study/make_world.hpp"
#include "app/study/run_batch.hpp"
#include "app/workshop/measure_run.hpp"
#include "scenarios/workshop/outlines.hpp"
#include "scenarios/workshop/workshop.hpp"

#include <atomic>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace opschaling::app {

/// The middle of some runs with how it may turn out: tenth, fiftieth and ninetieth percentile.
struct Percentiles {
    double low{0.0};
    double middle{0.0};
    double high{0.0};
};

/// What the runs of one combination of stops gave, in the layout of the measures; of the wijken the
/// middle alone is shown.
struct PointFigures {
    std::string digits;
    std::vector<Percentiles> figures;
};

/// A workshop with its study and world: what its runs need.
struct PreparedWorkshop {
    scenarios::Workshop workshop;
    scenarios::Study study;
    MadeWorld made;
    MeasureLayout layout;
    scenarios::WijkOutlines outlines; ///< nothing where the workshop has no map
};

/// Reads the workshop and makes its world. Settings change its study; replications take the place
/// of its draws.
[[nodiscard]] PreparedWorkshop prepare_workshop(StudyArguments const& asked,
                                                Console const& console);

/// What the runs depend on, and no text: a hash.
[[nodiscard]] std::string plan_of(PreparedWorkshop const& prepared,
                                  std::vector<scenarios::Stops> const& points);

/// Runs every combination in every draw, several at the same time, with progress; what `cache`
/// keeps of the same plan is not run again. Nothing after a stop: the next call goes on.
[[nodiscard]] std::optional<std::vector<PointFigures>>
run_points(PreparedWorkshop const& prepared, std::vector<scenarios::Stops> const& points,
           std::filesystem::path const& cache, std::atomic<bool> const& stop,
           Console const& console);

/// Percentiles over runs, figure by figure.
[[nodiscard]] std::vector<Percentiles>
percentiles_of(std::vector<std::vector<double> const*> const& runs);

} // namespace opschaling::app
