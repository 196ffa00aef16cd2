#include "app/json/sweep_json.hpp"

#include "analysis/store/sha256.hpp"
#include "analysis/store/utc.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace opschaling::app {

namespace {

using Json = nlohmann::ordered_json;

Json number(double value) {
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

Json reference_to(std::string const& id) {
    return {{"@id", id}};
}

/// A file as an entity; its name in the crate is its path from the folder of the metadata.
Json file_entity(CrateFile const& file, std::filesystem::path const& folder) {
    return {{"@id", file.path.lexically_relative(folder).generic_string()},
            {"@type", "File"},
            {"name", file.path.filename().string()},
            {"description", file.description},
            {"encodingFormat", file.encoding},
            {"contentSize", std::to_string(std::filesystem::file_size(file.path))},
            {"sha256", analysis::sha256_of_file(file.path)}};
}

} // namespace

std::string sweep_json(analysis::SweepFile const& file, SweepSummary const& summary) {
    auto const& plan = file.plan();
    Json outcomes = Json::array();
    for (std::size_t o = 0; o < plan.outcomes.size(); ++o) {
        Json policies = Json::array();
        for (std::size_t p = 0; p < plan.policies(); ++p) {
            auto const& figures = summary.outcomes[o][p];
            policies.push_back({{"name", plan.study.variants[p].name},
                                {"mean", number(figures.mean)},
                                {"lowest", number(figures.lowest)},
                                {"highest", number(figures.highest)}});
        }
        outcomes.push_back({{"name", plan.outcomes[o].name},
                            {"unit", plan.outcomes[o].unit},
                            {"definition", plan.outcomes[o].definition},
                            {"policies", std::move(policies)}});
    }
    Json const json{{"name", plan.study.name},
                    {"result", file.path().string()},
                    {"shard", {file.shard().index, file.shard().count}},
                    {"sweep_sha256", analysis::sweep_sha256(plan)},
                    {"content_sha256", analysis::content_hash(file)},
                    {"points", plan.points()},
                    {"policies", plan.policies()},
                    {"replications", plan.study.replications},
                    {"runs", file.runs().size()},
                    {"done", summary.done},
                    {"failed", summary.failed},
                    {"skipped", summary.skipped},
                    {"outcomes", std::move(outcomes)}};
    return json.dump(2) + "\n";
}

std::string estimate_json(PreparedSweep const& sweep, SweepEstimate const& estimate) {
    auto const& plan = sweep.plan;
    Json const json{{"name", plan.study.name},
                    {"points", plan.points()},
                    {"policies", plan.policies()},
                    {"replications", plan.study.replications},
                    {"runs", estimate.runs},
                    {"least_runs", estimate.least_runs},
                    {"timed_runs", estimate.timed_runs},
                    {"seconds_a_run", number(estimate.seconds_a_run)},
                    {"threads", estimate.threads},
                    {"seconds", number(estimate.seconds)},
                    {"bytes_while_running", number(estimate.bytes_while_running)},
                    {"bytes_when_finished", number(estimate.bytes_when_finished)},
                    {"memory", number(estimate.memory)}};
    return json.dump(2) + "\n";
}

std::string ro_crate_json(analysis::SweepFile const& file, std::vector<CrateFile> const& results,
                          std::filesystem::path const& folder) {
    constexpr auto profile = "https://w3id.org/ro/wfrun/process/0.5";
    auto const& study = file.plan().study;
    auto const program = "#opschaling-" + study.made_by.version;
    Json parts = Json::array();
    Json made = Json::array();
    Json entities = Json::array();
    for (auto const& result : results) {
        auto entity = file_entity(result, folder);
        parts.push_back(reference_to(entity["@id"]));
        made.push_back(reference_to(entity["@id"]));
        entities.push_back(std::move(entity));
    }
    Json objects = Json::array();
    for (auto const& text : study.texts) {
        Json const entity{{"@id", "#" + text.path},
                          {"@type", "CreativeWork"},
                          {"name", text.path},
                          {"encodingFormat", "application/yaml"},
                          {"sha256", analysis::sha256_of_text(text.text)},
                          {"description", "text kept in the result file, group provenance"}};
        objects.push_back(reference_to(entity["@id"]));
        entities.push_back(entity);
    }
    for (auto const& input : study.inputs) {
        Json const entity{{"@id", "#" + input.path},
                          {"@type", "CreativeWork"},
                          {"name", input.path},
                          {"sha256", input.sha256},
                          {"description", "data that was read"}};
        objects.push_back(reference_to(entity["@id"]));
        entities.push_back(entity);
    }
    Json graph = Json::array();
    graph.push_back({{"@id", "ro-crate-metadata.json"},
                     {"@type", "CreativeWork"},
                     {"conformsTo", reference_to("https://w3id.org/ro/crate/1.1")},
                     {"about", reference_to("./")}});
    graph.push_back({{"@id", "./"},
                     {"@type", "Dataset"},
                     {"name", study.title_en},
                     {"description", "Runs of the agent-based model opschaling: " + study.title_nl},
                     {"datePublished", analysis::utc_now()},
                     {"license", "to be stated by whoever publishes these results"},
                     {"conformsTo", reference_to(profile)},
                     {"hasPart", std::move(parts)},
                     {"mentions", reference_to("#run")}});
    graph.push_back({{"@id", profile},
                     {"@type", "CreativeWork"},
                     {"name", "Process Run Crate"},
                     {"version", "0.5"}});
    graph.push_back({{"@id", program},
                     {"@type", "SoftwareApplication"},
                     {"name", "opschaling"},
                     {"softwareVersion", study.made_by.version + " " + study.made_by.git_describe},
                     {"description", study.made_by.compiler + ", " + study.made_by.flags}});
    graph.push_back({{"@id", "#run"},
                     {"@type", "CreateAction"},
                     {"name", study.name},
                     {"description", study.made_by.command_line},
                     {"instrument", reference_to(program)},
                     {"startTime", study.made_by.started},
                     {"endTime", analysis::utc_now()},
                     {"actionStatus", "http://schema.org/CompletedActionStatus"},
                     {"object", std::move(objects)},
                     {"result", std::move(made)}});
    for (auto& entity : entities) {
        graph.push_back(std::move(entity));
    }
    Json const json{{"@context",
                     {"https://w3id.org/ro/crate/1.1/context",
                      "https://w3id.org/ro/terms/workflow-run/context"}},
                    {"@graph", std::move(graph)}};
    return json.dump(2) + "\n";
}

} // namespace opschaling::app
