import { tableStyle } from '../layout/markup-table.ts';

/** The style sheet of the page for the clerk. */
export const checkStyle = `
:root { color-scheme: light; --error: #a4201a; --warning: #8a4b00; --notice: #1f5fa8; --line: #d5dae0; --quiet: #55606b; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; background: #f4f6f8; color: #1a1a1a; font: 1rem/1.75 "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; overflow-wrap: anywhere; }
main { max-width: 58rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { margin: 0 0 0.25rem; font-size: 1.5rem; line-height: 1.4; text-wrap: balance; }
h2 { margin: 0; font-size: 1.25rem; line-height: 1.5; text-wrap: balance; }
h3 { margin: 2rem 0 0.75rem; padding-bottom: 0.4rem; border-bottom: 2px solid var(--line); font-size: 1.0625rem; line-height: 1.5; }
h4 { margin: 0 0 0.3rem; font-size: 1rem; line-height: 1.6; }
p { margin: 0 0 0.5rem; }
a { color: #1f5fa8; }
:focus-visible { outline: 3px solid #1f5fa8; outline-offset: 2px; }
.slide { display: none; }
.checked, .file, .count, .legend, .remark, .ignored { color: var(--quiet); }
.file, .legend, .remark { font-size: 0.875rem; }
.count { font-weight: normal; font-size: 0.875rem; }
.error { --severity: var(--error); --tint: #fdf1f0; }
.warning { --severity: var(--warning); --tint: #fdf5e9; }
.notice { --severity: var(--notice); --tint: #eef4fb; }
.tiles { display: flex; flex-wrap: wrap; gap: 0.75rem; margin: 1rem 0; padding: 0; list-style: none; }
.tiles li { flex: 1 1 13rem; padding: 0.7rem 1rem; background: #fff; border: 1px solid var(--line); border-left: 5px solid var(--severity); }
.tiles strong { font-size: 1.0625rem; }
.tiles .sign { display: inline-block; width: 1.3em; height: 1.3em; line-height: 1.3em; text-align: center; border-radius: 50%; background: var(--severity); color: #fff; font-weight: bold; font-size: 0.875rem; }
.tiles .none { border-left-color: var(--line); color: var(--quiet); }
.tiles .none .sign { background: var(--quiet); }
.tiles .means { display: block; font-size: 0.875rem; color: var(--quiet); line-height: 1.5; }
.report .tiles li { flex: 0 1 auto; padding: 0.2rem 0.9rem 0.2rem 0.7rem; }
.report .tiles strong { font-size: 0.9375rem; }
.report { margin: 2rem 0 0; padding: 1.5rem; background: #fff; border: 1px solid var(--line); }
.reports { margin: 1.5rem 0 0; }
.reports ol { margin: 0; padding-left: 1.5em; }
.reports span { color: var(--quiet); }
.clean { padding: 0.6rem 1rem; background: #eef6ef; border-left: 5px solid #2e6b34; color: #1f4d24; font-weight: bold; }
.unread { margin: 0.75rem 0; padding: 0.6rem 1rem; background: #fdf1f0; border-left: 5px solid #a4201a; }
.unread p { margin: 0; }
.unread ul { margin: 0; padding-left: 1.2em; }
.group > ol { margin: 0; padding: 0; list-style: none; }
.finding { margin: 0 0 1rem; padding: 0.8rem 1rem; border: 1px solid var(--line); border-left: 5px solid var(--severity); scroll-margin-top: 1rem; }
.finding:target, .bad:target, .part:target { box-shadow: 0 0 0 3px #f2b705; }
.badge { display: inline-block; padding: 0 0.5em; background: var(--severity); color: #fff; font-size: 0.8125rem; line-height: 1.7; border-radius: 2px; white-space: nowrap; }
.ordinal { color: var(--quiet); font-variant-numeric: tabular-nums; }
.place { margin: 0; font-size: 0.875rem; color: var(--quiet); }
li > .place { display: block; }
pre { display: flex; margin: 0.3rem 0 0.6rem; padding: 0.4rem 0.75rem; background: #f4f6f8; font: 0.875rem/1.7 ui-monospace, "SF Mono", Consolas, "Noto Sans Mono CJK SC", monospace; white-space: pre-wrap; }
pre .margin { flex: none; margin-right: 0.75rem; padding-right: 0.75rem; border-right: 1px solid #c4cbd3; color: var(--quiet); user-select: none; }
pre code { font: inherit; min-width: 0; }
mark { background: #ffe9a8; color: #1a1a1a; border-bottom: 2px solid #a4201a; padding: 0 1px; }
mark:empty::before { content: "⌄"; color: #a4201a; }
.values { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; margin: 0 0 0.5rem; }
.values div { display: flex; gap: 0.5rem; align-items: baseline; }
.values dt { font-size: 0.875rem; color: var(--quiet); }
.values dd { margin: 0; font-weight: bold; font-variant-numeric: tabular-nums; }
.advice { margin: 0; }
.advice > div { display: grid; grid-template-columns: 5em 1fr; gap: 0.5rem; }
.advice dt { color: var(--quiet); }
.advice dd { margin: 0; min-width: 0; }
.advice ul { margin: 0; padding-left: 1.2em; }
.foot { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; margin: 0.4rem 0 0; font-size: 0.875rem; }
.code { margin-left: auto; color: var(--quiet); }
${tableStyle.trim()}
.marked { margin: 1.25rem 0 0; }
.marked .bad { background: var(--tint); outline: 3px solid var(--severity); outline-offset: -3px; }
.marked .part { outline: 2px dashed #55606b; outline-offset: -3px; }
.form.wide .bad { white-space: normal; }
.marked .bad .value { font-weight: bold; white-space: nowrap; }
.marked .bad a { display: inline-block; min-width: 1.5rem; margin: 2px 0; padding: 0 0.25rem; border-radius: 2px; background: var(--severity); color: #fff; line-height: 1.5rem; font-size: 0.8125rem; font-weight: bold; text-decoration: none; white-space: nowrap; }
.marked .bad a:hover { text-decoration: underline; }
.marked .computed { display: block; font-size: 0.75rem; line-height: 1.3; color: #1a1a1a; }
.charts { margin: 1.25rem 0 0; }
figure { margin: 1rem 0; }
figcaption, .tallies caption { padding: 0 0 0.3rem; text-align: left; font-weight: bold; }
.months { display: block; width: 100%; max-width: 40rem; height: auto; }
.months rect, .tallies rect { fill: #2f6690; }
.months path { stroke: #55606b; }
.months text { font-size: 9.5px; text-anchor: middle; fill: #3c4650; }
.months .number { fill: #1a1a1a; }
.months .long { font-size: 7.5px; }
.tallies { width: 100%; max-width: 40rem; margin: 1rem 0 0.5rem; border-collapse: collapse; table-layout: fixed; }
.tallies th { width: 13rem; padding: 0.15rem 0.75rem 0.15rem 0; text-align: left; font-weight: normal; line-height: 1.4; }
.tallies td { padding: 0.15rem 0; }
.tallies .number { width: 4.5rem; padding-right: 0.75rem; text-align: right; font-variant-numeric: tabular-nums; }
.tallies svg { display: block; width: 100%; height: 0.75rem; }
.unseen-head { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
@media screen and (max-width: 47rem) {
  main { padding: 1.25rem 0.75rem 2.5rem; }
  .report { padding: 1rem; }
  .tallies th { width: 38%; }
  .slide { display: block; }
  .tiles li { flex-basis: 100%; }
  .report .tiles li { flex-basis: auto; }
  .advice > div { display: block; }
  .advice > div + div { margin-top: 0.35rem; }
}
@page { size: A4; margin: 18mm 16mm; }
@media print {
  body { background: #fff; font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  .report { padding: 0; border: 0; }
  .report + .report { break-before: page; }
  h2, h3, h4, .legend { break-after: avoid; }
  .finding, .tiles, figure, .form, .form tr { break-inside: avoid; }
  .region { overflow: visible; }
  .form, .form.wide { min-width: 0; font-size: 8.5pt; }
  .form.wide .number { font-size: 8.5pt; }
  .badge, .tiles .sign, mark, .months rect, .tallies rect, .form.shaded .banner, .marked .bad, .marked .bad a { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;
