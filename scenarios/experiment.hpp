#pragma once

#include "models/world/parameters.hpp"
#include "scenarios/reader/node.hpp"
#include "scenarios/scenario.hpp"
#include "sim/parameters/declaration.hpp"
#include "sim/random/quantile_map.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace opschaling::scenarios {

inline constexpr std::string_view experiment_schema{"opschaling-experiment/1"};

/// A parameter that an experiment varies, and how.
struct ExperimentInput {
    std::string name;      ///< [a-z][a-z0-9_]*
    std::string parameter; ///< path in the sheets
    std::string unit;      ///< of the map's values: the parameter's declared unit, "1" for a factor
    bool is_lever{false};
    /// The sampled number multiplies the study's own value: for lists and year series, too.
    bool is_factor{false};
    sim::QuantileMap map;
    /// Of an input that is no number: its values, in the order of the map's 0, 1, 2, ..., as text
    /// and in base units. Empty for a number.
    std::vector<std::string> categories;
    std::vector<sim::ParameterValue> category_values;
};

/// Which figure of a run is an outcome, and whether more or less of it is wanted.
struct ExperimentOutcome {
    enum class How : std::uint8_t { in_year, since_branch, highest, lowest };
    enum class Direction : std::uint8_t { neither, maximise, minimise };

    std::string name;
    /// One series, or several that are summed.
    std::vector<std::string> series;
    int year{2050};
    How how{How::in_year};
    std::string place; ///< code on the series' axis; empty: the first, which is the country
    Direction direction{Direction::neither};
    std::string title_nl;
    std::string title_en;
};

/// A choice that is compared with others over all points.
struct ExperimentPolicy {
    std::string name;
    std::string title_nl;
    std::string title_en;
    models::Parameters parameters{}; ///< of the study's variant, with the policy's changes
    std::vector<sim::ParameterRecord> changed;
};

/// `homes_2040 > 3e6`, in the unit of the outcome's series.
struct OutcomeCondition {
    std::string outcome;
    bool is_above{true};
    double threshold{0.0};
};

/// One thing that `analyse` is asked for. What a method does not know is empty.
struct AnalysisRequest {
    enum class Method : std::uint8_t { sobol, morris, given_data, prim, cart, robustness, paired };

    Method method{Method::sobol};
    std::vector<std::string> outcomes;   ///< all of them when empty
    std::vector<OutcomeCondition> cases; ///< of prim and robustness: all must hold
    double alpha{0.05};                  ///< of prim: the part peeled off at a time
    std::string text;                    ///< the case as written
};

/// How many replications each point has, and when that is enough.
struct ReplicationPlan {
    int least{1};
    int most{1}; ///< equal to least: a fixed number
    std::string stop_outcome;
    std::optional<double> relative_tolerance; ///< half the interval's width, against the mean
    std::optional<double> absolute_tolerance; ///< the same in the outcome's unit
    double confidence{0.95};
};

/// The design as asked; `analysis/design` draws it.
struct ExperimentDesign {
    std::string kind{"sobol"};
    std::size_t rows{1024};
    std::size_t scrambles{1};
    std::size_t levels{4};
    bool has_seed_input{false};
    std::uint32_t seed{1};
    std::vector<std::vector<double>> listed; ///< of list and csv, in the order of the inputs
    std::vector<double> base;                ///< of one_at_a_time; empty: the medians
    std::vector<double> correlations;        ///< [input * inputs + other]; empty for none
    Place place;                             ///< of the key `design`, to complain about it
};

/// An experiment as plain typed data: a study, what is varied in it, how, and what is made of it.
struct Experiment {
    std::string name;
    std::string title_nl;
    std::string title_en;
    Study study;
    /// Whether the inputs hold from the start of the horizon instead of from the branch.
    bool changes_history{false};
    std::vector<ExperimentInput> inputs;
    std::vector<ExperimentOutcome> outcomes;
    std::vector<ExperimentPolicy> policies; ///< at least one
    ExperimentDesign design;
    ReplicationPlan replications;
    std::vector<AnalysisRequest> analyses;
    /// The experiment as it was written, to be kept with its results.
    std::string text;
    std::filesystem::path path;
};

/// The study's or a policy's parameters with one point laid over them. `point` has a value for each
/// input, in the input's unit.
[[nodiscard]] models::Parameters with_point(models::Parameters parameters,
                                            std::span<ExperimentInput const> inputs,
                                            std::span<double const> point);

} // namespace opschaling::scenarios
