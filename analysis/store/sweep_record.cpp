#include "analysis/store/sweep_record.hpp"

#include "analysis/store/columns.hpp"
#include "analysis/store/plan_record.hpp"
#include "analysis/store/shape_record.hpp"

#include <cmath>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace opschaling::analysis {

namespace {

constexpr auto not_given = std::numeric_limits<double>::quiet_NaN();

std::string joined(std::vector<std::string> const& words) {
    std::string text;
    for (auto const& word : words) {
        text += (text.empty() ? "" : "\n") + word;
    }
    return text;
}

std::vector<std::string> lines_of(std::string const& text) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        auto const end = std::min(text.find('\n', begin), text.size());
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

template <typename Value, typename Item, typename Tell>
std::vector<Value> told(std::vector<Item> const& items, Tell const& tell) {
    std::vector<Value> values;
    values.reserve(items.size());
    for (auto const& item : items) {
        values.push_back(static_cast<Value>(tell(item)));
    }
    return values;
}

void write_inputs(hid_t file, std::vector<SweptInput> const& inputs) {
    auto const group = h5::create_group(file, "inputs");
    if (inputs.empty()) {
        return;
    }
    auto const id = group.id();
    auto const scale = h5::create_dimension(id, "input", inputs.size());
    auto const texts = [&](char const* name, std::string SweptInput::*member,
                           std::string_view meaning) {
        write_column(id, name, told<std::string>(inputs, [&](auto const& i) { return i.*member; }),
                     {meaning, ""}, &scale);
    };
    texts("name", &SweptInput::name, "variable of this file");
    texts("parameter", &SweptInput::parameter, "parameter that it sets");
    texts("unit", &SweptInput::unit, "unit of its values");
    texts("long_name", &SweptInput::long_name, "meaning of the parameter");
    texts("spread", &SweptInput::spread, "how it is distributed");
    write_column(id, "is_lever",
                 told<std::uint8_t>(inputs, [](auto const& i) { return i.is_lever; }),
                 {"1 when it is chosen, 0 when it is uncertain", "1"}, &scale);
    write_column(id, "is_factor",
                 told<std::uint8_t>(inputs, [](auto const& i) { return i.is_factor; }),
                 {"1 when it multiplies the study's own value", "1"}, &scale);
    write_column(id, "categories",
                 told<std::string>(inputs, [](auto const& i) { return joined(i.categories); }),
                 {"names of the values 0, 1, 2, ..., a line each; empty for a number", ""}, &scale);
}

std::vector<SweptInput> read_inputs(hid_t file) {
    auto const group = h5::open_group(file, "inputs");
    auto const id = group.id();
    if (!h5::has_member(id, "input")) {
        return {};
    }
    auto names = h5::read_texts(id, "name");
    std::vector<SweptInput> inputs(names.size());
    auto const fill = [&](char const* column, std::string SweptInput::*member) {
        auto texts = h5::read_texts(id, column);
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            inputs[i].*member = std::move(value_at(texts, i, column));
        }
    };
    fill("name", &SweptInput::name);
    fill("parameter", &SweptInput::parameter);
    fill("unit", &SweptInput::unit);
    fill("long_name", &SweptInput::long_name);
    fill("spread", &SweptInput::spread);
    auto const levers = read_column<std::uint8_t>(id, "is_lever");
    auto const factors = read_column<std::uint8_t>(id, "is_factor");
    auto const categories = h5::read_texts(id, "categories");
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        inputs[i].is_lever = value_at(levers, i, "is_lever") != 0;
        inputs[i].is_factor = value_at(factors, i, "is_factor") != 0;
        inputs[i].categories = lines_of(value_at(categories, i, "categories"));
    }
    return inputs;
}

void write_outcomes(hid_t file, std::vector<SweptOutcome> const& outcomes) {
    auto const group = h5::create_group(file, "outcomes");
    auto const id = group.id();
    auto const scale = h5::create_dimension(id, "outcome", outcomes.size());
    for (auto const& [name, member, meaning] :
         {std::tuple{"name", &SweptOutcome::name, "variable of this file"},
          {"unit", &SweptOutcome::unit, "unit of its values"},
          {"long_name", &SweptOutcome::long_name, "meaning in English"},
          {"label_nl", &SweptOutcome::label_nl, "meaning in Dutch"},
          {"definition", &SweptOutcome::definition, "of which series it is what"}}) {
        write_column(
            id, name,
            told<std::string>(outcomes, [m = member](auto const& outcome) { return outcome.*m; }),
            {meaning, ""}, &scale);
    }
}

std::vector<SweptOutcome> read_outcomes(hid_t file) {
    auto const group = h5::open_group(file, "outcomes");
    auto const id = group.id();
    std::vector<SweptOutcome> outcomes(h5::read_texts(id, "name").size());
    for (auto const& [name, member] : {std::pair{"name", &SweptOutcome::name},
                                       {"unit", &SweptOutcome::unit},
                                       {"long_name", &SweptOutcome::long_name},
                                       {"label_nl", &SweptOutcome::label_nl},
                                       {"definition", &SweptOutcome::definition}}) {
        auto texts = h5::read_texts(id, name);
        for (std::size_t o = 0; o < outcomes.size(); ++o) {
            outcomes[o].*member = std::move(value_at(texts, o, name));
        }
    }
    return outcomes;
}

/// The points themselves, once, beside the inputs by run that readers use.
void write_points(hid_t file, SweepPlan const& plan) {
    auto const& design = plan.design;
    auto const group = h5::create_group(file, "points");
    auto const id = group.id();
    auto const scale = h5::create_dimension(id, "point", plan.points());
    h5::write_short_text(id, "design", name_of(design.shape.kind));
    h5::write_attribute(id, "rows", static_cast<double>(design.shape.rows));
    h5::write_attribute(id, "scrambles", static_cast<double>(design.shape.scrambles));
    h5::write_attribute(id, "has_seed_input",
                        static_cast<std::int32_t>(design.shape.has_seed_input));
    if (!plan.inputs.empty()) {
        auto const columns = h5::create_dimension(id, "input", plan.inputs.size());
        auto const values =
            h5::create_dataset(id, "value", H5T_IEEE_F64LE, {plan.points(), plan.inputs.size()});
        h5::write(values.id(), H5T_NATIVE_DOUBLE, design.values.data());
        h5::attach_scale(values.id(), 0, scale.id());
        h5::attach_scale(values.id(), 1, columns.id());
        write_label(values, {"value of each input at each point, in the input's unit", "1"});
    }
    if (!design.dice.empty()) {
        write_column(id, "dice", told<double>(design.dice, [](auto dice) { return dice; }),
                     {"replication whose dice the point throws", "1"}, &scale);
    }
    if (!design.moved.empty()) {
        write_column(
            id, "moved", design.moved,
            {"input that was moved to reach the point, -1 at the start of a trajectory", "1"},
            &scale);
        write_column(id, "moved_by", design.moved_by, {"how far, on the unit interval", "1"},
                     &scale);
    }
}

Design read_points(hid_t file, std::size_t inputs) {
    auto const group = h5::open_group(file, "points");
    auto const id = group.id();
    Design design;
    auto const kind = design_kind_named(h5::read_text(id, "design"));
    if (!kind) {
        throw h5::Failure{"the kind of design is unknown"};
    }
    design.shape = {.kind = *kind,
                    .inputs = inputs,
                    .rows = static_cast<std::size_t>(h5::read_whole_number(id, "rows")),
                    .scrambles = static_cast<std::size_t>(h5::read_whole_number(id, "scrambles")),
                    .has_seed_input = h5::read_integer(id, "has_seed_input") != 0};
    if (inputs > 0) {
        auto const values = h5::open_dataset(id, "value");
        h5::Block const whole{.start = {}, .count = h5::extent_of(values.id())};
        if (whole.count.size() != 2 || whole.count[1] != inputs ||
            whole.count[0] != design.shape.points()) {
            throw h5::Failure{"the points do not fit the design"};
        }
        design.values.resize(whole.size());
        h5::read(values.id(), H5T_NATIVE_DOUBLE, design.values.data());
    }
    if (h5::has_member(id, "dice")) {
        design.dice = told<std::uint32_t>(read_column<double>(id, "dice"),
                                          [](double value) { return value; });
    }
    if (h5::has_member(id, "moved")) {
        design.moved = read_column<std::int32_t>(id, "moved");
        design.moved_by = read_column<double>(id, "moved_by");
    }
    return design;
}

void write_stopping(hid_t file, std::optional<ReplicationRule> const& rule) {
    if (!rule) {
        return;
    }
    auto const group = h5::create_group(file, "stopping");
    auto const id = group.id();
    h5::write_attribute(id, "least_replications", static_cast<double>(rule->least));
    h5::write_long_text(id, "outcome", rule->outcome);
    h5::write_attribute(id, "relative", rule->relative.value_or(not_given));
    h5::write_attribute(id, "absolute", rule->absolute.value_or(not_given));
    h5::write_attribute(id, "confidence", rule->confidence);
}

std::optional<ReplicationRule> read_stopping(hid_t file) {
    if (!h5::has_member(file, "stopping")) {
        return std::nullopt;
    }
    auto const group = h5::open_group(file, "stopping");
    auto const id = group.id();
    auto const if_given = [&](char const* name) {
        auto const value = h5::read_number(id, name);
        return std::isnan(value) ? std::nullopt : std::optional{value};
    };
    return ReplicationRule{
        .least = static_cast<std::size_t>(h5::read_whole_number(id, "least_replications")),
        .outcome = h5::read_text(id, "outcome"),
        .relative = if_given("relative"),
        .absolute = if_given("absolute"),
        .confidence = h5::read_number(id, "confidence")};
}

} // namespace

void write_sweep_plan(hid_t file, SweepPlan const& plan, h5::Owned const& run) {
    write_plan(file, plan.study, run);
    h5::write_short_text(file, "sweep_sha256", sweep_sha256(plan));
    h5::write_attribute(file, "changes_history", static_cast<std::int32_t>(plan.changes_history));
    write_inputs(file, plan.inputs);
    write_outcomes(file, plan.outcomes);
    write_points(file, plan);
    write_stopping(file, plan.stopping);
    auto const provenance = h5::open_group(file, "provenance");
    h5::write_document(provenance.id(), "experiment_yaml", plan.experiment);
}

SweepPlan read_sweep_record(hid_t file) {
    SweepPlan plan;
    plan.study = read_plan(file);
    plan.changes_history = h5::read_integer(file, "changes_history") != 0;
    plan.inputs = read_inputs(file);
    plan.outcomes = read_outcomes(file);
    plan.design = read_points(file, plan.inputs.size());
    plan.stopping = read_stopping(file);
    auto const provenance = h5::open_group(file, "provenance");
    plan.experiment = h5::read_document(provenance.id(), "experiment_yaml");
    if (h5::has_member(file, "contents")) {
        plan.kept = read_shape(file);
    }
    if (plan.points() == 0 || sweep_sha256(plan) != h5::read_text(file, "sweep_sha256")) {
        throw h5::Failure{"the sweep in the file does not agree with its own hash"};
    }
    return plan;
}

} // namespace opschaling::analysis
