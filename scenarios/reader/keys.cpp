#include "scenarios/reader/keys.hpp"

#include "scenarios/reader/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace opschaling::scenarios {

std::string join_path(std::string_view head, std::string_view tail) {
    return head.empty() ? std::string{tail} : fmt::format("{}.{}", head, tail);
}

void check_keys(Node const& map, std::span<std::string const> allowed, std::string const& path,
                Findings& findings) {
    for (auto const& child : map.children) {
        if (std::ranges::find(allowed, child.key) == allowed.end()) {
            auto hint = did_you_mean(child.key, allowed);
            if (hint.empty()) {
                hint = fmt::format("allowed here: {}", fmt::join(allowed, ", "));
            }
            findings.add(child.key_place, join_path(path, child.key), "unknown key",
                         std::move(hint));
        }
    }
}

void check_keys(Node const& map, std::initializer_list<std::string_view> allowed,
                std::string const& path, Findings& findings) {
    std::vector<std::string> const names(allowed.begin(), allowed.end());
    check_keys(map, names, path, findings);
}

bool expect_map(Node const& node, std::string const& path, Findings& findings) {
    if (!node.is_map()) {
        findings.add(node.place, path,
                     fmt::format("expected keys with values, found {}", describe_node(node)));
    }
    return node.is_map();
}

std::optional<std::string> read_line(Node const& node, std::string const& path,
                                     Findings& findings) {
    if (!node.is_scalar()) {
        findings.add(node.place, path, fmt::format("expected text, found {}", describe_node(node)));
        return std::nullopt;
    }
    if (node.text.find_first_not_of(" \t\r\n") == std::string::npos) {
        findings.add(node.place, path, "the text is empty");
        return std::nullopt;
    }
    return node.text;
}

bool check_schema(Node const& document, std::string_view wanted, Findings& findings) {
    Node const* schema = document.find("schema");
    if (schema == nullptr) {
        findings.add(document.place, "", "the key schema is missing",
                     fmt::format("begin the file with 'schema: {}'", wanted));
        return false;
    }
    if (!schema->is_scalar() || schema->text != wanted) {
        findings.add(schema->place, "schema",
                     fmt::format("found {}, expected {}", describe_node(*schema), wanted));
        return false;
    }
    return true;
}

bool is_name(std::string_view text) {
    auto const letter = [](char c) { return c >= 'a' && c <= 'z'; };
    return !text.empty() && letter(text.front()) && std::ranges::all_of(text, [&](char c) {
        return letter(c) || (c >= '0' && c <= '9') || c == '_';
    });
}

} // namespace opschaling::scenarios
