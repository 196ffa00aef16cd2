#pragma once

#include "analysis/effects/effect_result.hpp"
#include "analysis/store/table_file.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace opschaling::analysis {

inline constexpr std::string_view workshop_figures_schema{"opschaling-workshop-figures/2"};

/// The middle of the draws of one choice with how it may turn out: tenth, fiftieth and ninetieth
/// percentile.
struct WorkshopBand {
    double low{0.0};
    double middle{0.0};
    double high{0.0};
};

/// What a room can turn, and its stops by position.
struct WorkshopLever {
    BothLanguages question;
    std::vector<BothLanguages> stops;
    std::vector<BothLanguages> says; ///< what each stop means, in one line
};

/// A figure that the steps show.
struct WorkshopOutcome {
    std::string id;
    std::string unit; ///< "100" for homes of a hundred, else EUR
    BothLanguages label;
};

/// A choice with a name: the baseline, or a preset.
struct NamedChoice {
    std::string stops;
    BothLanguages label;
};

/// A choice that was run: a digit for each lever, and its figures.
struct WorkshopPoint {
    std::string stops;
    std::vector<std::vector<WorkshopBand>> bands; ///< [outcome][year]
};

/// A workshop as its result file holds it.
struct WorkshopFigures {
    std::string name;
    BothLanguages title;
    BothLanguages place;
    std::string source; ///< of the place's figures
    bool is_synthetic{true};
    std::string homes;
    std::string wijken;
    std::string draws;
    std::string seed;
    std::string program;
    std::string plan;
    std::vector<int> years;
    std::vector<WorkshopLever> levers;
    std::vector<WorkshopOutcome> outcomes;
    std::vector<NamedChoice> named; ///< the baseline first
    std::vector<WorkshopPoint> points;

    [[nodiscard]] WorkshopPoint const& point(std::string_view stops) const;

    [[nodiscard]] WorkshopPoint const& baseline() const { return point(named.front().stops); }

    /// The name of a choice, or what differs from the baseline: "Tempo: snel; Aanpak: combineren".
    [[nodiscard]] std::string words_of(std::string const& stops, Language language) const;
};

/// What such a file says.
[[nodiscard]] WorkshopFigures workshop_figures_of(TableFile const& file);

/// The figures as the page, its table and the report show them: one decimal.
[[nodiscard]] double shown(double value);

} // namespace opschaling::analysis
