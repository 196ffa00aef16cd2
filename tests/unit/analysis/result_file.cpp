#include "analysis/store/result_file.hpp"

#include "analysis/store/result_writer.hpp"
#include "analysis/store/storage_error.hpp"
#include "tests/support/sample_study.hpp"

#include <catch2/catch.hpp>

using namespace opschaling;
using namespace opschaling::tests;

TEST_CASE("what was written is read back", "[analysis][store]") {
    EmptyFolder const folder{"result"};
    auto const path = folder / "sample.nc";
    write_sample(path);
    auto const file = analysis::ResultFile::open(path);

    CHECK(file.plan() == sample_plan());
    CHECK(file.is_complete());
    CHECK(file.shape().series.size() == sample_shape().series.size());
    for (std::size_t run = 0; run + 1 < file.plan().runs(); ++run) {
        CHECK(file.statuses()[run] == analysis::RunStatus::done);
        CHECK(file.read_run(run) == sample_result(run));
        CHECK(file.failures()[run].empty());
    }
    CHECK(file.statuses().back() == analysis::RunStatus::failed);
    CHECK(file.failures().back() == "the queue of a station ran below zero – één keer");
    CHECK(file.seconds().front() == 1.5F);
    CHECK(file.phase_seconds().at(1) == 0.5F);
}
