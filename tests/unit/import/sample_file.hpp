#pragma once

#include "scenarios/import/import_country.hpp"
#include "scenarios/import/import_error.hpp"
#include "tests/support/empty_folder.hpp"

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace opschaling::tests {

/// Two CBS wijken of one gemeente in the layout kwb2024_flat: a name with a separator in it,
/// alphanumeric codes, figures that are missing and three buurten without households.
inline std::string sample_file() {
    return "code,soortRegio,naam,provincieCode,inwoners,huishoudens,huishoudensgrootte,wozWaarde,"
           "koopwoningen,eengezinswoning,inkomenPerInwoner,stedelijkheid,adressendichtheid,"
           "oppervlakteLandHa\r\n"
           "GM2401,Gemeente,De Hoven,PV25,1000,500,2.0,300,60,70,30,3,1200,100\r\n"
           "WK240101,Wijk,Hoven-Oost,PV25,600,300,2,310,55,65,31,3,1250,50\r\n"
           "WK2401AA,Wijk,Hoven-West,PV25,400,200,2,290,65,75,29,3,1150,50\r\n"
           "BU24010101,Buurt,\"Tuin, Dorp\",PV25,400,200,2,,50,60,,3,1300,25\r\n"
           "BU24010102,Buurt,Laan,PV25,200,100,2,330,,70,,3,1200,25\r\n"
           "BU2401AA01,Buurt,Veld,PV25,400,200,2,290,65,75,,4,900,50\r\n"
           "BU2401AA02,Buurt,Industrie,PV25,5,,,,,,,5,10,40\r\n"
           "BU2401AA03,Buurt,Ziekenhuis,PV25,300,,,,,,,5,50,5\r\n"
           "BU2401AA04,Buurt,Plas,PV25,,,,,,,,,,12\r\n";
}

inline std::string import_folder() {
    return std::string{OPSCHALING_SOURCE_DIR} + "/scenarios/import/";
}

/// Imports this text as a part of the country.
inline scenarios::ImportedCountry
import_text(std::string const& text, std::optional<std::string> const& regio_table = {},
            std::string const& layout = import_folder() + "layouts/kwb2024_flat.yaml") {
    EmptyFolder const folder;
    scenarios::ImportRequest request{.layout = layout,
                                     .regions = folder.write("regions.csv", text),
                                     .extras = {},
                                     .tables = import_folder() + "tables",
                                     .is_part = true};
    if (regio_table) {
        request.extras.push_back({import_folder() + "layouts/res_regios_2020.yaml",
                                  folder.write("regios.csv", *regio_table)});
    }
    return scenarios::import_country(request);
}

/// What an import finds wrong; nothing when it succeeds.
inline std::vector<scenarios::Finding> findings_of(std::string const& text) {
    try {
        static_cast<void>(import_text(text));
    } catch (scenarios::ImportError const& error) {
        return error.findings();
    }
    return {};
}

/// The text with the first `from` replaced.
inline std::string with(std::string text, std::string_view from, std::string_view to) {
    auto const at = text.find(from);
    if (at == std::string::npos) {
        throw std::logic_error{"the sample does not have: " + std::string{from}};
    }
    return text.replace(at, from.size(), to);
}

} // namespace opschaling::tests
