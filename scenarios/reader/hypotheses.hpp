#pragma once

#include "scenarios/experiment.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace opschaling::scenarios {

inline constexpr std::string_view hypotheses_schema{"opschaling-hypotheses/1"};

/// What a part of a hypothesis is: the claim itself, a setting in which it must vanish, or one in
/// which it must turn round.
enum class HypothesisRole : std::uint8_t { claim, null, reversal };

/// How a measure is held against a bound.
enum class HypothesisExpectation : std::uint8_t {
    above,
    below,
    beyond, ///< farther from zero than the bound, on either side
    within, ///< nearer to zero than the bound, by two one-sided tests
    equals  ///< exactly, in every replication
};

/// (sum - minus) / (per - per_minus) of named figures; without `per` the difference itself.
struct HypothesisMeasure {
    std::vector<std::string> sum;
    std::vector<std::string> minus;
    std::vector<std::string> per;
    std::vector<std::string> per_minus;
};

/// One inequality, and the experiment that gives its figures. Of `compare` a figure is
/// VARIANT.OUTCOME, of the kinds of `effects` it is TABLE.ROW.
struct HypothesisPart {
    std::string name;
    HypothesisRole role{HypothesisRole::claim};
    std::string says; ///< the inequality in words
    std::string experiment;
    std::filesystem::path study;
    std::vector<std::string> settings; ///< "path=value"
    int replications{1};
    std::vector<ExperimentOutcome> outcomes; ///< of `compare`
    HypothesisMeasure measure;
    HypothesisExpectation expectation{HypothesisExpectation::above};
    double bound{0.0};
};

/// A hypothesis or a negative control.
struct Hypothesis {
    std::string id;
    std::string claim_nl;
    std::string claim_en;
    std::string source;
    std::vector<HypothesisPart> parts;
    std::vector<std::string> tests; ///< names of tests that hold it
    std::string note;               ///< what is not measured, and why
};

struct HypothesisList {
    std::string name;
    /// The study one run of which tells this model from another.
    std::filesystem::path fingerprint;
    /// Parameters whose plausible ranges the robustness of signs is taken over, and at how many
    /// points.
    std::vector<std::string> uncertain;
    int points{0};
    std::vector<Hypothesis> hypotheses;
    /// Measures whose dependence on the same parameters is taken by Morris's trajectories, one
    /// replication a point.
    std::vector<HypothesisPart> sensitivity;
    int trajectories{0};
};

/// Throws a ScenarioError that holds every mistake found. `parameter_directory` as in read_study.
[[nodiscard]] HypothesisList read_hypotheses(std::filesystem::path const& path,
                                             std::filesystem::path const& parameter_directory);

} // namespace opschaling::scenarios
