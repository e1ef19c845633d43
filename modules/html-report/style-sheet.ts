/** How the page looks: on a wide screen, on a phone, in the dark and on paper. Every text has a contrast of 4.5 or more. */
export const STYLE_SHEET = `
:root {
  --paper: #ffffff; --card: #f6f8fa; --ink: #1b2430; --quiet: #52606d; --line: #d3dae2; --link: #0b5cad;
  --good: #12693a; --good-back: #e3f5ea; --bad: #a8201a; --bad-back: #fdeae8; --open: #7a4d00; --open-back: #fdf2d8;
  --note: #1f4e8c; --note-back: #e7f0fb;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #12161c; --card: #1a2029; --ink: #e6ebf1; --quiet: #a4b1bf; --line: #323c48; --link: #7ab8ff;
    --good: #7fdca4; --good-back: #12301f; --bad: #ff9d94; --bad-back: #3d1816; --open: #f3c969; --open-back: #372a0c;
    --note: #9cc7ff; --note-back: #162a45;
  }
}
* { box-sizing: border-box; }
html { color-scheme: light dark; -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; max-width: 64rem; padding: 1.5rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; overflow-wrap: anywhere;
}
h1 { font-size: 1.5rem; line-height: 1.35; margin: 0.25rem 0 1rem; }
h2 { font-size: 1.25rem; margin: 0 0 1rem; }
h3 { font-size: 1rem; margin: 0 0 0.5rem; }
p { margin: 0 0 0.5rem; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 4px; }
main:focus { outline: none; }
code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.875em; unicode-bidi: isolate; }
.quiet { color: var(--quiet); font-size: 0.9rem; }
code.quiet, .quiet code { font-size: 0.8125rem; }
.skip { position: absolute; left: -100rem; background: var(--paper); padding: 0.5rem 1rem; }
.skip:focus { left: 1rem; top: 1rem; z-index: 1; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; list-style: none; margin: 0; padding: 0; }
header { border-bottom: 1px solid var(--line); padding-bottom: 1rem; }
section { padding: 1.75rem 0 0.5rem; }
.badge {
  display: inline-block; border: 1px solid currentColor; border-radius: 1rem; padding: 0 0.6em; font-size: 0.8125rem;
  font-weight: 600; line-height: 1.5; white-space: nowrap;
}
h1 .badge { font-size: 1.25rem; vertical-align: middle; }
.badge.proved, .badge.accepted { color: var(--good); background: var(--good-back); }
.badge.broken, .badge.error { color: var(--bad); background: var(--bad-back); }
.badge.unknown, .badge.warning { color: var(--open); background: var(--open-back); border-style: dashed; }
.badge.note { color: var(--note); background: var(--note-back); }
.finding, .task { border: 1px solid var(--line); border-radius: 8px; padding: 1rem; margin: 0 0 1rem; }
.finding:target { border-color: var(--link); box-shadow: 0 0 0 2px var(--link); }
.finding .problem { font-weight: 600; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.25rem 1rem; margin: 0; }
dt { color: var(--quiet); }
dd { margin: 0; min-width: 0; }
details { border-top: 1px solid var(--line); }
summary { cursor: pointer; padding: 0.4rem 0; }
summary .service { font-weight: 600; }
.hops { margin: 0 0 0.75rem; padding-left: 2.25rem; }
.hops li { margin: 0 0 0.25rem; }
.hops li::marker { color: var(--quiet); }
.hop { font-weight: 600; }
.scroll { overflow-x: auto; margin: 0 0 1rem; max-width: 100%; }
figure.scroll { border: 1px solid var(--line); border-radius: 8px; }
figure svg { display: block; height: auto; max-width: 100%; min-width: min(48rem, 100vw * 2); margin: 0 auto; }
table { border-collapse: collapse; width: 100%; overflow-wrap: normal; }
caption { text-align: left; color: var(--quiet); font-size: 0.9rem; padding: 0 0 0.5rem; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 1rem 0.35rem 0; border-top: 1px solid var(--line); }
thead th { color: var(--quiet); font-weight: 600; border-top: 0; }
tbody th { font-weight: 400; }
th code, td li, td.long { overflow-wrap: anywhere; }
td.long { min-width: 12rem; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
ul.plain { list-style: none; margin: 0; padding: 0; }
footer { border-top: 1px solid var(--line); margin-top: 1.5rem; padding-top: 1rem; }
@media (max-width: 40rem) {
  body { padding: 1rem; }
  .finding, .task { padding: 0.75rem; }
  dl { grid-template-columns: minmax(0, 1fr); gap: 0; }
  dd { margin: 0 0 0.5rem; }
  .hops { padding-left: 1.5rem; }
  ul { padding-left: 1.25rem; }
  nav ul, ul.plain { padding-left: 0; }
}
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav, .skip, footer { display: none; }
  details::details-content { content-visibility: visible; display: block; }
  .finding, .task, tr { break-inside: avoid; }
  .scroll { overflow: visible; }
}
`;
