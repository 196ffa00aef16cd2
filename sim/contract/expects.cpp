#include "sim/contract/expects.hpp"

#include <string>

namespace opschaling::sim {

void fail(std::string_view what, std::source_location where) {
    throw InvariantError{std::string{where.file_name()} + ":" + std::to_string(where.line()) +
                         ": broken promise: " + std::string{what}};
}

} // namespace opschaling::sim
