#include "scenarios/import/csv.hpp"
#include "scenarios/reader/amount.hpp"
#include "scenarios/reader/document.hpp"
#include "scenarios/reader/experiment_parts.hpp"
#include "scenarios/reader/map_reader.hpp"
#include "scenarios/reader/settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace opschaling::scenarios {

namespace {

constexpr std::array<std::string_view, 8> kinds{"sobol", "lhs",           "saltelli", "morris",
                                                "grid",  "one_at_a_time", "list",     "csv"};
constexpr double most_rows{1 << 24};
constexpr double most_scrambles{1024.0};
constexpr double most_levels{1000.0};

/// One value of a point: a number in the input's unit, or the name of a category.
std::optional<double> read_cell(std::string_view text, ExperimentInput const& input,
                                std::string& problem) {
    if (!input.categories.empty()) {
        auto const found = std::ranges::find(input.categories, text);
        if (found == input.categories.end()) {
            problem = fmt::format("'{}' is not one of {}", text, fmt::join(input.categories, ", "));
            return std::nullopt;
        }
        return static_cast<double>(found - input.categories.begin());
    }
    auto const read = parse_number(text);
    if (!read.value) {
        problem = read.problem;
        return std::nullopt;
    }
    return read.value;
}

/// A point as a map from the name of each input to its value.
std::vector<double> read_point(Node const& node, std::string const& path,
                               std::vector<ExperimentInput> const& inputs, Findings& findings) {
    std::vector<double> point(inputs.size(), 0.0);
    if (!expect_map(node, path, findings)) {
        return point;
    }
    std::vector<std::string> names;
    for (auto const& input : inputs) {
        names.push_back(input.name);
    }
    check_keys(node, names, path, findings);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        Node const* value = node.find(inputs[i].name);
        if (value == nullptr) {
            findings.add(node.place, path, fmt::format("'{}' is missing", inputs[i].name));
            continue;
        }
        std::string problem;
        auto const read = value->is_scalar() ? read_cell(value->text, inputs[i], problem)
                                             : std::optional<double>{};
        if (!read) {
            findings.add(value->place, join_path(path, inputs[i].name),
                         problem.empty() ? fmt::format("found {}", describe_node(*value)) : problem,
                         fmt::format("in {}", inputs[i].unit));
        }
        point[i] = read.value_or(0.0);
    }
    return point;
}

/// `correlations: [[one, other, 0.6], ...]`, by rank, into a full matrix.
std::vector<double> read_correlations(Node const* node, std::vector<ExperimentInput> const& inputs,
                                      Findings& findings) {
    constexpr std::string_view path{"design.correlations"};
    if (node == nullptr) {
        return {};
    }
    std::size_t const count = inputs.size();
    std::vector<double> matrix(count * count, 0.0);
    for (std::size_t i = 0; i < count; ++i) {
        matrix[i * count + i] = 1.0;
    }
    for (auto const& row : node->children) {
        auto const at = [&](std::size_t place) {
            return std::ranges::find(inputs, row.children[place].text, &ExperimentInput::name);
        };
        if (!row.is_list() || row.children.size() != 3) {
            findings.add(row.place, std::string{path},
                         "expected [input, other input, correlation]");
            continue;
        }
        auto const value = parse_number(row.children[2].text);
        if (at(0) == inputs.end() || at(1) == inputs.end() || at(0) == at(1)) {
            findings.add(row.place, std::string{path}, "names two inputs");
        } else if (!value.value || *value.value <= -1.0 || *value.value >= 1.0) {
            findings.add(row.place, std::string{path}, "a correlation lies between -1 and 1");
        } else {
            auto const one = static_cast<std::size_t>(at(0) - inputs.begin());
            auto const other = static_cast<std::size_t>(at(1) - inputs.begin());
            matrix[one * count + other] = *value.value;
            matrix[other * count + one] = *value.value;
        }
    }
    return matrix;
}

void read_points(Node const& map, std::filesystem::path const& folder,
                 std::vector<ExperimentInput> const& inputs, MapReader const& reader,
                 ExperimentDesign& design, Findings& findings) {
    if (design.kind == "csv") {
        auto const file = reader.line("file");
        design.kind = "list";
        if (!file.empty()) {
            design.listed =
                read_design_csv(folder / file, map.find("file")->place, inputs, findings);
        }
        return;
    }
    Node const* points = map.find("points");
    if (design.kind == "list") {
        if (points == nullptr || !points->is_list()) {
            findings.add(map.place, "design.points", "expected a list of points");
            return;
        }
        for (auto const& point : points->children) {
            design.listed.push_back(read_point(point, "design.points", inputs, findings));
        }
    }
    if (Node const* base = map.find("base")) {
        design.base = read_point(*base, "design.base", inputs, findings);
    }
}

} // namespace

std::vector<std::vector<double>> read_design_csv(std::filesystem::path const& path,
                                                 Place const& asked_by,
                                                 std::vector<ExperimentInput> const& inputs,
                                                 Findings& findings) {
    std::vector<std::vector<double>> points;
    auto const text = read_text(path, asked_by, findings);
    if (!text) {
        return points;
    }
    ImportFindings in_table;
    auto const table = parse_csv(shown_name(path), *text, {}, in_table);
    for (auto const& finding : in_table.kept()) {
        findings.add({finding.file, finding.line, finding.column}, "", finding.message,
                     finding.hint);
    }
    std::vector<std::size_t> columns;
    for (auto const& input : inputs) {
        auto const found = std::ranges::find_if(table.header.fields, [&](CsvField const& field) {
            return trimmed(field.text) == input.name;
        });
        if (found == table.header.fields.end()) {
            findings.add({table.file, table.header.line, 1}, "",
                         fmt::format("no column is named '{}'", input.name),
                         "the header names each input of the experiment");
            return points;
        }
        columns.push_back(static_cast<std::size_t>(found - table.header.fields.begin()));
    }
    for (auto const& row : table.rows) {
        auto& point = points.emplace_back();
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            std::string problem;
            auto const read = read_cell(trimmed(row.fields[columns[i]].text), inputs[i], problem);
            if (!read) {
                findings.add(table.place_of(row, columns[i]), inputs[i].name, problem);
            }
            point.push_back(read.value_or(0.0));
        }
    }
    return points;
}

ExperimentDesign read_design(Node const& document, std::filesystem::path const& folder,
                             std::vector<ExperimentInput> const& inputs, Findings& findings) {
    ExperimentDesign design;
    Node const* map = document.find("design");
    if (map == nullptr) {
        findings.add(document.place, "design", "'design' is missing");
        return design;
    }
    design.place = map->key_place;
    if (!expect_map(*map, "design", findings)) {
        return design;
    }
    check_keys(*map,
               {"type", "n", "scrambles", "levels", "seed", "seed_as_input", "points", "file",
                "base", "correlations"},
               "design", findings);
    MapReader const reader{*map, "design", findings};
    design.kind = std::string{kinds.at(reader.one_of("type", kinds))};
    design.rows = static_cast<std::size_t>(reader.whole_or("n", 1.0, most_rows, 1024.0));
    design.scrambles =
        static_cast<std::size_t>(reader.whole_or("scrambles", 1.0, most_scrambles, 1.0));
    design.levels = static_cast<std::size_t>(reader.whole_or("levels", 1.0, most_levels, 4.0));
    design.has_seed_input = reader.truth_or("seed_as_input", false);
    design.seed = read_seed(map->find("seed"), "design.seed", findings);
    design.correlations = read_correlations(map->find("correlations"), inputs, findings);
    read_points(*map, folder, inputs, reader, design, findings);
    return design;
}

ReplicationPlan read_replication_plan(Node const* node,
                                      std::vector<ExperimentOutcome> const& outcomes,
                                      Findings& findings) {
    ReplicationPlan plan;
    if (node == nullptr || node->is_scalar()) {
        plan.least = node == nullptr ? 1 : read_replications(node, findings);
        plan.most = plan.least;
        return plan;
    }
    if (!expect_map(*node, "replications", findings)) {
        return plan;
    }
    check_keys(*node, {"min", "max", "stop"}, "replications", findings);
    MapReader const reader{*node, "replications", findings};
    plan.least = static_cast<int>(reader.whole_or("min", 1.0, most_replications, 10.0));
    plan.most = static_cast<int>(reader.whole_or("max", 1.0, most_replications, 100.0));
    if (plan.least > plan.most) {
        findings.add(node->place, "replications", "'min' lies above 'max'");
    }
    Node const* stop = reader.need("stop");
    if (stop == nullptr || !expect_map(*stop, "replications.stop", findings)) {
        return plan;
    }
    check_keys(*stop, {"on", "relative", "absolute", "confidence"}, "replications.stop", findings);
    MapReader const rule{*stop, "replications.stop", findings};
    plan.stop_outcome = rule.line("on");
    if (std::ranges::find(outcomes, plan.stop_outcome, &ExperimentOutcome::name) ==
            outcomes.end() &&
        !plan.stop_outcome.empty()) {
        findings.add(stop->find("on")->place, "replications.stop.on",
                     fmt::format("no outcome is named '{}'", plan.stop_outcome));
    }
    if (stop->find("relative") != nullptr) {
        plan.relative_tolerance = rule.share("relative");
    }
    if (stop->find("absolute") != nullptr) {
        plan.absolute_tolerance = rule.number("absolute");
    }
    if (!plan.relative_tolerance && !plan.absolute_tolerance) {
        findings.add(stop->place, "replications.stop", "'relative' or 'absolute' is missing");
    }
    if (stop->find("confidence") != nullptr) {
        plan.confidence = rule.share("confidence");
    }
    return plan;
}

} // namespace opschaling::scenarios
