#include "models/grid/voltage.hpp"
#include "tests/support/real_data.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <complex>
#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>

using namespace opschaling;
using namespace opschaling::models;

namespace {

namespace fs = std::filesystem;

using Cells = std::vector<std::string>;

Cells cells_of(std::string const& line) {
    Cells cells;
    std::istringstream stream{line};
    for (std::string cell; std::getline(stream, cell, ',');) {
        cells.push_back(cell);
    }
    if (!cells.empty() && !cells.back().empty() && cells.back().back() == '\r') {
        cells.back().pop_back();
    }
    return cells;
}

/// The rows below the line of names.
std::vector<Cells> rows_of(fs::path const& file) {
    std::ifstream stream{file};
    std::vector<Cells> rows;
    std::string line;
    std::getline(stream, line);
    while (std::getline(stream, line)) {
        rows.push_back(cells_of(line));
    }
    return rows;
}

double number(std::string const& text) {
    return std::stod(text);
}

/// The European low-voltage test feeder of IEEE PES with the loads of one minute. Node 0 is bus 1,
/// the low-voltage side of the transformer.
struct TestFeeder {
    RadialFeeder feeder;
    std::map<std::string, std::size_t> node_of_bus{{"1", 0}};

    TestFeeder(fs::path const& folder, std::size_t minute) {
        std::map<std::string, std::array<std::complex<double>, 2>> codes;
        for (auto const& row : rows_of(folder / "LineCodes.csv")) {
            codes[row[0]] = {std::complex{number(row[2]), number(row[3])},
                             std::complex{number(row[4]), number(row[5])}};
        }
        auto lines = rows_of(folder / "Lines.csv");
        while (!lines.empty()) { // outwards: a line is laid when one of its ends is there
            auto const before = lines.size();
            std::erase_if(lines, [&](Cells const& line) {
                if (!node_of_bus.contains(line[1])) {
                    return false;
                }
                auto const& code = codes.at(line[6]);
                auto const to = node_of_bus.size();
                node_of_bus[line[2]] = to;
                feeder.pieces.push_back(piece_of(
                    static_cast<std::uint32_t>(node_of_bus.at(line[1])),
                    static_cast<std::uint32_t>(to), code[0], code[1], number(line[4]) / 1000.0));
                return true;
            });
            REQUIRE(lines.size() < before);
        }
        feeder.load.resize(node_of_bus.size());
        for (auto const& row : rows_of(folder / "Loads.csv")) {
            auto const profile = "Load_profile_" + row[9].substr(row[9].find('_') + 1) + ".csv";
            auto const shape = rows_of(folder / "Load_Profiles" / profile);
            double const watt = 1000.0 * number(row[7]) * number(shape[minute - 1][1]);
            double const angle = std::acos(number(row[8]));
            feeder.load[node_of_bus.at(row[2])][static_cast<std::size_t>(row[3][0] - 'A')] +=
                std::complex{watt, watt * std::tan(angle)};
        }
    }
};

/// Phase voltages by bus from a published snapshot.
std::map<std::string, std::array<double, 3>> published(fs::path const& workbook, bool open_dss) {
    std::string const command = std::string{"/usr/bin/python3 '"} + OPSCHALING_SOURCE_DIR +
                                "/tests/data/read_workbook.py' '" + workbook.string() +
                                "' Voltages";
    std::FILE* const pipe = popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string text;
    std::array<char, 4096> piece{};
    while (std::fgets(piece.data(), piece.size(), pipe) != nullptr) {
        text += piece.data();
    }
    REQUIRE(pclose(pipe) == 0);
    std::map<std::string, std::array<double, 3>> voltage;
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line);) {
        auto const cells = cells_of(line);
        if (cells.size() < 7) {
            continue;
        }
        if (open_dss && cells.size() >= 13 && cells[0] != "Bus" && cells[0] != "SOURCEBUS") {
            voltage[cells[0]] = {number(cells[3]), number(cells[7]), number(cells[11])};
        } else if (!open_dss && cells[0].starts_with("Bus")) {
            voltage[cells[0].substr(3)] = {number(cells[1]), number(cells[3]), number(cells[5])};
        }
    }
    return voltage;
}

} // namespace

TEST_CASE("linearised DistFlow finds the voltages of the solved European LV feeder",
          "[data][grid]") {
    auto const folder = tests::real_data("grid_ieee_european_lv");
    if (!folder) {
        return;
    }
    // Neglected: losses, that loads draw more current at a lower voltage, and what is above the
    // low-voltage side of the transformer, which is taken to stand at 1.05 of its rated voltage.
    double const rated = 416.0 / std::sqrt(3.0);
    constexpr std::array<std::pair<std::size_t, char const*>, 3> snapshots{
        {{1, "Snapshot_1min_Initialization_Off Peak.xlsx"},
         {566, "Snapshot_566min_On Peak.xlsx"},
         {1440, "Snapshot_1440min_End.xlsx"}}};
    for (auto const& [minute, file] : snapshots) {
        TestFeeder const test{*folder / "European_LV_CSV", minute};
        auto const found = voltages(test.feeder, 1.05 * rated);
        for (bool const open_dss : {true, false}) {
            auto const solution = published(
                *folder / "Solutions" / (open_dss ? "OpenDSS" : "GridLAB-D") / "Snapshots" / file,
                open_dss);
            REQUIRE(solution.size() == 906);
            double largest{0.0};
            double lowest{2.0};
            for (auto const& [bus, voltage] : solution) {
                auto const node = test.node_of_bus.at(bus);
                for (std::size_t phase = 0; phase < 3; ++phase) {
                    largest =
                        std::max(largest, std::abs(found[node][phase] - voltage[phase]) / rated);
                    lowest = std::min(lowest, voltage[phase] / rated);
                }
            }
            std::cout << "minute " << minute << ", " << (open_dss ? "OpenDSS" : "GridLAB-D")
                      << ": largest error " << largest << " p.u., lowest voltage " << lowest
                      << " p.u.\n";
            CHECK(largest <= 0.01);
        }
    }
}
