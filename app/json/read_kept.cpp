#include "app/json/read_kept.hpp"

#include "app/usage_error.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <fstream>
#include <system_error>

namespace opschaling::app {

nlohmann::ordered_json read_kept(std::filesystem::path const& path) {
    constexpr std::uintmax_t most_bytes{64'000'000};
    std::error_code failure;
    auto const size = std::filesystem::file_size(path, failure);
    std::ifstream file{path};
    if (failure || !file) {
        throw InputError{fmt::format("{}: cannot be read", path.string())};
    }
    if (size > most_bytes) {
        throw InputError{fmt::format("{}: larger than {} MB, too large for a kept result",
                                     path.string(), most_bytes / 1'000'000)};
    }
    return nlohmann::ordered_json::parse(file);
}

} // namespace opschaling::app
