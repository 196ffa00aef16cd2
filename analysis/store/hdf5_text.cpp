#include "analysis/store/hdf5.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace opschaling::analysis::h5 {

namespace {

/// Text beyond this is taken for damage.
constexpr std::size_t largest_text{64U << 20U};

Owned scalar_space() {
    return {checked([] { return H5Screate(H5S_SCALAR); }), H5Sclose};
}

Owned utf8_type(std::size_t size) {
    Owned type{checked([] { return H5Tcopy(H5T_C_S1); }), H5Tclose};
    checked([&] { return H5Tset_size(type.id(), size); });
    checked([&] { return H5Tset_cset(type.id(), H5T_CSET_UTF8); });
    return type;
}

void write_raw_attribute(hid_t object, char const* name, hid_t file_type, hid_t memory_type,
                         Owned const& space, void const* value) {
    Owned const attribute{checked([&] {
                              return H5Acreate2(object, name, file_type, space.id(), H5P_DEFAULT,
                                                H5P_DEFAULT);
                          }),
                          H5Aclose};
    checked([&] { return H5Awrite(attribute.id(), memory_type, value); });
}

Owned line_space(hsize_t size) {
    return {checked([&] { return H5Screate_simple(1, &size, nullptr); }), H5Sclose};
}

Owned open_attribute(hid_t object, char const* name) {
    return {checked([&] { return H5Aopen(object, name, H5P_DEFAULT); }), H5Aclose};
}

/// For so many texts: without it the library clears a megabyte for every list, however short.
Owned text_transfer(std::size_t count) {
    constexpr std::size_t largest{1U << 20U};
    constexpr std::size_t bytes_a_text{32}; // its place in the file or in memory, the larger
    Owned list{checked([] { return H5Pcreate(H5P_DATASET_XFER); }), H5Pclose};
    auto const size = std::clamp(count * bytes_a_text, bytes_a_text, largest);
    checked([&] { return H5Pset_buffer(list.id(), size, nullptr, nullptr); });
    return list;
}

void write_text_values(hid_t dataset, std::span<char const* const> texts) {
    auto const type = text_type();
    auto const transfer = text_transfer(texts.size());
    checked([&] {
        return H5Dwrite(dataset, type.id(), H5S_ALL, H5S_ALL, transfer.id(), texts.data());
    });
}

/// Frees the texts that HDF5 allocated while reading, whatever happens.
struct ReadTexts {
    std::vector<char*> texts;

    explicit ReadTexts(std::size_t count) : texts(count, nullptr) {}

    ReadTexts(ReadTexts const&) = delete;
    ReadTexts& operator=(ReadTexts const&) = delete;

    ~ReadTexts() {
        for (auto* text : texts) {
            H5free_memory(text);
        }
    }
};

std::vector<std::string> copy(ReadTexts const& read) {
    std::vector<std::string> copied;
    copied.reserve(read.texts.size());
    for (auto const* text : read.texts) {
        copied.emplace_back(text == nullptr ? "" : text);
    }
    return copied;
}

} // namespace

bool has_attribute(hid_t object, char const* name) {
    return checked([&] { return H5Aexists(object, name); }) > 0;
}

void write_short_text(hid_t object, char const* name, std::string_view text) {
    auto const type = utf8_type(std::max<std::size_t>(text.size(), 1));
    std::string const padded = text.empty() ? std::string(1, '\0') : std::string{text};
    write_raw_attribute(object, name, type.id(), type.id(), scalar_space(), padded.data());
}

void write_long_text(hid_t object, char const* name, std::string_view text) {
    auto const type = text_type();
    std::string const terminated{text};
    char const* const value = terminated.c_str();
    write_raw_attribute(object, name, type.id(), type.id(), scalar_space(), &value);
}

void write_attribute(hid_t object, char const* name, std::int32_t value) {
    write_raw_attribute(object, name, H5T_STD_I32LE, H5T_NATIVE_INT32, line_space(1), &value);
}

void write_attribute(hid_t object, char const* name, double value) {
    write_raw_attribute(object, name, H5T_IEEE_F64LE, H5T_NATIVE_DOUBLE, line_space(1), &value);
}

void write_attribute(hid_t object, char const* name, float value) {
    write_raw_attribute(object, name, H5T_IEEE_F32LE, H5T_NATIVE_FLOAT, line_space(1), &value);
}

void write_attribute(hid_t object, char const* name, std::span<std::uint8_t const> values) {
    write_raw_attribute(object, name, H5T_STD_U8LE, H5T_NATIVE_UINT8, line_space(values.size()),
                        values.data());
}

std::string read_text(hid_t object, char const* name) {
    auto const attribute = open_attribute(object, name);
    Owned const type{checked([&] { return H5Aget_type(attribute.id()); }), H5Tclose};
    if (checked([&] { return H5Tis_variable_str(type.id()); }) > 0) {
        ReadTexts read{1};
        auto const memory_type = text_type();
        checked([&] { return H5Aread(attribute.id(), memory_type.id(), read.texts.data()); });
        return copy(read).front();
    }
    auto const size = H5Tget_size(type.id());
    if (H5Tget_class(type.id()) != H5T_STRING || size == 0 || size > largest_text) {
        throw Failure{std::string{"attribute "} + name + " is no text"};
    }
    std::string text(size, '\0');
    checked([&] { return H5Aread(attribute.id(), type.id(), text.data()); });
    text.resize(std::min(text.find('\0'), text.size()));
    return text;
}

namespace {

template <typename Value>
Value read_single(hid_t object, char const* name, hid_t memory_type) {
    auto const attribute = open_attribute(object, name);
    Owned const space{checked([&] { return H5Aget_space(attribute.id()); }), H5Sclose};
    if (checked([&] { return H5Sget_simple_extent_npoints(space.id()); }) != 1) {
        throw Failure{std::string{"attribute "} + name + " is no single number"};
    }
    Value value{};
    checked([&] { return H5Aread(attribute.id(), memory_type, &value); });
    return value;
}

} // namespace

std::int32_t read_integer(hid_t object, char const* name) {
    return read_single<std::int32_t>(object, name, H5T_NATIVE_INT32);
}

double read_number(hid_t object, char const* name) {
    return read_single<double>(object, name, H5T_NATIVE_DOUBLE);
}

std::int64_t read_whole_number(hid_t object, char const* name) {
    double const value = read_number(object, name);
    if (!(std::abs(value) <= 9007199254740992.0) || value != std::floor(value)) {
        throw Failure{std::string{"attribute "} + name + " is no whole number"};
    }
    return static_cast<std::int64_t>(value);
}

Owned text_type() {
    return utf8_type(H5T_VARIABLE);
}

Owned write_texts(hid_t parent, char const* name, std::span<std::string const> texts) {
    auto const type = text_type();
    auto dataset = create_dataset(parent, name, type.id(), {texts.size()});
    std::vector<char const*> pointers;
    pointers.reserve(texts.size());
    for (auto const& text : texts) {
        pointers.push_back(text.c_str());
    }
    write_text_values(dataset.id(), pointers);
    return dataset;
}

void write_document(hid_t parent, char const* name, std::string_view text) {
    auto const type = text_type();
    auto const space = scalar_space();
    Owned const creation{checked([] { return H5Pcreate(H5P_DATASET_CREATE); }), H5Pclose};
    checked([&] { return H5Pset_obj_track_times(creation.id(), false); });
    Owned const dataset{checked([&] {
                            return H5Dcreate2(parent, name, type.id(), space.id(), H5P_DEFAULT,
                                              creation.id(), H5P_DEFAULT);
                        }),
                        H5Dclose};
    std::string const terminated{text};
    char const* const value = terminated.c_str();
    write_text_values(dataset.id(), std::span{&value, 1});
}

std::vector<std::string> read_texts(hid_t parent, char const* name) {
    auto const dataset = open_dataset(parent, name);
    auto const extent = extent_of(dataset.id());
    if (extent.size() > 1 || (extent.size() == 1 && extent[0] > largest_text)) {
        throw Failure{std::string{name} + " is no list of texts"};
    }
    ReadTexts texts{extent.empty() ? 1 : extent[0]};
    auto const type = text_type();
    auto const transfer = text_transfer(texts.texts.size());
    checked([&] {
        return H5Dread(dataset.id(), type.id(), H5S_ALL, H5S_ALL, transfer.id(),
                       texts.texts.data());
    });
    return copy(texts);
}

std::string read_document(hid_t parent, char const* name) {
    auto const texts = read_texts(parent, name);
    return texts.size() == 1 ? texts.front() : std::string{};
}

} // namespace opschaling::analysis::h5
