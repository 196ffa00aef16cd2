#include "scenarios/reader/changes.hpp"

#include "scenarios/reader/document.hpp"
#include "scenarios/reader/keys.hpp"
#include "scenarios/reader/nearest.hpp"
#include "scenarios/reader/settings.hpp"
#include "scenarios/reader/value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace opschaling::scenarios {

namespace {

/// The parts of one change: a bare value, or a map that also says why.
struct Change {
    Node const* value{nullptr};
    Node const* unit{nullptr};
    Node const* because{nullptr};
};

std::optional<Change> read_change(Node const& node, std::string const& path, Findings& findings) {
    Node const* value = node.find("value");
    if (value == nullptr && node.find("because") != nullptr) {
        findings.add(node.place, path, "the value is missing");
        return std::nullopt;
    }
    if (value == nullptr) {
        return Change{.value = &node};
    }
    check_keys(node, {"value", "unit", "because"}, path, findings);
    return Change{value, node.find("unit"), node.find("because")};
}

std::string source_without_reason(Place const& place, std::string const& scenario,
                                  sim::ParameterRecord const& sheet) {
    auto const setter = place.file == command_line ? std::string{"on the command line"}
                                                   : fmt::format("in scenario {}", scenario);
    auto const unit = sheet.unit == "1" ? "" : " " + sheet.unit;
    return fmt::format("assumption: set {}, in place of {}{} ({})", setter, sheet.value, unit,
                       sheet.source);
}

/// The text after `=` as a tree, with the columns of the whole text.
std::optional<Node> parse_override(std::string const& text, std::size_t value_begin, int line,
                                   Findings& findings) {
    Findings inside;
    std::string const name{command_line};
    std::string const indented = std::string(value_begin, ' ') + text.substr(value_begin);
    auto node = parse_document(name, indented, inside);
    for (auto const& finding : inside.in_order()) {
        findings.add({name, line, finding.column}, text.substr(0, value_begin - 1), finding.message,
                     finding.hint);
    }
    if (!node) {
        return std::nullopt;
    }
    auto const move_down = [line](auto const& self, Node& moved) -> void {
        moved.place.line += line - 1;
        moved.key_place.line += line - 1;
        for (auto& child : moved.children) {
            self(self, child);
        }
    };
    move_down(move_down, *node);
    return node;
}

/// Puts the node at a dotted path of at most two parts, making the map above it if need be.
void put_setting(Node& study, std::string const& path, Node node) {
    Node* map = &study;
    auto const dot = path.find('.');
    if (dot != std::string::npos) {
        auto const head = path.substr(0, dot);
        map = study.find(head);
        if (map == nullptr) {
            study.children.push_back({.kind = Node::Kind::map,
                                      .place = node.place,
                                      .key = head,
                                      .key_place = node.place});
            map = &study.children.back();
        }
        if (!map->is_map()) {
            return; // reported where that part of the study is read
        }
    }
    node.key = dot == std::string::npos ? path : path.substr(dot + 1);
    if (Node* existing = map->find(node.key)) {
        *existing = std::move(node);
    } else {
        map->children.push_back(std::move(node));
    }
}

/// A world file named on the command line takes the place of a synthetic world: what only that has
/// goes away.
void turn_to_world_file(Node& study, Place const& place) {
    Node* world = study.find("world");
    if (world == nullptr || !world->is_map()) {
        return;
    }
    std::erase_if(world->children, [](Node const& child) {
        return child.key == "share" || child.key == "seed" || child.key == "source";
    });
    world->children.push_back({.kind = Node::Kind::scalar,
                               .place = place,
                               .text = "file",
                               .key = "source",
                               .key_place = place});
}

} // namespace

std::vector<std::string> apply_changes(Node const& set, std::string const& path,
                                       std::string const& scenario,
                                       std::vector<sim::ParameterDeclaration> const& declarations,
                                       Entries& entries, Findings& findings) {
    std::vector<std::string> changed;
    if (!expect_map(set, path, findings)) {
        return changed;
    }
    for (auto const& node : set.children) {
        auto const name = node.key;
        auto const here = join_path(path, name);
        auto const entry = entries.find(name);
        auto const declaration =
            std::ranges::find(declarations, name, &sim::ParameterDeclaration::path);
        auto const change = read_change(node, here, findings);
        if (!change) {
            continue;
        }
        auto const value = read_value(*change->value, change->unit, *declaration, here, findings);
        auto const because = change->because == nullptr
                                 ? std::optional<std::string>{}
                                 : read_line(*change->because, here + ".because", findings);
        if (!value || entry == entries.end()) {
            continue;
        }
        auto& [in_force, record] = entry->second;
        record.source = because ? *because : source_without_reason(node.place, scenario, record);
        record.is_assumption = is_assumption(record.source);
        record.value = value->text;
        record.origin = fmt::format("{}:{}", change->value->place.file, change->value->place.line);
        in_force = value->base;
        changed.push_back(name);
    }
    return changed;
}

void apply_overrides(std::vector<std::string> const& overrides,
                     std::vector<std::string> const& parameter_paths, Node& study,
                     Findings& findings) {
    std::string all;
    for (auto const& text : overrides) {
        all += text + "\n";
    }
    findings.remember(std::string{command_line}, all);
    std::vector<std::string> known{setting_paths.begin(), setting_paths.end()};
    known.insert(known.end(), parameter_paths.begin(), parameter_paths.end());
    int line{0};
    for (auto const& text : overrides) {
        ++line;
        Place const place{std::string{command_line}, line, 1};
        auto const equals = text.find('=');
        if (equals == std::string::npos || text.find('\n') != std::string::npos) {
            findings.add(place, "", fmt::format("'{}' is not of the form path=value", text));
            continue;
        }
        auto const path = text.substr(0, equals);
        bool const is_setting = std::ranges::find(setting_paths, path) != setting_paths.end();
        bool const is_parameter = std::ranges::find(parameter_paths, path) != parameter_paths.end();
        if (!is_setting && !is_parameter) {
            findings.add(place, path, "no such parameter or setting", did_you_mean(path, known));
            continue;
        }
        if (text.find_first_not_of(' ', equals + 1) == std::string::npos) {
            findings.add({place.file, line, static_cast<int>(equals) + 1}, path, "no value");
            continue;
        }
        auto node = parse_override(text, equals + 1, line, findings);
        if (!node) {
            continue;
        }
        node->key_place = place;
        if (is_setting) {
            put_setting(study, path, std::move(*node));
            if (path == "world.file") {
                turn_to_world_file(study, place);
            }
            continue;
        }
        put_setting(study, "set",
                    study.find("set") != nullptr
                        ? *study.find("set")
                        : Node{.kind = Node::Kind::map, .place = place, .key_place = place});
        Node& set = *study.find("set");
        node->key = path;
        if (Node* existing = set.find(path)) {
            *existing = std::move(*node);
        } else if (set.is_map()) {
            set.children.push_back(std::move(*node));
        }
    }
}

} // namespace opschaling::scenarios
