// Writes the files that the readers of other projects are tried on: write_samples FOLDER.
#include "analysis/store/table_file.hpp"
#include "tests/support/made_up_sweep.hpp"
#include "tests/support/sample_study.hpp"

#include <cstdint>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

using namespace opschaling;

int main(int argument_count, char** arguments) {
    if (argument_count != 2) {
        std::cerr << "usage: write_samples FOLDER\n";
        return 64;
    }
    std::filesystem::path const folder{arguments[1]};
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    tests::write_sample(folder / "sample.nc");
    tests::write_sample(folder / "again.nc");
    tests::begin_sample(folder / "begun.nc", 2);
    auto const sweep = tests::made_up_sweep(9, 4);
    auto writer = analysis::SweepWriter::create(folder / "sweep.nc", sweep);
    tests::write_made_up(writer, sweep);
    analysis::write_tables(
        folder / "tables.nc",
        {.schema = "opschaling-sample/1",
         .attributes = {{"source", "made up for a test – één gemeente"}},
         .tables = {{.name = "gemeenten",
                     .columns = {{.name = "code",
                                  .unit = "",
                                  .long_name = "code of the gemeente",
                                  .values = std::vector<std::string>{"GM0363", "GM1966"}},
                                 {.name = "homes",
                                  .unit = "1",
                                  .long_name = "homes",
                                  .values = std::vector<std::int32_t>{400'000, 20'000}},
                                 {.name = "share_owned",
                                  .unit = "1",
                                  .long_name = "share of homes owned by who lives there",
                                  .values = std::vector<double>{0.3, 0.6}}}}}});
}
