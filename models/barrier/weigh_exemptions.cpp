#include "models/barrier/weigh_exemptions.hpp"

#include "models/barrier/barriers.hpp"
#include "models/world/streams.hpp"
#include "sim/random/distributions.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace opschaling::models {

namespace {

constexpr double quarters_per_year{4.0};

std::int32_t wijken_of(Turn const& turn, Project const& project) {
    auto const site = sim::id_at<WijkId>(project.wijk);
    return static_cast<std::int32_t>(turn.world.geography.sites.wijken(site).size());
}

void count_users(Turn& turn) {
    auto& users = turn.state.exemptions.users;
    users.fill(0);
    for (auto const& project : turn.state.projects) {
        if (!project.active()) {
            continue;
        }
        for (std::size_t b = 0; b < barriers; ++b) {
            users[b] += is_exempt(turn, project, b) ? wijken_of(turn, project) : 0;
        }
    }
}

void revoke(Turn& turn, std::size_t barrier, int now) {
    auto& exemptions = turn.state.exemptions;
    for (auto& project : turn.state.projects) {
        if (!project.active() || !is_exempt(turn, project, barrier)) {
            continue;
        }
        if (project.stall == StallCause::none) {
            project.stall = cause_of(barrier);
            project.paused = 0;
            ++turn.state.stalls[static_cast<std::size_t>(project.stall)];
        }
        auto const site = sim::id_at<WijkId>(project.wijk);
        for (auto const wijk : turn.world.geography.sites.wijken(site)) {
            auto& trust = turn.state.wijken.trust[wijk];
            trust =
                std::max(0.0F, trust - static_cast<float>(turn.parameters.exemption.trust_lost));
            ++exemptions.revocations;
        }
    }
    exemptions.revoked[barrier] = static_cast<std::uint16_t>(now + 1);
    exemptions.users[barrier] = 0;
}

} // namespace

double legitimacy_of(ExemptionParameters const& parameters, double years, double part_exempt) {
    return parameters.legitimacy_start.value() *
           std::exp(-sim::per_year(parameters.legitimacy_decay) * years -
                    part_exempt / parameters.legitimacy_scale.value());
}

double acceptance_of(ExemptionParameters const& parameters, double part_exempt, double legitimacy) {
    double const perceived = part_exempt * parameters.visibility * (1.0 - legitimacy);
    if (perceived <= 0.0) {
        return 1.0;
    }
    double const z =
        std::log(perceived / parameters.threshold_median) / parameters.threshold_spread;
    return 0.5 * std::erfc(z / std::numbers::sqrt2);
}

void weigh_exemptions(Turn& turn, sim::Quarter quarter) {
    auto const& parameters = turn.parameters.exemption;
    auto& exemptions = turn.state.exemptions;
    int const now = quarter.index();
    count_users(turn);
    for (std::size_t b = 0; b < barriers; ++b) {
        exemptions.legitimacy[b] = 1.0F;
        exemptions.acceptance[b] = 1.0F;
        if (exemptions.users[b] == 0) {
            continue;
        }
        if (exemptions.since[b] == 0) {
            exemptions.since[b] = static_cast<std::uint16_t>(now + 1);
        }
        double const years = (now + 1 - exemptions.since[b]) / quarters_per_year;
        double const part = exemptions.users[b] / static_cast<double>(turn.world.wijken());
        double const legitimacy = legitimacy_of(parameters, years, part);
        double const acceptance = acceptance_of(parameters, part, legitimacy);
        exemptions.legitimacy[b] = static_cast<float>(legitimacy);
        exemptions.acceptance[b] = static_cast<float>(acceptance);
        double const hazard =
            sim::per_year(parameters.revocation) * (1.0 - acceptance) / quarters_per_year;
        sim::Dice dice{turn.seed, stream::revocation, static_cast<std::uint32_t>(b),
                       static_cast<std::uint32_t>(now)};
        if (dice.lands_below(-std::expm1(-hazard))) {
            revoke(turn, b, now);
        }
    }
}

} // namespace opschaling::models
