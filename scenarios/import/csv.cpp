#include "scenarios/import/csv.hpp"

#include "scenarios/import/letters.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace opschaling::scenarios {

namespace {

constexpr std::size_t most_fields{2000};
constexpr std::size_t longest_field{10'000};
constexpr std::string_view byte_order_mark{"\xEF\xBB\xBF"};

/// Walks through the text once, a character's place always at hand.
class CsvParser {
public:
    CsvParser(std::string const& file, std::string_view text, CsvFormat const& format,
              ImportFindings& findings)
        : file_{file},
          text_{text},
          format_{format},
          findings_{findings},
          line_{format.first_line} {}

    [[nodiscard]] bool at_end() const { return at_ >= text_.size() || stopped_; }

    [[nodiscard]] bool ended_with_line_break() const { return ended_with_line_break_; }

    /// The fields up to the next line break that no quote holds.
    CsvRow read_row() {
        CsvRow row{.line = line_, .fields = {}};
        ended_with_line_break_ = false;
        while (!stopped_) {
            row.fields.push_back(read_field());
            if (row.fields.size() > most_fields) {
                stop("a line of more than 2000 fields", "a table of regions in rows");
            }
            if (at_end()) {
                break;
            }
            if (text_[at_] == format_.separator) {
                advance();
                continue;
            }
            break_line();
            break;
        }
        return row;
    }

private:
    [[nodiscard]] Place here() const { return {.file = file_, .line = line_, .column = column_}; }

    void advance() {
        column_ += characters_in(text_.substr(at_, 1));
        ++at_;
    }

    void stop(std::string message, std::string expected) {
        findings_.add(here(), std::move(message), std::move(expected));
        stopped_ = true;
    }

    [[nodiscard]] bool at_line_break() const {
        return text_[at_] == '\n' ||
               (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n');
    }

    void break_line() {
        at_ += text_[at_] == '\r' ? 2 : 1;
        ++line_;
        column_ = 1;
        ended_with_line_break_ = true;
    }

    CsvField read_field() {
        CsvField field{.text = {}, .column = column_};
        if (!at_end() && text_[at_] == '"') {
            read_quoted(field.text);
        } else {
            read_plain(field.text);
        }
        if (field.text.size() > longest_field) {
            stop("a field of more than 10,000 bytes", "short names and numbers; is a quote open?");
        }
        return field;
    }

    void read_plain(std::string& text) {
        while (!at_end() && text_[at_] != format_.separator && !at_line_break()) {
            char const sign = text_[at_];
            if (sign == '"') {
                stop("a quote within a field that does not begin with one",
                     "the whole field in quotes and the quote in it twice");
                return;
            }
            if (sign == '\r' || sign == '\0') {
                stop(sign == '\0' ? "a zero byte" : "a carriage return that ends no line",
                     "a text file with lines that end in LF or CRLF");
                return;
            }
            text.push_back(sign);
            advance();
        }
    }

    void read_quoted(std::string& text) {
        Place const opened = here();
        advance();
        while (at_ < text_.size()) {
            if (text_[at_] == '"') {
                advance();
                if (at_ < text_.size() && text_[at_] == '"') {
                    text.push_back('"');
                    advance();
                    continue;
                }
                if (at_ < text_.size() && text_[at_] != format_.separator && !at_line_break()) {
                    stop("text after the closing quote of a field",
                         fmt::format("'{}' or the end of the line", format_.separator));
                }
                return;
            }
            if (at_line_break()) {
                text.push_back('\n');
                break_line();
                continue;
            }
            text.push_back(text_[at_]);
            advance();
            if (text.size() > longest_field) {
                break;
            }
        }
        findings_.add(opened, "a quote that is never closed", "a second quote after the field");
        stopped_ = true;
    }

    std::string const& file_;
    std::string_view text_;
    CsvFormat const& format_;
    ImportFindings& findings_;
    std::size_t at_{0};
    int line_;
    int column_{1};
    bool stopped_{false};
    bool ended_with_line_break_{false};
};

Place place_at(std::string const& file, std::string_view text, std::size_t byte, int first_line) {
    auto const before = text.substr(0, byte);
    auto const line_start = before.find_last_of('\n');
    auto const in_line =
        line_start == std::string_view::npos ? before : before.substr(line_start + 1);
    return {.file = file,
            .line = first_line + static_cast<int>(std::ranges::count(before, '\n')),
            .column = 1 + characters_in(in_line)};
}

void check_width(CsvTable const& table, CsvRow const& row, bool is_cut_off,
                 ImportFindings& findings) {
    std::size_t const wanted = table.header.fields.size();
    if (row.fields.size() == wanted) {
        return;
    }
    auto const& last = row.fields.back();
    findings.add({.file = table.file, .line = row.line, .column = last.column},
                 is_cut_off ? fmt::format("the file ends within this line: {} of {} fields",
                                          row.fields.size(), wanted)
                            : fmt::format("{} fields in this line, {} in the header",
                                          row.fields.size(), wanted),
                 is_cut_off ? "the whole file; download it again"
                            : "as many fields as the header has, names with a separator in quotes");
}

} // namespace

std::string_view trimmed(std::string_view text) {
    auto const first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

CsvTable parse_csv(std::string file, std::string_view text, CsvFormat const& format,
                   ImportFindings& findings) {
    CsvTable table;
    table.file = std::move(file);
    std::string converted;
    if (text.starts_with(byte_order_mark)) {
        text.remove_prefix(byte_order_mark.size());
    }
    if (format.encoding == Encoding::windows_1252) {
        converted = from_windows_1252(text);
        text = converted;
    }
    if (auto const bad = first_byte_not_utf8(text)) {
        findings.add(place_at(table.file, text, *bad, format.first_line),
                     "bytes that are not UTF-8",
                     "UTF-8, or `encoding: windows-1252` in the layout");
        return table;
    }
    if (format.drops_quotes) {
        std::string bare{text};
        table.quotes_dropped = std::erase(bare, '"');
        converted = std::move(bare);
        text = converted;
    }
    CsvParser parser{table.file, text, format, findings};
    if (parser.at_end()) {
        findings.add({.file = table.file, .line = format.first_line, .column = 1},
                     "the file is empty", "a line of column names and lines of regions");
        return table;
    }
    std::size_t const found_before = findings.size();
    table.header = parser.read_row();
    if (table.header.fields.size() == 1) {
        findings.add(
            {.file = table.file, .line = table.header.line, .column = 1},
            "only one column in the header",
            fmt::format("columns separated by '{}', as the layout has it", format.separator));
        return table;
    }
    while (!parser.at_end()) {
        auto row = parser.read_row();
        if (findings.size() > found_before && parser.at_end()) {
            return table;
        }
        if (row.fields.size() == 1 && row.fields[0].text.empty() && parser.at_end()) {
            break; // an empty last line
        }
        bool const is_cut_off = parser.at_end() && !parser.ended_with_line_break();
        check_width(table, row, is_cut_off, findings);
        if (row.fields.size() == table.header.fields.size()) {
            table.rows.push_back(std::move(row));
        }
    }
    if (format.ends_with_line_break && !parser.ended_with_line_break() &&
        findings.size() == found_before) {
        auto const& last = table.rows.empty() ? table.header : table.rows.back();
        findings.add({.file = table.file, .line = last.line, .column = last.fields.back().column},
                     "the last line has no end: the file may be cut off",
                     "a line break after the last line, as this publisher writes");
    }
    return table;
}

} // namespace opschaling::scenarios
