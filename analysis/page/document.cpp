#include "analysis/page/document.hpp"

#include "analysis/page/notices.hpp"
#include "analysis/report/svg.hpp"
#include "analysis/store/sha256.hpp"

#include <fmt/format.h>

#include <cstdint>

namespace opschaling::analysis {

namespace {

/// Base64 (RFC 4648) of a digest written in hexadecimal, as a policy names a script.
std::string base64_of_hex(std::string_view hex) {
    constexpr std::string_view signs{
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"};
    std::string text;
    std::uint32_t bits{0};
    int held{0};
    for (char const digit : hex) {
        auto const value =
            static_cast<std::uint32_t>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
        bits = (bits << 4U) | value;
        held += 4;
        if (held >= 6) {
            held -= 6;
            text += signs[(bits >> static_cast<unsigned>(held)) & 63U];
        }
    }
    if (held > 0) {
        text += signs[(bits << static_cast<unsigned>(6 - held)) & 63U];
    }
    while (text.size() % 4 != 0) {
        text += '=';
    }
    return text;
}

std::string policy_hash(std::string_view content) {
    return "'sha256-" + base64_of_hex(sha256_of_text(content)) + "'";
}

/// JSON inside a page must not be able to end its element.
std::string without_angles(std::string_view json) {
    std::string safe;
    safe.reserve(json.size());
    for (char const sign : json) {
        if (sign == '<') {
            safe += "\\u003c";
        } else {
            safe += sign;
        }
    }
    return safe;
}

} // namespace

std::string page_document(std::string_view title, std::string_view language,
                          std::string_view data_json, bool may_ask_server) {
    auto const policy = fmt::format(
        "default-src 'none'; script-src {}; style-src {}; img-src data: blob:; base-uri 'none'; "
        "form-action 'none'{}",
        policy_hash(page_script()), policy_hash(page_style()),
        may_ask_server ? "; connect-src 'self'" : "");
    return fmt::format(
        "<!doctype html>\n<html lang=\"{}\">\n<!--{}-->\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n"
        "<script type=\"application/json\" id=\"gegevens\">{}</script>\n"
        "<script>{}</script>\n</body>\n</html>\n",
        language, page_notices, policy, escape_markup(title), page_style(),
        without_angles(data_json), page_script());
}

} // namespace opschaling::analysis
