#pragma once

#include "scenarios/reader/node.hpp"
#include "sim/contract/expects.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace opschaling::scenarios {

/// One mistake in a scenario: where it stands, what is wrong and what would be right.
struct Finding {
    std::string file;
    int line{1};
    int column{1};
    std::string path; ///< of the value in the document, "set.world.homes_per_straat"; may be empty
    std::string message;
    std::string hint; ///< "did you mean 'x'?", or empty
    std::string source_line;
};

/// `file:line:col: error: path: message; hint`, then the line itself and a caret below the place.
[[nodiscard]] std::string render_finding(Finding const& finding);

/// The writer of a scenario made mistakes: all of them, by place (exit code 65).
class ScenarioError : public sim::Error {
public:
    explicit ScenarioError(std::vector<Finding> findings);

    [[nodiscard]] std::vector<Finding> const& findings() const { return findings_; }

private:
    std::vector<Finding> findings_;
};

/// Collects what is wrong while reading goes on, so that a writer sees every mistake at once.
class Findings {
public:
    /// Text to quote lines from.
    void remember(std::string const& file, std::string_view text);

    void add(Place const& place, std::string path, std::string message, std::string hint = {});

    [[nodiscard]] bool empty() const { return findings_.empty(); }

    [[nodiscard]] std::size_t size() const { return findings_.size(); }

    /// All of them by place: files in the order in which they first appear, lines downwards.
    [[nodiscard]] std::vector<Finding> in_order() const;

    /// Throws a ScenarioError when there are any.
    void throw_if_any() const;

private:
    std::vector<Finding> findings_;
    std::map<std::string, std::vector<std::string>> lines_;
};

} // namespace opschaling::scenarios
