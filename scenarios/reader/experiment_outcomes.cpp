#include "models/world/simulation.hpp"
#include "scenarios/reader/changes.hpp"
#include "scenarios/reader/experiment_parts.hpp"
#include "scenarios/reader/extends.hpp"
#include "scenarios/reader/map_reader.hpp"
#include "scenarios/reader/settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace opschaling::scenarios {

namespace {

constexpr std::array<std::string_view, 4> ways{"in_year", "since_branch", "highest", "lowest"};
constexpr std::array<std::string_view, 3> directions{"neither", "maximise", "minimise"};

/// The series that a run measures; of no world in particular, so that none has members.
sim::ResultShape known_series(Horizon const& horizon) {
    return models::result_shape(models::World{}, horizon.first, horizon.last);
}

void check_series(Node const& node, std::string const& path, ExperimentOutcome const& outcome,
                  sim::ResultShape const& shape, Findings& findings) {
    std::vector<std::string> known;
    std::string axis;
    for (auto const& series : shape.series) {
        known.push_back(series.name);
    }
    for (auto const& name : outcome.series) {
        auto const found = std::ranges::find(shape.series, name, &sim::SeriesDeclaration::name);
        if (found == shape.series.end()) {
            findings.add(node.key_place, path, fmt::format("no series is named '{}'", name),
                         did_you_mean(name, known));
            continue;
        }
        if (outcome.how == ExperimentOutcome::How::since_branch &&
            found->kind != sim::SeriesKind::flow) {
            findings.add(node.key_place, path,
                         fmt::format("{} is a stock, which is not summed over years", name),
                         "use in_year, highest or lowest");
        }
        if (!axis.empty() && axis != found->axis) {
            findings.add(
                node.key_place, path,
                fmt::format("{} is counted by {}, the others by {}", name, found->axis, axis));
        }
        axis = found->axis;
    }
}

ExperimentOutcome read_outcome(Node const& node, Horizon const& horizon,
                               sim::ResultShape const& shape, Findings& findings) {
    auto const path = join_path("outcomes", node.key);
    ExperimentOutcome outcome;
    outcome.name = node.key;
    if (!is_name(node.key)) {
        findings.add(node.key_place, path, fmt::format("'{}' is not a name", node.key),
                     "use a-z, 0-9 and _, beginning with a letter");
    }
    if (!expect_map(node, path, findings)) {
        return outcome;
    }
    check_keys(node, {"series", "year", "how", "place", "direction", "title"}, path, findings);
    MapReader const reader{node, path, findings};
    outcome.series = reader.names("series");
    if (outcome.series.empty()) {
        findings.add(node.key_place, path, "'series' is missing");
    }
    outcome.year = static_cast<int>(
        reader.whole_or("year", horizon.first.year(), horizon.last.year(), horizon.last.year()));
    if (node.find("how") != nullptr) {
        outcome.how = static_cast<ExperimentOutcome::How>(reader.one_of("how", ways));
    }
    outcome.direction = read_direction(node, path, findings);
    if (node.find("place") != nullptr) {
        outcome.place = reader.line("place");
    }
    auto title = read_title(node.find("title"), node.key, path + ".title", findings);
    outcome.title_nl = std::move(title.nl);
    outcome.title_en = std::move(title.en);
    check_series(node, path, outcome, shape, findings);
    return outcome;
}

/// The parameters in force under a variant, as apply_changes takes them.
Entries entries_of(Study const& study, Variant const& variant, models::Parameters& scratch) {
    scratch = variant.parameters;
    Entries entries;
    for (auto const& declaration : models::declare_all(scratch)) {
        auto const by_path = [&](sim::ParameterRecord const& record) {
            return record.path == declaration.path;
        };
        auto const changed = std::ranges::find_if(variant.changed, by_path);
        auto const record = changed != variant.changed.end()
                                ? changed
                                : std::ranges::find_if(study.records, by_path);
        entries[declaration.path] = {.value = declaration.read(), .record = *record};
    }
    return entries;
}

Variant const* variant_named(Study const& study, Node const* named, std::string const& path,
                             Findings& findings) {
    auto const name =
        named == nullptr ? study.reference : read_line(*named, path, findings).value_or("");
    auto const found = std::ranges::find(study.variants, name, &Variant::name);
    if (found != study.variants.end()) {
        return &*found;
    }
    if (named != nullptr && !name.empty()) {
        std::vector<std::string> known;
        for (auto const& variant : study.variants) {
            known.push_back(variant.name);
        }
        findings.add(named->place, path, fmt::format("no variant is named '{}'", name),
                     did_you_mean(name, known));
    }
    return nullptr;
}

ExperimentPolicy policy_of(Variant const& variant) {
    return {.name = variant.name,
            .title_nl = variant.title_nl,
            .title_en = variant.title_en,
            .parameters = variant.parameters,
            .changed = variant.changed};
}

ExperimentPolicy read_policy(Node const& node, Study const& study, Findings& findings) {
    auto const path = join_path("policies", node.key);
    ExperimentPolicy policy;
    if (!is_name(node.key)) {
        findings.add(node.key_place, path, fmt::format("'{}' is not a name", node.key),
                     "use a-z, 0-9 and _, beginning with a letter");
    }
    if (!node.is_nothing() && !expect_map(node, path, findings)) {
        return policy;
    }
    check_keys(node, {"title", "variant", "set"}, path, findings);
    auto const* variant = variant_named(study, node.find("variant"), path + ".variant", findings);
    if (variant == nullptr) {
        return policy;
    }
    policy = policy_of(*variant);
    policy.name = node.key;
    Node const* titled = node.find("title");
    if (titled != nullptr || node.key != variant->name) {
        auto title = read_title(titled, node.key, path + ".title", findings);
        policy.title_nl = std::move(title.nl);
        policy.title_en = std::move(title.en);
    }
    if (Node const* set = node.find("set")) {
        models::Parameters scratch{};
        auto entries = entries_of(study, *variant, scratch);
        auto const declarations = models::declare_all(scratch);
        std::vector<std::string> paths;
        for (auto const& declaration : declarations) {
            paths.push_back(declaration.path);
        }
        auto const flat = flatten_changes(*set, paths, path + ".set", findings);
        for (auto const& name :
             apply_changes(flat, path + ".set", node.key, declarations, entries, findings)) {
            auto const& entry = entries.at(name);
            std::erase_if(policy.changed, [&](auto const& record) { return record.path == name; });
            policy.changed.push_back(entry.record);
            std::ranges::find(declarations, name, &sim::ParameterDeclaration::path)
                ->assign(entry.value);
        }
        policy.parameters = scratch;
    }
    return policy;
}

} // namespace

std::vector<ExperimentOutcome> read_outcomes(Node const& document, Horizon const& horizon,
                                             Findings& findings) {
    std::vector<ExperimentOutcome> outcomes;
    Node const* map = document.find("outcomes");
    if (map == nullptr) {
        findings.add(document.place, "outcomes", "'outcomes' is missing");
        return outcomes;
    }
    if (!expect_map(*map, "outcomes", findings)) {
        return outcomes;
    }
    auto const shape = known_series(horizon);
    for (auto const& node : map->children) {
        outcomes.push_back(read_outcome(node, horizon, shape, findings));
    }
    if (outcomes.empty()) {
        findings.add(map->place, "outcomes", "no outcome in it");
    }
    return outcomes;
}

ExperimentOutcome::Direction read_direction(Node const& outcome, std::string const& path,
                                            Findings& findings) {
    if (outcome.find("direction") == nullptr) {
        return ExperimentOutcome::Direction::neither;
    }
    MapReader const reader{outcome, path, findings};
    return static_cast<ExperimentOutcome::Direction>(reader.one_of("direction", directions));
}

std::vector<ExperimentPolicy> read_policies(Node const* policies, Study const& study,
                                            Findings& findings) {
    std::vector<ExperimentPolicy> read;
    if (policies == nullptr) {
        for (auto const& variant : study.variants) {
            read.push_back(policy_of(variant));
        }
        return read;
    }
    if (policies->is_list()) {
        for (auto const& node : policies->children) {
            if (auto const* variant = variant_named(study, &node, "policies", findings)) {
                read.push_back(policy_of(*variant));
            }
        }
    } else if (expect_map(*policies, "policies", findings)) {
        for (auto const& node : policies->children) {
            read.push_back(read_policy(node, study, findings));
        }
    }
    if (read.empty() && findings.empty()) {
        findings.add(policies->place, "policies", "no policy in it",
                     "leave 'policies' out for the study's own variants");
    }
    return read;
}

} // namespace opschaling::scenarios
