#include "scenarios/feeder/read_solutions.hpp"

#include "scenarios/feeder/feeder_table.hpp"
#include "scenarios/workbook/workbook.hpp"

#include <fmt/format.h>

#include <cmath>
#include <filesystem>
#include <initializer_list>
#include <set>

namespace opschaling::scenarios {

namespace {

namespace fs = std::filesystem;

constexpr double per_kilo{1000.0};

/// Rows of numbers below the last row of names, each column found by its name.
class NumberSheet {
public:
    NumberSheet(Sheet const& sheet, std::string const& file, ImportFindings& findings)
        : sheet_{sheet}, file_{file}, findings_{findings} {
        while (first_ < sheet.rows.size() && !is_data(sheet.rows[first_])) {
            ++first_;
        }
    }

    [[nodiscard]] std::size_t rows() const { return sheet_.rows.size() - first_; }

    [[nodiscard]] bool has(std::string_view name) const { return find(name) < width(); }

    /// Whether all are there; a finding for each that is not.
    [[nodiscard]] bool expect(std::initializer_list<std::string_view> names) const {
        bool all{true};
        for (auto const name : names) {
            if (!has(name)) {
                findings_.add({.file = file_, .line = 1, .column = 1},
                              fmt::format("sheet '{}' has no column '{}'", sheet_.name, name),
                              "the columns of OpenDSS or of GridLAB-D");
                all = false;
            }
        }
        return all;
    }

    [[nodiscard]] std::string name_of(std::size_t row) const {
        return std::string{trimmed(sheet_.rows[first_ + row].fields.front().text)};
    }

    [[nodiscard]] double number(std::size_t row, std::string_view name) const {
        auto const column = find(name);
        auto const& fields = sheet_.rows[first_ + row].fields;
        auto const value =
            column < fields.size() ? plain_number(fields[column].text) : std::nullopt;
        if (!value) {
            findings_.add({.file = file_,
                           .line = sheet_.rows[first_ + row].line,
                           .column = static_cast<int>(column) + 1},
                          fmt::format("sheet '{}', {}: no number", sheet_.name, name), "a number");
        }
        return value.value_or(0.0);
    }

private:
    /// A row whose second cell is a number.
    static bool is_data(CsvRow const& row) {
        return row.fields.size() > 1 && plain_number(row.fields[1].text).has_value();
    }

    [[nodiscard]] std::size_t width() const {
        return first_ == 0 ? 0 : sheet_.rows[first_ - 1].fields.size();
    }

    [[nodiscard]] std::size_t find(std::string_view name) const {
        for (std::size_t i = 0; i < width(); ++i) {
            if (trimmed(sheet_.rows[first_ - 1].fields[i].text) == name) {
                return i;
            }
        }
        return width();
    }

    Sheet const& sheet_;
    std::string const& file_;
    ImportFindings& findings_;
    std::size_t first_{0};
};

/// The number before "min" in "Snapshot_566min_On Peak"; 0 without one.
std::size_t minute_in(std::string const& name) {
    auto const end = name.find("min");
    auto begin = end;
    while (begin != std::string::npos && begin > 0 && name[begin - 1] >= '0' &&
           name[begin - 1] <= '9') {
        --begin;
    }
    auto const minute = end == std::string::npos
                            ? std::nullopt
                            : plain_number(std::string_view{name}.substr(begin, end - begin));
    return minute && *minute >= 1.0 && *minute <= 1e6 ? static_cast<std::size_t>(*minute) : 0;
}

class SolutionReader {
public:
    SolutionReader(fs::path const& path, ImportFindings& findings)
        : path_{path.string()}, findings_{findings} {
        solution_.file = path.filename().string();
    }

    FeederSolution read() {
        auto const found_before = findings_.size();
        auto const bytes = read_whole_file(path_, most_bytes_of_a_feeder_file, findings_);
        if (findings_.size() > found_before) {
            return std::move(solution_);
        }
        auto const sheets = read_workbook(path_, bytes, '.', findings_);
        solution_.sheets = sheets.size();
        bool is_snapshot{false};
        for (auto const& sheet : sheets) {
            for (auto const& row : sheet.rows) {
                solution_.cells += row.fields.size();
            }
            is_snapshot = is_snapshot || sheet.name == "Voltages";
        }
        for (auto const& sheet : sheets) {
            read_sheet(sheet, is_snapshot);
        }
        if (findings_.size() == found_before && solution_.voltages.empty() &&
            solution_.load_series.empty() && solution_.kilowatt.empty()) {
            complain("no solution in this workbook", "a sheet 'Voltages', 'Powers' or 'Load #1'");
        }
        return std::move(solution_);
    }

private:
    void complain(std::string message, std::string expected) {
        findings_.add({.file = path_, .line = 1, .column = 1}, std::move(message),
                      std::move(expected));
    }

    void read_sheet(Sheet const& sheet, bool is_snapshot) {
        NumberSheet const numbers{sheet, path_, findings_};
        if (sheet.name == "Voltages") {
            read_snapshot(numbers);
        } else if (sheet.name.starts_with("Load #")) {
            solution_.kind = SolutionKind::load_voltages;
            read_load(numbers, sheet.name.substr(std::string_view{"Load #"}.size()));
        } else if (sheet.name == "Powers" && !is_snapshot) {
            solution_.kind = SolutionKind::transformer_power;
            read_powers(numbers);
        }
    }

    void read_snapshot(NumberSheet const& numbers) {
        solution_.kind = SolutionKind::snapshot;
        solution_.minute = minute_in(solution_.file);
        if (solution_.minute == 0) {
            complain("a snapshot of no minute", "a name with its minute: Snapshot_566min.xlsx");
        }
        bool const by_node = numbers.has("Magnitude1");
        std::array<std::string_view, 3> const names =
            by_node ? std::array<std::string_view, 3>{"Magnitude1", "Magnitude2", "Magnitude3"}
                    : std::array<std::string_view, 3>{"voltA_mag", "voltB_mag", "voltC_mag"};
        if (!numbers.expect({names[0], names[1], names[2]})) {
            return;
        }
        for (std::size_t row = 0; row < numbers.rows(); ++row) {
            auto bus = numbers.name_of(row);
            if (bus == "SOURCEBUS" || bus == "SourceBus") {
                continue;
            }
            if (!by_node && !bus.starts_with("Bus")) {
                continue; // a node of the loads, behind its bus
            }
            bus = by_node ? bus : bus.substr(3);
            for (std::size_t phase = 0; phase < 3; ++phase) {
                solution_.voltages[bus][phase] = numbers.number(row, names[phase]);
            }
        }
    }

    void read_load(NumberSheet const& numbers, std::string const& load) {
        bool const is_polar = numbers.has("V1");
        char const phase = numbers.has("voltage_A.real")   ? 'A'
                           : numbers.has("voltage_B.real") ? 'B'
                                                           : 'C';
        auto const real = fmt::format("voltage_{}.real", phase);
        auto const imaginary = fmt::format("voltage_{}.imag", phase);
        if (!is_polar && !numbers.expect({real, imaginary})) {
            return;
        }
        auto& series = solution_.load_series[load];
        for (std::size_t row = 0; row < numbers.rows(); ++row) {
            series.push_back(
                is_polar ? numbers.number(row, "V1")
                         : std::hypot(numbers.number(row, real), numbers.number(row, imaginary)));
        }
    }

    void read_powers(NumberSheet const& numbers) {
        bool const by_phase = numbers.has("P1 (kW)");
        if (by_phase ? !numbers.expect({"P2 (kW)", "P3 (kW)"})
                     : !numbers.expect({"power_out.real"})) {
            return;
        }
        for (std::size_t row = 0; row < numbers.rows(); ++row) {
            // Power is counted into the transformer by the one and out of it by the other.
            solution_.kilowatt.push_back(
                by_phase ? -(numbers.number(row, "P1 (kW)") + numbers.number(row, "P2 (kW)") +
                             numbers.number(row, "P3 (kW)"))
                         : numbers.number(row, "power_out.real") / per_kilo);
        }
    }

    std::string path_;
    ImportFindings& findings_;
    FeederSolution solution_;
};

} // namespace

std::vector<FeederSolution> read_solutions(std::string const& folder, ImportFindings& findings) {
    std::set<fs::path> files;
    std::error_code failure;
    for (auto const& entry : fs::recursive_directory_iterator{folder, failure}) {
        if (entry.path().extension() == ".xlsx") {
            files.insert(entry.path());
        }
    }
    std::vector<FeederSolution> solutions;
    for (auto const& file : files) {
        auto solution = SolutionReader{file, findings}.read();
        auto const below = fs::relative(file, folder, failure);
        solution.solver = std::next(below.begin()) == below.end() ? "" : below.begin()->string();
        solutions.push_back(std::move(solution));
    }
    return solutions;
}

} // namespace opschaling::scenarios
