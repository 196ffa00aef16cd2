#include "scenarios/reader/quote.hpp"

#include <fmt/format.h>

namespace opschaling::scenarios {

std::string quote(std::string_view text) {
    std::string quoted{"\""};
    for (char const c : text) {
        auto const code = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            quoted += '\\';
            quoted += c;
        } else if (c == '\n') {
            quoted += "\\n";
        } else if (code < 0x20U || code == 0x7FU) {
            quoted += fmt::format("\\u{:04x}", code);
        } else {
            quoted += c;
        }
    }
    return quoted + "\"";
}

} // namespace opschaling::scenarios
