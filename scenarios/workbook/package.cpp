#include "scenarios/workbook/package.hpp"

#include <cstddef>
#include <utility>
#include <zip.h>

namespace opschaling::scenarios {

namespace {

constexpr zip_uint64_t most_bytes{600'000'000};

struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

} // namespace

void Package::Close::operator()(::zip* archive) const {
    zip_discard(archive);
}

Package::Package(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    auto* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source != nullptr) {
        archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
        if (!archive_) {
            zip_source_free(source);
        }
    }
    zip_error_fini(&error);
}

std::optional<std::string> Package::part(std::string const& name) const {
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat(archive_.get(), name.c_str(), 0, &stat) != 0 ||
        (stat.valid & ZIP_STAT_SIZE) == 0 || stat.size > most_bytes) {
        return std::nullopt;
    }
    std::unique_ptr<zip_file_t, CloseFile> const file{zip_fopen(archive_.get(), name.c_str(), 0)};
    if (!file) {
        return std::nullopt;
    }
    // Grows with what really comes out: the size that a package claims may be a lie.
    constexpr std::size_t piece{1 << 20};
    std::string text;
    while (text.size() <= stat.size) {
        auto const at = text.size();
        text.resize(at + piece);
        auto const got = zip_fread(file.get(), text.data() + at, piece);
        text.resize(at + static_cast<std::size_t>(got > 0 ? got : 0));
        if (got < 0) {
            return std::nullopt; // damaged, or its checksum does not hold
        }
        if (got == 0) {
            return text.size() == stat.size ? std::optional{std::move(text)} : std::nullopt;
        }
    }
    return std::nullopt;
}

} // namespace opschaling::scenarios
