#include "app/effects/precision_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace opschaling::app {

namespace {

using analysis::BothLanguages;

constexpr double none{std::numeric_limits<double>::quiet_NaN()};
constexpr double percent{100.0};

analysis::EffectRow row_of(std::string key, BothLanguages label, double value) {
    return {.key = std::move(key),
            .label = std::move(label),
            .value = value,
            .low = none,
            .high = none};
}

/// "10 % of the sum of parts", in words.
BothLanguages asked_in_words(scenarios::Precision const& precision, Watched const& watched) {
    if (precision.relative == 0.0) {
        return {fmt::format("{:g}", precision.absolute), fmt::format("{:g}", precision.absolute)};
    }
    auto const share = fmt::format("{:g} %", percent * precision.relative);
    BothLanguages words{fmt::format("{} van {}", share, watched.of.nl),
                        fmt::format("{} of {}", share, watched.of.en)};
    if (precision.absolute > 0.0) {
        words.nl += fmt::format(", of {:g} als dat meer is", precision.absolute);
        words.en += fmt::format(", or {:g} where that is more", precision.absolute);
    }
    std::ranges::replace(words.nl, '.', ',');
    return words;
}

/// One sentence on why it ended there.
BothLanguages sentence_of(scenarios::Study const& study, std::uint32_t replications,
                          std::vector<Watched> const& watched) {
    BothLanguages const caution{
        "een smal interval zegt hoe vaak er gerekend is, niet of het model klopt.",
        "a narrow interval tells how often it was computed, not whether the model is right."};
    auto const with = [&](std::string const& nl, std::string const& en) {
        return BothLanguages{nl + "; " + caution.nl, en + "; " + caution.en};
    };
    switch (reason_for(study, watched)) {
    case StopReason::asked:
        return with(
            fmt::format("Er is {} keer herhaald omdat de studie dat vraagt", replications),
            fmt::format("{} replications were run since the study asks for so many", replications));
    case StopReason::most:
        return with(fmt::format("Na {} keer herhalen is gestopt omdat het er niet meer mochten "
                                "zijn; niet elk interval is zo smal als gevraagd",
                                replications),
                    fmt::format("After {} replications it ended since no more were allowed; not "
                                "every interval is as narrow as asked",
                                replications));
    case StopReason::precise:
        break;
    }
    auto const asked = asked_in_words(study.precision, watched.front());
    return with(fmt::format("Na {} keer herhalen is gestopt omdat de helft van elk interval "
                            "hieronder hoogstens {} is",
                            replications, asked.nl),
                fmt::format("After {} replications it ended since half of each interval below is "
                            "at most {}",
                            replications, asked.en));
}

} // namespace

analysis::StoppingRule rule_of(scenarios::Study const& study) {
    return {.first = static_cast<std::size_t>(study.replications),
            .most = static_cast<std::size_t>(study.precision.most),
            .part = study.precision.relative,
            .amount = study.precision.absolute};
}

StopReason reason_for(scenarios::Study const& study, std::vector<Watched> const& watched) {
    if (!study.precision.is_asked()) {
        return StopReason::asked;
    }
    auto const rule = rule_of(study);
    bool const all_known = std::ranges::all_of(
        watched, [&](Watched const& figure) { return analysis::is_known(rule, figure.figure); });
    return all_known ? StopReason::precise : StopReason::most;
}

std::string word_for(StopReason reason) {
    switch (reason) {
    case StopReason::asked:
        return "asked";
    case StopReason::precise:
        return "precise";
    case StopReason::most:
        break;
    }
    return "most";
}

analysis::EffectTable precision_table(scenarios::Study const& study, std::uint32_t replications,
                                      std::vector<Watched> const& watched) {
    analysis::EffectTable table{
        .key = "precision",
        .title = {"Hoe vaak herhaald, en waarom niet vaker",
                  "How many replications, and why no more"},
        .sentence = sentence_of(study, replications, watched),
        .unit = {"eigen eenheid", "own unit"},
        .rows = {row_of("replications", {"keer herhaald", "replications"}, replications)}};
    auto const& precision = study.precision;
    if (precision.is_asked()) {
        table.rows.push_back(
            row_of("most", {"ten hoogste toegestaan", "at most allowed"}, precision.most));
    }
    auto const rule = rule_of(study);
    for (auto const& figure : watched) {
        table.rows.push_back(row_of(figure.key + "_half",
                                    {figure.label.nl + ": helft van het interval",
                                     figure.label.en + ": half of the interval"},
                                    figure.figure.interval.half_width()));
        if (precision.is_asked()) {
            table.rows.push_back(row_of(
                figure.key + "_asked",
                {figure.label.nl + ": gevraagd ten hoogste", figure.label.en + ": at most asked"},
                analysis::narrow_enough(rule, figure.figure.size)));
        }
    }
    return table;
}

} // namespace opschaling::app
