#include "analysis/store/hdf5_scales.hpp"

#include <hdf5_hl.h>

#include <algorithm>

namespace opschaling::analysis::h5 {

namespace {

hobj_ref_t reference_to(hid_t object) {
    hobj_ref_t reference{};
    checked([&] { return H5Rcreate(&reference, object, ".", H5R_OBJECT, H5I_INVALID_HID); });
    return reference;
}

Owned line_space(hsize_t size) {
    return {checked([&] { return H5Screate_simple(1, &size, nullptr); }), H5Sclose};
}

} // namespace

void ScaleAttachments::attach(hid_t dataset, std::span<hid_t const> scales) {
    std::vector<hobj_ref_t> references;
    std::vector<hvl_t> list;
    references.reserve(scales.size());
    auto const itself = reference_to(dataset);
    for (std::size_t dimension = 0; dimension < scales.size(); ++dimension) {
        auto const scale = scales[dimension];
        references.push_back(reference_to(scale));
        list.push_back({.len = 1, .p = &references.back()});
        auto found = std::ranges::find(uses_, scale, [](auto const& pair) { return pair.first; });
        if (found == uses_.end()) {
            found = uses_.insert(uses_.end(), {scale, {}});
        }
        found->second.push_back(
            {.dataset = itself, .dimension = static_cast<std::int32_t>(dimension)});
    }
    Owned const type{checked([] { return H5Tvlen_create(H5T_STD_REF_OBJ); }), H5Tclose};
    auto const space = line_space(scales.size());
    Owned const attribute{checked([&] {
                              return H5Acreate2(dataset, DIMENSION_LIST, type.id(), space.id(),
                                                H5P_DEFAULT, H5P_DEFAULT);
                          }),
                          H5Aclose};
    checked([&] { return H5Awrite(attribute.id(), type.id(), list.data()); });
}

void ScaleAttachments::finish() {
    for (auto& [scale, uses] : uses_) {
        write_uses(scale, std::move(uses));
    }
    uses_.clear();
}

void ScaleAttachments::write_uses(hid_t scale, std::vector<Use> uses) {
    Owned const type{checked([] { return H5Tcreate(H5T_COMPOUND, sizeof(Use)); }), H5Tclose};
    checked(
        [&] { return H5Tinsert(type.id(), "dataset", HOFFSET(Use, dataset), H5T_STD_REF_OBJ); });
    checked(
        [&] { return H5Tinsert(type.id(), "dimension", HOFFSET(Use, dimension), H5T_NATIVE_INT); });
    if (has_attribute(scale, REFERENCE_LIST)) {
        Owned before{checked([&] { return H5Aopen(scale, REFERENCE_LIST, H5P_DEFAULT); }),
                     H5Aclose};
        Owned const space{checked([&] { return H5Aget_space(before.id()); }), H5Sclose};
        auto const count = checked([&] { return H5Sget_simple_extent_npoints(space.id()); });
        std::vector<Use> all(static_cast<std::size_t>(count));
        checked([&] { return H5Aread(before.id(), type.id(), all.data()); });
        close(before);
        checked([&] { return H5Adelete(scale, REFERENCE_LIST); });
        all.insert(all.end(), uses.begin(), uses.end());
        uses = std::move(all);
    }
    auto const space = line_space(uses.size());
    Owned const attribute{checked([&] {
                              return H5Acreate2(scale, REFERENCE_LIST, type.id(), space.id(),
                                                H5P_DEFAULT, H5P_DEFAULT);
                          }),
                          H5Aclose};
    checked([&] { return H5Awrite(attribute.id(), type.id(), uses.data()); });
}

} // namespace opschaling::analysis::h5
