#pragma once

#include <hdf5.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The part of HDF5's C interface that the store uses, with owners for its identifiers and
/// exceptions for its return values. Follows the subset that netCDF-4 readers understand; each
/// rule is explained in docs/results_format.md.
namespace opschaling::analysis::h5 {

/// A call failed. Never leaves the store: its door turns it into a StorageError with path and
/// operation.
class Failure : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Keeps HDF5 from printing its own error stack on this thread.
void keep_quiet();

/// The deepest message of HDF5's error stack.
[[nodiscard]] std::string last_error();

/// Makes a call and throws a Failure when it reports one.
template <typename Call>
auto checked(Call&& call) {
    keep_quiet();
    auto const result = std::forward<Call>(call)();
    if (result < 0) {
        throw Failure{last_error()};
    }
    return result;
}

/// Owns one identifier of HDF5.
class Owned {
public:
    using Closer = herr_t (*)(hid_t);

    Owned() = default;

    Owned(hid_t id, Closer closer) : id_{id}, closer_{closer} {}

    Owned(Owned&& other) noexcept
        : id_{std::exchange(other.id_, H5I_INVALID_HID)}, closer_{other.closer_} {}

    Owned& operator=(Owned&& other) noexcept;

    ~Owned() { close(); }

    [[nodiscard]] hid_t id() const { return id_; }

    /// Closes now and says whether that went well.
    bool close() noexcept;

private:
    hid_t id_{H5I_INVALID_HID};
    Closer closer_{nullptr};
};

/// Closes and throws a Failure when what was still to be written could not be.
void close(Owned& owned);

enum class Access { read, write };

[[nodiscard]] Owned create_file(std::filesystem::path const& path);
[[nodiscard]] Owned open_file(std::filesystem::path const& path, Access access);
void flush(hid_t file);

/// Groups keep the order in which their members were made, as netCDF-4 asks.
[[nodiscard]] Owned create_group(hid_t parent, char const* name);
[[nodiscard]] Owned open_group(hid_t parent, char const* name);
[[nodiscard]] bool has_member(hid_t parent, char const* name);
[[nodiscard]] bool has_attribute(hid_t object, char const* name);

/// Short text of the CF convention: fixed length, as netCDF-C writes it.
void write_short_text(hid_t object, char const* name, std::string_view text);
/// Free text of any length: variable length, UTF-8.
void write_long_text(hid_t object, char const* name, std::string_view text);
void write_attribute(hid_t object, char const* name, std::int32_t value);
void write_attribute(hid_t object, char const* name, double value);
void write_attribute(hid_t object, char const* name, float value);
void write_attribute(hid_t object, char const* name, std::span<std::uint8_t const> values);

/// Either kind of text; at most 64 MiB.
[[nodiscard]] std::string read_text(hid_t object, char const* name);
[[nodiscard]] std::int32_t read_integer(hid_t object, char const* name);
[[nodiscard]] double read_number(hid_t object, char const* name);
/// A number that was whole when it was written, up to 2^53.
[[nodiscard]] std::int64_t read_whole_number(hid_t object, char const* name);

/// How a dataset lies in the file. Without a chunk: in one piece, reserved at once. With one:
/// shuffled, deflated and checked by Fletcher's sum.
struct Storage {
    std::vector<hsize_t> chunk;
    std::optional<float> fill;
};

[[nodiscard]] Owned create_dataset(hid_t parent, char const* name, hid_t type,
                                   std::vector<hsize_t> const& extent, Storage const& storage = {});
[[nodiscard]] Owned open_dataset(hid_t parent, char const* name);
[[nodiscard]] std::vector<hsize_t> extent_of(hid_t dataset);

/// A block of a dataset: where it begins and how far it reaches in each dimension.
struct Block {
    std::vector<hsize_t> start;
    std::vector<hsize_t> count;

    [[nodiscard]] std::size_t size() const;
};

void write(hid_t dataset, hid_t memory_type, void const* values);
void write_block(hid_t dataset, hid_t memory_type, Block const& block, void const* values);
void read(hid_t dataset, hid_t memory_type, void* values);
void read_block(hid_t dataset, hid_t memory_type, Block const& block, void* values);

/// A variable-length UTF-8 type; fixed-length arrays of text crash netCDF-C up to 4.9.0.
[[nodiscard]] Owned text_type();

[[nodiscard]] Owned write_texts(hid_t parent, char const* name, std::span<std::string const> texts);
/// A scalar text.
void write_document(hid_t parent, char const* name, std::string_view text);
[[nodiscard]] std::vector<std::string> read_texts(hid_t parent, char const* name);
[[nodiscard]] std::string read_document(hid_t parent, char const* name);

/// Makes a dataset the coordinate of the dimension of its name.
void make_scale(hid_t dataset, char const* name);
/// A dimension without values of its own, in netCDF-4's spelling.
[[nodiscard]] Owned create_dimension(hid_t parent, char const* name, hsize_t size);
void attach_scale(hid_t dataset, unsigned int dimension, hid_t scale);

} // namespace opschaling::analysis::h5
