#include "analysis/store/plan_record.hpp"

#include "analysis/store/columns.hpp"
#include "analysis/store/parameter_columns.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace opschaling::analysis {

namespace {

template <typename Item, typename Member>
std::vector<Member> column_of(std::vector<Item> const& items, Member Item::*member) {
    std::vector<Member> column;
    column.reserve(items.size());
    for (auto const& item : items) {
        column.push_back(item.*member);
    }
    return column;
}

template <typename Item>
void fill_column(std::vector<Item>& items, std::string Item::*member,
                 std::vector<std::string> texts) {
    if (!items.empty() && texts.size() != items.size()) {
        throw h5::Failure{"columns that belong together differ in length"};
    }
    items.resize(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        items[i].*member = std::move(texts[i]);
    }
}

/// A column of text and what it says of itself.
template <typename Item>
struct TextColumn {
    char const* name;
    std::string Item::*member;
    std::string_view long_name;
};

/// Columns of text under one dimension; nothing at all when there are no lines.
template <typename Item>
void write_text_columns(hid_t group, char const* dimension, std::vector<Item> const& items,
                        std::initializer_list<TextColumn<Item>> columns) {
    if (items.empty()) {
        return;
    }
    auto const scale = h5::create_dimension(group, dimension, items.size());
    for (auto const& column : columns) {
        write_column(group, column.name, column_of(items, column.member), {column.long_name, ""},
                     &scale);
    }
}

void write_variants(hid_t file, std::vector<PlannedVariant> const& variants) {
    auto const scale = write_column(file, "variant", column_of(variants, &PlannedVariant::name),
                                    {"variant of the study", ""});
    write_column(file, "variant_title_nl", column_of(variants, &PlannedVariant::title_nl),
                 {"name of the variant in Dutch", ""}, &scale);
    write_column(file, "variant_title_en", column_of(variants, &PlannedVariant::title_en),
                 {"name of the variant in English", ""}, &scale);
    std::vector<std::uint8_t> reference;
    for (auto const& variant : variants) {
        reference.push_back(static_cast<std::uint8_t>(variant.is_reference));
    }
    auto const flag = write_column(file, "variant_is_reference", reference,
                                   {"whether the others are compared with it", "1"}, &scale);
    h5::write_attribute(flag.id(), "flag_values", std::array<std::uint8_t, 2>{0, 1});
    h5::write_short_text(flag.id(), "flag_meanings", "compared reference");
}

void write_changes(hid_t file, std::vector<PlannedVariant> const& variants) {
    std::vector<sim::ParameterRecord> records;
    std::vector<std::int32_t> owners;
    for (std::size_t v = 0; v < variants.size(); ++v) {
        for (auto const& record : variants[v].changed) {
            records.push_back(record);
            owners.push_back(static_cast<std::int32_t>(v));
        }
    }
    if (records.empty()) {
        return;
    }
    auto const group = h5::create_group(file, "changes");
    auto const scale = h5::create_dimension(group.id(), "change", records.size());
    write_column(group.id(), "of_variant", owners,
                 {"position, counted from 0, of the variant that makes the change", "1"}, &scale);
    write_parameters(group.id(), records, scale);
}

void write_shared_places(hid_t group, std::vector<SharedPlace> const& places) {
    if (places.empty()) {
        return;
    }
    auto const scale = h5::create_dimension(group, "shared_place", places.size());
    write_column(group, "shared_place_kind", column_of(places, &SharedPlace::kind),
                 {"RES-regio or netbeheerder of which the world holds a part only", ""}, &scale);
    write_column(group, "shared_place_name", column_of(places, &SharedPlace::name),
                 {"name of that RES-regio or netbeheerder", ""}, &scale);
    write_column(
        group, "shared_place_share", column_of(places, &SharedPlace::share),
        {"part of its homes, and by assumption of its shared capacity, in this world", "1"},
        &scale);
}

void write_provenance(hid_t file, ResultPlan const& plan) {
    auto const group = h5::create_group(file, "provenance");
    auto const id = group.id();
    for (auto const& [name, text] : {std::pair{"program_version", &plan.made_by.version},
                                     {"git_describe", &plan.made_by.git_describe},
                                     {"compiler", &plan.made_by.compiler},
                                     {"compiler_flags", &plan.made_by.flags},
                                     {"command_line", &plan.made_by.command_line},
                                     {"started", &plan.made_by.started},
                                     {"world_name", &plan.world.name},
                                     {"world_source", &plan.world.source},
                                     {"world_identity", &plan.world.identity}}) {
        h5::write_long_text(id, name, *text);
    }
    h5::write_attribute(id, "world_is_synthetic",
                        static_cast<std::int32_t>(plan.world.is_synthetic));
    // Whole numbers as doubles: R has no 64-bit integers, and these stay exact up to 2^53.
    h5::write_attribute(id, "world_homes", static_cast<double>(plan.world.homes));
    h5::write_attribute(id, "world_wijken", static_cast<double>(plan.world.wijken));
    h5::write_attribute(id, "world_gemeenten", static_cast<double>(plan.world.gemeenten));
    h5::write_attribute(id, "world_share_of_country", plan.world.share_of_country);
    write_shared_places(id, plan.world.shared_places);
    h5::write_document(id, "resolved_yaml", plan.resolved_yaml);
    h5::write_document(id, "canonical", plan.canonical);
    write_text_columns<SourceText>(
        id, "source", plan.texts,
        {{"source_path", &SourceText::path, "file of the study, as it was named"},
         {"source_text", &SourceText::text, "text of that file"}});
    write_text_columns<InputFile>(
        id, "input", plan.inputs,
        {{"input_path", &InputFile::path, "file that was read, as it was named"},
         {"input_sha256", &InputFile::sha256, "SHA-256 of that file"}});
}

void write_schedule(hid_t file, ResultPlan const& plan, h5::Owned const& run) {
    auto const group = h5::create_group(file, "schedule");
    if (plan.schedule.empty()) {
        return;
    }
    auto const scale = h5::create_dimension(group.id(), "phase", plan.schedule.size());
    write_column(group.id(), "sentence", column_of(plan.schedule, &ScheduleLine::sentence),
                 {"what happens in this phase of the quarter", ""}, &scale);
    write_column(group.id(), "reads", column_of(plan.schedule, &ScheduleLine::reads),
                 {"what the phase reads", ""}, &scale);
    write_column(group.id(), "writes", column_of(plan.schedule, &ScheduleLine::writes),
                 {"what the phase writes", ""}, &scale);
    float const fill{std::numeric_limits<float>::quiet_NaN()};
    auto const seconds =
        h5::create_dataset(group.id(), "seconds", H5T_IEEE_F32LE,
                           {plan.runs(), plan.schedule.size()}, {.chunk = {}, .fill = fill});
    h5::attach_scale(seconds.id(), 0, run.id());
    h5::attach_scale(seconds.id(), 1, scale.id());
    h5::write_attribute(seconds.id(), "_FillValue", fill);
    write_label(seconds, {"time spent in the phase, over the whole run", "s"});
}

WorldFacts read_world(hid_t id) {
    WorldFacts world{.name = h5::read_text(id, "world_name"),
                     .source = h5::read_text(id, "world_source"),
                     .identity = h5::read_text(id, "world_identity"),
                     .is_synthetic = h5::read_integer(id, "world_is_synthetic") != 0,
                     .homes = h5::read_whole_number(id, "world_homes"),
                     .wijken = h5::read_whole_number(id, "world_wijken"),
                     .gemeenten = h5::read_whole_number(id, "world_gemeenten"),
                     .share_of_country = h5::read_number(id, "world_share_of_country"),
                     .shared_places = {}};
    if (h5::has_member(id, "shared_place")) {
        fill_column(world.shared_places, &SharedPlace::kind,
                    h5::read_texts(id, "shared_place_kind"));
        fill_column(world.shared_places, &SharedPlace::name,
                    h5::read_texts(id, "shared_place_name"));
        auto const shares = read_column<double>(id, "shared_place_share");
        for (std::size_t i = 0; i < world.shared_places.size(); ++i) {
            world.shared_places[i].share = value_at(shares, i, "shared_place_share");
        }
    }
    return world;
}

void read_provenance(hid_t file, ResultPlan& plan) {
    auto const group = h5::open_group(file, "provenance");
    auto const id = group.id();
    plan.made_by = {.version = h5::read_text(id, "program_version"),
                    .git_describe = h5::read_text(id, "git_describe"),
                    .compiler = h5::read_text(id, "compiler"),
                    .flags = h5::read_text(id, "compiler_flags"),
                    .command_line = h5::read_text(id, "command_line"),
                    .started = h5::read_text(id, "started")};
    plan.world = read_world(id);
    plan.resolved_yaml = h5::read_document(id, "resolved_yaml");
    plan.canonical = h5::read_document(id, "canonical");
    if (h5::has_member(id, "source")) {
        fill_column(plan.texts, &SourceText::path, h5::read_texts(id, "source_path"));
        fill_column(plan.texts, &SourceText::text, h5::read_texts(id, "source_text"));
    }
    if (h5::has_member(id, "input")) {
        fill_column(plan.inputs, &InputFile::path, h5::read_texts(id, "input_path"));
        fill_column(plan.inputs, &InputFile::sha256, h5::read_texts(id, "input_sha256"));
    }
}

void read_variants(hid_t file, std::vector<PlannedVariant>& variants) {
    fill_column(variants, &PlannedVariant::name, h5::read_texts(file, "variant"));
    fill_column(variants, &PlannedVariant::title_nl, h5::read_texts(file, "variant_title_nl"));
    fill_column(variants, &PlannedVariant::title_en, h5::read_texts(file, "variant_title_en"));
    auto const reference = read_column<std::uint8_t>(file, "variant_is_reference");
    for (std::size_t v = 0; v < variants.size(); ++v) {
        variants[v].is_reference = value_at(reference, v, "variant_is_reference") != 0;
    }
    if (!h5::has_member(file, "changes")) {
        return;
    }
    auto const group = h5::open_group(file, "changes");
    auto const owners = read_column<std::int32_t>(group.id(), "of_variant");
    auto const records = read_parameters(group.id());
    for (std::size_t i = 0; i < records.size(); ++i) {
        auto const owner = static_cast<std::size_t>(value_at(owners, i, "of_variant"));
        value_at(variants, owner, "variant").changed.push_back(records[i]);
    }
}

} // namespace

void write_plan(hid_t file, ResultPlan const& plan, h5::Owned const& run) {
    h5::write_long_text(file, "name", plan.name);
    h5::write_long_text(file, "title", plan.title_en);
    h5::write_long_text(file, "title_nl", plan.title_nl);
    h5::write_short_text(file, "plan_sha256", plan_sha256(plan));
    h5::write_attribute(file, "seed", static_cast<double>(plan.seed));
    h5::write_short_text(file, "branch", plan.branch.text());
    write_variants(file, plan.variants);
    std::vector<std::int32_t> replications(plan.replications);
    for (std::size_t r = 0; r < replications.size(); ++r) {
        replications[r] = static_cast<std::int32_t>(r);
    }
    write_column(file, "replication", replications, {"replication of the study", "1"});
    auto const parameters = h5::create_group(file, "parameters");
    if (!plan.parameters.empty()) {
        auto const scale =
            h5::create_dimension(parameters.id(), "parameter", plan.parameters.size());
        write_parameters(parameters.id(), plan.parameters, scale);
    }
    write_changes(file, plan.variants);
    write_schedule(file, plan, run);
    write_provenance(file, plan);
}

ResultPlan read_plan(hid_t file) {
    ResultPlan plan;
    plan.name = h5::read_text(file, "name");
    plan.title_en = h5::read_text(file, "title");
    plan.title_nl = h5::read_text(file, "title_nl");
    plan.seed = static_cast<std::uint32_t>(h5::read_whole_number(file, "seed"));
    auto const branch = sim::Quarter::parse(h5::read_text(file, "branch"));
    if (!branch) {
        throw h5::Failure{"the attribute branch is no quarter"};
    }
    plan.branch = *branch;
    read_variants(file, plan.variants);
    plan.replications = read_column<std::int32_t>(file, "replication").size();
    auto const parameters = h5::open_group(file, "parameters");
    if (h5::has_member(parameters.id(), "parameter")) {
        plan.parameters = read_parameters(parameters.id());
    }
    auto const schedule = h5::open_group(file, "schedule");
    if (h5::has_member(schedule.id(), "phase")) {
        auto const id = schedule.id();
        fill_column(plan.schedule, &ScheduleLine::sentence, h5::read_texts(id, "sentence"));
        fill_column(plan.schedule, &ScheduleLine::reads, h5::read_texts(id, "reads"));
        fill_column(plan.schedule, &ScheduleLine::writes, h5::read_texts(id, "writes"));
    }
    read_provenance(file, plan);
    if (plan.variants.empty() || plan.replications == 0 ||
        plan_sha256(plan) != h5::read_text(file, "plan_sha256")) {
        throw h5::Failure{"the plan in the file does not agree with its own hash"};
    }
    return plan;
}

} // namespace opschaling::analysis
