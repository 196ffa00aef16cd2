#pragma once

#include "analysis/statistics/intervals.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace opschaling::analysis {

/// What is thought of approaches before any pilot: their true advantage at scale over the usual
/// practice is normal, and what one site shows of it has a normal error.
struct AdvantagePrior {
    double mean{0.0};
    double spread{1.0}; ///< standard deviation of the true advantage between approaches
    double noise{1.0};  ///< standard deviation of what one site shows of it
};

/// Scaling the best of so many pilots in that normal case.
struct ChanceFigures {
    double worthless{0.0};     ///< P_T: chance that its true advantage is zero or less
    double half{0.0};          ///< P_1/2: that it is less than half of what was seen
    double luck_share{0.0};    ///< part of the variance of what is seen that is no advantage
    double expected_seen{0.0}; ///< of the best pilot
    double expected_true{0.0};
};

/// By integration over the largest of `pilots` normal values.
[[nodiscard]] ChanceFigures scaling_by_chance(AdvantagePrior const& prior, std::size_t pilots);

/// One replication: for each approach its true advantage, what its pilot showed, and what fresh
/// sites drawn by lot showed, as many as were asked.
struct PilotTrial {
    std::vector<double> truth;
    std::vector<double> seen;
    std::vector<std::vector<double>> verified;
};

/// Who is scaled: the best seen; the best after shrinking to the prior, if its advantage is then
/// positive; or the best seen that after verification is surely (0.95) better than nothing.
enum class ScalingRule : std::uint8_t { naive, shrinkage, verified };

/// The approach that is scaled; nothing when none passes. `verifications` is how many fresh sites
/// count, and only for the verified rule.
[[nodiscard]] std::optional<std::size_t> scale_up(PilotTrial const& trial, ScalingRule rule,
                                                  std::size_t verifications,
                                                  AdvantagePrior const& prior);

/// A proportion with Wilson's interval.
struct Proportion {
    double share{0.0};
    Interval interval{};
    std::size_t of{0};
};

struct ScalingRecord {
    Proportion scales;    ///< replications in which something is scaled
    Proportion worthless; ///< of those: scaled with a true advantage of zero or less
    Proportion half;      ///< of those: less than half of what its pilot showed
    double regret{0.0};   ///< mean of the best true advantage (or nothing at all) less what is got
    double luck_share{0.0};
};

[[nodiscard]] ScalingRecord judge_scaling(std::span<PilotTrial const> trials, ScalingRule rule,
                                          std::size_t verifications, AdvantagePrior const& prior);

/// The prior that pilots and verifications themselves point at: spread between approaches from the
/// variance of what is seen less the noise, which repeated sites of one approach show.
[[nodiscard]] AdvantagePrior estimate_prior(std::span<PilotTrial const> trials);

} // namespace opschaling::analysis
