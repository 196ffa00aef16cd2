#include "scenarios/reader/findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace opschaling::scenarios {

namespace {

constexpr std::size_t most_printed{20};
constexpr std::size_t longest_line{160};

bool starts_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

/// Blanks as wide as the first `columns` characters of the line; tabs stay tabs.
std::string blanks_before(std::string_view line, int columns) {
    std::string blanks;
    int left = columns;
    for (char const c : line) {
        if (!starts_character(c)) {
            continue;
        }
        if (left-- == 0) {
            return blanks;
        }
        blanks += c == '\t' ? '\t' : ' ';
    }
    blanks.append(static_cast<std::size_t>(std::clamp(left, 0, 1)), ' ');
    return blanks;
}

std::string render_all(std::vector<Finding> const& findings) {
    std::string text;
    for (std::size_t i = 0; i < std::min(findings.size(), most_printed); ++i) {
        text += render_finding(findings[i]);
    }
    if (findings.size() > most_printed) {
        text += fmt::format("... and {} more\n", findings.size() - most_printed);
    }
    text += fmt::format("{} finding{}; nothing was run", findings.size(),
                        findings.size() == 1 ? "" : "s");
    return text;
}

} // namespace

std::string render_finding(Finding const& finding) {
    std::string text = fmt::format("{}:{}:{}: error: ", finding.file, finding.line, finding.column);
    if (!finding.path.empty()) {
        text += finding.path + ": ";
    }
    text += finding.message;
    if (!finding.hint.empty()) {
        text += "; " + finding.hint;
    }
    text += "\n";
    if (!finding.source_line.empty() && finding.source_line.size() <= longest_line) {
        auto const number = std::to_string(finding.line);
        text += fmt::format("  {} | {}\n", number, finding.source_line);
        text += fmt::format("  {} | {}^\n", std::string(number.size(), ' '),
                            blanks_before(finding.source_line, finding.column - 1));
    }
    return text;
}

ScenarioError::ScenarioError(std::vector<Finding> findings)
    : sim::Error{render_all(findings)}, findings_{std::move(findings)} {}

void Findings::remember(std::string const& file, std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        auto const end = text.find('\n');
        auto line = text.substr(0, end);
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        lines.emplace_back(line);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    lines_[file] = std::move(lines);
}

void Findings::add(Place const& place, std::string path, std::string message, std::string hint) {
    std::string source_line;
    if (auto const found = lines_.find(place.file);
        found != lines_.end() && place.line >= 1 &&
        static_cast<std::size_t>(place.line) <= found->second.size()) {
        source_line = found->second[static_cast<std::size_t>(place.line) - 1];
    }
    findings_.push_back({place.file, place.line, place.column, std::move(path), std::move(message),
                         std::move(hint), std::move(source_line)});
}

std::vector<Finding> Findings::in_order() const {
    std::map<std::string, std::size_t> rank;
    for (auto const& finding : findings_) {
        rank.try_emplace(finding.file, rank.size());
    }
    auto sorted = findings_;
    std::ranges::stable_sort(sorted, {}, [&](Finding const& finding) {
        return std::tuple{rank.at(finding.file), finding.line, finding.column};
    });
    return sorted;
}

void Findings::throw_if_any() const {
    if (!findings_.empty()) {
        throw ScenarioError{in_order()};
    }
}

} // namespace opschaling::scenarios
