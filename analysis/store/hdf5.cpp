#include "analysis/store/hdf5.hpp"

#include <hdf5_hl.h>

#include <algorithm>
#include <numeric>

namespace opschaling::analysis::h5 {

namespace {

herr_t keep_deepest(unsigned int depth, H5E_error2_t const* error, void* into) {
    if (depth == 0 && error->desc != nullptr) {
        *static_cast<std::string*>(into) = error->desc;
    }
    return 0;
}

/// A series has ten attributes. Beyond eight the library would give each object a heap and two
/// trees of its own for them, half as large as the rest of the layout.
constexpr unsigned int most_attributes_in_header{24};

Owned simple_space(std::vector<hsize_t> const& extent) {
    return {checked([&] {
                return H5Screate_simple(static_cast<int>(extent.size()), extent.data(), nullptr);
            }),
            H5Sclose};
}

/// Figures go straight to the file. Through the library's sieve buffer they would be written when a
/// dataset is closed, and 1.10.8 tells nobody when that fails.
Owned direct_access() {
    Owned list{checked([] { return H5Pcreate(H5P_FILE_ACCESS); }), H5Pclose};
    checked([&] { return H5Pset_sieve_buf_size(list.id(), 0); });
    return list;
}

/// Every file is closed where it was opened. The library's own closing at the program's end would
/// write once more what a full disk refused, and crash. It heeds this only before its first use,
/// which may be the mere naming of a type.
[[maybe_unused]] bool const without_farewell = H5dont_atexit() >= 0;

} // namespace

void keep_quiet() {
    thread_local bool const quiet = [] {
        H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
        return true;
    }();
    static_cast<void>(quiet);
}

std::string last_error() {
    std::string message{"the HDF5 library gave no reason"};
    H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, keep_deepest, &message);
    return message;
}

Owned& Owned::operator=(Owned&& other) noexcept {
    if (this != &other) {
        close();
        id_ = std::exchange(other.id_, H5I_INVALID_HID);
        closer_ = other.closer_;
    }
    return *this;
}

bool Owned::close() noexcept {
    if (id_ < 0) {
        return true;
    }
    keep_quiet();
    return closer_(std::exchange(id_, H5I_INVALID_HID)) >= 0;
}

void close(Owned& owned) {
    if (!owned.close()) {
        throw Failure{last_error()};
    }
}

Owned create_file(std::filesystem::path const& path) {
    Owned const creation{checked([] { return H5Pcreate(H5P_FILE_CREATE); }), H5Pclose};
    checked([&] {
        return H5Pset_link_creation_order(creation.id(),
                                          H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED);
    });
    checked([&] { return H5Pset_obj_track_times(creation.id(), false); });
    auto const access = direct_access();
    return {
        checked([&] { return H5Fcreate(path.c_str(), H5F_ACC_TRUNC, creation.id(), access.id()); }),
        H5Fclose};
}

Owned open_file(std::filesystem::path const& path, Access access) {
    auto const flags = access == Access::read ? H5F_ACC_RDONLY : H5F_ACC_RDWR;
    auto const list = direct_access();
    return {checked([&] { return H5Fopen(path.c_str(), flags, list.id()); }), H5Fclose};
}

void flush(hid_t file) {
    checked([&] { return H5Fflush(file, H5F_SCOPE_GLOBAL); });
}

Owned create_group(hid_t parent, char const* name) {
    Owned const creation{checked([] { return H5Pcreate(H5P_GROUP_CREATE); }), H5Pclose};
    checked([&] {
        return H5Pset_link_creation_order(creation.id(),
                                          H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED);
    });
    checked([&] { return H5Pset_obj_track_times(creation.id(), false); });
    return {
        checked([&] { return H5Gcreate2(parent, name, H5P_DEFAULT, creation.id(), H5P_DEFAULT); }),
        H5Gclose};
}

Owned open_group(hid_t parent, char const* name) {
    return {checked([&] { return H5Gopen2(parent, name, H5P_DEFAULT); }), H5Gclose};
}

bool has_member(hid_t parent, char const* name) {
    return checked([&] { return H5Lexists(parent, name, H5P_DEFAULT); }) > 0;
}

Owned create_dataset(hid_t parent, char const* name, hid_t type, std::vector<hsize_t> const& extent,
                     Storage const& storage) {
    Owned const creation{checked([] { return H5Pcreate(H5P_DATASET_CREATE); }), H5Pclose};
    auto const list = creation.id();
    checked([&] { return H5Pset_obj_track_times(list, false); });
    checked([&] {
        return H5Pset_attr_creation_order(list, H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED);
    });
    checked([&] { return H5Pset_attr_phase_change(list, most_attributes_in_header, 0); });
    if (storage.chunk.empty()) {
        checked([&] { return H5Pset_alloc_time(list, H5D_ALLOC_TIME_EARLY); });
    } else {
        checked([&] {
            return H5Pset_chunk(list, static_cast<int>(storage.chunk.size()), storage.chunk.data());
        });
        checked([&] { return H5Pset_shuffle(list); });
        checked([&] { return H5Pset_deflate(list, 1); });
        checked([&] { return H5Pset_fletcher32(list); });
    }
    if (storage.fill) {
        checked([&] { return H5Pset_fill_value(list, H5T_NATIVE_FLOAT, &*storage.fill); });
    }
    auto const space = simple_space(extent);
    return {checked([&] {
                return H5Dcreate2(parent, name, type, space.id(), H5P_DEFAULT, list, H5P_DEFAULT);
            }),
            H5Dclose};
}

Owned open_dataset(hid_t parent, char const* name) {
    return {checked([&] { return H5Dopen2(parent, name, H5P_DEFAULT); }), H5Dclose};
}

std::vector<hsize_t> extent_of(hid_t dataset) {
    Owned const space{checked([&] { return H5Dget_space(dataset); }), H5Sclose};
    auto const rank = checked([&] { return H5Sget_simple_extent_ndims(space.id()); });
    std::vector<hsize_t> extent(static_cast<std::size_t>(rank));
    checked([&] { return H5Sget_simple_extent_dims(space.id(), extent.data(), nullptr); });
    return extent;
}

std::size_t Block::size() const {
    return std::accumulate(count.begin(), count.end(), std::size_t{1}, std::multiplies{});
}

void write(hid_t dataset, hid_t memory_type, void const* values) {
    checked([&] { return H5Dwrite(dataset, memory_type, H5S_ALL, H5S_ALL, H5P_DEFAULT, values); });
}

void read(hid_t dataset, hid_t memory_type, void* values) {
    checked([&] { return H5Dread(dataset, memory_type, H5S_ALL, H5S_ALL, H5P_DEFAULT, values); });
}

namespace {

Owned select(hid_t dataset, Block const& block) {
    Owned space{checked([&] { return H5Dget_space(dataset); }), H5Sclose};
    checked([&] {
        return H5Sselect_hyperslab(space.id(), H5S_SELECT_SET, block.start.data(), nullptr,
                                   block.count.data(), nullptr);
    });
    return space;
}

} // namespace

void write_block(hid_t dataset, hid_t memory_type, Block const& block, void const* values) {
    auto const file_space = select(dataset, block);
    auto const memory_space = simple_space(block.count);
    checked([&] {
        return H5Dwrite(dataset, memory_type, memory_space.id(), file_space.id(), H5P_DEFAULT,
                        values);
    });
}

void read_block(hid_t dataset, hid_t memory_type, Block const& block, void* values) {
    auto const file_space = select(dataset, block);
    auto const memory_space = simple_space(block.count);
    checked([&] {
        return H5Dread(dataset, memory_type, memory_space.id(), file_space.id(), H5P_DEFAULT,
                       values);
    });
}

void make_scale(hid_t dataset, char const* name) {
    checked([&] { return H5DSset_scale(dataset, name); });
}

Owned create_dimension(hid_t parent, char const* name, hsize_t size) {
    auto dimension = create_dataset(parent, name, H5T_IEEE_F32BE, {size});
    auto length = std::to_string(size);
    length.insert(0, length.size() < 10 ? 10 - length.size() : 0, ' ');
    make_scale(dimension.id(),
               ("This is a netCDF dimension but not a netCDF variable." + length).c_str());
    return dimension;
}

void attach_scale(hid_t dataset, unsigned int dimension, hid_t scale) {
    checked([&] { return H5DSattach_scale(dataset, scale, dimension); });
}

} // namespace opschaling::analysis::h5
