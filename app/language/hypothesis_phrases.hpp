#pragma once

#include "analysis/report/language.hpp"

#include <cstdint>
#include <string_view>

namespace opschaling::app {

/// What the tables of hypotheses say.
enum class HypothesisPhrase : std::uint8_t {
    hypotheses_head,
    hypotheses_parts,
    hypotheses_failed,
    hypotheses_sensitivity,
    hypotheses_tests,
    hypothesis_claim,
    hypothesis_parameter,
    hypothesis_source,
    hypothesis_verdict,
    hypothesis_robust,
    hypothesis_part,
    hypothesis_says,
    hypothesis_value,
    hypothesis_finding,
    verdict_met,
    verdict_met_in_part,
    verdict_missed,
    verdict_inconclusive,
    verdict_tested,
    verdict_not_measured,
    finding_holds,
    finding_fails,
    finding_uncertain,
    role_claim,
    role_null,
    role_reversal,
};

/// The words, with {name} where a figure belongs.
[[nodiscard]] std::string_view phrase(HypothesisPhrase phrase, analysis::Language language);

} // namespace opschaling::app
