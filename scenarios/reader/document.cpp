#include "scenarios/reader/document.hpp"

#include "scenarios/reader/lines.hpp"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace opschaling::scenarios {

namespace {

constexpr std::size_t largest_text{4U << 20U};
constexpr std::size_t deepest{32};
constexpr std::size_t most_values{50'000};
constexpr std::string_view byte_order_mark{"\xEF\xBB\xBF"};

/// Stops the parser at a finding after which the rest cannot be trusted.
struct Stop {};

class TreeBuilder : public YAML::EventHandler {
public:
    TreeBuilder(std::string file, Lines const& lines, Findings& findings)
        : file_{std::move(file)}, lines_{lines}, findings_{findings} {}

    [[nodiscard]] Node take() { return std::move(root_); }

    void OnDocumentStart(YAML::Mark const& mark) override {
        if (++documents_ > 1) {
            stop(mark, "a second document begins here", "a scenario file holds one document");
        }
    }

    void OnDocumentEnd() override {}

    void OnNull(YAML::Mark const& mark, YAML::anchor_t anchor) override {
        begin_value(mark, "", anchor);
        place_node({.kind = Node::Kind::nothing, .place = at(mark)});
    }

    void OnAlias(YAML::Mark const& mark, YAML::anchor_t /*anchor*/) override {
        stop(mark, "aliases are not read", "put what is shared in a file and name it in `extends`");
    }

    void OnScalar(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                  std::string const& value) override {
        bool const quoted = tag == "!";
        begin_value(mark, quoted || tag == "?" ? "" : tag, anchor);
        if (awaits_key()) {
            begin_key(mark, value);
            return;
        }
        place_node(
            {.kind = Node::Kind::scalar, .place = at(mark), .text = value, .quoted = quoted});
    }

    void OnSequenceStart(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value /*style*/) override {
        open(mark, tag, anchor, Node::Kind::list);
    }

    void OnSequenceEnd() override { close(); }

    void OnMapStart(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value /*style*/) override {
        open(mark, tag, anchor, Node::Kind::map);
    }

    void OnMapEnd() override { close(); }

private:
    /// A list or map being read; a map waits in turn for a key and for its value.
    struct Open {
        Node node;
        bool has_key{false};
        std::string key{};
        Place key_place{};
    };

    [[nodiscard]] Place at(YAML::Mark const& mark) const {
        return lines_.place(file_, mark.line, mark.column);
    }

    [[noreturn]] void stop(YAML::Mark const& mark, std::string message, std::string hint = {}) {
        findings_.add(at(mark), path(), std::move(message), std::move(hint));
        throw Stop{};
    }

    [[nodiscard]] std::string path() const {
        std::string joined;
        for (auto const& open : open_) {
            if (open.has_key) {
                joined += (joined.empty() ? "" : ".") + open.key;
            }
        }
        return joined;
    }

    [[nodiscard]] bool awaits_key() const {
        return !open_.empty() && open_.back().node.is_map() && !open_.back().has_key;
    }

    void begin_value(YAML::Mark const& mark, std::string_view tag, YAML::anchor_t anchor) {
        if (++values_ > most_values) {
            stop(mark, fmt::format("more than {} values in one file", most_values));
        }
        if (anchor != 0) {
            stop(mark, "anchors are not read",
                 "put what is shared in a file and name it in `extends`");
        }
        if (!tag.empty()) {
            stop(mark, fmt::format("the tag {} is not read", tag), "write the value itself");
        }
    }

    void open(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
              Node::Kind kind) {
        begin_value(mark, tag == "?" ? "" : tag, anchor);
        if (open_.size() >= deepest) {
            stop(mark, fmt::format("lists and maps nested more than {} deep", deepest));
        }
        open_.push_back({.node = {.kind = kind, .place = at(mark)}});
    }

    void close() {
        Node node = std::move(open_.back().node);
        open_.pop_back();
        // Said here and not where it opens: a list never closed looks like a key to the parser.
        if (awaits_key()) {
            findings_.add(node.place, path(), "a key must be a name, not a list or a map");
            throw Stop{};
        }
        place_node(std::move(node));
    }

    void begin_key(YAML::Mark const& mark, std::string const& name) {
        Open& map = open_.back();
        if (name == "<<") {
            stop(mark, "merge keys `<<` are not read", "name the base file in `extends` instead");
        }
        if (Node const* earlier = map.node.find(name)) {
            findings_.add(at(mark), path().empty() ? name : path() + "." + name,
                          fmt::format("given twice; first in line {}, column {}",
                                      earlier->key_place.line, earlier->key_place.column));
        }
        map.has_key = true;
        map.key = name;
        map.key_place = at(mark);
    }

    void place_node(Node node) {
        if (open_.empty()) {
            root_ = std::move(node);
            return;
        }
        Open& above = open_.back();
        if (above.node.is_map()) {
            if (!above.has_key) {
                findings_.add(node.place, path(), "a key is missing before the colon");
                throw Stop{};
            }
            above.has_key = false;
            node.key = std::exchange(above.key, {});
            node.key_place = above.key_place;
            if (node.is_nothing()) {
                node.place = node.key_place;
            }
        }
        above.node.children.push_back(std::move(node));
    }

    std::string file_;
    Lines const& lines_;
    Findings& findings_;
    Node root_;
    std::vector<Open> open_;
    std::size_t values_{0};
    int documents_{0};
};

} // namespace

std::string describe_node(Node const& node) {
    switch (node.kind) {
    case Node::Kind::nothing:
        return "nothing";
    case Node::Kind::list:
        return "a list";
    case Node::Kind::map:
        return "a map";
    case Node::Kind::scalar:
        break;
    }
    constexpr std::size_t longest_shown{40};
    return fmt::format("'{}{}'", std::string_view{node.text}.substr(0, longest_shown),
                       node.text.size() > longest_shown ? "..." : "");
}

std::optional<Node> parse_document(std::string const& file, std::string_view text,
                                   Findings& findings) {
    if (text.starts_with(byte_order_mark)) {
        text.remove_prefix(byte_order_mark.size());
    }
    findings.remember(file, text);
    if (text.size() > largest_text) {
        findings.add(
            {file, 1, 1}, "",
            fmt::format("larger than {} MB, too large for a scenario", largest_text >> 20U));
        return std::nullopt;
    }
    Lines const lines{text};
    if (!inspect_characters(file, lines, findings)) {
        return std::nullopt;
    }
    auto const before = findings.size();
    std::istringstream stream{std::string{text}};
    TreeBuilder builder{file, lines, findings};
    try {
        YAML::Parser parser{stream};
        bool found{false};
        while (parser.HandleNextDocument(builder)) {
            found = true;
        }
        if (!found) {
            findings.add({file, 1, 1}, "", "the file is empty");
        }
    } catch (Stop const&) {
        return std::nullopt;
    } catch (YAML::Exception const& error) {
        findings.add(lines.place(file, error.mark.line, error.mark.column), "",
                     "not YAML: " + error.msg);
    }
    if (findings.size() != before) {
        return std::nullopt;
    }
    return builder.take();
}

std::optional<std::string> read_text(std::filesystem::path const& path, Place const& asked_by,
                                     Findings& findings) {
    std::error_code error;
    auto const status = std::filesystem::status(path, error);
    if (!std::filesystem::exists(status)) {
        findings.add(asked_by, "", fmt::format("no such file: {}", shown_name(path)));
        return std::nullopt;
    }
    if (!std::filesystem::is_regular_file(status)) {
        findings.add(asked_by, "", fmt::format("not a file: {}", shown_name(path)));
        return std::nullopt;
    }
    if (auto const size = std::filesystem::file_size(path, error); error || size > largest_text) {
        findings.add(asked_by, "",
                     fmt::format("{} is larger than {} MB, too large for a scenario", path.string(),
                                 largest_text >> 20U));
        return std::nullopt;
    }
    std::ifstream stream{path, std::ios::binary};
    std::string text{std::istreambuf_iterator<char>{stream}, {}};
    if (!stream.good() && !stream.eof()) {
        findings.add(asked_by, "", fmt::format("cannot be read: {}", shown_name(path)));
        return std::nullopt;
    }
    return text;
}

std::string shown_name(std::filesystem::path const& path) {
    std::error_code error;
    auto const here = std::filesystem::current_path(error);
    auto const relative = std::filesystem::absolute(path, error).lexically_relative(here);
    bool const below = !relative.empty() && *relative.begin() != "..";
    return below ? relative.lexically_normal().string() : path.lexically_normal().string();
}

} // namespace opschaling::scenarios
