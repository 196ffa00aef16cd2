#include "scenarios/feeder/read_feeder.hpp"

#include "scenarios/feeder/feeder_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <numbers>
#include <set>

namespace opschaling::scenarios {

namespace {

namespace fs = std::filesystem;

constexpr double metres_per_km{1000.0};
constexpr double per_kilo{1000.0};
constexpr std::size_t most_nodes{100'000};
constexpr std::size_t most_profiles{10'000};

struct LineCode {
    std::complex<double> positive;
    std::complex<double> zero;
};

struct Line {
    std::string from;
    std::string to;
    std::string code;
    double metres{0.0};
    Place place;
};

class FeederReader {
public:
    FeederReader(fs::path folder, ImportFindings& findings)
        : folder_{std::move(folder)}, findings_{findings} {}

    Feeder read() {
        read_source();
        read_transformer();
        auto const codes = read_line_codes();
        lay(read_lines(), codes);
        feeder_.coordinates = table("Buscoords.csv").rows();
        read_profiles();
        read_loads(read_shapes());
        return std::move(feeder_);
    }

private:
    [[nodiscard]] FeederTable table(std::string const& name) const {
        return {(folder_ / name).string(), findings_};
    }

    /// "pu=1.05" and "Voltage=11 kV" under a heading in brackets.
    void read_source() {
        auto const file = (folder_ / "Source.csv").string();
        auto const text = read_whole_file(file, most_bytes_of_a_feeder_file, findings_);
        std::map<std::string, double> found;
        int number{0};
        for (auto const& line : lines_of(text)) {
            ++number;
            auto const sign = line.find('=');
            if (sign == std::string::npos) {
                continue;
            }
            auto value = line.substr(sign + 1);
            value = value.substr(0, value.find_first_of(" \r"));
            if (auto const amount = plain_number(value)) {
                found[line.substr(0, sign)] = *amount;
            } else {
                findings_.add({.file = file, .line = number, .column = static_cast<int>(sign) + 2},
                              fmt::format("'{}' is not a number", value), "a number and its unit");
            }
        }
        for (auto const* key : {"Voltage", "pu"}) {
            if (!text.empty() && !found.contains(key)) {
                findings_.add({.file = file, .line = 1, .column = 1}, fmt::format("no '{}'", key),
                              fmt::format("{}=...", key));
            }
        }
        feeder_.source_kilovolt = found["Voltage"];
        feeder_.source_voltage = found["pu"];
    }

    void read_transformer() {
        auto const transformer = table("Transformer.csv");
        if (transformer.has({"kV_sec", "MVA"}) && transformer.rows() > 0) {
            feeder_.rated_voltage = per_kilo / std::numbers::sqrt3 *
                                    transformer.number(0, "kV_sec", 0.05, 50.0, "kV, 0.05 to 50");
            feeder_.transformer_megavolt_ampere =
                transformer.number(0, "MVA", 0.001, 1000.0, "MVA, 0.001 to 1000");
        }
    }

    std::map<std::string, LineCode> read_line_codes() {
        std::map<std::string, LineCode> codes;
        auto const codes_table = table("LineCodes.csv");
        if (!codes_table.has({"Name", "R1", "X1", "R0", "X0", "Units"})) {
            return codes;
        }
        for (std::size_t row = 0; row < codes_table.rows(); ++row) {
            auto const ohm = [&](std::string_view column) {
                return codes_table.number(row, column, 0.0, 100.0, "Ohm per km, 0 to 100");
            };
            codes_table.expect(row, "Units", "km");
            codes[codes_table.text(row, "Name")] = {{ohm("R1"), ohm("X1")}, {ohm("R0"), ohm("X0")}};
        }
        feeder_.line_codes = codes.size();
        return codes;
    }

    std::vector<Line> read_lines() {
        std::vector<Line> lines;
        auto const table_of_lines = table("Lines.csv");
        if (!table_of_lines.has({"Bus1", "Bus2", "Length", "Units", "LineCode"})) {
            return lines;
        }
        for (std::size_t row = 0; row < table_of_lines.rows(); ++row) {
            table_of_lines.expect(row, "Units", "m");
            lines.push_back({.from = table_of_lines.text(row, "Bus1"),
                             .to = table_of_lines.text(row, "Bus2"),
                             .code = table_of_lines.text(row, "LineCode"),
                             .metres = table_of_lines.number(row, "Length", 0.0, 100'000.0,
                                                             "metres, 0 to 100000"),
                             .place = table_of_lines.place(row, "Bus1")});
        }
        return lines;
    }

    /// Outwards from the first line's begin: a line is laid when one of its ends is there.
    void lay(std::vector<Line> lines, std::map<std::string, LineCode> const& codes) {
        if (lines.empty()) {
            return;
        }
        if (lines.size() > most_nodes) {
            findings_.add(lines[most_nodes].place, fmt::format("more than {} lines", most_nodes),
                          "the lines of one feeder");
            return;
        }
        add_node(lines.front().from);
        while (!lines.empty()) {
            auto const before = lines.size();
            std::erase_if(lines, [&](Line const& line) { return lay(line, codes); });
            if (lines.size() == before) {
                findings_.add(lines.front().place,
                              fmt::format("line from '{}' to '{}' hangs on nothing",
                                          lines.front().from, lines.front().to),
                              "one tree from the source");
                return;
            }
        }
        feeder_.lines.load.resize(feeder_.buses.size());
    }

    bool lay(Line const& line, std::map<std::string, LineCode> const& codes) {
        auto const from = nodes_.find(line.from);
        auto const to = nodes_.find(line.to);
        if (from == nodes_.end() && to == nodes_.end()) {
            return false;
        }
        auto const code = codes.find(line.code);
        if (from != nodes_.end() && to != nodes_.end()) {
            findings_.add(line.place, fmt::format("a second way to '{}'", line.to), "a tree");
        } else if (code == codes.end()) {
            findings_.add(line.place, fmt::format("no line code '{}'", line.code),
                          "a name in LineCodes.csv");
        } else {
            auto const begin = from != nodes_.end() ? from->second : to->second;
            auto const end = add_node(from != nodes_.end() ? line.to : line.from);
            feeder_.lines.pieces.push_back(models::piece_of(
                static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                code->second.positive, code->second.zero, line.metres / metres_per_km));
            feeder_.kilometres += line.metres / metres_per_km;
        }
        return true;
    }

    std::size_t add_node(std::string const& bus) {
        auto const node = nodes_.size();
        nodes_.emplace(bus, node);
        feeder_.buses.push_back(bus);
        return node;
    }

    /// Every profile in the folder, used or not.
    void read_profiles() {
        std::set<fs::path> files;
        std::error_code failure;
        for (auto const& entry : fs::directory_iterator{folder_ / "Load_Profiles", failure}) {
            if (entry.path().extension() != ".csv") {
                continue;
            }
            if (files.size() == most_profiles) {
                findings_.add({.file = entry.path().string(), .line = 1, .column = 1},
                              fmt::format("more than {} profiles", most_profiles),
                              "the profiles of one feeder");
                break;
            }
            files.insert(entry.path());
        }
        if (files.empty()) {
            findings_.add({.file = (folder_ / "Load_Profiles").string(), .line = 1, .column = 1},
                          "no profiles", "a folder of CSV files with a line a minute");
        }
        for (auto const& file : files) {
            FeederTable const profile{file.string(), findings_};
            if (!profile.has({"time", "mult"})) {
                continue;
            }
            auto& read = feeder_.profiles.emplace_back();
            read.file = file.filename().string();
            for (std::size_t row = 0; row < profile.rows(); ++row) {
                read.values.push_back(
                    profile.number(row, "mult", -1000.0, 1000.0, "a multiple, -1000 to 1000"));
            }
        }
    }

    /// The number of the profile of each shape.
    std::map<std::string, std::size_t> read_shapes() {
        std::map<std::string, std::size_t> shapes;
        auto const table_of_shapes = table("LoadShapes.csv");
        if (!table_of_shapes.has({"Name", "File"})) {
            return shapes;
        }
        for (std::size_t row = 0; row < table_of_shapes.rows(); ++row) {
            auto const file = table_of_shapes.text(row, "File");
            auto const found = std::ranges::find(feeder_.profiles, file, &MinuteProfile::file);
            if (found == feeder_.profiles.end()) {
                findings_.add(table_of_shapes.place(row, "File"),
                              fmt::format("no profile '{}'", file), "a file in Load_Profiles");
                continue;
            }
            shapes[table_of_shapes.text(row, "Name")] =
                static_cast<std::size_t>(found - feeder_.profiles.begin());
        }
        return shapes;
    }

    void read_loads(std::map<std::string, std::size_t> const& shapes) {
        auto const loads = table("Loads.csv");
        if (!loads.has({"Name", "Bus", "phases", "kW", "PF", "Yearly"})) {
            return;
        }
        for (std::size_t row = 0; row < loads.rows(); ++row) {
            auto const node = nodes_.find(loads.text(row, "Bus"));
            auto const shape = shapes.find(loads.text(row, "Yearly"));
            auto const phase = std::string_view{"ABC"}.find(loads.text(row, "phases"));
            if (node == nodes_.end()) {
                findings_.add(loads.place(row, "Bus"), "no line leads to this bus",
                              "a bus in Lines.csv");
            } else if (shape == shapes.end()) {
                findings_.add(loads.place(row, "Yearly"), "no such shape",
                              "a name in LoadShapes.csv");
            } else if (loads.text(row, "phases").size() != 1 || phase == std::string_view::npos) {
                findings_.add(loads.place(row, "phases"), "no phase of its own", "A, B or C");
            } else {
                feeder_.loads.push_back(
                    {.name = loads.text(row, "Name"),
                     .node = node->second,
                     .phase = phase,
                     .kilowatt = loads.number(row, "kW", 0.0, 100'000.0, "kW, 0 to 100000"),
                     .power_factor = loads.number(row, "PF", 0.01, 1.0, "0.01 to 1"),
                     .profile = shape->second});
            }
        }
    }

    fs::path folder_;
    ImportFindings& findings_;
    std::map<std::string, std::size_t> nodes_;
    Feeder feeder_;
};

} // namespace

std::size_t Feeder::minutes() const {
    std::size_t least{0};
    for (auto const& profile : profiles) {
        least = least == 0 ? profile.values.size() : std::min(least, profile.values.size());
    }
    return least;
}

std::size_t Feeder::profiles_in_use() const {
    std::set<std::size_t> used;
    for (auto const& load : loads) {
        used.insert(load.profile);
    }
    return used.size();
}

std::vector<std::array<std::complex<double>, 3>> Feeder::loads_in(std::size_t minute) const {
    std::vector<std::array<std::complex<double>, 3>> drawn(buses.size());
    for (auto const& load : loads) {
        double const watt = per_kilo * load.kilowatt * profiles[load.profile].values[minute];
        drawn[load.node][load.phase] +=
            std::complex{watt, watt * std::tan(std::acos(load.power_factor))};
    }
    return drawn;
}

Feeder read_feeder(std::string const& folder, ImportFindings& findings) {
    return FeederReader{folder, findings}.read();
}

} // namespace opschaling::scenarios
