#include "app/study/places.hpp"

#include "analysis/store/durable_file.hpp"
#include "analysis/store/storage_error.hpp"

#include <array>
#include <span>
#include <string>
#include <system_error>

namespace opschaling::app {

namespace {

constexpr auto result_name = "result.nc";

} // namespace

Places places_beside(std::filesystem::path const& result) {
    auto const folder = result.parent_path();
    if (result.filename() == result_name) {
        return {.result = result,
                .summary = folder / "summary.csv",
                .report = folder / "rapport.html",
                .tables = folder / "tabellen",
                .halfway = folder / "halfway"};
    }
    auto const beside = [&](std::string_view ending) {
        return folder / (result.stem().string() + std::string{ending});
    };
    return {.result = result,
            .summary = beside("_summary.csv"),
            .report = beside(".html"),
            .tables = beside("_tabellen"),
            .halfway = beside("_halfway")};
}

Places choose_places(std::string_view name, std::optional<std::filesystem::path> const& output) {
    return places_beside(output ? *output : std::filesystem::path{"results"} / name / result_name);
}

void write_text(std::filesystem::path const& path, std::string_view text) {
    if (path.has_parent_path()) {
        std::error_code failure;
        std::filesystem::create_directories(path.parent_path(), failure);
        if (failure) {
            throw analysis::StorageError{path.parent_path(), "create the folder",
                                         failure.message()};
        }
    }
    std::array const pieces{std::as_bytes(std::span{text})};
    analysis::write_atomically(path, pieces);
}

} // namespace opschaling::app
