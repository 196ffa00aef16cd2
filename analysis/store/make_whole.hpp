#pragma once

#include "analysis/store/at_the_door.hpp"
#include "analysis/store/durable_file.hpp"
#include "analysis/store/hdf5.hpp"

#include <filesystem>
#include <string_view>
#include <utility>

namespace opschaling::analysis {

/// What a new file outlives: the end of its process, or a power cut as well, which takes a wait for
/// the disk.
enum class Outlives { process, power_cut };

/// Makes a file under a name of its own and renames it when it is whole, so that a name never
/// stands for half a file. `fill` writes into the new file; `finish` sees it closed.
template <typename Fill, typename Finish>
void make_whole(std::filesystem::path const& path, std::string_view operation, Outlives outlives,
                Fill&& fill, Finish&& finish) {
    auto making = path;
    making += ".new";
    try {
        at_the_door(making, operation, [&] {
            auto file = h5::create_file(making);
            std::forward<Fill>(fill)(file.id());
            h5::flush(file.id());
            h5::close(file);
        });
        if (outlives == Outlives::power_cut) {
            begin_sync(making); // the disk works while `finish` does
        }
        std::forward<Finish>(finish)(making);
        if (outlives == Outlives::power_cut) {
            rename_durably(making, path);
        } else {
            rename_at_once(making, path);
        }
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(making, ignored);
        throw;
    }
}

} // namespace opschaling::analysis
