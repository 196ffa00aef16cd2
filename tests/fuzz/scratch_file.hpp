#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <unistd.h>

namespace opschaling::fuzz {

/// One file a process that holds the input of the moment, in memory where the system has such a
/// folder.
inline std::filesystem::path write_scratch(std::string_view text, std::string_view ending) {
    static auto const folder = [] {
        std::filesystem::path const memory{"/dev/shm"};
        auto const base =
            std::filesystem::exists(memory) ? memory : std::filesystem::temp_directory_path();
        return base;
    }();
    auto path = folder / ("opschaling-fuzz-" + std::to_string(::getpid()) + std::string{ending});
    std::ofstream{path, std::ios::binary | std::ios::trunc}.write(
        text.data(), static_cast<std::streamsize>(text.size()));
    return path;
}

/// The file is gone when the input has been tried.
class Scratch {
public:
    Scratch(std::string_view text, std::string_view ending) : path_{write_scratch(text, ending)} {}

    Scratch(Scratch const&) = delete;
    Scratch& operator=(Scratch const&) = delete;
    Scratch(Scratch&&) = delete;
    Scratch& operator=(Scratch&&) = delete;

    ~Scratch() {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }

    [[nodiscard]] std::string path() const { return path_.string(); }

private:
    std::filesystem::path path_;
};

inline std::string_view as_text(std::uint8_t const* data, std::size_t size) {
    return {reinterpret_cast<char const*>(data), size};
}

} // namespace opschaling::fuzz
