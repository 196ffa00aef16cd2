// write_designs FOLDER: designs, figures of known functions on them and our estimates, as CSV, for
// another program to compute the same from.
#include "analysis/design/unit_points.hpp"
#include "analysis/sensitivity/sobol_indices.hpp"
#include "tests/unit/analysis/test_functions.hpp"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <filesystem>
#include <fstream>

using namespace opschaling;
using namespace opschaling::analysis;

namespace {

namespace fs = std::filesystem;

void write_sequence(fs::path const& path) {
    constexpr std::size_t dimensions{8};
    std::ofstream file{path};
    auto const integers = sobol_integers(64, dimensions);
    for (std::size_t i = 0; i < integers.size(); ++i) {
        fmt::print(file, "{}{}", static_cast<double>(integers[i]) * 0x1.0p-32,
                   i % dimensions == dimensions - 1 ? "\n" : ",");
    }
}

/// Blocks as OpenTURNS has them: all A, all B, then A with one column of B at a time.
void write_saltelli(fs::path const& folder, std::string const& name, DesignRequest const& request,
                    testing::Function const& function) {
    auto const design = draw_design(request);
    auto const figures = testing::figures_of(design, function);
    std::ofstream points{folder / (name + "_points.csv")};
    for (std::size_t member = 0; member < design.shape.members(); ++member) {
        for (std::size_t row = 0; row < design.shape.rows; ++row) {
            std::size_t const point = design.shape.point_of(row, 0, member);
            for (double const value : design.point(point)) {
                fmt::print(points, "{},", value);
            }
            fmt::print(points, "{}\n", figures[point]);
        }
    }
    auto const indices = estimate_sobol(design.shape, figures, {.resamples = 0});
    std::ofstream estimates{folder / (name + "_indices.csv")};
    for (auto const& shares : indices.inputs) {
        fmt::print(estimates, "{},{},{},{}\n", shares.first.value, shares.total.value,
                   shares.first_saltelli, shares.first_jansen);
    }
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        return 1;
    }
    fs::path const folder{argv[1]};
    fs::create_directories(folder);
    write_sequence(folder / "sobol.csv");
    write_saltelli(folder, "ishigami", testing::ishigami_request(1024), testing::ishigami);
    write_saltelli(folder, "g8", testing::request_for(DesignKind::saltelli, 8, 1024, 0.0, 1.0),
                   testing::sobol_g);
}
