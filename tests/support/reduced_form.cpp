#include "tests/support/reduced_form.hpp"

#include <algorithm>
#include <cmath>

namespace opschaling::tests {

namespace {

std::uint64_t mixed(std::uint64_t z) {
    z += 0x9E3779B97F4A7C15ULL;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
}

/// The lots of the published figures: uniform and normal by seed, purpose and up to three numbers.
double uniform(std::uint64_t seed, std::uint64_t what, std::uint64_t a = 0, std::uint64_t b = 0,
               std::uint64_t c = 0) {
    auto const word = mixed(mixed(mixed(mixed(mixed(seed) ^ what) ^ a) ^ b) ^ c);
    return (static_cast<double>(word >> 11U) + 0.5) / 9007199254740992.0;
}

double normal(std::uint64_t seed, std::uint64_t what, std::uint64_t a = 0, std::uint64_t b = 0,
              std::uint64_t c = 0) {
    return std::sqrt(-2.0 * std::log(uniform(seed, what, a, b, c))) *
           std::cos(6.283185307179586 * uniform(seed + 77777, what, a, b, c));
}

double logistic(double x) {
    return 1.0 / (1.0 + std::exp(-x));
}

double logit(double p) {
    return std::log(p / (1.0 - p));
}

constexpr std::size_t module_count{12};
constexpr std::size_t dimensions{6};
using Place = std::array<double, dimensions>;

struct Variant {
    Place designed_for{};
    std::uint64_t id{0};
};

using Bundle = std::array<Variant, module_count>;

/// Twelve modules of three kinds that fit a place by how near it is to where they were made.
struct ModuleWorld {
    std::uint64_t seed;
    double scale;
    std::uint64_t next_id{1};

    static constexpr double coupling{0.5};

    [[nodiscard]] static double sensitivity(std::size_t m) {
        return m < 5 ? 0.05 : m < 9 ? 1.0 : 0.3;
    }

    [[nodiscard]] static double oddity(std::size_t m) { return m < 5 ? 0.1 : m < 9 ? 0.2 : 0.9; }

    [[nodiscard]] Place place(std::uint64_t wijk) const {
        Place at{};
        for (std::size_t k = 0; k < dimensions; ++k) {
            at[k] = scale * normal(seed, 10, wijk, k);
        }
        return at;
    }

    [[nodiscard]] double module(Bundle const& bundle, std::size_t m, std::uint64_t wijk,
                                Place const& at) const {
        static constexpr Place technical{.25, .30, .15, .05, .05, .20};
        static constexpr Place social{.05, .05, .20, .25, .40, .05};
        auto const& weights = m % 2 == 1 ? social : technical;
        double far{0.0};
        for (std::size_t k = 0; k < dimensions; ++k) {
            double const apart = at[k] - bundle[m].designed_for[k];
            far += weights[k] * apart * apart;
        }
        double fit = 0.8 - 0.5 * sensitivity(m) * far +
                     oddity(m) * normal(seed, 20, m, bundle[m].id, wijk) +
                     0.15 * normal(seed, 21, m, bundle[m].id);
        for (std::size_t other = 0; other < module_count; ++other) {
            if (other != m) {
                auto const low = std::min(m, other);
                auto const high = std::max(m, other);
                fit += coupling / std::sqrt(module_count - 1.0) *
                       normal(seed, 22 + low * 1000 + high, bundle[low].id, bundle[high].id);
            }
        }
        return fit;
    }

    [[nodiscard]] double fit(Bundle const& bundle, std::uint64_t wijk) const {
        auto const at = place(wijk);
        double inverse{0.0};
        for (std::size_t m = 0; m < module_count; ++m) {
            inverse += 1.0 / logistic(module(bundle, m, wijk, at)) / module_count;
        }
        return 1.0 / inverse;
    }

    Variant made_near(Place const& at) {
        Variant variant{.designed_for = {}, .id = next_id++};
        for (std::size_t k = 0; k < dimensions; ++k) {
            variant.designed_for[k] = at[k] + 0.5 * normal(seed, 30, variant.id, k);
        }
        return variant;
    }

    Bundle made_for(std::uint64_t wijk, int rounds) {
        auto const at = place(wijk);
        Bundle bundle{};
        for (auto& variant : bundle) {
            variant = made_near(at);
        }
        double best = fit(bundle, wijk);
        for (int round = 0; round < rounds; ++round) {
            for (std::size_t m = 0; m < module_count; ++m) {
                auto other = bundle;
                other[m] = made_near(at);
                double const promise = fit(other, wijk);
                if (promise > best) {
                    best = promise;
                    bundle = other;
                }
            }
        }
        return bundle;
    }
};

constexpr std::size_t switches{7};
constexpr std::uint32_t candidates{400};
constexpr std::uint32_t targets{300};
constexpr std::uint32_t teams{60};

} // namespace

double ReducedWorld::homes(std::size_t wijk) const {
    return differ ? 600.0 + 1200.0 * uniform(seed, 1, wijk) : 1000.0;
}

double ReducedWorld::appetite(std::size_t wijk) const {
    return -0.5 + (differ ? 0.8 * normal(seed, 2, wijk) : 0.0);
}

double ReducedWorld::homes_done(std::vector<std::uint8_t> const& takes_part) const {
    std::vector<double> size(wijken);
    std::vector<double> taste(wijken);
    std::vector<double> done(wijken, 0.0);
    double all{0.0};
    for (std::size_t i = 0; i < wijken; ++i) {
        size[i] = homes(i);
        taste[i] = appetite(i);
        all += size[i];
    }
    double ever{installed};
    std::vector<double> asked(wijken);
    for (int quarter = 0; quarter < 60; ++quarter) {
        double seen{0.0};
        for (std::size_t i = 0; i < wijken; ++i) {
            seen += size[i] * done[i];
        }
        seen /= all;
        double const cost = std::pow(ever / installed, -experience);
        double together{0.0};
        for (std::size_t i = 0; i < wijken; ++i) {
            asked[i] = takes_part[i] != 0
                           ? size[i] * 0.05 *
                                 logistic(taste[i] + contagion * seen + 2.0 * (1.0 - cost)) *
                                 (1.0 - done[i])
                           : 0.0;
            together += asked[i];
        }
        double const granted = together > capacity ? capacity / together : 1.0;
        for (std::size_t i = 0; i < wijken; ++i) {
            done[i] += granted * asked[i] / size[i];
            ever += granted * asked[i];
        }
    }
    double result{0.0};
    for (std::size_t i = 0; i < wijken; ++i) {
        result += size[i] * done[i];
    }
    return result;
}

std::vector<double> bias_worths(ReducedPilots const& p, std::uint64_t seed) {
    ModuleWorld world{.seed = seed, .scale = p.context_scale};
    auto const trust = [&](std::uint64_t wijk) { return p.trust_spread * normal(seed, 40, wijk); };

    struct Applicant {
        double score;
        std::uint32_t wijk;
    };

    std::vector<Applicant> applicants;
    for (std::uint32_t wijk = 0; wijk < candidates; ++wijk) {
        double const unit = p.trust_spread > 0.0 ? p.trust_spread : 1.0;
        applicants.push_back(
            {p.selection * trust(wijk) / unit - std::log(-std::log(uniform(seed, 41, wijk))),
             wijk});
    }
    std::ranges::stable_sort(applicants, std::ranges::greater{}, &Applicant::score);
    std::vector<double> pool;
    for (std::uint32_t team = 0; team < teams; ++team) {
        pool.push_back(p.team_spread * normal(seed, 42, team));
    }
    auto ranked = pool;
    std::ranges::sort(ranked, std::ranges::greater{});

    constexpr double base{-2.2};
    Bundle best{};
    double most{-1.0};
    std::uint32_t site{0};
    double skill{0.0};
    double luck{0.0};
    for (std::uint32_t j = 0; j < p.pilots; ++j) {
        auto const wijk = applicants[j].wijk;
        auto const bundle = world.made_for(wijk, 2);
        double const lucky = p.luck_spread * normal(seed, 43, wijk);
        double const shown = logistic(base + logit(world.fit(bundle, wijk)) + trust(wijk) +
                                      p.resources + p.exemption + ranked[j] + lucky);
        if (shown > most) {
            most = shown;
            best = bundle;
            site = wijk;
            skill = ranked[j];
            luck = lucky;
        }
    }
    double const fit_at_site = logit(world.fit(best, site));

    struct Target {
        double fit;
        double trust;
        double skill;
        double luck;
    };

    std::vector<Target> rollout;
    for (std::uint32_t i = 0; i < targets; ++i) {
        auto const wijk = candidates + i;
        rollout.push_back({logit(world.fit(best, wijk)), trust(wijk),
                           pool[static_cast<std::size_t>(uniform(seed, 44, wijk) * teams)],
                           p.luck_spread * normal(seed, 45, wijk)});
    }
    std::vector<double> worths(std::size_t{1} << switches);
    for (std::size_t c = 0; c < worths.size(); ++c) {
        auto const as_pilot = [c](Bias bias) {
            return ((c >> static_cast<unsigned>(bias)) & 1U) != 0;
        };
        double sum{0.0};
        for (auto const& target : rollout) {
            sum += logistic(base + (as_pilot(Bias::context) ? fit_at_site : target.fit) +
                            (as_pilot(Bias::selection) ? trust(site) : target.trust) +
                            (as_pilot(Bias::resources) ? p.resources : 0.0) +
                            (as_pilot(Bias::exemption) ? p.exemption : 0.0) +
                            (as_pilot(Bias::executor) ? skill : target.skill) +
                            (as_pilot(Bias::luck) ? luck : target.luck));
        }
        double const mean = sum / targets;
        worths[c] =
            as_pilot(Bias::equilibrium) ? mean : p.capacity * (1.0 - std::exp(-mean / p.capacity));
    }
    return worths;
}

} // namespace opschaling::tests
