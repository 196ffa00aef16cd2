#pragma once

#include "analysis/store/hdf5.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace opschaling::analysis {

/// What a variable says of itself.
struct Label {
    std::string_view long_name;
    std::string_view unit; ///< empty for text
};

namespace detail {

template <typename Value>
hid_t file_type() {
    if constexpr (std::is_same_v<Value, double>) {
        return H5T_IEEE_F64LE;
    } else if constexpr (std::is_same_v<Value, float>) {
        return H5T_IEEE_F32LE;
    } else if constexpr (std::is_same_v<Value, std::int64_t>) {
        return H5T_STD_I64LE;
    } else if constexpr (std::is_same_v<Value, std::int32_t>) {
        return H5T_STD_I32LE;
    } else {
        static_assert(std::is_same_v<Value, std::uint8_t>);
        return H5T_STD_U8LE;
    }
}

template <typename Value>
hid_t memory_type() {
    if constexpr (std::is_same_v<Value, double>) {
        return H5T_NATIVE_DOUBLE;
    } else if constexpr (std::is_same_v<Value, float>) {
        return H5T_NATIVE_FLOAT;
    } else if constexpr (std::is_same_v<Value, std::int64_t>) {
        return H5T_NATIVE_INT64;
    } else if constexpr (std::is_same_v<Value, std::int32_t>) {
        return H5T_NATIVE_INT32;
    } else {
        static_assert(std::is_same_v<Value, std::uint8_t>);
        return H5T_NATIVE_UINT8;
    }
}

} // namespace detail

inline void write_label(h5::Owned const& dataset, Label const& label) {
    h5::write_short_text(dataset.id(), "long_name", label.long_name);
    if (!label.unit.empty()) {
        h5::write_short_text(dataset.id(), "units", label.unit);
    }
}

/// One value for each member of a dimension. Without a scale it becomes that dimension's own
/// coordinate and gives it its name.
template <typename Value>
h5::Owned write_column(hid_t parent, char const* name, std::vector<Value> const& values,
                       Label const& label, h5::Owned const* scale = nullptr) {
    h5::Owned dataset;
    if constexpr (std::is_same_v<Value, std::string>) {
        dataset = h5::write_texts(parent, name, values);
    } else {
        dataset = h5::create_dataset(parent, name, detail::file_type<Value>(), {values.size()});
        h5::write(dataset.id(), detail::memory_type<Value>(), values.data());
    }
    if (scale == nullptr) {
        h5::make_scale(dataset.id(), name);
    } else {
        h5::attach_scale(dataset.id(), 0, scale->id());
    }
    write_label(dataset, label);
    return dataset;
}

template <typename Value>
std::vector<Value> read_column(hid_t parent, char const* name) {
    if constexpr (std::is_same_v<Value, std::string>) {
        return h5::read_texts(parent, name);
    } else {
        auto const dataset = h5::open_dataset(parent, name);
        auto const extent = h5::extent_of(dataset.id());
        if (extent.size() != 1 || extent[0] > (1U << 28U)) {
            throw h5::Failure{std::string{name} + " is no column"};
        }
        std::vector<Value> values(extent[0]);
        h5::read(dataset.id(), detail::memory_type<Value>(), values.data());
        return values;
    }
}

/// The value at a place that another column of the file names, or that another column's length asks
/// for: a damaged or foreign file may ask for one that is not there.
template <typename Values>
decltype(auto) value_at(Values&& values, std::size_t place, char const* column) {
    if (place >= values.size()) {
        throw h5::Failure{std::string{column} + " has no value where another column asks for one"};
    }
    return (std::forward<Values>(values)[place]);
}

} // namespace opschaling::analysis
