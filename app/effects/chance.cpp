#include "analysis/effects/chance.hpp"

#include "analysis/statistics/moments.hpp"
#include "app/effects/pilot_bias.hpp"
#include "app/effects/pilot_runs.hpp"
#include "app/usage_error.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <cstddef>

namespace opschaling::app {

namespace {

using analysis::BothLanguages;
using analysis::ScalingRule;

/// Fresh sites in which each approach is tried again, at most.
constexpr std::uint32_t verifications{8};
constexpr std::array<std::size_t, 5> verifications_shown{0, 1, 3, 5, 8};
/// Throws of their own for wijken at scale and for verifications.
constexpr std::uint32_t chance_at_scale{2};
constexpr std::uint32_t chance_of_verification{3};

/// Throws an InputError where the world has fewer wijken that can be pilots than are asked for.
void expect_pilots(std::vector<std::vector<double>> const& of_pilots, std::uint32_t pilots) {
    for (auto const& shown : of_pilots) {
        if (shown.size() < pilots) {
            throw InputError{fmt::format("{} wijken of this world can be pilots and "
                                         "experiment.pilots asks for {}; take a larger world or "
                                         "fewer pilots",
                                         shown.size(), pilots)};
        }
    }
}

/// The runs of one replication: usual practice at scale and in the fresh sites, and each approach
/// at scale and in the fresh sites.
void add_replication(EffectRuns const& runs, std::uint32_t replication, std::uint32_t pilots,
                     std::vector<BatchRun>& batch) {
    auto const add_pair = [&](std::optional<std::uint32_t> pilot) {
        batch.push_back(run_of(runs, replication,
                               models::Followers{.pilot = pilot,
                                                 .at_most = std::nullopt,
                                                 .fresh_chance = chance_at_scale}));
        batch.push_back(run_of(runs, replication,
                               models::Followers{.pilot = pilot,
                                                 .at_most = verifications,
                                                 .fresh_chance = chance_of_verification}));
    };
    add_pair(std::nullopt);
    for (std::uint32_t pilot = 0; pilot < pilots; ++pilot) {
        add_pair(pilot);
    }
}

/// Advantages over the usual practice at scale, from the gains of a replication's runs.
analysis::PilotTrial trial_of(std::vector<double> const& pilots,
                              std::span<std::vector<double> const> gains) {
    analysis::PilotTrial trial;
    double const usual = analysis::mean(gains[0]);
    auto const& usual_in_fresh = gains[1];
    for (std::size_t pilot = 0; pilot < pilots.size(); ++pilot) {
        trial.seen.push_back(pilots[pilot] - usual);
        trial.truth.push_back(analysis::mean(gains[2 + 2 * pilot]) - usual);
        auto& verified = trial.verified.emplace_back();
        auto const& fresh = gains[3 + 2 * pilot];
        for (std::size_t site = 0; site < fresh.size(); ++site) {
            verified.push_back(fresh[site] - usual_in_fresh[site]);
        }
    }
    return trial;
}

analysis::EffectRow row_of(std::string key, BothLanguages label,
                           analysis::Proportion const& proportion) {
    return {.key = std::move(key),
            .label = std::move(label),
            .value = proportion.share,
            .low = proportion.interval.low,
            .high = proportion.interval.high};
}

analysis::EffectRow row_of(std::string key, BothLanguages label, double value) {
    return {.key = std::move(key),
            .label = std::move(label),
            .value = value,
            .low = std::nan(""),
            .high = std::nan("")};
}

/// The trials of some replications.
void run_trials(EffectRuns& runs, Round round, std::uint32_t pilots,
                std::vector<analysis::PilotTrial>& trials) {
    auto const of_pilots = gains_of_pilots(runs, round);
    expect_pilots(of_pilots, pilots);
    std::vector<BatchRun> batch;
    for (std::uint32_t r = round.from; r < round.to; ++r) {
        add_replication(runs, r, pilots, batch);
    }
    auto const each = 2 * (std::size_t{pilots} + 1);
    auto const outcomes = runs.run(round.part("chance"), std::move(batch), gains);
    for (std::size_t r = 0; r < of_pilots.size(); ++r) {
        trials.push_back(trial_of(of_pilots[r], std::span{outcomes}.subspan(r * each, each)));
    }
}

/// How often something worthless, or not half as good, is scaled without verification.
std::vector<Watched> known_of(std::vector<analysis::PilotTrial> const& trials) {
    auto const record = analysis::judge_scaling(trials, ScalingRule::naive, 0, {});
    auto const known = [](std::string key, BothLanguages label,
                          analysis::Proportion const& proportion) {
        return Watched{.key = std::move(key),
                       .label = std::move(label),
                       .of = {"hoe vaak dat is", "how often that is"},
                       .figure = {.interval = proportion.interval, .size = proportion.share}};
    };
    return {known("worthless", {"voegt niets toe", "adds nothing"}, record.worthless),
            known("half", {"minder dan de helft", "less than half"}, record.half)};
}

} // namespace

analysis::EffectResult effect_chance(EffectRuns& runs) {
    auto const pilots = static_cast<std::uint32_t>(runs.study().parameters.experiment.pilots);
    std::vector<analysis::PilotTrial> trials;
    runs.run_until_known([&](Round round) { run_trials(runs, round, pilots, trials); },
                         [&] { return known_of(trials); });
    auto const prior = analysis::estimate_prior(trials);
    analysis::EffectTable table{
        .key = "chance",
        .title = {"Wordt toeval opgeschaald?", "Is chance being scaled?"},
        .sentence =
            {"Hoe vaak het opgeschaalde in werkelijkheid niets toevoegt, of nog niet de "
             "helft van wat zijn proeftuin liet zien, na steeds meer controles elders; "
             "controleren kost jaren, en dat staat hier niet in.",
             "How often what is scaled adds nothing in truth, or less than half of what its "
             "pilot showed, after more and more verifications elsewhere; verifying takes "
             "years, which is not in here."},
        .unit = {"deel", "part"},
        .chart = analysis::EffectChart::intervals,
        .rows = {}};
    for (auto const n : verifications_shown) {
        auto const record = analysis::judge_scaling(
            trials, n == 0 ? ScalingRule::naive : ScalingRule::verified, n, prior);
        auto const nl = fmt::format("{} controles", n);
        auto const en = fmt::format("{} verifications", n);
        auto const key = fmt::format("v{}", n);
        table.rows.push_back(row_of(key + "_scales",
                                    {fmt::format("er wordt opgeschaald, {}", nl),
                                     fmt::format("something is scaled, {}", en)},
                                    record.scales));
        table.rows.push_back(
            row_of(key + "_worthless",
                   {fmt::format("voegt niets toe, {}", nl), fmt::format("adds nothing, {}", en)},
                   record.worthless));
        table.rows.push_back(row_of(
            key + "_half",
            {fmt::format("minder dan de helft, {}", nl), fmt::format("less than half, {}", en)},
            record.half));
        table.rows.push_back(row_of(key + "_regret",
                                    {fmt::format("gemist tegen de beste, {}", nl),
                                     fmt::format("missed against the best, {}", en)},
                                    record.regret));
    }
    analysis::EffectTable normal{
        .key = "normal_case",
        .title = {"Tegen het normale geval", "Against the normal case"},
        .sentence =
            {"Wat de formule geeft voor normaal verdeelde voordelen met dezelfde spreiding "
             "en hetzelfde toeval; waar het model ervan afwijkt zijn voordelen niet normaal "
             "verdeeld, of is de proeftuin ook anders dan de rest.",
             "What the formula gives for normal advantages of the same spread and the same "
             "chance; where the model differs, advantages are not normal or the pilot is "
             "otherwise different too."},
        .unit = {"deel", "part"},
        .rows = {row_of("spread",
                        {"spreiding van het ware voordeel", "spread of the true advantage"},
                        prior.spread),
                 row_of("noise", {"toeval van een wijk", "chance of one wijk"}, prior.noise),
                 row_of("mean", {"gemiddeld voordeel", "mean advantage"}, prior.mean)}};
    if (prior.spread > 0.0) {
        auto const expected = analysis::scaling_by_chance(prior, pilots);
        normal.rows.push_back(
            row_of("worthless", {"voegt niets toe", "adds nothing"}, expected.worthless));
        normal.rows.push_back(
            row_of("half", {"minder dan de helft", "less than half"}, expected.half));
        normal.rows.push_back(
            row_of("luck_share", {"aandeel geluk", "luck share"}, expected.luck_share));
    }
    normal.rows.push_back(
        row_of("luck_share_model", {"aandeel geluk in het model", "luck share in the model"},
               analysis::judge_scaling(trials, ScalingRule::naive, 0, prior).luck_share));
    auto result = runs.frame();
    result.tables = {table, normal};
    return result;
}

} // namespace opschaling::app
