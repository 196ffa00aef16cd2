#pragma once

#include <string>
#include <string_view>

namespace opschaling::analysis {

/// A field as RFC 4180 writes it: quoted where it must be.
[[nodiscard]] std::string csv_field(std::string_view text);

} // namespace opschaling::analysis
