import { COLOUR_STYLE } from './svg/colours.ts';

/** Light, and dark where the reader's system is. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1c2430; --soft: #5b6675; --paper: #ffffff; --line: #d9dee5; --shade: #f4f6f8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e3e8ef; --soft: #98a3b3; --paper: #14181e; --line: #313a46; --shade: #1b2129; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 72rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.6rem; line-height: 1.25; }
h2 { margin-top: 2.25rem; font-size: 1.2rem; }
p, li { max-width: 48rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .85rem; font-variant-numeric: tabular-nums; }
th, td { padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: 400; }
thead th { color: var(--soft); font-weight: 600; }
th.number, td.number { text-align: right; }
td.number { white-space: nowrap; }
pre { overflow-x: auto; padding: .75rem; background: var(--shade); border-radius: 4px; font-size: .8rem; }
pre, code { font-family: ui-monospace, monospace; }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr)); gap: 1rem 1.5rem; }
figure { margin: 0; }
figcaption { color: var(--soft); font-size: .85rem; }
svg { display: block; width: 100%; height: auto; }
svg text { fill: var(--soft); font: 10px system-ui, sans-serif; }
svg .grid { stroke: var(--line); stroke-width: 1; }
svg path { fill: none; stroke: var(--own, var(--soft)); stroke-width: 1.6; stroke-linejoin: round; }
svg path.dashed { stroke-dasharray: 4 3; }
svg circle, svg rect { fill: var(--own, var(--soft)); }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; list-style: none; font-size: .85rem; }
.swatch { display: inline-block; width: .8rem; height: .8rem; margin-right: .4rem; border-radius: 2px; background: var(--own); vertical-align: -1px; }
${COLOUR_STYLE}`;
