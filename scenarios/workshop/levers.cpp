#include "scenarios/workshop/levers.hpp"

#include "models/world/parameters.hpp"
#include "scenarios/reader/changes.hpp"
#include "scenarios/reader/document.hpp"
#include "scenarios/reader/extends.hpp"
#include "scenarios/reader/findings.hpp"
#include "scenarios/reader/keys.hpp"
#include "scenarios/reader/map_reader.hpp"
#include "scenarios/reader/measure.hpp"
#include "scenarios/reader/nearest.hpp"
#include "scenarios/reader/sheets.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace opschaling::scenarios {

namespace {

/// The parameters as they are declared and as the sheets give them, with their paths.
struct Sheets {
    std::vector<sim::ParameterDeclaration> declarations;
    std::vector<std::string> paths;
    Entries entries;
};

Sheets read_all_sheets(std::filesystem::path const& directory, models::Parameters& scratch,
                       Findings& findings) {
    Sheets sheets{.declarations = models::declare_all(scratch), .paths = {}, .entries = {}};
    for (auto const& declaration : sheets.declarations) {
        sheets.paths.push_back(declaration.path);
    }
    Texts texts;
    sheets.entries = read_sheets(directory, sheets.declarations, texts, findings);
    return sheets;
}

void check_name(Node const& node, std::string const& path, Findings& findings) {
    if (!is_name(node.key)) {
        findings.add(node.key_place, path, fmt::format("'{}' is not a name", node.key),
                     "use a-z, 0-9 and _, beginning with a letter");
    }
}

LeverStop read_stop(Node const& node, std::string const& lever, Sheets const& sheets,
                    Findings& findings) {
    auto const path = join_path("levers." + lever + ".stops", node.key);
    LeverStop stop;
    stop.id = node.key;
    check_name(node, path, findings);
    if (!expect_map(node, path, findings)) {
        return stop;
    }
    check_keys(node, {"label", "says", "set"}, path, findings);
    MapReader const reader{node, path, findings};
    stop.label = read_title(reader.need("label"), node.key, path + ".label", findings);
    stop.says = read_title(reader.need("says"), node.key, path + ".says", findings);
    Node const* set = node.find("set");
    if (set == nullptr || !expect_map(*set, path + ".set", findings)) {
        return stop;
    }
    auto entries = sheets.entries;
    auto const flat = flatten_changes(*set, sheets.paths, path + ".set", findings);
    for (auto const& name : apply_changes(flat, path + ".set", lever + "/" + node.key,
                                          sheets.declarations, entries, findings)) {
        auto const& entry = entries.at(name);
        stop.sets.push_back({name, entry.value,
                             entry.record.unit == "1"
                                 ? entry.record.value
                                 : entry.record.value + " " + entry.record.unit,
                             entry.record.source});
        if (name.starts_with("world.")) {
            findings.add(set->place, path + ".set",
                         name + ": the world is made once, before a lever is turned");
        }
    }
    return stop;
}

Lever read_lever(Node const& node, Sheets const& sheets, Findings& findings) {
    auto const path = join_path("levers", node.key);
    Lever lever;
    lever.id = node.key;
    check_name(node, path, findings);
    if (!expect_map(node, path, findings)) {
        return lever;
    }
    check_keys(node, {"question", "stops"}, path, findings);
    MapReader const reader{node, path, findings};
    lever.question = read_title(reader.need("question"), node.key, path + ".question", findings);
    Node const* stops = reader.need("stops");
    if (stops == nullptr || !expect_map(*stops, path + ".stops", findings)) {
        return lever;
    }
    for (auto const& stop : stops->children) {
        lever.stops.push_back(read_stop(stop, lever.id, sheets, findings));
    }
    if (lever.stops.size() < 2 || lever.stops.size() > most_stops) {
        findings.add(stops->place, path + ".stops",
                     fmt::format("a lever has 2 to {} stops, this one has {}", most_stops,
                                 lever.stops.size()));
    }
    return lever;
}

std::vector<UncertainParameter> read_uncertain(Node const* list, Sheets const& sheets,
                                               Findings& findings) {
    std::vector<UncertainParameter> uncertain;
    if (list == nullptr) {
        return uncertain;
    }
    if (!list->is_list()) {
        findings.add(list->place, "uncertain",
                     "expected a list of parameters, found " + describe_node(*list));
        return uncertain;
    }
    for (auto const& item : list->children) {
        auto const name = read_line(item, "uncertain", findings).value_or("");
        auto const entry = sheets.entries.find(name);
        if (entry == sheets.entries.end()) {
            findings.add(item.place, "uncertain", fmt::format("no parameter '{}'", name),
                         did_you_mean(name, sheets.paths));
            continue;
        }
        auto const& record = entry->second.record;
        bool const is_one = entry->second.value.numbers.size() == 1 &&
                            entry->second.value.years.empty() &&
                            record.plausible_low < record.plausible_high;
        if (!is_one) {
            findings.add(item.place, "uncertain",
                         fmt::format("{} is no single number with a plausible range", name));
            continue;
        }
        auto const unit = measure_in(record.unit == "1" ? "" : record.unit, record.unit).unit;
        uncertain.push_back({name,
                             unit ? to_base(record.plausible_low, *unit) : record.plausible_low,
                             unit ? to_base(record.plausible_high, *unit) : record.plausible_high});
    }
    return uncertain;
}

} // namespace

LeverSet read_levers(std::filesystem::path const& path,
                     std::filesystem::path const& parameter_directory) {
    Findings findings;
    auto const file = shown_name(path);
    auto const text = read_text(path, {.file = file}, findings);
    auto const document = text ? parse_document(file, *text, findings) : std::nullopt;
    if (!document || !check_schema(*document, levers_schema, findings)) {
        findings.throw_if_any();
    }
    check_keys(*document, {"schema", "levers", "uncertain"}, "", findings);
    models::Parameters scratch{};
    auto const sheets = read_all_sheets(parameter_directory, scratch, findings);
    LeverSet set;
    MapReader const reader{*document, "", findings};
    if (Node const* levers = reader.need("levers");
        levers != nullptr && expect_map(*levers, "levers", findings)) {
        for (auto const& lever : levers->children) {
            set.levers.push_back(read_lever(lever, sheets, findings));
        }
    }
    set.uncertain = read_uncertain(document->find("uncertain"), sheets, findings);
    findings.throw_if_any();
    return set;
}

} // namespace opschaling::scenarios
