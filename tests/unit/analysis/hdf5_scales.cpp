#include "analysis/store/hdf5_scales.hpp"

#include "tests/support/empty_folder.hpp"

#include <catch2/catch.hpp>
#include <hdf5_hl.h>

#include <array>
#include <string>
#include <vector>

using namespace opschaling;
using namespace opschaling::tests;
namespace h5 = analysis::h5;

TEST_CASE("scales attached all at once are those that the library attaches one by one",
          "[analysis][store]") {
    EmptyFolder const folder{"scales"};
    auto const file = h5::create_file(folder / "scales.nc");
    auto const run = h5::create_dimension(file.id(), "run", 2);
    auto const place = h5::create_dimension(file.id(), "place", 3);
    auto const by_the_library = h5::create_dataset(file.id(), "one", H5T_IEEE_F32LE, {2});
    h5::attach_scale(by_the_library.id(), 0, run.id());

    std::vector<h5::Owned> series;
    h5::ScaleAttachments attachments;
    for (int i = 0; i < 20; ++i) {
        auto const name = "series_" + std::to_string(i);
        series.push_back(h5::create_dataset(file.id(), name.c_str(), H5T_IEEE_F32LE, {2, 3}));
        attachments.attach(series.back().id(), std::array{run.id(), place.id()});
    }
    attachments.finish();

    CHECK(H5DSis_attached(by_the_library.id(), run.id(), 0) == 1);
    for (auto const& dataset : series) {
        CHECK(H5DSis_attached(dataset.id(), run.id(), 0) == 1);
        CHECK(H5DSis_attached(dataset.id(), place.id(), 1) == 1);
        CHECK(H5DSis_attached(dataset.id(), place.id(), 0) == 0);
        CHECK(H5DSget_num_scales(dataset.id(), 0) == 1);
    }
    // The library goes on from there: it takes one away and attaches it again.
    CHECK(H5DSdetach_scale(series[7].id(), run.id(), 0) >= 0);
    CHECK(H5DSis_attached(series[7].id(), run.id(), 0) == 0);
    CHECK(H5DSis_attached(series[8].id(), run.id(), 0) == 1);
    CHECK(H5DSattach_scale(series[7].id(), run.id(), 0) >= 0);
    CHECK(H5DSis_attached(series[7].id(), run.id(), 0) == 1);
}
