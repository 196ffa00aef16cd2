#include "app/commands/text_table.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstddef>

namespace opschaling::app {

namespace {

/// Places on the screen: code points, since every letter used here takes one.
std::size_t screen_width(std::string const& cell) {
    return static_cast<std::size_t>(std::ranges::count_if(
        cell, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

constexpr std::size_t gap{2};

} // namespace

std::string TextTable::text() const {
    std::vector<std::size_t> widths;
    for (auto const& row : rows_) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], screen_width(row[i]));
        }
    }
    std::size_t total = 0;
    for (auto const width : widths) {
        total += width + gap;
    }
    std::string text;
    for (auto const& row : rows_) {
        std::string line;
        if (row.empty()) {
            line.assign(total > gap ? total - gap : 0, '-');
        }
        for (std::size_t i = 0; i < row.size(); ++i) {
            std::string const padding(widths[i] - screen_width(row[i]), ' ');
            if (i == 0) {
                line.append(row[i]).append(padding);
            } else {
                line.append(gap, ' ').append(padding).append(row[i]);
            }
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    return text;
}

std::string rows_text(std::vector<std::vector<std::string>> const& rows, bool markdown) {
    TextTable table;
    std::string text;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        table.add_row(rows[i]);
        text += fmt::format("| {} |\n", fmt::join(rows[i], " | "));
        if (i == 0) {
            table.add_rule();
            text += "|---|";
            for (std::size_t column = 1; column < rows[i].size(); ++column) {
                text += "--:|";
            }
            text += "\n";
        }
    }
    return markdown ? text : table.text();
}

} // namespace opschaling::app
