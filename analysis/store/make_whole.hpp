#pragma once

#include "analysis/store/at_the_door.hpp"
#include "analysis/store/durable_file.hpp"
#include "analysis/store/hdf5.hpp"

#include <filesystem>
#include <string_view>
#include <utility>

namespace opschaling::analysis {

/// Makes a file under a name of its own and renames it when it is whole, so that a name never
/// stands for half a file. `fill` writes into the new file; `finish` sees it closed.
template <typename Fill, typename Finish>
void make_whole(std::filesystem::path const& path, std::string_view operation, Fill&& fill,
                Finish&& finish) {
    auto making = path;
    making += ".new";
    try {
        at_the_door(making, operation, [&] {
            auto file = h5::create_file(making);
            std::forward<Fill>(fill)(file.id());
            h5::flush(file.id());
            h5::close(file);
        });
        std::forward<Finish>(finish)(making);
        rename_durably(making, path);
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(making, ignored);
        throw;
    }
}

} // namespace opschaling::analysis
