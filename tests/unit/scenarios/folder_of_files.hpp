#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace opschaling::testing {

/// A folder of its own for one test, gone at its end.
class FolderOfFiles {
public:
    FolderOfFiles() {
        auto name = (std::filesystem::temp_directory_path() / "opschaling-XXXXXX").string();
        path_ = mkdtemp(name.data());
    }

    FolderOfFiles(FolderOfFiles const&) = delete;
    FolderOfFiles& operator=(FolderOfFiles const&) = delete;

    ~FolderOfFiles() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    /// Writes a file, with the folders above it, and gives its path.
    std::filesystem::path write(std::string const& name, std::string_view text) const {
        auto const file = path_ / name;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream{file, std::ios::binary} << text;
        return file;
    }

    [[nodiscard]] std::filesystem::path const& path() const { return path_; }

private:
    std::filesystem::path path_;
};

} // namespace opschaling::testing
