#pragma once

#include "analysis/hypotheses/judge.hpp"
#include "app/arguments/arguments.hpp"
#include "app/console.hpp"
#include "app/study/make_world.hpp"
#include "scenarios/reader/hypotheses.hpp"

#include <atomic>
#include <cstddef>
#include <filesystem>
#include <map>
#include <set>
#include <string>

namespace opschaling::app {

/// The figures of an experiment by name: VARIANT.OUTCOME or TABLE.ROW.
using NamedFigures = std::map<std::string, analysis::HypothesisFigure, std::less<>>;

/// Carries out the experiments that hypotheses ask for, each once, whoever asks. Worlds are made
/// once, too.
class HypothesisFigures {
public:
    /// `changes` are made in every study; what is finished is kept in `folder` until `forget`.
    HypothesisFigures(StudyArguments changes, std::filesystem::path folder,
                      std::atomic<bool> const& stop, Console const& console);

    /// Reads the part's study with its settings, so that a mistake is told before anything runs,
    /// and notes which variants it asks for: others are not run. Each part is looked at before any
    /// runs.
    void look_at(scenarios::HypothesisPart const& part);

    /// The figures of the part's experiment, as it stands or at one point of the parameter sample:
    /// with these settings on top, so many replications, and another seed at another point.
    [[nodiscard]] NamedFigures const& of(scenarios::HypothesisPart const& part);
    [[nodiscard]] NamedFigures const& at_point(scenarios::HypothesisPart const& part,
                                               std::vector<std::string> const& settings,
                                               std::uint32_t point, int replications);

    [[nodiscard]] std::size_t runs() const { return runs_; }

private:
    [[nodiscard]] StudyArguments request_of(scenarios::HypothesisPart const& part) const;
    /// Variants that parts with these figures ask for, as they stand or at points.
    [[nodiscard]] std::set<std::string>& wanted(scenarios::HypothesisPart const& part,
                                                bool at_points);
    [[nodiscard]] NamedFigures const& carry_out(scenarios::HypothesisPart const& part,
                                                StudyArguments const& request, bool at_points);
    [[nodiscard]] MadeWorld world_of(scenarios::Study const& study,
                                     std::filesystem::path const& file);

    StudyArguments changes_;
    std::filesystem::path folder_;
    std::atomic<bool> const& stop_;
    Console const& console_;
    std::map<std::string, std::set<std::string>> wanted_;
    std::map<std::string, MadeWorld> worlds_;
    std::map<std::string, NamedFigures> done_;
    std::size_t runs_{0};
};

} // namespace opschaling::app
