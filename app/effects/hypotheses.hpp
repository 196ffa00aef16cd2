#pragma once

#include "analysis/hypotheses/verdict.hpp"
#include "app/arguments/arguments.hpp"
#include "app/console.hpp"
#include "scenarios/reader/hypotheses.hpp"

#include <atomic>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace opschaling::app {

/// One inequality with what became of it.
struct PartResult {
    std::string name;
    scenarios::HypothesisRole role{scenarios::HypothesisRole::claim};
    std::string says;
    std::string experiment;
    std::string study;
    std::vector<std::string> settings;
    int replications{1};
    double bound{0.0};
    analysis::Judged judged;
    /// Part of the points of the parameter sample on which the measure lies on the side asked for.
    std::optional<double> robust;
};

struct HypothesisResult {
    std::string id;
    std::string claim_nl;
    std::string claim_en;
    std::string source;
    std::string note;
    std::vector<std::string> tests;
    std::vector<PartResult> parts;
    analysis::Verdict verdict{analysis::Verdict::not_measured};
    double p{1.0};
};

/// What crossing the plausible range of a parameter does to a measure, in its own unit.
struct MeasureSensitivity {
    std::string path;
    double mean{0.0};   ///< signed
    double size{0.0};   ///< of the size alone
    double spread{0.0}; ///< how much it differs by place
};

struct SensitivityResult {
    std::string name;
    std::string says;
    std::string study;
    std::vector<MeasureSensitivity> parameters;
};

/// The list with its verdicts, and the model that they are of.
struct HypothesesResult {
    std::string name;
    std::string fingerprint;
    std::string version;
    std::vector<std::string> uncertain;
    int points{0};
    std::size_t runs{0};
    std::vector<HypothesisResult> hypotheses;
    int trajectories{0};
    std::vector<SensitivityResult> sensitivity;
};

/// Runs all that a list needs, each experiment once, keeping what is finished in `folder`.
/// `changes` are made in every study. Throws Stopped after a stop.
[[nodiscard]] HypothesesResult judge_hypotheses(scenarios::HypothesisList const& list,
                                                StudyArguments const& changes,
                                                std::filesystem::path const& folder,
                                                std::atomic<bool> const& stop,
                                                Console const& console);

/// What tells this model from another: every national figure of one run of the list's study for it,
/// by series, added up over steps and places.
[[nodiscard]] std::vector<std::pair<std::string, double>>
sums_of_fingerprint(scenarios::HypothesisList const& list, Console const& console);

/// The SHA-256 of these sums, to six figures. Any change of mechanism or parameter that reaches one
/// of them changes it.
[[nodiscard]] std::string fingerprint_of(scenarios::HypothesisList const& list,
                                         Console const& console);

} // namespace opschaling::app
