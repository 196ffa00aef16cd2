#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace opschaling::scenarios {

/// Where the text stops being UTF-8 (RFC 3629: no overlong forms, surrogates or values above
/// U+10FFFF); nothing when all of it is.
[[nodiscard]] std::optional<std::size_t> first_byte_not_utf8(std::string_view text);

/// The same letters in UTF-8. Every byte of Windows-1252 is a letter or an unused place, which
/// becomes U+FFFD.
[[nodiscard]] std::string from_windows_1252(std::string_view text);

/// Characters in a piece of UTF-8.
[[nodiscard]] int characters_in(std::string_view text);

} // namespace opschaling::scenarios
