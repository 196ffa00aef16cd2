#pragma once

#include "sim/parameters/declaration.hpp"
#include "sim/time/quarter.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace opschaling::analysis {

/// One of the compared futures, as the result file knows it.
struct PlannedVariant {
    std::string name;
    std::string title_nl;
    std::string title_en;
    bool is_reference{false};
    /// Only the parameters that differ from the study's own.
    std::vector<sim::ParameterRecord> changed;

    friend bool operator==(PlannedVariant const&, PlannedVariant const&) = default;
};

/// A file that was read, with its text.
struct SourceText {
    std::string path;
    std::string text;

    friend bool operator==(SourceText const&, SourceText const&) = default;
};

/// A file of input that is too large to keep, known by its hash.
struct InputFile {
    std::string path;
    std::string sha256;

    friend bool operator==(InputFile const&, InputFile const&) = default;
};

/// One phase of the quarter, as printed.
struct ScheduleLine {
    std::string sentence;
    std::string reads;
    std::string writes;

    friend bool operator==(ScheduleLine const&, ScheduleLine const&) = default;
};

/// A place of which the world holds a part only, and with it, by assumption, the same part of what
/// the place has for all its homes: staff, installers, budgets, heat sources.
struct SharedPlace {
    std::string kind; ///< "RES-regio" or "netbeheerder"
    std::string name;
    double share{1.0}; ///< of its homes that lie in this world

    friend bool operator==(SharedPlace const&, SharedPlace const&) = default;
};

/// What the reader of a result must know of the world behind it.
struct WorldFacts {
    std::string name;
    std::string source;   ///< where its figures come from
    std::string identity; ///< equal for equal worlds only: a hash, or generator and seed
    bool is_synthetic{true};
    std::int64_t homes{0};
    std::int64_t wijken{0};
    std::int64_t gemeenten{0};
    double share_of_country{0.0};
    std::vector<SharedPlace> shared_places; ///< empty in a world of whole regio's

    friend bool operator==(WorldFacts const&, WorldFacts const&) = default;
};

/// Which program made the result, where and how. Never part of the plan's identity, but for the
/// version: one result is the work of one program.
struct MadeBy {
    std::string version;
    std::string git_describe;
    std::string compiler;
    std::string flags;
    std::string command_line;
    std::string started; ///< ISO 8601, UTC

    friend bool operator==(MadeBy const&, MadeBy const&) = default;
};

/// All that is to be run, as plain data: written into the result file before the first run.
/// Runs go replication by replication, so that an interrupted study is balanced over its variants.
struct ResultPlan {
    std::string name;
    std::string title_nl;
    std::string title_en;
    std::vector<PlannedVariant> variants;
    std::size_t replications{1};
    std::uint32_t seed{1};
    sim::Quarter branch; ///< from here on the variants differ
    std::string resolved_yaml;
    /// The resolved study without what cannot change a figure; its lines tell plans apart.
    std::string canonical;
    std::vector<SourceText> texts;
    std::vector<sim::ParameterRecord> parameters;
    std::vector<ScheduleLine> schedule;
    std::vector<InputFile> inputs;
    WorldFacts world;
    MadeBy made_by;

    [[nodiscard]] std::size_t runs() const { return replications * variants.size(); }

    [[nodiscard]] std::size_t run_of(std::size_t variant, std::size_t replication) const {
        return replication * variants.size() + variant;
    }

    [[nodiscard]] std::size_t variant_of(std::size_t run) const { return run % variants.size(); }

    [[nodiscard]] std::size_t replication_of(std::size_t run) const {
        return run / variants.size();
    }

    /// Position of the variant that the others are compared with.
    [[nodiscard]] std::size_t reference() const;

    friend bool operator==(ResultPlan const&, ResultPlan const&) = default;
};

/// The identity of a plan: SHA-256 over the canonical study, the variants, replications, seed,
/// branch and world. Equal plans on equal programs give equal figures.
[[nodiscard]] std::string plan_sha256(ResultPlan const& plan);

/// What sets two plans apart, one line each, by key where a key can be named; empty when nothing.
[[nodiscard]] std::vector<std::string> differences(ResultPlan const& stored,
                                                   ResultPlan const& asked);

} // namespace opschaling::analysis
