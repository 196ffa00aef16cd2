#include "scenarios/reader/calibration.hpp"

#include "models/world/parameters.hpp"
#include "scenarios/reader/document.hpp"
#include "scenarios/reader/findings.hpp"
#include "scenarios/reader/keys.hpp"
#include "scenarios/reader/map_reader.hpp"
#include "scenarios/reader/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace opschaling::scenarios {

namespace {

constexpr std::array<std::pair<std::string_view, TargetReduction>, 4> reductions{{
    {"sum", TargetReduction::sum},
    {"mean", TargetReduction::mean},
    {"last", TargetReduction::last},
    {"growth", TargetReduction::growth},
}};

CalibratedParameter read_parameter(Node const& node, std::vector<std::string> const& known,
                                   Findings& findings) {
    auto const path = join_path("free", node.key);
    CalibratedParameter parameter;
    parameter.path = node.key;
    if (std::ranges::find(known, node.key) == known.end()) {
        findings.add(node.key_place, path, "no such parameter", did_you_mean(node.key, known));
    }
    if (!expect_map(node, path, findings)) {
        return parameter;
    }
    check_keys(node, {"range", "scale", "because"}, path, findings);
    MapReader const reader{node, path, findings};
    std::tie(parameter.low, parameter.high) = reader.range("range");
    parameter.by_logarithm =
        reader.one_of("scale", std::array<std::string_view, 2>{"linear", "log"}) == 1;
    if (parameter.by_logarithm && parameter.low <= 0.0) {
        findings.add(node.key_place, path, "a range on the logarithmic scale lies above 0");
    }
    parameter.because = reader.line("because");
    return parameter;
}

CalibrationTarget read_target(Node const& node, Findings& findings) {
    auto const path = join_path("targets", node.key);
    CalibrationTarget target;
    target.name = node.key;
    if (!expect_map(node, path, findings)) {
        return target;
    }
    check_keys(node,
               {"fact", "use", "series", "per", "how", "from", "to", "scaled", "factor", "observed",
                "tolerance", "accept", "source"},
               path, findings);
    MapReader const reader{node, path, findings};
    target.fact = reader.line("fact");
    target.is_fitted = reader.one_of("use", std::array<std::string_view, 2>{"check", "fit"}) == 1;
    target.series = reader.names("series");
    if (target.series.empty()) {
        findings.add(node.key_place, path, "'series' is missing");
    }
    target.per = reader.names("per");
    std::array<std::string_view, reductions.size()> words{};
    std::ranges::transform(reductions, words.begin(), [](auto const& pair) { return pair.first; });
    target.reduction = reductions[reader.one_of("how", words)].second;
    target.from = reader.quarter("from");
    target.to = reader.quarter("to");
    target.is_scaled = node.find("scaled") == nullptr ||
                       reader.one_of("scaled", std::array<std::string_view, 2>{"no", "yes"}) == 1;
    target.factor = reader.number_or("factor", 1.0);
    target.observed = reader.number("observed");
    target.tolerance = reader.number("tolerance");
    if (target.tolerance <= 0.0) {
        findings.add(node.key_place, path, "a tolerance is above 0");
    }
    std::tie(target.accept_low, target.accept_high) = reader.range("accept");
    target.source = reader.line("source");
    return target;
}

std::vector<std::string> parameter_paths() {
    models::Parameters scratch{};
    std::vector<std::string> paths;
    for (auto const& declaration : models::declare_all(scratch)) {
        paths.push_back(declaration.path);
    }
    return paths;
}

} // namespace

Calibration read_calibration(std::filesystem::path const& path) {
    Findings findings;
    auto const file = shown_name(path);
    auto const text = read_text(path, {.file = file}, findings);
    auto const document = text ? parse_document(file, *text, findings) : std::nullopt;
    if (!document || !check_schema(*document, calibration_schema, findings)) {
        findings.throw_if_any();
    }
    check_keys(*document, {"schema", "name", "study", "rounds", "free", "targets"}, "", findings);
    MapReader const reader{*document, "", findings};
    Calibration calibration;
    calibration.name = reader.line("name");
    calibration.study = path.parent_path() / reader.line("study");
    calibration.rounds = static_cast<int>(reader.number_or("rounds", 6.0));
    auto const known = parameter_paths();
    if (Node const* free = reader.need("free");
        free != nullptr && expect_map(*free, "free", findings)) {
        for (auto const& node : free->children) {
            calibration.parameters.push_back(read_parameter(node, known, findings));
        }
    }
    if (Node const* targets = reader.need("targets");
        targets != nullptr && expect_map(*targets, "targets", findings)) {
        for (auto const& node : targets->children) {
            calibration.targets.push_back(read_target(node, findings));
        }
    }
    findings.throw_if_any();
    return calibration;
}

} // namespace opschaling::scenarios
