#include "scenarios/reader/study.hpp"

#include "scenarios/reader/changes.hpp"
#include "scenarios/reader/extends.hpp"
#include "scenarios/reader/findings.hpp"
#include "scenarios/reader/keys.hpp"
#include "scenarios/reader/nearest.hpp"
#include "scenarios/reader/precision.hpp"
#include "scenarios/reader/resolve.hpp"
#include "scenarios/reader/settings.hpp"
#include "scenarios/reader/sheets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace opschaling::scenarios {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view only_variant{"basis"};

/// The name of a file without folder and extension, as far as it makes a name.
std::string name_from_file(fs::path const& path) {
    auto stem = path.stem().string();
    std::ranges::replace(stem, '-', '_');
    return is_name(stem) ? stem : "study";
}

std::string read_name(Node const& study, fs::path const& path, Findings& findings) {
    Node const* name = study.find("name");
    if (name == nullptr) {
        return name_from_file(path);
    }
    auto const text = read_line(*name, "name", findings);
    if (text && !is_name(*text)) {
        findings.add(name->place, "name", fmt::format("'{}' is not a name", *text),
                     "use a-z, 0-9 and _, beginning with a letter");
    }
    return text.value_or("");
}

/// A variant as far as it can be read; its changes lie over a copy of the study's entries.
Variant read_variant(Node const& node, std::string const& study_name,
                     std::vector<sim::ParameterDeclaration> const& declarations, Entries entries,
                     bool complete, Findings& findings) {
    auto const path = join_path("variants", node.key);
    Variant variant;
    variant.name = node.key;
    if (!is_name(node.key)) {
        findings.add(node.key_place, path, fmt::format("'{}' is not a name", node.key),
                     "use a-z, 0-9 and _, beginning with a letter");
    }
    if (!expect_map(node, path, findings)) {
        return variant;
    }
    check_keys(node, {"title", "set"}, path, findings);
    auto title = read_title(node.find("title"), node.key, path + ".title", findings);
    variant.title_nl = std::move(title.nl);
    variant.title_en = std::move(title.en);
    auto const common = entries;
    std::vector<std::string> named;
    if (Node const* set = node.find("set")) {
        named = apply_changes(*set, path + ".set", study_name + "/" + node.key, declarations,
                              entries, findings);
    }
    for (auto const& declaration : declarations) {
        bool const is_named = std::ranges::find(named, declaration.path) != named.end();
        if (is_named && entries[declaration.path].value != common.at(declaration.path).value) {
            variant.changed.push_back(entries[declaration.path].record);
        }
    }
    if (complete && findings.empty()) {
        variant.parameters = fill_parameters(entries).parameters;
    }
    return variant;
}

void read_variants(Node const* variants, Study& study,
                   std::vector<sim::ParameterDeclaration> const& declarations,
                   Entries const& entries, bool complete, Findings& findings) {
    if (variants == nullptr) {
        Variant basis;
        basis.name = only_variant;
        basis.title_nl = study.title_nl;
        basis.title_en = study.title_en;
        basis.parameters = study.parameters;
        study.variants.push_back(std::move(basis));
        return;
    }
    if (!expect_map(*variants, "variants", findings)) {
        return;
    }
    if (variants->children.empty()) {
        findings.add(variants->place, "variants", "no variant in it",
                     "leave `variants` out for a study of one scenario");
    }
    for (auto const& node : variants->children) {
        study.variants.push_back(
            read_variant(node, study.name, declarations, entries, complete, findings));
    }
}

void read_reference(Node const* reference, Study& study, Findings& findings) {
    std::vector<std::string> names;
    for (auto const& variant : study.variants) {
        names.push_back(variant.name);
    }
    if (reference == nullptr) {
        study.reference = names.empty() ? "" : names.front();
        return;
    }
    study.reference = read_line(*reference, "reference", findings).value_or("");
    if (!study.reference.empty() && std::ranges::find(names, study.reference) == names.end()) {
        findings.add(reference->place, "reference",
                     fmt::format("no variant is named '{}'", study.reference),
                     did_you_mean(study.reference, names));
    }
}

/// File names seen from the scenario root, so that a result does not depend on where that lies.
class RootedNames {
public:
    explicit RootedNames(fs::path const& parameter_directory)
        : root_{fs::weakly_canonical(parameter_directory).parent_path()} {}

    [[nodiscard]] std::string shorten(std::string const& file) const {
        auto const relative = fs::weakly_canonical(file).lexically_relative(root_);
        bool const inside = !relative.empty() && *relative.begin() != "..";
        return inside && fs::exists(file) ? relative.string() : file;
    }

    void shorten_origins(std::vector<sim::ParameterRecord>& records) const {
        for (auto& record : records) {
            auto const colon = record.origin.rfind(':');
            record.origin = shorten(record.origin.substr(0, colon)) + record.origin.substr(colon);
        }
    }

    void shorten_places(Node& node) const {
        node.place.file = shorten(node.place.file);
        for (auto& child : node.children) {
            shorten_places(child);
        }
    }

private:
    fs::path root_;
};

bool has_sheets(fs::path const& root) {
    std::error_code error;
    for (auto const& entry : fs::directory_iterator{root / "parameters", error}) {
        if (entry.path().extension() == ".yaml") {
            return true;
        }
    }
    return false;
}

/// The nearest folder at or above `from` that is a scenario root or has one named `scenarios`.
std::optional<fs::path> look_upwards(fs::path from) {
    while (true) {
        for (auto const& candidate : {from, from / "scenarios"}) {
            if (has_sheets(candidate)) {
                return candidate;
            }
        }
        if (!from.has_parent_path() || from.parent_path() == from) {
            return std::nullopt;
        }
        from = from.parent_path();
    }
}

} // namespace

Study read_study(StudyRequest const& request) {
    Findings findings;
    Study study;
    models::Parameters scratch{};
    auto const declarations = models::declare_all(scratch);
    std::vector<std::string> parameter_paths;
    for (auto const& declaration : declarations) {
        parameter_paths.push_back(declaration.path);
    }
    auto merged = read_merged(request.path, parameter_paths, study.texts, findings);
    if (!merged) {
        findings.throw_if_any();
    }
    apply_overrides(request.overrides, parameter_paths, *merged, findings);
    check_keys(*merged,
               {"schema", "name", "title", "extends", "world", "horizon", "seed", "replications",
                "precision", "parameters", "set", "variants", "reference"},
               "", findings);
    study.name = read_name(*merged, request.path, findings);
    auto title = read_title(merged->find("title"), study.name, "title", findings);
    study.title_nl = std::move(title.nl);
    study.title_en = std::move(title.en);
    study.world = read_world(merged->find("world"), findings);
    study.horizon = read_horizon(merged->find("horizon"), findings);
    study.seed = read_seed(merged->find("seed"), "seed", findings);
    Node const* replications = merged->find("replications");
    study.replications = read_replications(replications, findings);
    // A number on the command line is the whole number, whatever the study asks.
    bool const is_fixed = replications != nullptr && replications->place.file == command_line;
    study.precision =
        read_precision(merged->find("precision"), is_fixed ? 1 : study.replications, findings);
    if (is_fixed && study.precision.is_asked()) {
        study.precision.most = study.replications;
    }

    Node const* embedded = merged->find("parameters");
    auto entries = embedded != nullptr ? read_embedded_sheets(*embedded, declarations, findings)
                                       : read_sheets(request.parameter_directory, declarations,
                                                     study.texts, findings);
    bool const complete = entries.size() == declarations.size();
    if (Node const* set = merged->find("set")) {
        apply_changes(*set, "set", study.name, declarations, entries, findings);
    }
    if (complete && findings.empty()) {
        auto set = fill_parameters(entries);
        study.parameters = set.parameters;
        study.records = std::move(set.records);
    }
    read_variants(merged->find("variants"), study, declarations, entries, complete, findings);
    read_reference(merged->find("reference"), study, findings);
    findings.throw_if_any();

    RootedNames const names{request.parameter_directory};
    names.shorten_origins(study.records);
    for (auto& variant : study.variants) {
        names.shorten_origins(variant.changed);
    }
    names.shorten_places(*merged);
    for (auto& [file, text] : study.texts) {
        file = names.shorten(file);
    }
    study.resolved = write_resolved(study, *merged);
    study.canonical = write_canonical(study);
    return study;
}

std::optional<fs::path> find_scenario_root(fs::path const& executable, fs::path const& study) {
    std::error_code error;
    auto const study_folder = fs::absolute(study, error).lexically_normal().parent_path();
    if (auto const root = look_upwards(study_folder)) {
        return root;
    }
    auto const program_folder = fs::weakly_canonical(executable, error).parent_path();
    auto const installed = program_folder.parent_path() / "share" / "opschaling" / "scenarios";
    if (has_sheets(installed)) {
        return installed;
    }
    return look_upwards(program_folder);
}

} // namespace opschaling::scenarios
