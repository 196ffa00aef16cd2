#pragma once

#include "analysis/report/wording.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace opschaling::analysis {

/// Every sentence about what was found in a sweep. The words, in each language, belong to the
/// program; they hold no digit of a result.
enum class SweepPhrase : std::uint8_t {
    heading,
    runs_line,
    failed_line,
    chance,
    input,
    policy,

    sobol_caption,
    sobol_alone,
    sobol_total,
    interval,
    sobol_reading,
    sobol_noise,
    sobol_constant,
    rows_used,
    rows_dropped,
    dropped_row,
    by_scrambles,
    by_bootstrap,
    settled,
    ranks_only,
    not_settled,
    ranks_unsettled,
    without_influence,
    undecided,
    warn_first_sum,
    warn_first_total,
    warn_estimators,

    effects_caption,
    effects_size,
    effects_mean,
    effects_spread,
    effects_reading,
    effects_noise,

    given_caption,
    given_share,
    given_chance_level,
    given_reading,

    boxes_caption,
    boxes_none,
    boxes_few,
    box_limit,
    box_quasi_p,
    box_returned,
    box_weight,
    box_held_out,
    box_above,
    box_below,
    box_between,
    box_among,

    tree_failures_caption,
    tree_caption,
    tree_where,
    tree_everywhere,
    tree_cases,
    tree_share,
    tree_nothing,
    tree_at_most,
    tree_above,
    tree_is,
    tree_is_not,
    tree_and,

    robust_caption,
    robust_worst,
    robust_best,
    robust_mean,
    robust_mean_regret,
    robust_p90_regret,
    robust_max_regret,
    robust_best_share,
    robust_satisficing,
    robust_reading,

    paired_caption,
    paired_difference,
    paired_more,
    paired_less,
    paired_reading,

    chart_sobol_axis,
    chart_effects_axis,
    chart_text,
    count
};

using SweepPhrases = std::function<std::string_view(SweepPhrase)>;

/// How the findings of a sweep are said.
struct SweepWording {
    Wording wording;
    SweepPhrases phrases;

    [[nodiscard]] std::string operator()(SweepPhrase phrase) const {
        return std::string{phrases(phrase)};
    }

    template <typename... Values>
    [[nodiscard]] std::string operator()(SweepPhrase phrase, Values const&... values) const {
        return fmt::format(fmt::runtime(phrases(phrase)), values...);
    }

    [[nodiscard]] bool is_dutch() const { return wording.language == Language::dutch; }
};

} // namespace opschaling::analysis
