#include "scenarios/import/layout.hpp"
#include "scenarios/reader/document.hpp"
#include "scenarios/reader/keys.hpp"
#include "scenarios/reader/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace opschaling::scenarios {

namespace {

/// Walks one layout document, collecting what is wrong.
class LayoutReader {
public:
    LayoutReader(Node const& document, Findings& findings)
        : document_{document}, findings_{findings} {}

    Layout read() {
        check_keys(document_,
                   {"schema",
                    "name",
                    "kind",
                    "source",
                    "licence",
                    "year",
                    "weight",
                    "separator",
                    "decimal_sign",
                    "encoding",
                    "ends_with_line_break",
                    "quotes",
                    "sheet",
                    "missing",
                    "gemeenten",
                    "kinds",
                    "columns",
                    "rows",
                    "code_length",
                    "order",
                    "unmatched",
                    "files",
                    "names",
                    "level",
                    "unit",
                    "series"},
                   "", findings_);
        if (!check_schema(document_, "opschaling-layout/1", findings_)) {
            return layout_;
        }
        read_head();
        if (layout_.kind == LayoutKind::polygons || layout_.kind == LayoutKind::knmi ||
            layout_.kind == LayoutKind::hours) {
            read_where_given();
        } else {
            read_format();
        }
        read_rows();
        read_kinds();
        read_columns();
        read_extras();
        return layout_;
    }

private:
    void read_head() {
        layout_.name = text_of(document_, "name", "");
        layout_.source = text_of(document_, "source", "");
        layout_.licence = text_of(document_, "licence", "");
        if (auto const* kind = document_.find("kind")) {
            std::vector<std::string> const words{layout_kind_names.begin(),
                                                 layout_kind_names.end()};
            auto const found = std::ranges::find(words, kind->text);
            if (found == words.end()) {
                findings_.add(kind->place, "kind",
                              fmt::format("no kind of table: '{}'", kind->text),
                              did_you_mean(kind->text, words));
            } else {
                layout_.kind = static_cast<LayoutKind>(found - words.begin());
            }
        }
        layout_.year = static_cast<int>(number_of("year", 1900.0, 2200.0).value_or(0.0));
        layout_.weight = number_of("weight", 0.0, 1.0).value_or(1.0);
        read_missing();
    }

    void read_format() {
        layout_.format.separator = one_of("separator", {",", ";", "\t", "|"})[0];
        auto const sign = one_of("decimal_sign", {".", ",", "any"});
        layout_.decimal_sign = sign == "any" ? '\0' : sign[0];
        layout_.format.encoding = one_of("encoding", {"utf-8", "windows-1252"}) == "utf-8"
                                      ? Encoding::utf_8
                                      : Encoding::windows_1252;
        layout_.format.ends_with_line_break =
            one_of("ends_with_line_break", {"true", "false"}) == "true";
        if (document_.find("quotes") != nullptr) {
            layout_.format.drops_quotes = one_of("quotes", {"strict", "dropped"}) == "dropped";
        }
        if (document_.find("sheet") != nullptr) {
            layout_.sheet = text_of(document_, "sheet", "");
        }
        if (layout_.format.separator == layout_.decimal_sign) {
            findings_.add(document_.place, "decimal_sign",
                          "the decimal sign is the separator of the fields");
        }
    }

    /// Kinds whose format says itself how it is written.
    void read_where_given() {
        for (auto const* key : {"separator", "encoding", "quotes", "sheet"}) {
            if (auto const* node = document_.find(key)) {
                findings_.add(node->key_place, key, "files of this kind say this themselves",
                              "leave it out");
            }
        }
    }

    std::string text_of(Node const& map, std::string const& key, std::string const& path) {
        auto const* node = map.find(key);
        if (node == nullptr) {
            findings_.add(map.place, join_path(path, key), "the layout does not say this");
            return {};
        }
        return read_line(*node, join_path(path, key), findings_).value_or("");
    }

    std::string one_of(std::string const& key, std::vector<std::string> const& allowed) {
        auto const* node = document_.find(key);
        std::string hint = "one of";
        for (auto const& word : allowed) {
            hint += " '" + (word == "\t" ? std::string{"\\t"} : word) + "'";
        }
        if (node == nullptr || !node->is_scalar() ||
            std::ranges::find(allowed, node->text) == allowed.end()) {
            findings_.add(node == nullptr ? document_.place : node->place, key,
                          node == nullptr ? "the layout does not say this" : "no known choice",
                          hint);
            return allowed.front();
        }
        return node->text;
    }

    std::optional<double> number_from(Node const& node, std::string const& path, double lowest,
                                      double highest) {
        double value{0.0};
        auto const& text = node.text;
        auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc{} || end != text.data() + text.size() || !(value >= lowest) ||
            !(value <= highest)) {
            findings_.add(node.place, path, "not such a number",
                          fmt::format("{} to {}", lowest, highest));
            return std::nullopt;
        }
        return value;
    }

    std::optional<double> number_of(std::string const& key, double lowest, double highest) {
        auto const* node = document_.find(key);
        return node == nullptr ? std::nullopt : number_from(*node, key, lowest, highest);
    }

    std::vector<std::string> lines_of(std::string const& key, std::string const& what) {
        std::vector<std::string> lines;
        auto const* node = document_.find(key);
        if (node == nullptr) {
            return lines;
        }
        if (!node->is_list()) {
            findings_.add(node->place, key, what);
            return lines;
        }
        for (auto const& item : node->children) {
            if (auto const text = read_line(item, key, findings_)) {
                lines.push_back(*text);
            }
        }
        return lines;
    }

    void read_missing() {
        layout_.missing = lines_of("missing", "a list of what stands for no figure");
    }

    void read_rows() {
        auto const* rows = document_.find("rows");
        if (rows == nullptr || !expect_map(*rows, "rows", findings_)) {
            return;
        }
        check_keys(*rows, {"header", "begins_with"}, "rows", findings_);
        layout_.only =
            RowRule{text_of(*rows, "header", "rows"), text_of(*rows, "begins_with", "rows")};
    }

    void read_kinds() {
        auto const* kinds = document_.find("kinds");
        if (kinds == nullptr) {
            if (layout_.kind == LayoutKind::regions) {
                findings_.add(document_.place, "kinds", "the words for gemeente, wijk and buurt");
            }
            return;
        }
        if (!expect_map(*kinds, "kinds", findings_)) {
            return;
        }
        check_keys(*kinds, {"gemeente", "wijk", "buurt", "country"}, "kinds", findings_);
        layout_.gemeente_word = text_of(*kinds, "gemeente", "kinds");
        layout_.wijk_word = text_of(*kinds, "wijk", "kinds");
        layout_.buurt_word = text_of(*kinds, "buurt", "kinds");
        if (kinds->find("country") != nullptr) {
            layout_.country_word = text_of(*kinds, "country", "kinds");
        }
    }

    void read_columns() {
        auto const [allowed, needed] = columns_of_kind(layout_.kind);
        auto const* columns = document_.find("columns");
        if (columns == nullptr) {
            if (!allowed.empty()) {
                findings_.add(document_.place, "columns", "the header of each column");
            }
            return;
        }
        if (!expect_map(*columns, "columns", findings_)) {
            return;
        }
        check_keys(*columns, allowed, "columns", findings_);
        for (auto const& column : columns->children) {
            layout_.columns[column.key] = read_rule(column);
        }
        for (auto const& key : needed) {
            if (layout_.column(key) == nullptr) {
                findings_.add(columns->place, "columns." + key, "the layout does not say this");
            }
        }
    }

    ColumnRule read_rule(Node const& node) {
        auto const path = "columns." + node.key;
        ColumnRule rule;
        if (!node.is_map()) {
            rule.header = read_line(node, path, findings_).value_or("");
            return rule;
        }
        check_keys(node, {"header", "per", "offset"}, path, findings_);
        rule.header = text_of(node, "header", path);
        if (auto const* per = node.find("per")) {
            rule.per = number_from(*per, path + ".per", 1e-9, 1e9).value_or(1.0);
        }
        if (auto const* offset = node.find("offset")) {
            rule.offset = number_from(*offset, path + ".offset", -1e9, 1e9).value_or(0.0);
        }
        return rule;
    }

    void read_extras() {
        layout_.gemeenten = static_cast<int>(number_of("gemeenten", 0.0, 1e4).value_or(0.0));
        layout_.code_length =
            static_cast<std::size_t>(number_of("code_length", 0.0, 20.0).value_or(0.0));
        layout_.in_order_of_cbs =
            document_.find("order") != nullptr && one_of("order", {"cbs"}) == "cbs";
        layout_.may_be_unmatched = document_.find("unmatched") != nullptr &&
                                   one_of("unmatched", {"mistake", "reported"}) == "reported";
        layout_.file_names = lines_of("files", "a list of names of files, * for any signs");
        layout_.names = lines_of("names", "a list of names of netbeheerders");
        if (layout_.kind == LayoutKind::polygons) {
            layout_.level = one_of("level", {"wijk", "gemeente", "provincie"});
        }
        if (layout_.kind == LayoutKind::hours) {
            layout_.unit = text_of(document_, "unit", "");
            layout_.is_weather = one_of("series", {"profile", "weather"}) == "weather";
        }
        if (layout_.kind == LayoutKind::netbeheerders && layout_.names.empty()) {
            findings_.add(document_.place, "names", "the netbeheerders that the table is about");
        }
        if (layout_.kind == LayoutKind::places && !layout_.in_order_of_cbs &&
            layout_.column("code") == nullptr && layout_.column("gemeente") == nullptr) {
            findings_.add(document_.place, "columns", "nothing says which place a row is about",
                          "a column `code`, or `gemeente`, or `gemeente` and `buurt`");
        }
    }

    Node const& document_;
    Findings& findings_;
    Layout layout_;
};

} // namespace

Layout read_layout(std::string const& path) {
    Findings findings;
    Place const asked_by{.file = path, .line = 1, .column = 1};
    Layout layout;
    if (auto const text = read_text(path, asked_by, findings)) {
        findings.remember(path, *text);
        if (auto const document = parse_document(path, *text, findings)) {
            if (expect_map(*document, "", findings)) {
                layout = LayoutReader{*document, findings}.read();
            }
        }
    }
    findings.throw_if_any();
    return layout;
}

} // namespace opschaling::scenarios
