// The importer on any bytes. The first letter of an input says what it is: 'r' a file of regions,
// 'k' of the full layout of 2017, or one of the extra tables below behind a sound file of regions.
// A world comes out, or an ImportError with the places of the mistakes.
#include "scenarios/import/import_country.hpp"
#include "scenarios/import/recognise_layout.hpp"
#include "tests/fuzz/scratch_file.hpp"
#include "tests/unit/import/sample_file.hpp"

#include <array>
#include <string_view>
#include <utility>

using namespace opschaling;

namespace {

constexpr std::array<std::pair<char, std::string_view>, 10> extras{{{'p', "heat_abm_middles"},
                                                                    {'l', "heat_abm_labels"},
                                                                    {'s', "etm_gemeenten"},
                                                                    {'h', "heat_abm_sources"},
                                                                    {'g', "polygonen_wijken_2022"},
                                                                    {'w', "knmi_uren"},
                                                                    {'c', "knmi_csv"},
                                                                    {'u', "etm_profielen"},
                                                                    {'e', "laadsessies_2018"},
                                                                    {'d', "res_regios_2020"}}};

void import(std::string_view kind, std::string const& file, bool is_extra) {
    auto const folder = tests::import_folder();
    static tests::EmptyFolder const kept;
    static auto const sound = kept.write("regions.csv", tests::sample_file()).string();
    scenarios::ImportRequest request{
        .layout = folder + "layouts/" + (is_extra ? "kwb2024_flat" : std::string{kind}) + ".yaml",
        .regions = is_extra ? sound : file,
        .extras = {},
        .tables = folder + "tables",
        .is_part = true};
    if (is_extra) {
        request.extras.push_back({folder + "layouts/" + std::string{kind} + ".yaml", file});
    }
    static_cast<void>(scenarios::import_country(request).report.homes);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    fuzz::Scratch const file{fuzz::as_text(data + 1, size - 1), ".csv"};
    try {
        auto const kind = static_cast<char>(data[0]);
        if (kind == 'r' || kind == 'k') {
            import(kind == 'r' ? "kwb2024_flat" : "kwb2017", file.path(), false);
        } else if (kind == '?') {
            scenarios::ImportFindings findings;
            static_cast<void>(scenarios::suggest_layout(
                file.path(), tests::import_folder() + "layouts", findings));
        }
        for (auto const& [letter, layout] : extras) {
            if (letter == kind) {
                import(layout, file.path(), true);
            }
        }
    } catch (scenarios::ImportError const&) {
        return 0;
    }
    return 0;
}
