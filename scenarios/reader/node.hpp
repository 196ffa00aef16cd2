#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace opschaling::scenarios {

/// Where something stands in a file a person wrote; line and column count from 1, the column in
/// characters.
struct Place {
    std::string file;
    int line{1};
    int column{1};
};

/// One value of a document with its place: nothing, a scalar as it was written, a list or a map.
/// A scalar keeps its text, for `NO`, `010` and `1e3` mean what the reader of the value says.
struct Node {
    enum class Kind { nothing, scalar, list, map };

    Kind kind{Kind::nothing};
    Place place{};
    std::string text{};
    bool quoted{false};
    /// The name under which a map holds this node, and its place; empty in a list.
    std::string key{};
    Place key_place{};
    /// Of a list or a map, in the order written.
    std::vector<Node> children{};

    [[nodiscard]] bool is_map() const { return kind == Kind::map; }

    [[nodiscard]] bool is_list() const { return kind == Kind::list; }

    [[nodiscard]] bool is_scalar() const { return kind == Kind::scalar; }

    [[nodiscard]] bool is_nothing() const { return kind == Kind::nothing; }

    /// The child of that name, or a null pointer.
    [[nodiscard]] Node const* find(std::string_view name) const {
        for (auto const& child : children) {
            if (is_map() && child.key == name) {
                return &child;
            }
        }
        return nullptr;
    }

    [[nodiscard]] Node* find(std::string_view name) {
        // The node found is part of this one, which may change. NOLINTNEXTLINE(*-const-cast)
        return const_cast<Node*>(static_cast<Node const&>(*this).find(name));
    }
};

/// "a list", "a map", "text 'abc'": what stands there, for a message.
[[nodiscard]] std::string describe_node(Node const& node);

} // namespace opschaling::scenarios
