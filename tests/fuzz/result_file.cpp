// The reader of result files. A file that the program wrote carries a seal (SHA-256), so that
// damage is told before HDF5 sees it; HDF5 1.10 itself does not withstand arbitrary bytes. What our
// own reader must withstand is a file that is sound HDF5 and has other things in it: an input is a
// list of edits to a sound result file (delete, rename, other type, other size, other values),
// after which it is opened and read. An input that begins with 0xFF flips bits of the sealed file
// instead. A result comes out, or a StorageError.
#include "analysis/store/result_file.hpp"

#include "analysis/store/storage_error.hpp"
#include "tests/fuzz/scratch_file.hpp"
#include "tests/support/sample_study.hpp"

#include <hdf5.h>

#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

using namespace opschaling;

namespace {

/// Takes bytes from the input; noughts when it is used up.
class Bytes {
public:
    Bytes(std::uint8_t const* data, std::size_t size) : data_{data}, size_{size} {}

    [[nodiscard]] bool empty() const { return at_ >= size_; }

    std::uint8_t next() { return empty() ? std::uint8_t{0} : data_[at_++]; }

private:
    std::uint8_t const* data_;
    std::size_t size_;
    std::size_t at_{0};
};

std::string const& sound_file() {
    static std::string const bytes = [] {
        fuzz::Scratch const file{"", ".nc"};
        std::filesystem::remove(file.path());
        tests::write_sample(file.path());
        std::ifstream stream{file.path(), std::ios::binary};
        return std::string{std::istreambuf_iterator<char>{stream},
                           std::istreambuf_iterator<char>{}};
    }();
    return bytes;
}

herr_t keep_name(hid_t, char const* name, H5O_info_t const*, void* names) {
    static_cast<std::vector<std::string>*>(names)->emplace_back(name);
    return 0;
}

herr_t keep_attribute(hid_t, char const* name, H5A_info_t const*, void* names) {
    static_cast<std::vector<std::string>*>(names)->emplace_back(name);
    return 0;
}

/// A dataset of another type and size at a place where one was.
void put_dataset(hid_t file, std::string const& name, Bytes& input) {
    H5Ldelete(file, name.c_str(), H5P_DEFAULT);
    hsize_t const length[2]{input.next() % 7U, 1U + input.next() % 3U};
    hid_t const types[]{H5T_IEEE_F64LE, H5T_STD_I32LE, H5T_STD_U8LE, H5T_IEEE_F32LE, H5T_C_S1};
    hid_t const space = H5Screate_simple(1 + input.next() % 2, length, nullptr);
    hid_t const set = H5Dcreate2(file, name.c_str(), types[input.next() % 5U], space, H5P_DEFAULT,
                                 H5P_DEFAULT, H5P_DEFAULT);
    H5Dclose(set);
    H5Sclose(space);
}

/// Other bytes in a dataset of numbers.
void overwrite(hid_t file, std::string const& name, Bytes& input) {
    hid_t const set = H5Dopen2(file, name.c_str(), H5P_DEFAULT);
    if (set < 0) {
        return;
    }
    hid_t const type = H5Dget_type(set);
    hid_t const space = H5Dget_space(set);
    auto const points = H5Sget_simple_extent_npoints(space);
    if ((H5Tget_class(type) == H5T_INTEGER || H5Tget_class(type) == H5T_FLOAT) && points > 0) {
        std::vector<std::uint8_t> values(static_cast<std::size_t>(points) * H5Tget_size(type));
        H5Dread(set, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data());
        for (int i = input.next() % 9; i >= 0; --i) {
            auto const at = (input.next() * 256U + input.next()) % values.size();
            values[at] = input.next();
        }
        H5Dwrite(set, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data());
    }
    H5Sclose(space);
    H5Tclose(type);
    H5Dclose(set);
}

void edit_attribute(hid_t file, std::string const& object, Bytes& input) {
    hid_t const place = H5Oopen(file, object.c_str(), H5P_DEFAULT);
    if (place < 0) {
        return;
    }
    std::vector<std::string> names;
    hsize_t begin{0};
    H5Aiterate2(place, H5_INDEX_NAME, H5_ITER_INC, &begin, keep_attribute, &names);
    if (!names.empty()) {
        auto const& name = names[input.next() % names.size()];
        H5Adelete(place, name.c_str());
        if (input.next() % 2 == 0) {
            hid_t const space = H5Screate(H5S_SCALAR);
            hid_t const types[]{H5T_IEEE_F64LE, H5T_STD_I32LE, H5T_C_S1};
            hid_t const type = H5Tcopy(types[input.next() % 3U]);
            std::uint8_t value[16]{};
            for (auto& byte : value) {
                byte = input.next();
            }
            hid_t const made =
                H5Acreate2(place, name.c_str(), type, space, H5P_DEFAULT, H5P_DEFAULT);
            H5Awrite(made, type, value);
            H5Aclose(made);
            H5Tclose(type);
            H5Sclose(space);
        }
    }
    H5Oclose(place);
}

void edit(std::string const& path, Bytes input) {
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
    hid_t const file = H5Fopen(path.c_str(), H5F_ACC_RDWR, H5P_DEFAULT);
    if (file < 0) {
        return;
    }
    for (int edits = 0; edits < 8 && !input.empty(); ++edits) {
        std::vector<std::string> names;
        H5Ovisit2(file, H5_INDEX_NAME, H5_ITER_INC, keep_name, &names, H5O_INFO_BASIC);
        auto const& name = names[input.next() % names.size()];
        switch (input.next() % 5U) {
        case 0:
            H5Ldelete(file, name.c_str(), H5P_DEFAULT);
            break;
        case 1:
            H5Lmove(file, name.c_str(), file, "moved", H5P_DEFAULT, H5P_DEFAULT);
            break;
        case 2:
            put_dataset(file, name, input);
            break;
        case 3:
            overwrite(file, name, input);
            break;
        default:
            edit_attribute(file, name, input);
        }
    }
    H5Fclose(file);
}

void read_all(std::string const& path) {
    auto const file = analysis::ResultFile::open(path);
    for (auto const& series : file.shape().series) {
        static_cast<void>(file.read_all(series.name).size());
        static_cast<void>(file.read_member(series.name, 0).size());
    }
    static_cast<void>(file.failures().size() + file.seconds().size() + file.phase_seconds().size());
    static_cast<void>(analysis::content_hash(path).size());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string bytes = sound_file();
    bool const flips = size > 0 && data[0] == 0xFF;
    for (std::size_t i = 1; flips && i + 2 < size; i += 3) {
        auto& byte = bytes[(data[i] * 256U + data[i + 1]) * 7U % bytes.size()];
        byte = static_cast<char>(byte ^ data[i + 2]);
    }
    fuzz::Scratch const file{bytes, ".nc"};
    if (!flips) {
        edit(file.path(), Bytes{data, size});
    }
    try {
        read_all(file.path());
    } catch (analysis::StorageError const&) {
        return 0;
    }
    return 0;
}
