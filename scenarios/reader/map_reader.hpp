#pragma once

#include "scenarios/reader/findings.hpp"
#include "scenarios/reader/keys.hpp"
#include "scenarios/reader/nearest.hpp"
#include "scenarios/reader/node.hpp"
#include "scenarios/reader/number.hpp"
#include "sim/time/quarter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace opschaling::scenarios {

/// Reads the values of one map; what is missing or wrong becomes a finding, and reading goes on
/// with a value that stands for it.
class MapReader {
public:
    MapReader(Node const& map, std::string path, Findings& findings)
        : map_{map}, path_{std::move(path)}, findings_{findings} {}

    [[nodiscard]] Node const* need(std::string_view key) const {
        Node const* node = map_.find(key);
        if (node == nullptr) {
            findings_.add(map_.key_place, path_, fmt::format("'{}' is missing", key));
        }
        return node;
    }

    [[nodiscard]] std::string line(std::string_view key) const {
        Node const* node = need(key);
        return node == nullptr ? ""
                               : read_line(*node, join_path(path_, key), findings_).value_or("");
    }

    [[nodiscard]] double number_in(Node const& node, std::string_view key) const {
        auto const read = node.is_scalar() && !node.quoted ? parse_number(node.text) : ReadNumber{};
        if (!read.value) {
            findings_.add(node.place, join_path(path_, key),
                          fmt::format("expected a number, found {}", describe_node(node)));
        }
        return read.value.value_or(1.0);
    }

    [[nodiscard]] double number(std::string_view key) const {
        Node const* node = need(key);
        return node == nullptr ? 1.0 : number_in(*node, key);
    }

    [[nodiscard]] double number_or(std::string_view key, double otherwise) const {
        return map_.find(key) == nullptr ? otherwise : number(key);
    }

    /// A whole number in [lowest, highest].
    [[nodiscard]] double whole_or(std::string_view key, double lowest, double highest,
                                  double otherwise) const {
        Node const* node = map_.find(key);
        if (node == nullptr) {
            return otherwise;
        }
        auto const read = node->is_scalar() && !node->quoted
                              ? parse_whole(node->text, lowest, highest)
                              : ReadNumber{.value = {}, .problem = "expected a whole number"};
        if (!read.value) {
            findings_.add(node->place, join_path(path_, key), read.problem);
        }
        return read.value.value_or(otherwise);
    }

    [[nodiscard]] bool truth_or(std::string_view key, bool otherwise) const {
        Node const* node = map_.find(key);
        if (node == nullptr) {
            return otherwise;
        }
        bool const is_true = node->is_scalar() && !node->quoted && node->text == "true";
        bool const is_false = node->is_scalar() && !node->quoted && node->text == "false";
        if (!is_true && !is_false) {
            findings_.add(node->place, join_path(path_, key),
                          fmt::format("expected true or false, found {}", describe_node(*node)));
        }
        return is_true || (!is_false && otherwise);
    }

    [[nodiscard]] Node const* find(std::string_view key) const { return map_.find(key); }

    [[nodiscard]] std::string const& path() const { return path_; }

    void complain(Node const& at, std::string_view key, std::string message,
                  std::string hint = {}) const {
        findings_.add(at.place, join_path(path_, key), std::move(message), std::move(hint));
    }

    /// A part of one, as `5 %` or `0.05`.
    [[nodiscard]] double share(std::string_view key) const {
        Node const* node = need(key);
        if (node == nullptr) {
            return 0.0;
        }
        constexpr double percent{100.0};
        auto const read = parse_amount(node->text);
        bool const is_percent = read.unit == "%";
        if (!node->is_scalar() || !read.number || (!read.unit.empty() && !is_percent)) {
            findings_.add(
                node->place, join_path(path_, key),
                fmt::format("expected a share such as 5 %, found {}", describe_node(*node)));
            return 0.0;
        }
        double const value = is_percent ? *read.number / percent : *read.number;
        if (value <= 0.0 || value >= 1.0) {
            findings_.add(node->place, join_path(path_, key), "lies outside 0 % to 100 %");
        }
        return value;
    }

    /// Two rising numbers.
    [[nodiscard]] std::pair<double, double> range(std::string_view key) const {
        Node const* node = need(key);
        if (node == nullptr) {
            return {0.0, 1.0};
        }
        if (!node->is_list() || node->children.size() != 2) {
            findings_.add(node->place, join_path(path_, key),
                          fmt::format("expected [low, high], found {}", describe_node(*node)));
            return {0.0, 1.0};
        }
        std::pair const bounds{number_in(node->children[0], key),
                               number_in(node->children[1], key)};
        if (bounds.first > bounds.second) {
            findings_.add(node->place, join_path(path_, key), "the first is above the second");
        }
        return bounds;
    }

    [[nodiscard]] sim::Quarter quarter(std::string_view key) const {
        auto const text = line(key);
        auto const parsed = sim::Quarter::parse(text);
        if (!parsed && !text.empty()) {
            findings_.add(map_.find(key)->place, join_path(path_, key),
                          fmt::format("expected a quarter such as 2021-Q1, found '{}'", text));
        }
        return parsed.value_or(sim::Quarter{});
    }

    /// A name, or a list of names.
    [[nodiscard]] std::vector<std::string> names(std::string_view key) const {
        std::vector<std::string> read;
        Node const* node = map_.find(key);
        if (node == nullptr) {
            return read;
        }
        std::vector<Node> const alone{*node};
        for (auto const& item : node->is_list() ? node->children : alone) {
            read.push_back(read_line(item, join_path(path_, key), findings_).value_or(""));
        }
        return read;
    }

    /// The place in a list of words.
    template <std::size_t Count>
    [[nodiscard]] std::size_t one_of(std::string_view key,
                                     std::array<std::string_view, Count> const& words) const {
        auto const text = line(key);
        auto const found = std::ranges::find(words, text);
        if (found == words.end() && !text.empty()) {
            std::vector<std::string> const known(words.begin(), words.end());
            findings_.add(map_.find(key)->place, join_path(path_, key),
                          fmt::format("'{}' is not one of {}", text, fmt::join(known, ", ")),
                          did_you_mean(text, known));
        }
        return found == words.end() ? 0 : static_cast<std::size_t>(found - words.begin());
    }

private:
    Node const& map_;
    std::string path_;
    Findings& findings_;
};

} // namespace opschaling::scenarios
