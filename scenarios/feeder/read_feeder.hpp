#pragma once

#include "models/grid/voltage.hpp"
#include "scenarios/import/import_error.hpp"

#include <array>
#include <complex>
#include <cstddef>
#include <string>
#include <vector>

namespace opschaling::scenarios {

/// One connection on a phase of a node; its use in minute m is kilowatt times the profile's value.
struct FeederLoad {
    std::string name;
    std::size_t node{0};
    std::size_t phase{0}; ///< 0 A, 1 B, 2 C
    double kilowatt{0.0};
    double power_factor{1.0};
    std::size_t profile{0}; ///< in Feeder::profiles
};

/// A profile of minutes, as multiples of what a load is rated at.
struct MinuteProfile {
    std::string file;
    std::vector<double> values;
};

/// A solved low-voltage feeder as the IEEE PES test feeders describe one: lines with sequence
/// impedances from a source, and loads with profiles. Node 0 is the low-voltage side of the
/// transformer.
struct Feeder {
    models::RadialFeeder lines;     ///< its loads are nought
    std::vector<std::string> buses; ///< name of each node
    double kilometres{0.0};
    std::size_t line_codes{0};
    std::size_t coordinates{0};
    double source_kilovolt{0.0};
    double source_voltage{1.0}; ///< against its rated one
    double transformer_megavolt_ampere{0.0};
    double rated_voltage{0.0}; ///< V, between phase and neutral on the low-voltage side
    std::vector<FeederLoad> loads;
    std::vector<MinuteProfile> profiles;

    /// Minutes that every profile has.
    [[nodiscard]] std::size_t minutes() const;
    [[nodiscard]] std::size_t profiles_in_use() const;

    /// VA by node and phase in a minute, counted from 0.
    [[nodiscard]] std::vector<std::array<std::complex<double>, 3>>
    loads_in(std::size_t minute) const;
};

/// Reads LineCodes.csv, Lines.csv, Buscoords.csv, Loads.csv, LoadShapes.csv, Source.csv,
/// Transformer.csv and all of Load_Profiles/ in a folder, as the European Low Voltage Test Feeder
/// (IEEE PES Distribution Systems Analysis Subcommittee, 2015) is published. Mistakes are findings.
[[nodiscard]] Feeder read_feeder(std::string const& folder, ImportFindings& findings);

} // namespace opschaling::scenarios
