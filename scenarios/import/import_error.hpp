#pragma once

#include "scenarios/reader/findings.hpp"
#include "sim/contract/expects.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace opschaling::scenarios {

/// A data file cannot be used: all that is wrong with it, each with its place (exit code 65).
class ImportError : public sim::Error {
public:
    explicit ImportError(std::vector<Finding> findings);

    [[nodiscard]] std::vector<Finding> const& findings() const { return findings_; }

private:
    std::vector<Finding> findings_;
};

/// Collects what is wrong with data files. A file of another kind is wrong in every row, so that
/// only the first mistakes are kept and the rest counted.
class ImportFindings {
public:
    static constexpr std::size_t most_kept{100};

    /// `expected` says what would have been right, with an example where that helps.
    void add(Place const& place, std::string message, std::string expected);

    [[nodiscard]] std::size_t size() const { return found_; }

    [[nodiscard]] bool empty() const { return found_ == 0; }

    [[nodiscard]] std::vector<Finding> const& kept() const { return kept_; }

    /// Throws an ImportError when there are any.
    void throw_if_any() const;

private:
    std::vector<Finding> kept_;
    std::size_t found_{0};
};

/// A whole file of at most `most_bytes`; a finding when it cannot be read.
[[nodiscard]] std::string read_whole_file(std::string const& path, std::size_t most_bytes,
                                          ImportFindings& findings);

} // namespace opschaling::scenarios
