#include "scenarios/reader/extends.hpp"

#include "scenarios/reader/document.hpp"
#include "scenarios/reader/keys.hpp"
#include "scenarios/reader/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace opschaling::scenarios {

namespace {

namespace fs = std::filesystem;

/// The nearest parameter path; a bare name is compared with the last part of each.
std::string hint_for_parameter(std::string const& written,
                               std::vector<std::string> const& parameter_paths) {
    if (auto hint = did_you_mean(written, parameter_paths); !hint.empty()) {
        return hint;
    }
    auto const name = written.substr(written.rfind('.') + 1);
    std::vector<std::string> last_parts;
    for (auto const& path : parameter_paths) {
        last_parts.push_back(path.substr(path.find('.') + 1));
    }
    auto const meant = nearest(name, last_parts);
    if (!meant) {
        return "`describe parameters` lists them all";
    }
    auto const index = std::ranges::find(last_parts, *meant) - last_parts.begin();
    return fmt::format("did you mean '{}'?", parameter_paths[static_cast<std::size_t>(index)]);
}

class ChangeFlattener {
public:
    ChangeFlattener(std::vector<std::string> const& parameter_paths, std::string path,
                    Findings& findings)
        : parameter_paths_{parameter_paths}, path_{std::move(path)}, findings_{findings} {}

    void visit(Node const& map, std::string const& head) {
        for (auto const& child : map.children) {
            auto const name = join_path(head, child.key);
            if (is_parameter(name)) {
                keep(child, name);
            } else if (begins_parameter(name) && child.is_map()) {
                visit(child, name);
            } else if (begins_parameter(name) && child.is_nothing()) {
                delete_all_below(child, name);
            } else if (begins_parameter(name)) {
                findings_.add(
                    child.place, join_path(path_, name),
                    fmt::format("expected parameters with values, found {}", describe_node(child)));
            } else {
                findings_.add(child.key_place, join_path(path_, name), "no such parameter",
                              hint_for_parameter(name, parameter_paths_));
            }
        }
    }

    Node take() { return std::move(flat_); }

    void begin(Node const& set) {
        flat_.kind = Node::Kind::map;
        flat_.place = set.place;
        flat_.key = set.key;
        flat_.key_place = set.key_place;
    }

private:
    [[nodiscard]] bool is_parameter(std::string const& name) const {
        return std::ranges::find(parameter_paths_, name) != parameter_paths_.end();
    }

    [[nodiscard]] bool begins_parameter(std::string const& name) const {
        return std::ranges::any_of(parameter_paths_, [&](std::string const& path) {
            return path.starts_with(name + ".");
        });
    }

    void keep(Node const& child, std::string const& name) {
        if (Node const* earlier = flat_.find(name)) {
            findings_.add(child.key_place, join_path(path_, name),
                          fmt::format("given twice; first in line {}, column {}",
                                      earlier->key_place.line, earlier->key_place.column));
            return;
        }
        flat_.children.push_back(child);
        flat_.children.back().key = name;
    }

    void delete_all_below(Node const& child, std::string const& name) {
        for (auto const& path : parameter_paths_) {
            if (path.starts_with(name + ".")) {
                keep(child, path);
            }
        }
    }

    std::vector<std::string> const& parameter_paths_;
    std::string path_;
    Findings& findings_;
    Node flat_;
};

/// Whether the children at this path are values of parameters, which are replaced whole.
bool holds_values(std::string const& path) {
    return path == "set" || (path.starts_with("variants.") && path.ends_with(".set"));
}

void merge_into(Node& base, Node const& overlay, std::string const& path, Findings& findings) {
    base.place = overlay.place;
    for (auto const& child : overlay.children) {
        auto const child_path = join_path(path, child.key);
        Node* existing = base.find(child.key);
        if (child.is_nothing()) {
            if (existing == nullptr) {
                findings.add(child.key_place, child_path, "no value",
                             "an empty value or null takes away what a file in `extends` sets, "
                             "and none sets this");
            } else {
                base.children.erase(base.children.begin() + (existing - base.children.data()));
            }
            continue;
        }
        bool const merges = child.is_map() && !holds_values(path) && path != "parameters";
        if (!merges) {
            if (existing == nullptr) {
                base.children.push_back(child);
            } else {
                *existing = child;
            }
            continue;
        }
        if (existing == nullptr || !existing->is_map()) {
            Node empty{.kind = Node::Kind::map,
                       .place = child.place,
                       .key = child.key,
                       .key_place = child.key_place};
            if (existing == nullptr) {
                base.children.push_back(std::move(empty));
                existing = &base.children.back();
            } else {
                *existing = std::move(empty);
            }
        }
        existing->key_place = child.key_place;
        merge_into(*existing, child, child_path, findings);
    }
}

class ExtendsReader {
public:
    ExtendsReader(std::vector<std::string> const& parameter_paths, Texts& texts, Findings& findings)
        : parameter_paths_{parameter_paths}, texts_{texts}, findings_{findings} {}

    std::optional<Node> read(fs::path const& file, Place const& asked_by) {
        auto const identity = fs::weakly_canonical(file);
        if (auto const above = std::ranges::find(chain_, identity, &Link::identity);
            above != chain_.end()) {
            std::string names;
            for (auto link = above; link != chain_.end(); ++link) {
                names += link->shown + " -> ";
            }
            findings_.add(asked_by, "extends",
                          fmt::format("the files extend one another: {}{}", names, above->shown));
            return std::nullopt;
        }
        auto const shown = shown_name(file);
        auto text = read_text(file, asked_by, findings_);
        if (!text) {
            return std::nullopt;
        }
        auto document = parse_document(shown, *text, findings_);
        if (std::ranges::find(texts_, shown, &Texts::value_type::first) == texts_.end()) {
            texts_.emplace_back(shown, std::move(*text));
        }
        if (!document || !expect_map(*document, "", findings_) ||
            !check_schema(*document, study_schema, findings_)) {
            return std::nullopt;
        }
        flatten_all_changes(*document);
        chain_.push_back({identity, shown});
        auto merged = read_bases(*document, file);
        chain_.pop_back();
        if (!merged) {
            return std::nullopt;
        }
        std::erase_if(document->children, [](Node const& n) { return n.key == "extends"; });
        merge_into(*merged, *document, "", findings_);
        return merged;
    }

private:
    struct Link {
        fs::path identity;
        std::string shown;
    };

    void flatten_all_changes(Node& document) {
        if (Node* set = document.find("set"); set != nullptr && set->is_map()) {
            *set = flatten_changes(*set, parameter_paths_, "set", findings_);
        }
        Node* variants = document.find("variants");
        if (variants == nullptr || !variants->is_map()) {
            return;
        }
        for (auto& variant : variants->children) {
            if (Node* set = variant.find("set"); set != nullptr && set->is_map()) {
                *set = flatten_changes(*set, parameter_paths_, "variants." + variant.key + ".set",
                                       findings_);
            }
        }
    }

    /// The merged bases of a document; an empty map when it extends none, nothing when one failed.
    std::optional<Node> read_bases(Node const& document, fs::path const& file) {
        Node merged{.kind = Node::Kind::map, .place = document.place};
        Node const* extends = document.find("extends");
        if (extends == nullptr) {
            return merged;
        }
        std::vector<Node> const names =
            extends->is_list() ? extends->children : std::vector<Node>{*extends};
        bool complete{true};
        for (auto const& name : names) {
            auto const base_name = read_line(name, "extends", findings_);
            auto const base =
                base_name ? read((file.parent_path() / *base_name).lexically_normal(), name.place)
                          : std::nullopt;
            complete = complete && base.has_value();
            if (base) {
                merge_into(merged, *base, "", findings_);
            }
        }
        return complete ? std::optional{std::move(merged)} : std::nullopt;
    }

    std::vector<std::string> const& parameter_paths_;
    Texts& texts_;
    Findings& findings_;
    std::vector<Link> chain_;
};

} // namespace

Node flatten_changes(Node const& set, std::vector<std::string> const& parameter_paths,
                     std::string const& path, Findings& findings) {
    ChangeFlattener flattener{parameter_paths, path, findings};
    flattener.begin(set);
    flattener.visit(set, "");
    return flattener.take();
}

std::optional<Node> read_merged(fs::path const& path,
                                std::vector<std::string> const& parameter_paths, Texts& texts,
                                Findings& findings) {
    return ExtendsReader{parameter_paths, texts, findings}.read(path.lexically_normal(),
                                                                {shown_name(path), 1, 1});
}

} // namespace opschaling::scenarios
