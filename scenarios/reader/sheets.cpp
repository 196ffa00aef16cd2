#include "scenarios/reader/sheets.hpp"

#include "scenarios/reader/document.hpp"
#include "scenarios/reader/keys.hpp"
#include "scenarios/reader/nearest.hpp"
#include "scenarios/reader/value.hpp"
#include "sim/contract/expects.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace opschaling::scenarios {

namespace {

using sim::ParameterDeclaration;

constexpr std::string_view assumption_word{"assumption"};

/// Reads sheets of one or more documents into one set of entries.
class SheetReader {
public:
    SheetReader(std::vector<ParameterDeclaration> const& declarations, bool values_are_plausible,
                Findings& findings)
        : declarations_{declarations},
          values_are_plausible_{values_are_plausible},
          findings_{findings} {
        for (auto const& declaration : declarations) {
            auto const dot = declaration.path.find('.');
            names_[declaration.path.substr(0, dot)].push_back(declaration.path.substr(dot + 1));
        }
    }

    /// Reads one map from sheet name to entries; `schema` beside them is passed over.
    void read(Node const& sheets, std::string const& path) {
        std::vector<std::string> sheet_names;
        for (auto const& [sheet, parameters] : names_) {
            sheet_names.push_back(sheet);
        }
        for (auto const& sheet : sheets.children) {
            auto const sheet_path = join_path(path, sheet.key);
            if (path.empty() && sheet.key == "schema") {
                continue;
            }
            auto const known = names_.find(sheet.key);
            if (known == names_.end()) {
                findings_.add(sheet.key_place, sheet_path, "no such sheet of parameters",
                              did_you_mean(sheet.key, sheet_names));
                excuse(nearest(sheet.key, sheet_names).value_or(""));
                continue;
            }
            sheet_places_.try_emplace(sheet.key, sheet.key_place);
            if (expect_map(sheet, sheet_path, findings_)) {
                read_sheet(sheet, known->second, path);
            } else {
                excuse(sheet.key);
            }
        }
    }

    /// The entries, after a finding for each declared parameter that none was given for.
    Entries finish(Place const& place) {
        for (auto const& declaration : declarations_) {
            auto const sheet_name = declaration.path.substr(0, declaration.path.find('.'));
            bool const excused =
                excused_.contains(sheet_name) || excused_.contains(declaration.path);
            if (!first_places_.contains(declaration.path) && !excused) {
                auto const sheet = sheet_places_.find(sheet_name);
                findings_.add(sheet == sheet_places_.end() ? place : sheet->second,
                              declaration.path,
                              fmt::format("this parameter has no entry ({})", declaration.meaning),
                              "give it a value and a source");
            }
        }
        return std::move(entries_);
    }

private:
    /// What is missing only because its name is misspelt is one mistake, not two.
    void excuse(std::string const& path) { excused_.insert(path); }

    void read_sheet(Node const& sheet, std::vector<std::string> const& names,
                    std::string const& path) {
        for (auto const& entry : sheet.children) {
            auto const name = sheet.key + "." + entry.key;
            if (std::ranges::find(names, entry.key) == names.end()) {
                findings_.add(entry.key_place, join_path(path, name), "no such parameter",
                              did_you_mean(entry.key, names));
                excuse(sheet.key + "." + nearest(entry.key, names).value_or(""));
                continue;
            }
            auto const [first, is_first] = first_places_.try_emplace(name, entry.key_place);
            if (!is_first) {
                findings_.add(entry.key_place, join_path(path, name),
                              fmt::format("given twice; first in {}:{}:{}", first->second.file,
                                          first->second.line, first->second.column));
                continue;
            }
            auto const declared =
                std::ranges::find(declarations_, name, &ParameterDeclaration::path);
            if (expect_map(entry, join_path(path, name), findings_)) {
                read_entry(entry, *declared, join_path(path, name));
            }
        }
    }

    void read_entry(Node const& entry, ParameterDeclaration const& declaration,
                    std::string const& path) {
        check_keys(entry, {"value", "unit", "source", "plausible"}, path, findings_);
        auto const source = read_source(entry, path);
        Node const* value = entry.find("value");
        if (value == nullptr) {
            findings_.add(entry.key_place, path, "the value is missing");
            return;
        }
        auto const read = read_value(*value, entry.find("unit"), declaration,
                                     join_path(path, "value"), findings_);
        if (!read) {
            return;
        }
        auto record = record_of(declaration);
        record.value = read->text;
        record.source = source.value_or("");
        record.is_assumption = is_assumption(record.source);
        record.origin = fmt::format("{}:{}", value->place.file, value->place.line);
        if (Node const* plausible = entry.find("plausible")) {
            auto const range = read_plausible(*plausible, *read, declaration,
                                              join_path(path, "plausible"), findings_);
            if (range) {
                check_plausible(*plausible, *read, declaration, *range,
                                join_path(path, "plausible"));
                record.plausible_low = range->first;
                record.plausible_high = range->second;
            }
        }
        if (source) {
            entries_[declaration.path] = {read->base, std::move(record)};
        }
    }

    std::optional<std::string> read_source(Node const& entry, std::string const& path) {
        Node const* source = entry.find("source");
        if (source == nullptr) {
            findings_.add(entry.key_place, path, "the source is missing",
                          "name a publication, or write 'assumption: ' and why");
            return std::nullopt;
        }
        auto text = read_line(*source, join_path(path, "source"), findings_);
        if (text && text->starts_with(assumption_word) &&
            text->find_first_not_of(" :", assumption_word.size()) == std::string::npos) {
            findings_.add(source->place, join_path(path, "source"), "an assumption says why",
                          "write 'assumption: ' and the reason");
            return std::nullopt;
        }
        return text;
    }

    void check_plausible(Node const& plausible, ReadValue const& value,
                         ParameterDeclaration const& declaration,
                         std::pair<double, double> const& range, std::string const& path) {
        if (!values_are_plausible_ || declaration.kind == sim::ParameterKind::list ||
            declaration.kind == sim::ParameterKind::year_series) {
            return;
        }
        double const number = value.declared.front();
        if (number < range.first || number > range.second) {
            findings_.add(
                plausible.place, path,
                fmt::format("the value {} lies outside its own plausible range", value.text));
        }
    }

    std::vector<ParameterDeclaration> const& declarations_;
    bool values_are_plausible_;
    Findings& findings_;
    std::map<std::string, std::vector<std::string>> names_;
    std::map<std::string, Place> first_places_;
    std::map<std::string, Place> sheet_places_;
    std::set<std::string> excused_;
    Entries entries_;
};

std::vector<std::filesystem::path> sheet_files(std::filesystem::path const& directory) {
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (auto const& entry : std::filesystem::directory_iterator{directory, error}) {
        if (entry.path().extension() == ".yaml") {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    return files;
}

} // namespace

sim::ParameterRecord record_of(ParameterDeclaration const& declaration) {
    sim::ParameterRecord record;
    record.path = declaration.path;
    record.unit = declaration.unit;
    record.meaning = declaration.meaning;
    record.kind = declaration.kind;
    record.lowest = declaration.lowest;
    record.highest = declaration.highest;
    return record;
}

bool is_assumption(std::string_view source) {
    return source.find(assumption_word) != std::string_view::npos;
}

Entries read_sheets(std::filesystem::path const& directory,
                    std::vector<ParameterDeclaration> const& declarations, Texts& texts,
                    Findings& findings) {
    auto const files = sheet_files(directory);
    Place const place{shown_name(directory), 1, 1};
    if (files.empty()) {
        findings.add(place, "", "no parameter sheets (*.yaml) in this directory");
        return {};
    }
    SheetReader reader{declarations, true, findings};
    bool complete{true};
    for (auto const& file : files) {
        auto const name = shown_name(file);
        auto text = read_text(file, {name, 1, 1}, findings);
        if (!text) {
            complete = false;
            continue;
        }
        auto const document = parse_document(name, *text, findings);
        texts.emplace_back(name, std::move(*text));
        if (document && expect_map(*document, "", findings) &&
            check_schema(*document, sheet_schema, findings)) {
            reader.read(*document, "");
        } else {
            complete = false;
        }
    }
    // After a file that could not be read, everything it holds would be reported as missing.
    return complete ? reader.finish(place) : Entries{};
}

Entries read_embedded_sheets(Node const& sheets,
                             std::vector<ParameterDeclaration> const& declarations,
                             Findings& findings) {
    if (!expect_map(sheets, "parameters", findings)) {
        return {};
    }
    SheetReader reader{declarations, false, findings};
    reader.read(sheets, "parameters");
    return reader.finish(sheets.key_place);
}

ParameterSet fill_parameters(Entries const& entries) {
    ParameterSet set{};
    for (auto const& declaration : models::declare_all(set.parameters)) {
        auto const& entry = entries.at(declaration.path);
        declaration.assign(entry.value);
        set.records.push_back(entry.record);
    }
    return set;
}

ParameterSet read_parameters(std::filesystem::path const& directory) {
    Findings findings;
    Texts texts;
    models::Parameters parameters{};
    auto const entries = read_sheets(directory, models::declare_all(parameters), texts, findings);
    findings.throw_if_any();
    return fill_parameters(entries);
}

} // namespace opschaling::scenarios
