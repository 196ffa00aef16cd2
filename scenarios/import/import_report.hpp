#pragma once

#include "models/world/buurt_table.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace opschaling::scenarios {

enum class Language { nl, en };

/// Something wrong in a file that was mended, and how often.
struct Repair {
    std::string file;
    std::string words_nl;
    std::string words_en;
    std::size_t times{0};
};

/// How many homes a buurt without a published number of households got, and why.
enum class BlankRule {
    /// Nobody is counted there either: no homes.
    no_inhabitants,
    /// So few inhabitants that fewer than five households, which CBS blanks, explain them: as many
    /// as the mean household of the gemeente makes of them.
    few_households,
    /// More inhabitants than four households have: an institution, no homes.
    institution
};

struct BlankBuurt {
    std::string code;
    std::string name;
    std::optional<double> inhabitants;
    std::uint32_t homes{0};
    BlankRule rule{BlankRule::no_inhabitants};
};

/// Buurten with homes whose figure came from further away than the buurt itself.
struct Fallback {
    models::BuurtFigure figure{models::BuurtFigure::homes};
    models::FigureOrigin origin{models::FigureOrigin::of_country};
    std::size_t buurten{0};
};

/// A figure that this edition does not have at all and a rule made for every buurt.
struct DerivedFigure {
    std::string rule_nl;
    std::string rule_en;
    std::size_t buurten{0};
};

/// The exact sum of the homes in the model beside the published number of households.
struct TotalDifference {
    std::string level; ///< "NL", "gemeente" or "wijk"
    std::string code;
    std::string name;
    std::optional<double> published;
    double in_model{0.0};
};

/// Two tables that give the same figure of the same places.
struct FigureConflict {
    std::string figure;
    std::string one; ///< mapping by which each was read; the first is the one that is kept
    std::string other;
    std::size_t compared{0};
    std::size_t differing{0};
    /// The two values that are furthest apart, and the place where.
    double one_value{0.0};
    double other_value{0.0};
    std::string where;
    bool is_fitted{false}; ///< the mean of both is used, by weight
};

/// A gemeente whose counted stock does not agree with its buurten.
struct StockConflict {
    std::string gemeente;
    double apartments_in_file{0.0};
    double apartments_in_stock{0.0};
    double homes{0.0};
    double dwellings{0.0};
};

/// What became of one extra table.
struct TableReport {
    models::InputTable input;
    std::size_t outside{0}; ///< rows of gemeenten that are not imported
    std::size_t by_older_name{0};
    std::vector<std::string> unmatched;
    std::vector<std::string> ambiguous;
    /// What it gave, in words: "604 sources", "9215 borders".
    std::vector<std::string> gave_nl;
    std::vector<std::string> gave_en;
};

/// All that the import did with a file, counted: what is as published, what fell back, what a rule
/// made.
struct ImportReport {
    std::string file;
    std::string layout;
    std::string source;
    std::string licence;
    std::size_t gemeenten{0};
    std::size_t wijken{0};
    std::size_t buurten{0};
    /// Buurten whose homes are the published households, and their sum.
    std::size_t buurten_as_published{0};
    std::uint64_t homes_as_published{0};
    std::uint64_t homes{0};
    std::vector<BlankBuurt> blanks;
    std::vector<Fallback> fallbacks;
    std::vector<DerivedFigure> derived;
    /// NL first, then gemeenten, then wijken.
    std::vector<TotalDifference> differences;
    std::size_t regios{0};
    std::size_t gemeenten_with_assumed_regio{0};
    std::size_t gemeenten_with_assumed_netbeheerder{0};
    /// "Eemsdelta: Appingedam, Delfzijl, Loppersum": found by an older name.
    std::vector<std::string> by_older_name;
    std::vector<TableReport> tables;
    std::size_t figures_added{0};
    std::vector<FigureConflict> conflicts;
    std::size_t gemeenten_with_stock{0};
    std::vector<StockConflict> stock_conflicts;
    /// Gemeenten where the partial list of a netbeheerder's area and our own table disagree.
    std::vector<std::string> area_conflicts;
    std::vector<Repair> repairs;
};

/// What extra tables gave, mended and contradicted, as text.
[[nodiscard]] std::string tables_text(ImportReport const& report, Language language, bool in_full);

/// The report as text: in brief, or with every blank buurt and every difference listed.
[[nodiscard]] std::string report_text(ImportReport const& report, Language language, bool in_full);

} // namespace opschaling::scenarios
