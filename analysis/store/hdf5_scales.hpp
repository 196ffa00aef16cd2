#pragma once

#include "analysis/store/hdf5.hpp"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace opschaling::analysis::h5 {

/// Attaches scales to the dimensions of many datasets. A scale keeps a list of the datasets that it
/// is attached to, and the library's own function writes that list anew for each of them; here each
/// list is written once, by `finish`. Scales stay open until then.
class ScaleAttachments {
public:
    /// One scale for each dimension of a dataset that has none yet.
    void attach(hid_t dataset, std::span<hid_t const> scales);

    /// Tells each scale which datasets it was attached to. To be called once.
    void finish();

private:
    /// The record of HDF5's specification of dimension scales.
    struct Use {
        hobj_ref_t dataset;
        std::int32_t dimension;
    };

    static void write_uses(hid_t scale, std::vector<Use> uses);

    std::vector<std::pair<hid_t, std::vector<Use>>> uses_; ///< in the order of first use
};

} // namespace opschaling::analysis::h5
