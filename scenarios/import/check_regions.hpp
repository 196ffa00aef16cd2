#pragma once

#include "scenarios/import/read_regions.hpp"

namespace opschaling::scenarios {

/// GM and four digits, WK and two letters or digits more, BU and four more: Amsterdam's
/// BU0363AA01 is right.
void check_code_shape(Region const& region, ImportFindings& findings);

/// Each code once; every buurt in a wijk and every wijk in a gemeente that the file has, and none
/// of them empty; households of the buurten adding up to those of their wijk as far as rounding
/// allows. A file that was cut off fails here even when its last line is whole.
void check_regions(Regions const& regions, Layout const& layout, bool whole,
                   ImportFindings& findings);

/// Households of the buurten add up to those of their wijk as far as rounding allows: what is
/// further away lacks a row. Only where every figure could be read.
void check_sums(Regions const& regions, ImportFindings& findings);

} // namespace opschaling::scenarios
