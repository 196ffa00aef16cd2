#pragma once

#include "analysis/report/language.hpp"

#include <iosfwd>

namespace opschaling::app {

/// Where a command speaks: figures and documents to `out`, all else to `err`. main() owns both.
struct Console {
    std::ostream& out;
    std::ostream& err;
    bool err_is_terminal{false};
    analysis::Language language{analysis::Language::dutch};
};

} // namespace opschaling::app
