#pragma once

#include <string>
#include <string_view>

namespace opschaling::scenarios {

/// A text in double quotes, escaped so that YAML and JSON both read it back.
[[nodiscard]] std::string quote(std::string_view text);

} // namespace opschaling::scenarios
