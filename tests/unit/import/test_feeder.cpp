#include "scenarios/feeder/check_feeder.hpp"
#include "tests/unit/import/sample_file.hpp"
#include "tests/unit/import/small_workbook.hpp"

#include <catch2/catch.hpp>

using namespace opschaling;
using tests::EmptyFolder;

namespace {

/// Three buses in a row, 100 m each, one load of 2 kW in phase B at the end.
std::map<std::string, std::string> sample_feeder() {
    return {{"Source.csv", "[Source]\nVoltage=11 kV\npu=1.00 \n"},
            {"Transformer.csv", "Name, phases, kV_sec, MVA\nTR1,3,0.4,0.8\n"},
            {"LineCodes.csv", "Name,R1,X1,R0,X0,Units\nc,0.5,0.1,0.5,0.1,km\n"},
            {"Lines.csv", "Name,Bus1,Bus2,Length,Units,LineCode\nL1,1,2,100,m,c\nL2,2,3,100,m,c\n"},
            {"Buscoords.csv", "Busname, x, y\n1,0,0\n2,100,0\n3,200,0\n"},
            {"LoadShapes.csv", "Name,File\nS,p.csv\n"},
            {"Loads.csv", "Name,Bus,phases,kW,PF,Yearly\nLOAD1,3,B,1,1,S\n"},
            {"Load_Profiles/p.csv", "time,mult\n00:01,0\n00:02,2\n"}};
}

struct Kept {
    EmptyFolder folder;
    std::string path;

    explicit Kept(std::map<std::string, std::string> const& files) {
        path = std::filesystem::path{folder.write("begin", "")}.parent_path().string();
        for (auto const& [name, text] : files) {
            std::filesystem::create_directories((std::filesystem::path{path} / name).parent_path());
            static_cast<void>(folder.write(name, text));
        }
    }
};

std::string finding_in(std::string const& name, std::string const& from, std::string const& to) {
    auto files = sample_feeder();
    files[name] = tests::with(files[name], from, to);
    Kept const kept{files};
    scenarios::ImportFindings findings;
    static_cast<void>(scenarios::read_feeder(kept.path, findings));
    if (findings.empty()) {
        return "nothing";
    }
    auto const& first = findings.kept().front();
    return std::filesystem::path{first.file}.filename().string() + ":" +
           std::to_string(first.line) + ":" + std::to_string(first.column) + " " + first.message;
}

} // namespace

TEST_CASE("a feeder of two lines loses the voltage of its resistance", "[import][feeder]") {
    Kept const kept{sample_feeder()};
    scenarios::ImportFindings findings;
    auto const feeder = scenarios::read_feeder(kept.path, findings);
    findings.throw_if_any();
    CHECK(feeder.buses == std::vector<std::string>{"1", "2", "3"});
    CHECK(feeder.minutes() == 2);
    CHECK(feeder.kilometres == Approx(0.2));
    auto const day = scenarios::day_of(feeder);
    CHECK(day.peak_kilowatt == Approx(2.0));
    CHECK(day.peak_minute == 2);
    CHECK(day.lowest_bus == "3");
    CHECK(day.lowest_minute == 2);
    // 2 kW at 231 V is 8.66 A through 0.1 Ohm; reactance turns the voltage and hardly lowers it.
    double const volt = 400.0 / std::sqrt(3.0);
    CHECK(day.lowest_voltage == Approx(1.0 - 2000.0 / volt * 0.1 / volt).margin(1e-5));
}

TEST_CASE("a published snapshot is compared bus by bus", "[import][feeder]") {
    Kept const kept{sample_feeder()};
    scenarios::ImportFindings findings;
    auto const feeder = scenarios::read_feeder(kept.path, findings);
    std::filesystem::create_directories(kept.path + "/Solutions/Solver");
    std::string rows{"<row><c t=\"str\"><v>node_name</v></c><c t=\"str\"><v>voltA_mag</v></c>"
                     "<c t=\"str\"><v>voltB_mag</v></c><c t=\"str\"><v>voltC_mag</v></c></row>"};
    for (auto const* bus : {"Bus1", "Bus2", "Bus9"}) {
        rows += "<row><c t=\"str\"><v>" + std::string{bus} +
                "</v></c><c><v>230.94</v></c><c><v>230.94</v></c><c><v>230.94</v></c></row>";
    }
    static_cast<void>(
        kept.folder.write("Solutions/Solver/Snapshot_1min.xlsx",
                          tests::zipped(tests::workbook_parts({{"Voltages", rows}}))));
    auto const solutions = scenarios::read_solutions(kept.path + "/Solutions", findings);
    findings.throw_if_any();
    REQUIRE(solutions.size() == 1);
    CHECK(solutions[0].solver == "Solver");
    CHECK(solutions[0].minute == 1);
    auto const checks = scenarios::check_solutions(feeder, solutions);
    CHECK(checks[0].compared == 6);
    CHECK(checks[0].unknown == 1);
    CHECK(checks[0].largest_error < 1e-4);
}

TEST_CASE("each mistake in a feeder stands at its place", "[import][feeder]") {
    CHECK(finding_in("Lines.csv", "L2,2,3", "L2,8,9") ==
          "Lines.csv:3:4 line from '8' to '9' hangs on nothing");
    CHECK(finding_in("Lines.csv", "L2,2,3", "L2,2,1") == "Lines.csv:3:4 a second way to '1'");
    CHECK(finding_in("Lines.csv", "100,m,c\nL2", "100,km,c\nL2") == "Lines.csv:2:12 Units: 'km'");
    CHECK(finding_in("Lines.csv", "100,m,c\nL2", "-1,m,c\nL2") ==
          "Lines.csv:2:8 Length: '-1' is no such number");
    CHECK(finding_in("Lines.csv", "m,c\nL2", "m,d\nL2") == "Lines.csv:2:4 no line code 'd'");
    CHECK(finding_in("LineCodes.csv", "0.5,0.1", "x,0.1") ==
          "LineCodes.csv:2:3 R1: 'x' is no such number");
    CHECK(finding_in("Loads.csv", ",3,B", ",7,B") == "Loads.csv:2:7 no line leads to this bus");
    CHECK(finding_in("Loads.csv", ",B,", ",D,") == "Loads.csv:2:9 no phase of its own");
    CHECK(finding_in("Loads.csv", ",S\n", ",T\n") == "Loads.csv:2:15 no such shape");
    CHECK(finding_in("LoadShapes.csv", "p.csv", "q.csv") ==
          "LoadShapes.csv:2:3 no profile 'q.csv'");
    CHECK(finding_in("Load_Profiles/p.csv", "00:02,2", "00:02,?") ==
          "p.csv:3:7 mult: '?' is no such number");
    CHECK(finding_in("Source.csv", "pu=1.00", "pu=high") ==
          "Source.csv:3:4 'high' is not a number");
    CHECK(finding_in("Source.csv", "pu=", "p=") == "Source.csv:1:1 no 'pu'");
    CHECK(finding_in("Transformer.csv", "kV_sec", "kV") ==
          "Transformer.csv:1:1 no column 'kV_sec'");
    std::string many;
    for (int i = 0; i < 100'000; ++i) {
        many += "M,2,x,100,m,c\n";
    }
    CHECK(finding_in("Lines.csv", "L2,", many + "L2,") ==
          "Lines.csv:100002:3 more than 100000 lines");
}
