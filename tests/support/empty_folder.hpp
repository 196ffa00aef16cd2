#pragma once

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <system_error>

namespace opschaling::tests {

/// A folder that is empty, that no other test or process has, and that goes with its owner.
/// Tests run beside each other, so a path that is written out would be shared.
/// Throws std::system_error where there is no room for it.
class EmptyFolder {
public:
    explicit EmptyFolder(std::string_view purpose = "test") {
        auto pattern = (std::filesystem::temp_directory_path() /
                        ("opschaling-" + std::string{purpose} + "-XXXXXX"))
                           .string();
        if (::mkdtemp(pattern.data()) == nullptr) {
            throw std::system_error{errno, std::generic_category(), pattern};
        }
        path_ = pattern;
    }

    EmptyFolder(EmptyFolder const&) = delete;
    EmptyFolder& operator=(EmptyFolder const&) = delete;
    EmptyFolder(EmptyFolder&&) = delete;
    EmptyFolder& operator=(EmptyFolder&&) = delete;

    ~EmptyFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    [[nodiscard]] std::filesystem::path operator/(std::string_view name) const {
        return path_ / name;
    }

    [[nodiscard]] std::filesystem::path const& path() const { return path_; }

    /// Writes a file, with the folders above it, and gives its path.
    std::filesystem::path write(std::string_view name, std::string_view text) const {
        auto const file = path_ / name;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream{file, std::ios::binary} << text;
        return file;
    }

private:
    std::filesystem::path path_;
};

} // namespace opschaling::tests
