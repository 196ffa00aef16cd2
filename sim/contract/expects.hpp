#pragma once

#include <source_location>
#include <stdexcept>
#include <string_view>

namespace opschaling::sim {

/// What every error of the program derives from: the person at the keyboard reads `what()`.
class Error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A promise of the program's own was broken: a defect, never the user's doing (exit code 70).
class InvariantError : public Error {
public:
    using Error::Error;
};

/// Throws an InvariantError that names the broken promise and its place.
[[noreturn]] void fail(std::string_view what, std::source_location where);

/// States what must hold here. Outside hot loops; inside them use `assert`.
constexpr void expects(bool condition, std::string_view what,
                       std::source_location where = std::source_location::current()) {
    if (!condition) [[unlikely]] {
        fail(what, where);
    }
}

} // namespace opschaling::sim
