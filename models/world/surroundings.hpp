#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace opschaling::models {

/// A place from which a warmtenet can draw, as an extra table lists it.
struct HeatSource {
    std::string name;
    std::string kind;     ///< as the publisher names it: "AVI", "STEG", "Industrie"; may be empty
    std::string gemeente; ///< code of the gemeente of the buurt whose middle is nearest
    double x{0.0};        ///< RD, m
    double y{0.0};
    double capacity{0.0};           ///< MW of heat
    double temperature{0.0};        ///< degrees Celsius
    double coupling_cost_low{0.0};  ///< euro per kW, to connect to it
    double coupling_cost_high{0.0}; ///< euro per kW
    double heat_cost{0.0};          ///< euro per GJ

    friend bool operator==(HeatSource const&, HeatSource const&) = default;
};

/// Two CBS wijken with a border between them.
struct WijkBorder {
    std::string one; ///< code, WK......; the lower of the two
    std::string other;
    double length{0.0}; ///< m, along simplified polygons

    friend bool operator==(WijkBorder const&, WijkBorder const&) = default;
};

enum class SeriesKind : std::uint8_t { weather, profile };

/// Values for hours one after another: weather of a station, or a load profile.
struct HourlySeries {
    /// "temperature", "wind_speed" and "global_radiation" for weather; else the profile's name.
    std::string name;
    std::string unit; ///< "degC", "m/s", "J/cm2"; "1" for a profile, whose hours add up to 1
    std::string source;
    SeriesKind kind{SeriesKind::profile};
    /// Hours from 1970-01-01 00:00 UT to the begin of the first hour; -1 for a year without a date,
    /// which begins on 1 January.
    std::int32_t first_hour{-1};
    std::vector<double> values; ///< one for each hour, none missing

    friend bool operator==(HourlySeries const&, HourlySeries const&) = default;
};

/// One table that went into a world, with what became of its rows.
struct InputTable {
    std::string kind;    ///< of its mapping: "regions", "places", "stock" ...
    std::string mapping; ///< name of the mapping file
    std::string file;    ///< without its folder
    std::string source;  ///< publisher and edition
    std::string licence;
    std::int32_t year{0};
    std::int32_t rows{0};
    std::int32_t used{0};

    friend bool operator==(InputTable const&, InputTable const&) = default;
};

} // namespace opschaling::models
