#include "scenarios/import/layout.hpp"
#include "scenarios/reader/document.hpp"
#include "scenarios/reader/keys.hpp"

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
                   {"schema", "name", "source", "licence", "separator", "decimal_sign", "encoding",
                    "ends_with_line_break", "missing", "gemeenten", "kinds", "columns"},
                   "", findings_);
        if (!check_schema(document_, "opschaling-layout/1", findings_)) {
            return layout_;
        }
        layout_.name = text_of(document_, "name", "");
        layout_.source = text_of(document_, "source", "");
        layout_.licence = text_of(document_, "licence", "");
        layout_.format.separator = one_of("separator", {",", ";", "\t", "|"})[0];
        layout_.decimal_sign = one_of("decimal_sign", {".", ","})[0];
        layout_.format.encoding = one_of("encoding", {"utf-8", "windows-1252"}) == "utf-8"
                                      ? Encoding::utf_8
                                      : Encoding::windows_1252;
        layout_.format.ends_with_line_break =
            one_of("ends_with_line_break", {"true", "false"}) == "true";
        read_missing();
        read_gemeenten();
        read_kinds();
        read_columns();
        if (layout_.format.separator == layout_.decimal_sign) {
            findings_.add(document_.place, "decimal_sign",
                          "the decimal sign is the separator of the fields");
        }
        return layout_;
    }

private:
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

    void read_missing() {
        auto const* node = document_.find("missing");
        if (node == nullptr) {
            return;
        }
        if (!node->is_list()) {
            findings_.add(node->place, "missing", "a list of what stands for no figure");
            return;
        }
        for (auto const& mark : node->children) {
            if (auto const text = read_line(mark, "missing", findings_)) {
                layout_.missing.push_back(*text);
            }
        }
    }

    void read_gemeenten() {
        auto const* node = document_.find("gemeenten");
        if (node == nullptr) {
            return;
        }
        auto const& text = node->text;
        auto const [end, error] =
            std::from_chars(text.data(), text.data() + text.size(), layout_.gemeenten);
        if (error != std::errc{} || end != text.data() + text.size() || layout_.gemeenten < 0) {
            findings_.add(node->place, "gemeenten", "not a number of gemeenten", "342");
        }
    }

    void read_kinds() {
        auto const* kinds = document_.find("kinds");
        if (kinds == nullptr || !expect_map(*kinds, "kinds", findings_)) {
            findings_.add(document_.place, "kinds", "the words for gemeente, wijk and buurt");
            return;
        }
        check_keys(*kinds, {"gemeente", "wijk", "buurt"}, "kinds", findings_);
        layout_.gemeente_word = text_of(*kinds, "gemeente", "kinds");
        layout_.wijk_word = text_of(*kinds, "wijk", "kinds");
        layout_.buurt_word = text_of(*kinds, "buurt", "kinds");
    }

    void read_columns() {
        auto const* columns = document_.find("columns");
        if (columns == nullptr || !expect_map(*columns, "columns", findings_)) {
            findings_.add(document_.place, "columns", "the header of each column");
            return;
        }
        std::vector<std::string> const allowed(region_column_names.begin(),
                                               region_column_names.end());
        check_keys(*columns, allowed, "columns", findings_);
        for (std::size_t i = 0; i < region_columns; ++i) {
            std::string const key{region_column_names[i]};
            if (i < columns_always_there || columns->find(key) != nullptr) {
                layout_.headers[i] = text_of(*columns, key, "columns");
            }
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
