#include "scenarios/import/import_error.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

namespace opschaling::scenarios {

namespace {

std::string tell(std::vector<Finding> const& findings) {
    std::string text;
    for (auto const& finding : findings) {
        text += render_finding(finding);
        if (!text.ends_with('\n')) {
            text += '\n';
        }
    }
    return text;
}

} // namespace

ImportError::ImportError(std::vector<Finding> findings)
    : Error{tell(findings)}, findings_(std::move(findings)) {}

void ImportFindings::add(Place const& place, std::string message, std::string expected) {
    ++found_;
    if (kept_.size() < most_kept) {
        kept_.push_back({.file = place.file,
                         .line = place.line,
                         .column = place.column,
                         .path = {},
                         .message = std::move(message),
                         .hint = std::move(expected),
                         .source_line = {}});
    }
}

void ImportFindings::throw_if_any() const {
    if (empty()) {
        return;
    }
    auto findings = kept_;
    if (found_ > kept_.size()) {
        auto rest = kept_.back();
        rest.message = fmt::format("and {} more mistakes like these", found_ - kept_.size());
        rest.hint.clear();
        findings.push_back(std::move(rest));
    }
    throw ImportError{std::move(findings)};
}

std::string read_whole_file(std::string const& path, std::size_t most_bytes,
                            ImportFindings& findings) {
    Place const start{.file = path, .line = 1, .column = 1};
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) {
        findings.add(start, "there is no such file", "the path of a file that can be read");
        return {};
    }
    auto const size = std::filesystem::file_size(path, error);
    if (error || size > most_bytes) {
        findings.add(start, fmt::format("the file is larger than {} MB", most_bytes / 1'000'000),
                     "the table itself, not a database of several years");
        return {};
    }
    std::ifstream file{path, std::ios::binary};
    std::string text{std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
    if (!file.good() && !file.eof()) {
        findings.add(start, "the file cannot be read", "a file that this user may read");
        return {};
    }
    return text;
}

} // namespace opschaling::scenarios
