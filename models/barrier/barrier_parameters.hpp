#pragma once

#include "sim/parameters/declaration.hpp"

#include <array>
#include <cstddef>

namespace opschaling::models {

/// What stands in the way of a wijkaanpak: the right to stay on gas, framework contracts, permits
/// and heritage, no backing by council and board, the unprofitable part of the business case,
/// tendering with social return, sharing of data, the order of the heat market, and how a VvE
/// decides.
inline constexpr std::size_t barriers{9};

/// Prevalence, severity and the part that an exemption takes away: a row of the table.
using BarrierRow = std::array<double, 3>;

/// The barriers, one line each (model.md 1.10 and 1.16).
struct BarrierParameters {
    BarrierRow gas_right;
    BarrierRow framework_contracts;
    BarrierRow permits;
    BarrierRow backing;
    BarrierRow unprofitable_part;
    BarrierRow tendering;
    BarrierRow data_sharing;
    BarrierRow heat_market_order;
    BarrierRow vve_rule;
    sim::Share exemptions;
    bool contracts_end;
    std::array<sim::Duration, 2> contract_term;
};

} // namespace opschaling::models

template <>
struct opschaling::sim::ParameterSheet<opschaling::models::BarrierParameters> {
    using Barrier = models::BarrierParameters;
    static constexpr std::string_view name{"barrier"};

    template <typename Each>
    static constexpr void lines(Each const& each) {
        each(&Barrier::gas_right, "gas_right", "1", 0, 10,
             "Right to stay on gas: part of the wijken with it (for a warmtenet alone), what "
             "it adds to the base hazard of a stall (s_b), part that an exemption takes away");
        each(&Barrier::framework_contracts, "framework_contracts", "1", 0, 10,
             "Framework contracts of a gemeente that shut others out: the same three");
        each(&Barrier::permits, "permits", "1", 0, 10, "Permits and heritage: the same three");
        each(&Barrier::backing, "backing", "1", 0, 10,
             "No backing by council and board, in a gemeente: the same three");
        each(&Barrier::unprofitable_part, "unprofitable_part", "1", 0, 10,
             "Unprofitable part of the business case, which money relieves: the same three");
        each(&Barrier::tendering, "tendering", "1", 0, 10,
             "Tendering with social return, in a gemeente: the same three");
        each(&Barrier::data_sharing, "data_sharing", "1", 0, 10,
             "Privacy and sharing of data, in a gemeente: the same three");
        each(&Barrier::heat_market_order, "heat_market_order", "1", 0, 10,
             "Order of the heat market by law, for a warmtenet alone: the same three");
        each(&Barrier::vve_rule, "vve_rule", "1", 0, 10,
             "How a VvE decides; the first times the part of the homes in a VvE: the same "
             "three");
        each(&Barrier::exemptions, "exemptions", "1", 0, 1,
             "Part of what can be exempted that is; 0: nobody is exempt from anything");
        each(&Barrier::contracts_end, "contracts_end", "1", 0, 1,
             "Whether framework contracts end, so that a project can be part of the next one");
        each(&Barrier::contract_term, "contract_term", "year", 0.25, 30,
             "Shortest and longest term of framework contracts");
    }
};
