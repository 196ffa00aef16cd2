#pragma once

#include "sim/random/dice.hpp"

namespace opschaling::models::stream {

/// Every decision's own dice. A number is given once and never used again, so that a new decision
/// shifts no other. Numbers below 100 belong to the building of a world.
inline constexpr sim::Stream household{100};         // home, moves so far
inline constexpr sim::Stream threshold{101};         // home, moves so far
inline constexpr sim::Stream first_heating{102};     // home
inline constexpr sim::Stream heater_life{103};       // home, quarter
inline constexpr sim::Stream next_move{104};         // home, moves so far
inline constexpr sim::Stream next_renovation{105};   // home, quarter
inline constexpr sim::Stream heating_choice{106};    // home, quarter
inline constexpr sim::Stream complex_moment{107};    // first home of the straat, quarter
inline constexpr sim::Stream complex_vote{108};      // home, quarter
inline constexpr sim::Stream vve_procedure{109};     // first home of the straat, quarter
inline constexpr sim::Stream installation_lot{110};  // home, quarter of asking
inline constexpr sim::Stream wijk_start{112};        // wijk
inline constexpr sim::Stream wijk_barriers{113};     // wijk
inline constexpr sim::Stream gemeente_barriers{114}; // gemeente
inline constexpr sim::Stream variant_quality{115};   // module and variant
inline constexpr sim::Stream variant_context{116};   // module and variant
inline constexpr sim::Stream variant_coupling{117};  // pair of variants
inline constexpr sim::Stream variant_in_wijk{118};   // wijk, module and variant
inline constexpr sim::Stream repertoire{119};        // gemeente, module
inline constexpr sim::Stream application{120};       // gemeente, round
inline constexpr sim::Stream selection{121};         // gemeente, round
inline constexpr sim::Stream adoption{122};          // gemeente, quarter
inline constexpr sim::Stream adoption_lot{123};      // gemeente, quarter
inline constexpr sim::Stream copying{124};           // wijk, attempt
inline constexpr sim::Stream swapping{125};          // wijk, attempt
inline constexpr sim::Stream local_decision{126};    // wijk, attempt
inline constexpr sim::Stream luck{127};              // wijk, attempt
inline constexpr sim::Stream stall{128};             // wijk, quarter
inline constexpr sim::Stream resume{129};            // wijk, quarter
inline constexpr sim::Stream team{130};              // wijk
inline constexpr sim::Stream law_stage{131};         // rule, stage
inline constexpr sim::Stream try_out{132};           // wijk, module and variant
inline constexpr sim::Stream insulation_choice{133}; // home, quarter
inline constexpr sim::Stream renovation_opens{134};  // home, quarter
inline constexpr sim::Stream car_and_roof{140};      // home
inline constexpr sim::Stream asset_spare{141};       // first home of the asset, level
inline constexpr sim::Stream imposed_wijk{142};      // wijk
inline constexpr sim::Stream made_quality{150};      // module and variant
inline constexpr sim::Stream made_context{151};      // module and variant
inline constexpr sim::Stream made_coupling{152};     // pair of variants
inline constexpr sim::Stream made_technology{153};   // variant
inline constexpr sim::Stream signal{154};            // wijk, quarter
inline constexpr sim::Stream relevance_pairs{155};   // gemeente, year
inline constexpr sim::Stream publication{156};       // wijk
inline constexpr sim::Stream anchoring{157};         // wijk
inline constexpr sim::Stream forgetting{158};        // gemeente, year
inline constexpr sim::Stream barrier_signal{159};    // wijk, quarter
inline constexpr sim::Stream verification{160};      // gemeente, year
inline constexpr sim::Stream quality_sample{161};    // wijk, year
inline constexpr sim::Stream assigned_start{190};    // wijk
inline constexpr sim::Stream assigned_team{191};     // wijk
inline constexpr sim::Stream assigned_lot{192};      // wijk
inline constexpr sim::Stream assigned_pilot{193};    // wijk
inline constexpr sim::Stream core_team{180};         // wijk, quarter
inline constexpr sim::Stream joint_vision{181};      // gemeente
inline constexpr sim::Stream ambition{182};          // gemeente
inline constexpr sim::Stream wijk_choice{183};       // wijk
inline constexpr sim::Stream team_member{184};       // wijk
inline constexpr sim::Stream pilot_site{185};        // wijk, round
inline constexpr sim::Stream proposal{187};          // wijk
inline constexpr sim::Stream peer_threshold{186};    // gemeente
inline constexpr sim::Stream contract_term{200};     // gemeente
inline constexpr sim::Stream exemption_lot{201};     // wijk
inline constexpr sim::Stream revocation{202};        // barrier, quarter
inline constexpr sim::Stream loss_threshold{203};    // branch and company
inline constexpr sim::Stream rule_vote{204};         // rule, quarter
inline constexpr sim::Stream copying_elsewhere{205}; // gemeente, year
inline constexpr sim::Stream other_works{210};       // wijk, type
inline constexpr sim::Stream coupling{211};          // wijk, number of the work

} // namespace opschaling::models::stream
