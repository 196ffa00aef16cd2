#pragma once

#include "models/world/buurt_table.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace opschaling::scenarios {

enum class Language { nl, en };

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
};

/// The report as text: in brief, or with every blank buurt and every difference listed.
[[nodiscard]] std::string report_text(ImportReport const& report, Language language, bool in_full);

} // namespace opschaling::scenarios
