#include "analysis/store/check_sizes.hpp"

namespace opschaling::analysis {

void check_unfolds(hid_t dataset) {
    constexpr double most_by_deflate{1032.0};
    constexpr double passes{64.0 * 1024.0 * 1024.0};
    h5::Owned const type{h5::checked([&] { return H5Dget_type(dataset); }), H5Tclose};
    auto said = static_cast<double>(H5Tget_size(type.id()));
    for (auto const length : h5::extent_of(dataset)) {
        said *= static_cast<double>(length);
    }
    auto const held = static_cast<double>(H5Dget_storage_size(dataset));
    if (said > passes + 1.1 * most_by_deflate * held) {
        throw h5::Failure{"a dataset says to hold more than the file has bytes for"};
    }
}

void check_sizes(hid_t file, ResultPlan const& plan, sim::ResultShape const& shape,
                 bool is_complete) {
    for (auto const& series : shape.series) {
        auto const dataset = h5::open_dataset(file, series.name.c_str());
        auto const extent = h5::extent_of(dataset.id());
        if (extent.empty() || extent.front() != plan.runs()) {
            throw h5::Failure{"the series " + series.name + " does not fit the runs of the plan"};
        }
        if (is_complete) {
            check_unfolds(dataset.id());
        }
    }
}

} // namespace opschaling::analysis
