#pragma once

#include "sim/contract/expects.hpp"

namespace opschaling::app {

/// What was asked cannot be done as asked; the words say what could be (exit code 64).
class UsageError : public sim::Error {
public:
    using Error::Error;
};

/// A file that was named cannot be used as input (exit code 65).
class InputError : public sim::Error {
public:
    using Error::Error;
};

} // namespace opschaling::app
