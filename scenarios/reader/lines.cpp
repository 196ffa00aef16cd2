#include "scenarios/reader/lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

namespace opschaling::scenarios {

namespace {

/// No line that a person wrote is longer; finding the column of each value in one costs its length.
constexpr std::size_t longest_line{20'000};

bool starts_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

/// Length of the UTF-8 character that begins here; 0 when it is none.
std::size_t character_length(std::string_view text) {
    auto const first = static_cast<unsigned char>(text.front());
    if (first < 0x80U) {
        return 1;
    }
    std::size_t const length = first >= 0xF0U && first < 0xF5U ? 4
                               : first >= 0xE0U                ? 3
                               : first >= 0xC2U                ? 2
                                                               : 0;
    if (first >= 0xF5U || length == 0 || text.size() < length) {
        return 0;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
            return 0;
        }
    }
    return length;
}

} // namespace

Lines::Lines(std::string_view text) {
    while (true) {
        auto const end = text.find('\n');
        lines_.push_back(text.substr(0, end));
        if (end == std::string_view::npos) {
            return;
        }
        text.remove_prefix(end + 1);
    }
}

Place Lines::place(std::string const& file, int row, int byte_column) const {
    if (row < 0) {
        return {file, 1, 1};
    }
    auto const line = std::min(static_cast<std::size_t>(row), lines_.size() - 1);
    auto const before = lines_[line].substr(0, static_cast<std::size_t>(std::max(byte_column, 0)));
    auto const characters = std::ranges::count_if(before, starts_character);
    return {file, static_cast<int>(line) + 1, static_cast<int>(characters) + 1};
}

bool inspect_characters(std::string const& file, Lines const& lines, Findings& findings) {
    int row{0};
    for (std::string_view line : lines.all()) {
        ++row;
        if (line.size() > longest_line) {
            findings.add({file, row, 1}, "",
                         fmt::format("a line of more than {} characters", longest_line));
            return false;
        }
        int column{1};
        bool in_indentation{true};
        bool const blank = line.find_first_not_of(" \t\r") == std::string_view::npos;
        while (!line.empty()) {
            auto const length = character_length(line);
            auto const c = static_cast<unsigned char>(line.front());
            Place const place{file, row, column};
            if (length == 0) {
                findings.add(place, "", "not UTF-8 text", "save the file as UTF-8");
                return false;
            }
            bool const line_end = c == '\r' && line.size() == 1;
            if ((c < 0x20U && c != '\t' && !line_end) || c == 0x7FU) {
                findings.add(place, "", fmt::format("control character 0x{:02X}", c), "remove it");
                return false;
            }
            if (c == '\t' && in_indentation && !blank) {
                findings.add(place, "", "a tab in the indentation", "indent with spaces");
                return false;
            }
            in_indentation = in_indentation && (c == ' ' || c == '\t');
            line.remove_prefix(length);
            ++column;
        }
    }
    return true;
}

} // namespace opschaling::scenarios
