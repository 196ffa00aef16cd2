#include "scenarios/reader/pilot.hpp"

#include "scenarios/reader/document.hpp"
#include "scenarios/reader/findings.hpp"
#include "scenarios/reader/keys.hpp"
#include "scenarios/reader/map_reader.hpp"
#include "scenarios/reader/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace opschaling::scenarios {

namespace {

constexpr std::array<std::string_view, lever_parts> part_keys{"routes", "ingredienten", "valkuilen",
                                                              "aanbevelingen", "lessen"};
constexpr std::array<std::string_view, 3> aims{"voorkomen", "verzachten", "verminderen"};
constexpr std::array<std::string_view, 5> theory_keys{"input", "activiteiten", "output", "outcome",
                                                      "impact"};

/// A value in one line of YAML, as `--set` takes it.
std::string flow_text(Node const& node) {
    if (node.is_scalar()) {
        return node.text;
    }
    std::vector<std::string> parts;
    for (auto const& child : node.children) {
        parts.push_back(node.is_map() ? child.key + ": " + flow_text(child) : flow_text(child));
    }
    return fmt::format("{}{}{}", node.is_map() ? "{" : "[", fmt::join(parts, ", "),
                       node.is_map() ? "}" : "]");
}

std::vector<std::string> read_settings(MapReader const& reader, std::string_view key,
                                       Findings& findings) {
    std::vector<std::string> settings;
    Node const* node = reader.need(key);
    if (node == nullptr || !expect_map(*node, join_path(reader.path(), key), findings)) {
        return settings;
    }
    for (auto const& child : node->children) {
        settings.push_back(child.key + "=" + flow_text(child));
    }
    return settings;
}

std::optional<Node> read_of_schema(std::filesystem::path const& path, std::string_view schema,
                                   Findings& findings) {
    auto const file = shown_name(path);
    auto const text = read_text(path, {.file = file}, findings);
    auto document = text ? parse_document(file, *text, findings) : std::nullopt;
    if (!document || !check_schema(*document, schema, findings)) {
        findings.throw_if_any();
    }
    return document;
}

std::pair<std::string, std::string> read_title(MapReader const& reader, Findings& findings) {
    Node const* title = reader.need("title");
    if (title == nullptr || !expect_map(*title, join_path(reader.path(), "title"), findings)) {
        return {};
    }
    check_keys(*title, {"nl", "en"}, join_path(reader.path(), "title"), findings);
    MapReader const words{*title, join_path(reader.path(), "title"), findings};
    return {words.line("nl"), words.line("en")};
}

CanvasLever read_lever(Node const& node, LeverPart part, Findings& findings) {
    auto const path = join_path(std::string{key_of_part(part)}, node.key);
    CanvasLever lever{.part = part,
                      .name = node.key,
                      .title_nl = {},
                      .title_en = {},
                      .source = {},
                      .low = {},
                      .high = {}};
    if (!expect_map(node, path, findings)) {
        return lever;
    }
    check_keys(node, {"title", "source", "low", "high"}, path, findings);
    MapReader const reader{node, path, findings};
    std::tie(lever.title_nl, lever.title_en) = read_title(reader, findings);
    lever.source = reader.line("source");
    lever.low = read_settings(reader, "low", findings);
    lever.high = read_settings(reader, "high", findings);
    return lever;
}

void read_levels(Node const& document, LeverPart part, std::vector<CanvasLever> const& levers,
                 Pilot& pilot, Findings& findings) {
    auto const key = std::string{key_of_part(part)};
    Node const* node = document.find(key);
    if (node == nullptr || !expect_map(*node, key, findings)) {
        return;
    }
    std::vector<std::string> known;
    for (auto const& lever : levers) {
        if (lever.part == part) {
            known.push_back(lever.name);
        }
    }
    check_keys(*node, known, key, findings);
    MapReader const reader{*node, key, findings};
    for (auto const& child : node->children) {
        auto const lever = std::ranges::find_if(
            levers, [&](CanvasLever const& l) { return l.part == part && l.name == child.key; });
        double const level = reader.number_in(child, child.key);
        if (level < 0.0 || level > 1.0) {
            findings.add(child.place, join_path(key, child.key),
                         "expected a number from 0 (absent) to 1 (wholly there)");
        }
        if (lever != levers.end()) {
            pilot.levels[static_cast<std::size_t>(lever - levers.begin())] = level;
        }
    }
}

void read_impact(Node const& document, Pilot& pilot, Findings& findings) {
    MapReader const all{document, "", findings};
    Node const* impact = all.need("impact");
    if (impact == nullptr || !expect_map(*impact, "impact", findings)) {
        return;
    }
    check_keys(*impact,
               {"vraagstuk", "doel", "input", "activiteiten", "output", "outcome", "impact"},
               "impact", findings);
    MapReader const reader{*impact, "impact", findings};
    pilot.question = reader.line("vraagstuk");
    pilot.aim = static_cast<PilotAim>(reader.one_of("doel", aims));
    for (std::size_t i = 0; i < theory_keys.size(); ++i) {
        if (reader.find(theory_keys[i]) != nullptr) {
            pilot.theory[i] = reader.line(theory_keys[i]);
        }
    }
}

} // namespace

std::string_view key_of_part(LeverPart part) {
    return part_keys.at(static_cast<std::size_t>(part));
}

std::vector<CanvasLever> read_levers(std::filesystem::path const& path) {
    Findings findings;
    auto const document = read_of_schema(path, canvas_schema, findings);
    std::vector<std::string> allowed{"schema"};
    allowed.insert(allowed.end(), part_keys.begin(), part_keys.end());
    check_keys(*document, allowed, "", findings);
    MapReader const reader{*document, "", findings};
    std::vector<CanvasLever> levers;
    for (std::size_t p = 0; p < lever_parts; ++p) {
        Node const* part = reader.need(part_keys[p]);
        if (part == nullptr || !expect_map(*part, std::string{part_keys[p]}, findings)) {
            continue;
        }
        for (auto const& node : part->children) {
            levers.push_back(read_lever(node, static_cast<LeverPart>(p), findings));
        }
    }
    findings.throw_if_any();
    return levers;
}

Pilot read_pilot(std::filesystem::path const& path, std::vector<CanvasLever> const& levers) {
    Findings findings;
    auto const document = read_of_schema(path, pilot_schema, findings);
    std::vector<std::string> allowed{"schema", "name", "title", "study", "impact"};
    allowed.insert(allowed.end(), part_keys.begin(), part_keys.end());
    check_keys(*document, allowed, "", findings);
    MapReader const reader{*document, "", findings};
    Pilot pilot;
    pilot.name = reader.line("name");
    if (Node const* name = document->find("name");
        name != nullptr && !pilot.name.empty() && !is_name(pilot.name)) {
        findings.add(name->place, "name", "a name is lower case letters, digits and _");
    }
    std::tie(pilot.title_nl, pilot.title_en) = read_title(reader, findings);
    pilot.study = path.parent_path() / reader.line("study");
    pilot.levels.resize(levers.size());
    read_impact(*document, pilot, findings);
    for (std::size_t p = 0; p < lever_parts; ++p) {
        read_levels(*document, static_cast<LeverPart>(p), levers, pilot, findings);
    }
    for (auto const part : {LeverPart::ingredient, LeverPart::valkuil}) {
        static_cast<void>(reader.need(key_of_part(part)));
    }
    findings.throw_if_any();
    return pilot;
}

} // namespace opschaling::scenarios
