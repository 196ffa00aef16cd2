#pragma once

#include "analysis/report/language.hpp"
#include "analysis/store/table_file.hpp"

#include <string>
#include <vector>

namespace opschaling::analysis {

/// A text in both languages of the program.
struct BothLanguages {
    std::string nl;
    std::string en;

    [[nodiscard]] std::string const& in(Language language) const {
        return language == Language::dutch ? nl : en;
    }
};

/// One figure of an effect with its 95 % interval; not-a-number where there is none.
struct EffectRow {
    std::string key; ///< [a-z0-9_], unique in its table
    BothLanguages label;
    double value{0.0};
    double low{0.0};
    double high{0.0};
    /// The same by replication, where the figure is a mean over them: what paired contrasts of
    /// figures are made of.
    std::vector<double> values{};
};

/// How a table is drawn, if at all.
/// `phase` is a map of cells, row by row from the lowest up; `lines` has a line for each band, over
/// years as columns.
enum class EffectChart : std::uint8_t { none, curve, waterfall, intervals, simplex, phase, lines };

/// Figures that belong together, with the one sentence that says what they show and what not.
struct EffectTable {
    std::string key;
    BothLanguages title;
    BothLanguages sentence;
    BothLanguages unit;
    EffectChart chart{EffectChart::none};
    std::vector<EffectRow> rows;
    /// Of a curve: the place of each row; the straight line to hold it against runs from the first
    /// row to `straight` at the last place.
    std::vector<double> places{};
    double straight{0.0};
    /// Of a phase map or lines: what its columns and rows are, and the value of each.
    BothLanguages across{};
    BothLanguages upwards{};
    std::vector<std::string> columns{};
    std::vector<std::string> bands{};
};

/// What an experiment found.
struct EffectResult {
    std::string kind; ///< whole, pilot_bias, chance, ...
    std::string name; ///< of the study
    std::string world;
    std::string plan; ///< SHA-256 of all that could change a figure
    std::uint32_t seed{0};
    int replications{0};
    /// Why there are no more: "asked" as the study says, "precise" known as well as it asks, or
    /// "most" allowed; empty without replications.
    std::string stopped;
    std::size_t runs{0};
    double homes{0.0};
    double wijken{0.0};
    double seconds{0.0}; ///< of this attempt
    std::vector<EffectTable> tables;
};

/// One table for a spreadsheet: a row for each figure. RFC 4180, decimal point.
[[nodiscard]] std::string effect_csv(EffectResult const& result, Language language);

/// The same as tables of a file that netCDF readers open.
[[nodiscard]] TableFile effect_file(EffectResult const& result);

/// What such a file says; one of before it held words has keys for titles.
[[nodiscard]] EffectResult effect_of(TableFile const& file);

} // namespace opschaling::analysis
