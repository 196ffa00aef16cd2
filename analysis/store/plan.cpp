#include "analysis/store/plan.hpp"

#include "analysis/store/sha256.hpp"
#include "sim/contract/expects.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>

namespace opschaling::analysis {

namespace {

/// More lines than this help nobody.
constexpr std::size_t most_differences{8};

/// YAML in block style as key path to value, by indentation: enough to name the key that differs,
/// never used to read a value.
std::map<std::string, std::string> by_key(std::string_view text) {
    struct Level {
        std::size_t indent;
        std::string key;
        std::size_t items;
    };

    std::map<std::string, std::string> values;
    std::vector<Level> path;
    auto const joined = [&path] {
        std::string name;
        for (auto const& level : path) {
            name += (name.empty() || level.key.starts_with('[') ? "" : ".") + level.key;
        }
        return name;
    };
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size());
        auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        auto indent = std::min(line.find_first_not_of(' '), line.size());
        line.remove_prefix(indent);
        if (line.empty() || line.front() == '#') {
            continue;
        }
        if (line.starts_with("- ")) {
            std::size_t item{0};
            while (!path.empty() && path.back().indent >= indent) {
                if (path.back().indent == indent && path.back().key.starts_with('[')) {
                    item = path.back().items + 1;
                }
                if (path.back().indent == indent && !path.back().key.starts_with('[')) {
                    break;
                }
                path.pop_back();
            }
            path.push_back({indent, fmt::format("[{}]", item), item});
            line.remove_prefix(2);
            indent += 2;
        } else {
            while (!path.empty() && path.back().indent >= indent) {
                path.pop_back();
            }
        }
        auto const colon = line.find(':');
        if (colon == std::string_view::npos) {
            values[joined()] += std::string{line} + '\n';
            continue;
        }
        path.push_back({indent, std::string{line.substr(0, colon)}, 0});
        auto value = line.substr(colon + 1);
        value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
        values[joined()] = std::string{value};
    }
    return values;
}

/// Collects what differs, up to a bound.
class Differences {
public:
    template <typename Value>
    void compare(std::string_view what, Value const& stored, Value const& asked) {
        if (stored == asked) {
            return;
        }
        if constexpr (std::is_convertible_v<Value, std::string>) {
            add(std::string{what} + ": the file has " + shown(stored) + ", this plan " +
                shown(asked));
        } else {
            add(std::string{what} + ": the file has " + std::to_string(stored) + ", this plan " +
                std::to_string(asked));
        }
    }

    void compare_keys(std::string_view stored, std::string_view asked) {
        auto const before = by_key(stored);
        auto const after = by_key(asked);
        for (auto const& [key, value] : before) {
            auto const found = after.find(key);
            compare(key, value, found == after.end() ? std::string{"nothing"} : found->second);
        }
        for (auto const& [key, value] : after) {
            if (!before.contains(key)) {
                compare(key, std::string{"nothing"}, value);
            }
        }
        if (lines_.empty() && stored != asked) {
            add("the study's text");
        }
    }

    [[nodiscard]] std::vector<std::string> lines() && {
        if (left_out_ > 0) {
            lines_.push_back("and " + std::to_string(left_out_) + " more");
        }
        return std::move(lines_);
    }

private:
    static std::string shown(std::string const& text) {
        return text.empty() ? "nothing" : text.size() > 80 ? text.substr(0, 77) + "..." : text;
    }

    void add(std::string line) {
        if (lines_.size() < most_differences) {
            lines_.push_back(std::move(line));
        } else {
            ++left_out_;
        }
    }

    std::vector<std::string> lines_;
    std::size_t left_out_{0};
};

std::string names_of(std::vector<PlannedVariant> const& variants) {
    std::string names;
    for (auto const& variant : variants) {
        names += (names.empty() ? "" : ", ") + variant.name;
    }
    return names;
}

} // namespace

std::size_t ResultPlan::reference() const {
    auto const found = std::ranges::find_if(variants, &PlannedVariant::is_reference);
    return found == variants.end() ? 0 : static_cast<std::size_t>(found - variants.begin());
}

std::string plan_sha256(ResultPlan const& plan) {
    // Each part with its length before it, so that no two plans spell the same text.
    Sha256 hash;
    auto const add = [&hash](std::string const& part) {
        hash.add(std::to_string(part.size()) + ":" + part + "\n");
    };
    add("opschaling-plan/1");
    add(plan.canonical);
    add(plan.world.identity);
    add(std::to_string(plan.seed));
    add(std::to_string(plan.replications));
    add(plan.branch.text());
    for (auto const& variant : plan.variants) {
        add(variant.name);
    }
    return hash.digest();
}

std::vector<std::string> differences(ResultPlan const& stored, ResultPlan const& asked) {
    Differences found;
    found.compare_keys(stored.canonical, asked.canonical);
    found.compare("world", stored.world.identity, asked.world.identity);
    found.compare("seed", stored.seed, asked.seed);
    found.compare("replications", stored.replications, asked.replications);
    found.compare("branch", stored.branch.text(), asked.branch.text());
    found.compare("variants", names_of(stored.variants), names_of(asked.variants));
    found.compare("program", stored.made_by.version + " " + stored.made_by.git_describe,
                  asked.made_by.version + " " + asked.made_by.git_describe);
    return std::move(found).lines();
}

} // namespace opschaling::analysis
