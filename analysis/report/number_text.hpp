#pragma once

#include "analysis/report/language.hpp"

#include <string>

namespace opschaling::analysis {

/// A number as a reader of the language writes it: 1234567.8 with one decimal is "1.234.567,8" in
/// Dutch and "1,234,567.8" in English. Not-a-number is a dash.
[[nodiscard]] std::string number_text(double value, int decimals, Language language);

/// The same with a sign in front of every number but zero.
[[nodiscard]] std::string signed_number_text(double value, int decimals, Language language);

/// Decimals that tell marks of an axis apart, a round step from each other: 0 for 5, 1 for 0.5.
[[nodiscard]] int decimals_of_step(double step);

/// Decimals with which the largest of some figures shows about three digits: 0 from 100 on.
[[nodiscard]] int decimals_for(double largest);

} // namespace opschaling::analysis
