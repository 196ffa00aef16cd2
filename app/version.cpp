#include "app/version.hpp"

namespace opschaling::app {

std::string_view program_version() {
    return OPSCHALING_VERSION;
}

std::string_view program_revision() {
    return OPSCHALING_REVISION;
}

std::string_view build_compiler() {
    return OPSCHALING_COMPILER;
}

std::string_view build_flags() {
    return OPSCHALING_FLAGS;
}

} // namespace opschaling::app
