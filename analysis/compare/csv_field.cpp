#include "analysis/compare/csv_field.hpp"

namespace opschaling::analysis {

std::string csv_field(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        return std::string{text};
    }
    std::string quoted{"\""};
    for (char const letter : text) {
        quoted += letter;
        if (letter == '"') {
            quoted += letter;
        }
    }
    quoted += '"';
    return quoted;
}

} // namespace opschaling::analysis
