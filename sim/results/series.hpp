#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace opschaling::sim {

/// Whose figure it is: one per member of an axis ("land", "gemeente", "wijk").
/// An axis has a name and, for each member, a code and a name.
struct Axis {
    std::string name;
    std::string long_name;
    std::vector<std::string> codes;
    std::vector<std::string> names;
};

enum class Period : std::uint8_t { quarter, year };

/// A stock is a level at the end of the period; a flow is what happened within it.
enum class SeriesKind : std::uint8_t { stock, flow };

/// What is measured: declared once, walked by the recorder, the result file and the documentation.
struct SeriesDeclaration {
    std::string name; ///< [a-z][a-z0-9_]*, unique
    std::string axis; ///< name of an axis
    Period period{Period::quarter};
    SeriesKind kind{SeriesKind::stock};
    std::string unit;      ///< "1" for counts
    std::string long_name; ///< English, for the file
    std::string meaning;   ///< one sentence more: definition and limit
    std::string label_nl;  ///< Dutch, for table and report
};

/// The shape of a run's results: the axes, the series and the steps of time.
struct ResultShape {
    std::vector<Axis> axes;
    std::vector<SeriesDeclaration> series;
    int first_quarter{0}; ///< index of the first recorded quarter
    int quarters{0};
    int first_year{0};
    int years{0};

    [[nodiscard]] Axis const& axis_of(SeriesDeclaration const& declaration) const;

    [[nodiscard]] std::size_t steps_of(SeriesDeclaration const& declaration) const {
        return static_cast<std::size_t>(declaration.period == Period::quarter ? quarters : years);
    }
};

/// All figures of one run: for each series, step by step, the values of the axis' members.
/// Stored as float: seven digits, which a statistic over replications does not exceed.
struct RunResult {
    std::vector<std::vector<float>> values; ///< [series][step * members + member]

    [[nodiscard]] static RunResult of_shape(ResultShape const& shape);

    friend bool operator==(RunResult const&, RunResult const&) = default;
};

} // namespace opschaling::sim
