#include "report/sections.h"

namespace tacq::report {

// The colours of the window's two themes.
const char* styleSheet() {
    return R"(
:root { color-scheme: light dark; --page: #F4F5F7; --card: #FFFFFF; --line: #DFE3E8; --text: #1B2330; --soft: #5A6675; --accent: #2563EB; --kept: #D55E00; --warning: #B45309; }
@media (prefers-color-scheme: dark) {
  :root { --page: #14171C; --card: #1C2027; --line: #2C323B; --text: #E8EBF0; --soft: #A3ADBA; --accent: #6C9BFF; --kept: #FF8A3D; --warning: #F0A04B; }
}
* { box-sizing: border-box; }
body { margin: 0; padding: 32px 16px 48px; background: var(--page); color: var(--text); font: 14px/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif; }
main { max-width: 1080px; margin: 0 auto; }
h1 { font-size: 22px; margin: 0 0 4px; overflow-wrap: anywhere; }
h2 { font-size: 15px; margin: 0 0 10px; }
h3 { font-size: 13px; margin: 18px 0 6px; color: var(--soft); }
p { margin: 0 0 8px; max-width: 78ch; overflow-wrap: anywhere; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 18px 20px; margin: 16px 0; }
.summary { font-size: 16px; border-left: 4px solid var(--accent); }
.secondary, footer, h1 + p { color: var(--soft); font-size: 13px; }
.warning { color: var(--warning); }
dl { display: grid; grid-template-columns: minmax(120px, max-content) 1fr; gap: 4px 20px; margin: 0; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 13px; }
th { text-align: left; font-weight: 500; font-size: 12px; color: var(--soft); border-bottom: 1px solid var(--line); padding: 4px 10px 4px 0; white-space: nowrap; }
td { padding: 3px 10px 3px 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
tr:last-child td { border-bottom: none; }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
th[title] { cursor: help; }
code, pre { font: 12px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
pre { margin: 0 0 12px; padding: 10px 12px; background: var(--page); border-radius: 6px; white-space: pre-wrap; overflow-wrap: anywhere; user-select: all; }
.bar { display: inline-block; height: 9px; min-width: 1px; border-radius: 2px; background: var(--soft); }
#ledger-table td:last-child { width: 32%; }
#metrics-table, #stages-table { width: auto; min-width: 45%; }
.bar.codes { background: var(--accent); }
.bar.kept { background: var(--kept); }
.maps { display: flex; flex-wrap: wrap; gap: 20px 28px; }
figure { margin: 0; width: 227px; }
figcaption { font-weight: 600; margin-bottom: 6px; }
figcaption small { display: block; font-weight: 400; font-size: 12px; color: var(--soft); min-height: 6.2em; }
svg { max-width: 100%; height: auto; }
svg text { fill: var(--soft); font-size: 10px; }
svg .none { fill: none; stroke: var(--line); }
footer { margin-top: 20px; }
@media print {
  :root { color-scheme: light; --page: #FFFFFF; --card: #FFFFFF; --line: #C9CED6; --text: #000000; --soft: #444B55; --accent: #2563EB; --kept: #D55E00; --warning: #B45309; }
  body { padding: 0; font-size: 11px; }
  section { border: none; padding: 8px 0; }
  figure, tr, h2 { break-inside: avoid; break-after: auto; }
  h2 { break-after: avoid; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
)";
}

}  // namespace tacq::report
