#pragma once

#include "analysis/compare/paired.hpp"
#include "analysis/report/number_text.hpp"
#include "analysis/report/outcome.hpp"
#include "analysis/report/phrases.hpp"
#include "analysis/store/plan.hpp"

#include <string>

namespace opschaling::analysis {

/// How a report says things: its phrases, and numbers and names in the same language.
struct Wording {
    Language language{Language::dutch};
    Phrases phrases;

    [[nodiscard]] std::string operator()(Phrase phrase) const {
        return std::string{phrases(phrase)};
    }

    template <typename... Values>
    [[nodiscard]] std::string operator()(Phrase phrase, Values const&... values) const {
        return fill(phrases, phrase, values...);
    }

    [[nodiscard]] std::string number(double value, int decimals = 0) const {
        return number_text(value, decimals, language);
    }

    [[nodiscard]] std::string title(ResultPlan const& plan) const;
    [[nodiscard]] std::string name(PlannedVariant const& variant) const;
    [[nodiscard]] std::string label(sim::SeriesDeclaration const& declaration) const;
    /// Empty for "1": what is counted stands in the label.
    [[nodiscard]] std::string unit(std::string const& unit) const;
    [[nodiscard]] std::string world(WorldFacts const& world) const;
    /// Money and staff in the parameters, in one line; empty when the model has none.
    [[nodiscard]] std::string budget(ResultPlan const& plan) const;
};

/// The figures of one outcome on one scale: money of a country in millions or milliards.
class Measure {
public:
    Measure(Outcome const& outcome, Wording const& wording);
    /// For figures of this unit, of which `largest` is the largest in size.
    Measure(std::string const& unit, double largest, Wording const& wording);

    /// "1.234" or "12,3": without the unit.
    [[nodiscard]] std::string text(double value) const;
    [[nodiscard]] std::string signed_text(double value) const;
    /// "+12 [+3; +21]"; the mean alone when there is no interval.
    [[nodiscard]] std::string interval_text(PairedDifference const& difference) const;
    /// "1.234 euro"; a count has no unit.
    [[nodiscard]] std::string with_unit(double value) const;

    /// "Kosten (mln euro)"; the label alone where the figures are plain counts.
    [[nodiscard]] std::string labelled(std::string const& label) const;

    [[nodiscard]] double scaled(double value) const { return value / divisor_; }

private:
    Wording const& wording_;
    double divisor_{1.0};
    int decimals_{0};
    std::string unit_;
};

/// Budget and staff as they stand in the parameters.
[[nodiscard]] std::string budget_text(ResultPlan const& plan);

/// Whether a variant changes budget or staff.
[[nodiscard]] bool has_equal_budget(ResultPlan const& plan);

} // namespace opschaling::analysis
