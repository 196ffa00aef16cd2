#pragma once

#include "models/world/parameters.hpp"
#include "scenarios/reader/node.hpp"
#include "sim/parameters/declaration.hpp"
#include "sim/time/quarter.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace opschaling::scenarios {

/// A name with the place where a study writes it.
struct PlacedName {
    std::string name;
    Place place;
};

/// A wijk by the name that people give it, wherever CBS draws its borders.
struct NamedWijk {
    std::string name;
    std::string gemeente;
    double inhabitants{0.0};
    /// Codes of CBS wijken or buurten that are it together; empty where none are known.
    std::vector<std::string> cbs_codes;
};

/// Which world a study runs on: a synthetic one of some share of the country, or a world file.
struct WorldChoice {
    bool synthetic{true};
    double share{0.1};     ///< of the country's homes: 1, 0.1, 0.01, or 0 for one wijk
    std::uint32_t seed{1}; ///< of the synthetic country
    std::string file;      ///< a world file made by `import`, as written in the study
    /// Only these gemeenten of it, or these wijken; all when both are empty.
    std::vector<PlacedName> gemeenten;
    std::vector<NamedWijk> wijken;
};

/// First and last quarter, and the quarter from which the variants go their own way. Before
/// `branch` all variants are one common history.
struct Horizon {
    sim::Quarter first;
    sim::Quarter branch;
    sim::Quarter last;
};

/// How narrow the intervals of `effects` are to be, and what may be spent on it.
struct Precision {
    double relative{0.0}; ///< half a width against what the kind holds it against; 0: not asked
    double absolute{0.0}; ///< the same in the figure's own unit; 0: not asked
    int most{64};         ///< replications, at most
    int singles{400};     ///< wijken that are run alone in each replication, all if there are fewer

    /// Whether replications go on until the intervals are that narrow.
    [[nodiscard]] bool is_asked() const { return relative > 0.0 || absolute > 0.0; }
};

/// One of the compared futures: the study's parameters with some changed from the branch on.
struct Variant {
    std::string name;     ///< [a-z][a-z0-9_]*
    std::string title_nl; ///< for table and report
    std::string title_en;
    models::Parameters parameters{};
    /// Only the parameters that differ from the study's own, with value, source and origin.
    std::vector<sim::ParameterRecord> changed;
};

/// A study as plain typed data: what `run` and `compare` carry out. `run` on a file without
/// variants gives one variant named `basis`.
struct Study {
    std::string name;
    std::string title_nl;
    std::string title_en;
    WorldChoice world;
    Horizon horizon;
    std::uint32_t seed{1};
    int replications{1};
    Precision precision{}; ///< of `effects`: when to go on after so many replications
    models::Parameters
        parameters{}; ///< of the common history, and of a variant that changes nothing
    std::vector<sim::ParameterRecord> records;
    std::vector<Variant> variants;
    std::string reference; ///< name of the variant that the others are compared with
    /// The study in full as YAML, with the origin of each value in a comment.
    std::string resolved;
    /// The same without origins and without what cannot change a figure: hashed to tell plans
    /// apart.
    std::string canonical;
    /// The files read, in order, with their text.
    std::vector<std::pair<std::string, std::string>> texts;
};

} // namespace opschaling::scenarios
