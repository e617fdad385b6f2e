import { css } from 'lit';

export const chartStyles = css`
  :host { display: block; min-width: 0; container-type: inline-size; }
  .s0 { --c: var(--p-chart-1); }
  .s1 { --c: var(--p-chart-2); }
  .s2 { --c: var(--p-chart-3); }
  .s3 { --c: var(--p-chart-4); }
  .s4 { --c: var(--p-chart-5); }
  .s5 { --c: var(--p-chart-6); }
  .s6 { --c: var(--p-chart-7); }
  .s7 { --c: var(--p-chart-8); }
  figure { position: relative; }
  .head { display: flex; align-items: center; gap: 8px; min-height: 26px; margin-bottom: 8px; }
  figcaption { color: var(--p-fg); font: 600 13px/20px var(--p-font); }
  .head button { margin: -2px -4px -2px auto; }
  .legend { display: flex; flex-wrap: wrap; gap: 4px 14px; margin: -4px 0 10px; color: var(--p-fg2); font-size: 12px; line-height: 16px; }
  .legend li { display: flex; align-items: center; gap: 6px; cursor: default; }
  i { display: inline-block; flex: none; width: 10px; height: 10px; border-radius: 3px; background: var(--c); }
  :host([low]) .legend { position: absolute; top: 5px; right: 30px; margin: 0; }
  .plot { position: relative; height: 200px; }
  :host([low]) :is(.plot, .figures) { height: 116px; }
  .plot.round { display: flex; align-items: center; gap: 24px; }
  .plot:focus-visible { outline-offset: 3px; }
  .plot > svg:not(.ring) { display: block; overflow: visible; }
  .none { display: grid; place-items: center; }
  .figures { height: 200px; overflow: auto; scrollbar-width: thin; }
  .figures .table th { position: sticky; top: 0; padding: 0 12px 6px 0; background: var(--p-surface); }
  .figures .table tbody th { position: static; padding: 6px 12px 6px 0; border-top: 1px solid var(--p-line); font-weight: 400; }
  .figures .table td { padding: 6px 12px 6px 0; }
  .figures .table :is(th, td):not(:first-child) { padding-right: 0; padding-left: 12px; text-align: right; font-variant-numeric: tabular-nums; }
  .tick { fill: var(--p-fg3); font: 400 11px/16px var(--p-font); font-variant-numeric: tabular-nums; }
  .grid, .base, .cross { fill: none; stroke: var(--p-line); stroke-width: 1; shape-rendering: crispEdges; }
  .base { stroke: var(--p-line-control); }
  .cross { stroke: var(--p-fg3); stroke-dasharray: 3 3; }
  .line { fill: none; stroke: var(--c); stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
  .area { fill: color-mix(in srgb, var(--c) 22%, var(--p-surface)); }
  .bar { fill: var(--c); }
  .glow { fill: var(--p-hover); }
  .dot { fill: var(--c); }
  .dot.now { stroke: var(--p-surface); stroke-width: 2; }
  .series.dim { opacity: 0.2; }
  .part { fill: var(--c); stroke: var(--p-surface); stroke-width: 2; }
  .part.dim { opacity: 0.35; }
  .ring { flex: none; overflow: visible; }
  .sum { fill: var(--p-fg); font: 600 22px/28px var(--p-font); letter-spacing: -0.015em; text-anchor: middle; }
  .of { fill: var(--p-fg2); font: 400 11px/16px var(--p-font); text-anchor: middle; }
  .parts { display: grid; flex: 1; gap: 2px; min-width: 0; max-width: 340px; max-height: 200px; overflow: hidden; }
  .parts li { display: flex; align-items: center; gap: 8px; min-width: 0; padding: 1px 6px; border-radius: var(--p-radius-s); cursor: default; }
  .parts li.on { background: var(--p-hover); }
  .tip {
    position: absolute; top: 0; left: 0; z-index: 2; display: grid; gap: 3px; width: max-content; max-width: 240px; padding: 8px 10px;
    border: 1px solid var(--p-line); border-radius: var(--p-radius); background: var(--p-surface); box-shadow: var(--p-shadow);
    font-size: 12px; line-height: 16px; pointer-events: none;
  }
  @container (max-width: 280px) {
    :host([low]) .legend { position: static; margin: -4px 0 10px; }
  }
  @container (max-width: 360px) {
    .plot.round { flex-direction: column; gap: 12px; height: auto; }
    .parts { width: 100%; }
  }
  .tip strong { font-weight: 600; }
  .tip div { display: flex; align-items: center; gap: 8px; }
  .tip .num { margin-left: auto; padding-left: 12px; }
`;
