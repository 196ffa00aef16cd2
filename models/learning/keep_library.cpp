#include "models/learning/keep_library.hpp"

#include "models/learning/context_cell.hpp"
#include "models/learning/evidence.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace opschaling::models {

namespace {

struct Ranked {
    LibraryEntry entry;
    std::uint32_t key;
};

/// All variants that were heard of, for each type of wijk in which they were used.
std::vector<Ranked> heard_of(Turn const& turn) {
    auto const& parameters = turn.parameters.learning;
    auto const& typology = typology_of(turn, Holder::klp());
    double const effect = status_effect_of(turn, Holder::klp());
    auto const& rows = turn.state.learning.evidence;
    std::vector<Ranked> heard;
    for (std::size_t i = 0; i < rows.size();) {
        auto const variant = rows[i].variant;
        auto const module = rows[i].module;
        std::map<std::uint8_t, Sums> by_type;
        for (; i < rows.size() && rows[i].module == module && rows[i].variant == variant; ++i) {
            if (rows[i].published != 0) {
                by_type[typology.type_of_cell[rows[i].cell]].add(rows[i], effect);
            }
        }
        for (auto const& [type, seen] : by_type) {
            double const value = parameters.prior_mean +
                                 seen.value() / (seen.precision() + parameters.prior_precision);
            heard.push_back({.entry = {.variant = variant,
                                       .module = module,
                                       .type = type,
                                       .codified = static_cast<float>(
                                           turn.parameters.aanpak.codified[module].value()),
                                       .value = static_cast<float>(value)},
                             .key = turn.repertoire.key(module, variant)});
        }
    }
    std::ranges::sort(heard, [](Ranked const& a, Ranked const& b) {
        return std::tuple{a.entry.module, a.entry.type, -a.entry.value, a.key} <
               std::tuple{b.entry.module, b.entry.type, -b.entry.value, b.key};
    });
    return heard;
}

/// Drops what lies beyond the best of each module and type.
void keep_the_best(std::vector<Ranked>& heard, std::size_t most) {
    std::size_t kept{0};
    std::size_t in_group{0};
    for (std::size_t i = 0; i < heard.size(); ++i) {
        bool const same = i > 0 && heard[i].entry.module == heard[i - 1].entry.module &&
                          heard[i].entry.type == heard[i - 1].entry.type;
        in_group = same ? in_group + 1 : 0;
        if (in_group < most) {
            heard[kept++] = heard[i];
        }
    }
    heard.resize(kept);
}

} // namespace

void keep_library(Turn& turn) {
    auto const& parameters = turn.parameters.learning;
    auto& library = turn.state.learning.library;
    if (exchange_now(turn) <= 0.0) {
        library.clear();
        return;
    }
    auto heard = heard_of(turn);
    keep_the_best(heard, static_cast<std::size_t>(parameters.library_size));
    std::map<std::tuple<std::uint8_t, Variant>, float> written;
    for (auto const& entry : library) {
        auto& most = written[{entry.module, entry.variant}];
        most = std::max(most, entry.codified);
    }
    std::vector<std::size_t> order(heard.size());
    for (std::size_t i = 0; i < heard.size(); ++i) {
        order[i] = i;
        auto const found = written.find({heard[i].entry.module, heard[i].entry.variant});
        if (found != written.end()) {
            heard[i].entry.codified = found->second;
        }
    }
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
        return std::tuple{-heard[a].entry.value, heard[a].key, heard[a].entry.type} <
               std::tuple{-heard[b].entry.value, heard[b].key, heard[b].entry.type};
    });
    double const staff = parameters.curators * turn.world.share_of_country;
    auto const kept = static_cast<std::size_t>(staff / parameters.curation_work);
    auto const decayed = static_cast<float>(std::exp(-sim::per_year(parameters.library_decay)));
    auto const more = static_cast<float>(sim::per_year(parameters.codifying) * parameters.curators /
                                         static_cast<double>(modules));
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        auto& codified = heard[order[rank]].entry.codified;
        codified = rank < kept ? std::min(1.0F, codified + more) : codified * decayed;
    }
    library.clear();
    for (auto const& one : heard) {
        library.push_back(one.entry);
    }
}

Donors donors_for(Turn const& turn, WijkId wijk) {
    auto const& library = turn.state.learning.library;
    auto const type =
        typology_of(turn, Holder::klp()).type_of_cell[cell_of(turn.world.geography.context[wijk])];
    Donors for_type;
    Donors all;
    // In an order that does not depend on how places are stored: by value, then by key.
    for (auto const& entry : library) {
        all[entry.module].push_back(entry.variant);
        if (entry.type == type) {
            for_type[entry.module].push_back(entry.variant);
        }
    }
    for (std::size_t module = 0; module < modules; ++module) {
        if (for_type[module].empty()) {
            for_type[module] = std::move(all[module]);
        }
    }
    return for_type;
}

double readable(Turn const& turn, std::size_t module, Variant variant) {
    auto part = static_cast<float>(turn.parameters.aanpak.codified[module].value());
    bool found{false};
    for (auto const& entry : turn.state.learning.library) {
        if (entry.module == module && entry.variant == variant) {
            part = found ? std::max(part, entry.codified) : entry.codified;
            found = true;
        }
    }
    return static_cast<double>(part);
}

} // namespace opschaling::models
