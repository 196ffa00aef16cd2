#pragma once

#include <string_view>

namespace opschaling::analysis {

/// The look of the report: one column of readable width, tables that scroll by themselves on a
/// narrow screen, and a plain page on paper.
inline constexpr std::string_view style_sheet{R"css(
:root { --ink: #1d2125; --blue: #0b5a9d; --grey: #4a4f55; --border: #767c83; --soft: #f3f6f9; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: #fff;
  font: 18px/1.55 system-ui, "Segoe UI", "DejaVu Sans", Arial, sans-serif; }
main, header, footer { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2.5rem; }
h1 { font-size: 2.1rem; line-height: 1.2; margin: 0 0 1rem; color: var(--blue); }
h2 { font-size: 1.5rem; line-height: 1.25; margin: 3rem 0 .75rem; color: var(--blue); }
h3 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
p { max-width: 44rem; margin: .6rem 0; }
a { color: var(--blue); }
:focus-visible { outline: 4px solid var(--blue); outline-offset: 2px; }
.banner { max-width: none; border-left: 8px solid #c25100; background: #fff4ea;
  padding: .75rem 1rem; margin: 1rem 0; }
.summary { border: 2px solid var(--blue); border-radius: 8px; padding: .25rem 1.5rem 1rem;
  margin-top: 1.5rem; }
.summary h2 { margin-top: 1rem; }
.summary ol { padding-left: 1.4rem; margin: .5rem 0 1rem; }
.summary li { margin: .8rem 0; }
.finding { font-size: 1.12rem; font-weight: 600; }
.facts { background: var(--soft); border-radius: 8px; padding: .25rem 1.5rem 1rem;
  margin-top: 1.5rem; }
.facts h2 { margin-top: 1rem; }
dl { display: grid; grid-template-columns: minmax(9rem, 15rem) 1fr; gap: .35rem 1.25rem;
  margin: .5rem 0; }
dt { font-weight: 600; }
dd { margin: 0; overflow-wrap: anywhere; }
nav ul { columns: 2; padding-left: 1.2rem; }
figure { margin: 1.5rem 0; break-inside: avoid; }
figcaption { font-weight: 600; font-size: 1.05rem; line-height: 1.35; margin-bottom: .5rem; }
svg { width: 100%; height: auto; display: block; }
.multiples { display: grid; grid-template-columns: repeat(auto-fill, minmax(19rem, 1fr));
  gap: 0 2rem; }
.pairs { display: grid; grid-template-columns: repeat(auto-fill, minmax(26rem, 1fr));
  gap: 0 2.5rem; }
.multiples figcaption, .pairs figcaption { font-size: .95rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; margin: .75rem 0; font-size: .95rem; width: 100%; }
caption { text-align: left; font-weight: 600; padding: .3rem 0; }
th, td { padding: .4rem .7rem; border-bottom: 1px solid #cfd5da; vertical-align: top; }
thead th { border-bottom: 2px solid var(--border); text-align: left; }
tbody th { text-align: left; font-weight: 500; }
.figures td, .figures thead th + th { text-align: right; white-space: nowrap;
  font-variant-numeric: tabular-nums; }
.figures thead th + th { white-space: normal; vertical-align: bottom; }
.words { font-size: .9rem; }
.pairs table { font-size: .8rem; }
.pairs th, .pairs td { padding: .35rem .4rem; }
.pairs .figures td { white-space: normal; }
.words td { overflow-wrap: anywhere; }
summary { cursor: pointer; color: var(--blue); padding: .5rem 0; font-weight: 600; }
.note { font-size: .95rem; color: var(--grey); }
pre { font-size: .8rem; line-height: 1.4; background: var(--soft); padding: 1rem;
  overflow: auto; max-height: 40rem; border-radius: 8px; }
footer { padding: 3rem 1.25rem; color: var(--grey); font-size: .9rem; }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; } nav ul { columns: 1; }
  .pairs, .multiples { grid-template-columns: 1fr; } }
@media print {
  @page { size: A4; margin: 16mm; }
  body { font-size: 10.5pt; }
  h2 { break-after: avoid; }
  .summary, .facts { break-inside: avoid; }
  nav, .note a { display: none; }
  pre { max-height: none; white-space: pre-wrap; }
  a { color: inherit; text-decoration: none; }
}
)css"};

} // namespace opschaling::analysis
