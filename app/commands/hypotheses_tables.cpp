#include "app/commands/hypotheses.hpp"
#include "app/commands/text_table.hpp"
#include "app/language/hypothesis_phrases.hpp"
#include "app/language/judgement_names.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace opschaling::app {

namespace {

using analysis::Finding;
using analysis::Language;
using analysis::Verdict;
using scenarios::HypothesisRole;
using Row = std::vector<std::string>;

class Printer {
public:
    Printer(bool markdown, Language language) : markdown_{markdown}, language_{language} {}

    [[nodiscard]] std::string in(HypothesisPhrase words) const {
        return std::string{phrase(words, language_)};
    }

    [[nodiscard]] Language language() const { return language_; }

    [[nodiscard]] bool dutch() const { return language_ == Language::dutch; }

    [[nodiscard]] std::string table(std::vector<Row> const& rows) const {
        return rows_text(rows, markdown_);
    }

    [[nodiscard]] std::string word(Verdict verdict, bool has_tests) const {
        switch (verdict) {
        case Verdict::met:
            return in(HypothesisPhrase::verdict_met);
        case Verdict::met_in_part:
            return in(HypothesisPhrase::verdict_met_in_part);
        case Verdict::missed:
            return in(HypothesisPhrase::verdict_missed);
        case Verdict::inconclusive:
            return in(HypothesisPhrase::verdict_inconclusive);
        case Verdict::not_measured:
            break;
        }
        return in(has_tests ? HypothesisPhrase::verdict_tested
                            : HypothesisPhrase::verdict_not_measured);
    }

    [[nodiscard]] std::string word(Finding finding) const {
        switch (finding) {
        case Finding::holds:
            return in(HypothesisPhrase::finding_holds);
        case Finding::fails:
            return in(HypothesisPhrase::finding_fails);
        case Finding::uncertain:
            break;
        }
        return in(HypothesisPhrase::finding_uncertain);
    }

    [[nodiscard]] std::string word(HypothesisRole role) const {
        switch (role) {
        case HypothesisRole::claim:
            return in(HypothesisPhrase::role_claim);
        case HypothesisRole::null:
            return in(HypothesisPhrase::role_null);
        case HypothesisRole::reversal:
            break;
        }
        return in(HypothesisPhrase::role_reversal);
    }

private:
    bool markdown_;
    Language language_;
};

std::string figure(double value) {
    if (!std::isfinite(value)) {
        return "-";
    }
    return std::abs(value) >= 1000.0 ? fmt::format("{:.0f}", value) : fmt::format("{:.3g}", value);
}

std::string range(std::optional<analysis::Interval> const& interval) {
    return interval && std::isfinite(interval->low)
               ? fmt::format("{} - {}", figure(interval->low), figure(interval->high))
               : "-";
}

std::string robust(std::vector<PartResult> const& parts) {
    double least{2.0};
    for (auto const& part : parts) {
        least = part.robust ? std::min(least, *part.robust) : least;
    }
    return least > 1.0 ? "-" : fmt::format("{:.0f} %", 100.0 * least);
}

/// "holds, holds" of the parts of a role.
std::string findings(Printer const& print, std::vector<PartResult> const& parts,
                     HypothesisRole role) {
    Row words;
    for (auto const& part : parts) {
        if (part.role == role) {
            words.push_back(print.word(part.judged.finding));
        }
    }
    return words.empty() ? "-" : fmt::format("{}", fmt::join(words, ", "));
}

std::vector<Row> verdict_rows(Printer const& print, HypothesesResult const& result) {
    std::vector<Row> rows{{"", print.in(HypothesisPhrase::hypothesis_claim),
                           print.in(HypothesisPhrase::hypothesis_source),
                           print.in(HypothesisPhrase::hypothesis_verdict), "p (Holm)",
                           print.in(HypothesisPhrase::role_null),
                           print.in(HypothesisPhrase::role_reversal),
                           print.in(HypothesisPhrase::hypothesis_robust)}};
    for (auto const& hypothesis : result.hypotheses) {
        bool const is_measured = hypothesis.verdict != Verdict::not_measured;
        rows.push_back({hypothesis.id, print.dutch() ? hypothesis.claim_nl : hypothesis.claim_en,
                        hypothesis.source.empty() ? "-" : hypothesis.source,
                        print.word(hypothesis.verdict, !hypothesis.tests.empty()),
                        is_measured ? fmt::format("{:.2g}", hypothesis.p) : "-",
                        findings(print, hypothesis.parts, HypothesisRole::null),
                        findings(print, hypothesis.parts, HypothesisRole::reversal),
                        robust(hypothesis.parts)});
    }
    return rows;
}

std::vector<Row> part_rows(Printer const& print, HypothesesResult const& result) {
    std::vector<Row> rows{{"", print.in(HypothesisPhrase::hypothesis_part),
                           print.in(HypothesisPhrase::hypothesis_says),
                           print.in(HypothesisPhrase::hypothesis_value), "95 %", "R",
                           print.in(HypothesisPhrase::hypothesis_finding),
                           print.in(HypothesisPhrase::hypothesis_robust)}};
    for (auto const& hypothesis : result.hypotheses) {
        for (auto const& part : hypothesis.parts) {
            rows.push_back({hypothesis.id, print.word(part.role), part.says,
                            figure(part.judged.value), range(part.judged.interval),
                            fmt::format("{}", part.replications), print.word(part.judged.finding),
                            part.robust ? fmt::format("{:.0f} %", 100.0 * *part.robust) : "-"});
        }
    }
    return rows;
}

/// Everything that is not met, one line each, with what is not measured and why.
std::string failures(Printer const& print, HypothesesResult const& result) {
    std::string text;
    for (auto const& hypothesis : result.hypotheses) {
        for (auto const& part : hypothesis.parts) {
            if (part.judged.finding != Finding::holds) {
                text += fmt::format("- {} ({}): {}: {}\n", hypothesis.id, print.word(part.role),
                                    part.says, print.word(part.judged.finding));
            }
        }
        if (!hypothesis.note.empty()) {
            text += fmt::format("- {}: {}\n", hypothesis.id, hypothesis.note);
        }
    }
    return text;
}

std::vector<Row> sensitivity_rows(Printer const& print, HypothesesResult const& result) {
    std::vector<Row> rows{{print.in(HypothesisPhrase::hypothesis_parameter)}};
    for (auto const& measure : result.sensitivity) {
        rows.front().push_back(measure.says);
        for (std::size_t i = 0; i < measure.parameters.size(); ++i) {
            auto const& parameter = measure.parameters[i];
            if (rows.size() < i + 2) {
                rows.push_back({judgement_name(parameter.path, print.language())});
            }
            rows[i + 1].push_back(fmt::format("{} ({}; {})", figure(parameter.size),
                                              figure(parameter.mean), figure(parameter.spread)));
        }
    }
    return rows;
}

std::string tested(HypothesesResult const& result) {
    std::string text;
    for (auto const& hypothesis : result.hypotheses) {
        for (auto const& test : hypothesis.tests) {
            text += fmt::format("- {}: {}\n", hypothesis.id, test);
        }
    }
    return text;
}

} // namespace

std::string hypotheses_tables(HypothesesResult const& result, bool markdown, Language language) {
    Printer const print{markdown, language};
    auto const section = [&](HypothesisPhrase title, std::string const& body) {
        return body.empty() ? std::string{} : fmt::format("\n{}\n\n{}", print.in(title), body);
    };
    return fmt::format(
               fmt::runtime(phrase(HypothesisPhrase::hypotheses_head, language)),
               fmt::arg("name", result.name), fmt::arg("count", result.hypotheses.size()),
               fmt::arg("runs", result.runs), fmt::arg("points", result.points),
               fmt::arg("uncertain", fmt::format("{}", fmt::join(result.uncertain, ", ")))) +
           "\n\n" + print.table(verdict_rows(print, result)) +
           section(HypothesisPhrase::hypotheses_parts, print.table(part_rows(print, result))) +
           (result.sensitivity.empty() ? std::string{}
                                       : section(HypothesisPhrase::hypotheses_sensitivity,
                                                 print.table(sensitivity_rows(print, result)))) +
           section(HypothesisPhrase::hypotheses_failed, failures(print, result)) +
           section(HypothesisPhrase::hypotheses_tests, tested(result));
}

} // namespace opschaling::app
