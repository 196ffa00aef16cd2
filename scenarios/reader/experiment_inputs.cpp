#include "scenarios/reader/amount.hpp"
#include "scenarios/reader/experiment_parts.hpp"
#include "scenarios/reader/map_reader.hpp"
#include "scenarios/reader/measure.hpp"
#include "scenarios/reader/value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace opschaling::scenarios {

namespace {

using sim::ParameterDeclaration;
using sim::ParameterKind;
using sim::Spread;

constexpr std::array<std::string_view, 4> spreads{"uniform", "log_uniform", "triangular", "normal"};

bool is_number(ParameterDeclaration const& declaration) {
    return declaration.kind == ParameterKind::number || declaration.kind == ParameterKind::share ||
           declaration.kind == ParameterKind::quantity || declaration.kind == ParameterKind::count;
}

/// "market.gas_price" makes "market_gas_price".
std::string name_from_path(std::string path) {
    std::ranges::replace(path, '.', '_');
    return path;
}

/// One input as its map says; what is missing or wrong becomes a finding.
class InputReader {
public:
    InputReader(Node const& node, std::string const& path, ParameterDeclaration const& declaration,
                sim::ParameterRecord const& record, Findings& findings)
        : node_{node},
          path_{path},
          declaration_{declaration},
          record_{record},
          findings_{findings},
          reader_{node, path, findings} {}

    void read(ExperimentInput& input) const {
        input.is_factor = reader_.truth_or("factor", false);
        input.unit = input.is_factor ? "1" : declaration_.unit;
        if (node_.find("values") != nullptr) {
            read_levels(input);
            return;
        }
        if (!is_number(declaration_) && !input.is_factor) {
            findings_.add(node_.key_place, path_,
                          fmt::format("{} is no single number", declaration_.path),
                          "give 'values: [...]', or 'factor: true' to multiply all its numbers");
            return;
        }
        read_range(input);
    }

private:
    /// A number in the declared unit; of a factor, a plain one.
    [[nodiscard]] std::optional<double> number(std::string_view key, bool is_factor) const {
        Node const* node = node_.find(key);
        if (node == nullptr) {
            return std::nullopt;
        }
        if (is_factor) {
            return reader_.number(key);
        }
        auto const at = join_path(path_, key);
        Node const* unit = node_.find("unit");
        Reading const reading{.declaration = declaration_,
                              .path = at,
                              .findings = findings_,
                              .common_unit = unit == nullptr ? "" : unit->text};
        auto const amount = read_amount(*node, reading);
        return amount ? amount->declared : 0.0;
    }

    void read_range(ExperimentInput& input) const {
        auto& map = input.map;
        if (node_.find("dist") != nullptr) {
            map.spread = static_cast<Spread>(reader_.one_of("dist", spreads));
        }
        bool const has_plausible =
            !input.is_factor && record_.plausible_low < record_.plausible_high;
        auto const low = number("low", input.is_factor);
        auto const high = number("high", input.is_factor);
        if ((!low || !high) && !has_plausible) {
            findings_.add(node_.key_place, path_, "'low' or 'high' is missing",
                          "this parameter has no plausible range in the sheets to stand in");
            return;
        }
        map.low = low.value_or(record_.plausible_low);
        map.high = high.value_or(record_.plausible_high);
        map.is_whole = declaration_.kind == ParameterKind::count && !input.is_factor;
        if (map.low >= map.high) {
            findings_.add(node_.key_place, path_, "'low' lies at or above 'high'");
            return;
        }
        read_shape(input);
    }

    void read_shape(ExperimentInput& input) const {
        auto& map = input.map;
        auto const only_for = [&](std::string_view key, Spread spread) {
            Node const* node = node_.find(key);
            if (node != nullptr && map.spread != spread) {
                reader_.complain(*node, key,
                                 fmt::format("belongs with dist: {}",
                                             spreads.at(static_cast<std::size_t>(spread))));
            } else if (node == nullptr && map.spread == spread && key != "mode") {
                findings_.add(node_.key_place, path_, fmt::format("'{}' is missing", key));
            }
        };
        only_for("mode", Spread::triangular);
        only_for("mean", Spread::normal);
        only_for("deviation", Spread::normal);
        map.mode = number("mode", input.is_factor).value_or(0.5 * (map.low + map.high));
        map.mean = number("mean", input.is_factor).value_or(0.0);
        if (Node const* node = node_.find("deviation")) {
            map.deviation = number("deviation", input.is_factor).value_or(1.0);
            if (map.deviation <= 0.0) {
                reader_.complain(*node, "deviation", "is not above 0");
            }
        }
        if (map.mode < map.low || map.mode > map.high) {
            findings_.add(node_.key_place, path_, "'mode' lies outside 'low' to 'high'");
        }
        if (map.spread == Spread::log_uniform && map.low <= 0.0) {
            findings_.add(node_.key_place, path_, "a log_uniform range lies above 0");
        }
    }

    void read_levels(ExperimentInput& input) const {
        auto& map = input.map;
        map.spread = Spread::levels;
        Node const& values = *node_.find("values");
        if (!values.is_list() || values.children.empty()) {
            reader_.complain(values, "values",
                             values.is_list()
                                 ? "no value in it"
                                 : fmt::format("expected a list, found {}", describe_node(values)));
            return;
        }
        bool const as_numbers = is_number(declaration_) || input.is_factor;
        auto const at = join_path(path_, "values");
        for (auto const& value : values.children) {
            if (input.is_factor) {
                map.values.push_back(reader_.number_in(value, "values"));
                continue;
            }
            auto const read = read_value(value, node_.find("unit"), declaration_, at, findings_);
            if (read && as_numbers) {
                map.values.push_back(read->declared.front());
            } else if (read) {
                map.values.push_back(static_cast<double>(map.values.size()));
                input.categories.push_back(read->text);
                input.category_values.push_back(read->base);
            }
        }
        input.unit = as_numbers ? input.unit : "1";
        read_weights(map, values.children.size());
    }

    void read_weights(sim::QuantileMap& map, std::size_t count) const {
        Node const* weights = node_.find("weights");
        if (weights == nullptr) {
            return;
        }
        if (!weights->is_list() || weights->children.size() != count) {
            reader_.complain(*weights, "weights",
                             fmt::format("expected {} numbers, one a value", count));
            return;
        }
        double total{0.0};
        for (auto const& weight : weights->children) {
            map.weights.push_back(reader_.number_in(weight, "weights"));
            total += map.weights.back();
            if (map.weights.back() < 0.0) {
                reader_.complain(weight, "weights", "a weight is not below 0");
            }
        }
        if (total <= 0.0) {
            reader_.complain(*weights, "weights", "no weight is above 0");
        }
    }

    Node const& node_;
    std::string const& path_;
    ParameterDeclaration const& declaration_;
    sim::ParameterRecord const& record_;
    Findings& findings_;
    MapReader reader_;
};

void read_input(Node const& node, std::string const& path,
                std::vector<ParameterDeclaration> const& declarations,
                std::vector<sim::ParameterRecord> const& records, ExperimentInput input,
                std::vector<ExperimentInput>& inputs, Findings& findings) {
    if (!node.is_nothing() && !expect_map(node, path, findings)) {
        return;
    }
    check_keys(node,
               {"parameter", "dist", "low", "high", "mode", "mean", "deviation", "unit", "factor",
                "values", "weights"},
               path, findings);
    Node const* named = node.find("parameter");
    input.parameter = named == nullptr ? node.key : read_line(*named, path, findings).value_or("");
    input.name = named == nullptr ? name_from_path(node.key) : node.key;
    if (!is_name(input.name)) {
        findings.add(node.key_place, path, fmt::format("'{}' is not a name", input.name),
                     "use a-z, 0-9 and _, or the path of a parameter");
        return;
    }
    auto const declared =
        std::ranges::find(declarations, input.parameter, &ParameterDeclaration::path);
    if (declared == declarations.end()) {
        std::vector<std::string> known;
        for (auto const& declaration : declarations) {
            known.push_back(declaration.path);
        }
        findings.add(named == nullptr ? node.key_place : named->place, path,
                     fmt::format("no parameter is named '{}'", input.parameter),
                     did_you_mean(input.parameter, known));
        return;
    }
    if (std::ranges::find(inputs, input.name, &ExperimentInput::name) != inputs.end()) {
        findings.add(node.key_place, path, fmt::format("'{}' is there twice", input.name));
        return;
    }
    auto const record = std::ranges::find(records, input.parameter, &sim::ParameterRecord::path);
    InputReader{node, path, *declared, *record, findings}.read(input);
    inputs.push_back(std::move(input));
}

} // namespace

void read_inputs(Node const* map, std::string const& key,
                 std::vector<sim::ParameterRecord> const& records,
                 std::vector<ExperimentInput>& inputs, Findings& findings) {
    if (map == nullptr || !expect_map(*map, key, findings)) {
        return;
    }
    models::Parameters scratch{};
    auto const declarations = models::declare_all(scratch);
    for (auto const& node : map->children) {
        ExperimentInput input;
        input.is_lever = key == "levers";
        read_input(node, join_path(key, node.key), declarations, records, std::move(input), inputs,
                   findings);
    }
}

models::Parameters with_point(models::Parameters parameters,
                              std::span<ExperimentInput const> inputs,
                              std::span<double const> point) {
    auto const declarations = models::declare_all(parameters);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        auto const& input = inputs[i];
        auto const& declaration =
            *std::ranges::find(declarations, input.parameter, &ParameterDeclaration::path);
        auto value = declaration.read();
        if (!input.category_values.empty()) {
            value = input.category_values.at(static_cast<std::size_t>(point[i]));
        } else if (input.is_factor) {
            for (double& number : value.numbers) {
                number *= point[i];
            }
        } else {
            auto const unit = sim::parse_unit(declaration.unit).value();
            value.numbers = {unit.dimension == declaration.dimension ? to_base(point[i], unit)
                                                                     : point[i]};
        }
        declaration.assign(value);
    }
    return parameters;
}

} // namespace opschaling::scenarios
