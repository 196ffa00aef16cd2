#include "scenarios/reader/hypotheses.hpp"

#include "scenarios/reader/document.hpp"
#include "scenarios/reader/experiment_parts.hpp"
#include "scenarios/reader/map_reader.hpp"
#include "scenarios/reader/settings.hpp"
#include "scenarios/reader/study.hpp"

#include <fmt/format.h>

#include <array>

namespace opschaling::scenarios {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 3> roles{"claim", "nil", "reversal"};
constexpr std::array<std::string_view, 5> expectations{"above", "below", "beyond", "within",
                                                       "equals"};
constexpr std::array<std::string_view, 9> experiments{"compare",      "whole",    "non-additivity",
                                                      "pilot-bias",   "bias",     "chance",
                                                      "rightscaling", "learning", "routes"};

/// Where the figures of a part come from; a part may say otherwise than its hypothesis.
struct Origin {
    std::string experiment{experiments.front()};
    fs::path study;
    std::vector<std::string> settings;
    int replications{8};
};

class Reader {
public:
    Reader(fs::path folder, fs::path parameters, Findings& findings)
        : folder_{std::move(folder)}, parameters_{std::move(parameters)}, findings_{findings} {}

    [[nodiscard]] Hypothesis read(Node const& node) const {
        auto const path = join_path("hypotheses", node.key);
        Hypothesis hypothesis;
        hypothesis.id = node.key;
        if (!expect_map(node, path, findings_)) {
            return hypothesis;
        }
        check_keys(node,
                   {"claim", "source", "experiment", "study", "set", "replications", "outcomes",
                    "parts", "tests", "note"},
                   path, findings_);
        MapReader const reader{node, path, findings_};
        auto claim = read_title(reader.need("claim"), node.key, path + ".claim", findings_);
        hypothesis.claim_nl = std::move(claim.nl);
        hypothesis.claim_en = std::move(claim.en);
        hypothesis.source = reader.find("source") == nullptr ? "" : reader.line("source");
        hypothesis.note = reader.find("note") == nullptr ? "" : reader.line("note");
        hypothesis.tests = reader.names("tests");
        auto const origin = read_origin(reader, {});
        auto const outcomes = outcomes_of(node, origin);
        if (Node const* parts = node.find("parts");
            parts != nullptr && expect_map(*parts, path + ".parts", findings_)) {
            for (auto const& part : parts->children) {
                hypothesis.parts.push_back(read_part(part, path + ".parts", origin, outcomes));
            }
        }
        if (hypothesis.parts.empty() && hypothesis.tests.empty() && hypothesis.note.empty()) {
            findings_.add(node.key_place, path,
                          "has no 'parts', no 'tests' and no 'note' that says why");
        }
        return hypothesis;
    }

    [[nodiscard]] HypothesisPart read_measure(Node const& node) const {
        return read_part(node, "sensitivity", {}, {}, false);
    }

private:
    [[nodiscard]] Origin read_origin(MapReader const& reader, Origin origin) const {
        if (reader.find("experiment") != nullptr) {
            origin.experiment = experiments.at(reader.one_of("experiment", experiments));
        }
        if (reader.find("study") != nullptr) {
            origin.study = folder_ / reader.line("study");
        }
        for (auto const& setting : reader.names("set")) {
            origin.settings.push_back(setting);
        }
        origin.replications = static_cast<int>(
            reader.whole_or("replications", 1, 100'000, static_cast<double>(origin.replications)));
        return origin;
    }

    [[nodiscard]] std::vector<ExperimentOutcome> outcomes_of(Node const& node,
                                                             Origin const& origin) const {
        if (node.find("outcomes") == nullptr || origin.study.empty()) {
            return {};
        }
        auto const study = read_study({.path = origin.study,
                                       .parameter_directory = parameters_,
                                       .overrides = origin.settings});
        return read_outcomes(node, study.horizon, findings_);
    }

    [[nodiscard]] HypothesisPart read_part(Node const& node, std::string const& parent,
                                           Origin const& of_hypothesis,
                                           std::vector<ExperimentOutcome> const& outcomes,
                                           bool is_claimed = true) const {
        auto const path = join_path(parent, node.key);
        HypothesisPart part;
        part.name = node.key;
        if (!expect_map(node, path, findings_)) {
            return part;
        }
        check_keys(node,
                   {"role", "says", "experiment", "study", "set", "replications", "sum", "minus",
                    "per", "per_minus", "above", "below", "beyond", "within", "equals"},
                   path, findings_);
        MapReader const reader{node, path, findings_};
        part.role = is_claimed ? static_cast<HypothesisRole>(reader.one_of("role", roles))
                               : HypothesisRole::claim;
        part.says = reader.line("says");
        auto const origin = read_origin(reader, of_hypothesis);
        part.experiment = origin.experiment;
        part.study = origin.study;
        part.settings = origin.settings;
        part.replications = origin.replications;
        part.outcomes = outcomes;
        if (part.study.empty()) {
            findings_.add(node.key_place, path, "'study' is missing, here or at the hypothesis");
        }
        part.measure = {.sum = reader.names("sum"),
                        .minus = reader.names("minus"),
                        .per = reader.names("per"),
                        .per_minus = reader.names("per_minus")};
        if (part.measure.sum.empty()) {
            findings_.add(node.key_place, path, "'sum' is missing");
        }
        if (is_claimed) {
            read_expectation(node, path, reader, part);
        }
        return part;
    }

    void read_expectation(Node const& node, std::string const& path, MapReader const& reader,
                          HypothesisPart& part) const {
        std::size_t given{0};
        for (std::size_t e = 0; e < expectations.size(); ++e) {
            if (node.find(expectations.at(e)) != nullptr) {
                part.expectation = static_cast<HypothesisExpectation>(e);
                part.bound = reader.number(expectations.at(e));
                ++given;
            }
        }
        if (given != 1) {
            findings_.add(
                node.key_place, path,
                fmt::format("expected one of {}, found {}", fmt::join(expectations, ", "), given));
        }
    }

    fs::path folder_;
    fs::path parameters_;
    Findings& findings_;
};

} // namespace

HypothesisList read_hypotheses(fs::path const& path, fs::path const& parameter_directory) {
    Findings findings;
    auto const file = shown_name(path);
    auto const text = read_text(path, {.file = file}, findings);
    auto const document = text ? parse_document(file, *text, findings) : std::nullopt;
    if (!document || !check_schema(*document, hypotheses_schema, findings)) {
        findings.throw_if_any();
    }
    check_keys(*document,
               {"schema", "name", "fingerprint", "uncertain", "points", "trajectories",
                "sensitivity", "hypotheses"},
               "", findings);
    MapReader const reader{*document, "", findings};
    HypothesisList list;
    list.name = reader.line("name");
    list.fingerprint = path.parent_path() / reader.line("fingerprint");
    list.uncertain = reader.names("uncertain");
    list.points = static_cast<int>(reader.whole_or("points", 0, 10'000, 0));
    Reader const each{path.parent_path(), parameter_directory, findings};
    if (Node const* hypotheses = reader.need("hypotheses");
        hypotheses != nullptr && expect_map(*hypotheses, "hypotheses", findings)) {
        for (auto const& node : hypotheses->children) {
            list.hypotheses.push_back(each.read(node));
        }
    }
    list.trajectories = static_cast<int>(reader.whole_or("trajectories", 0, 10'000, 0));
    if (Node const* measures = document->find("sensitivity");
        measures != nullptr && expect_map(*measures, "sensitivity", findings)) {
        for (auto const& node : measures->children) {
            list.sensitivity.push_back(each.read_measure(node));
        }
    }
    findings.throw_if_any();
    return list;
}

} // namespace opschaling::scenarios
