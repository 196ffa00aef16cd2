#pragma once

#include <string>
#include <string_view>

namespace opschaling::analysis {

/// The parts of a page that this build carries: the script and the style sheet of analysis/page.
[[nodiscard]] std::string_view page_script();
[[nodiscard]] std::string_view page_style();

/// One self-contained document: data, script and style, and a policy that lets nothing else run and
/// nothing be fetched. `may_ask_server` allows requests to where the page came from.
[[nodiscard]] std::string page_document(std::string_view title, std::string_view language,
                                        std::string_view data_json, bool may_ask_server);

} // namespace opschaling::analysis
