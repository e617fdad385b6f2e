import { css } from 'lit';

/** Each kind has a colour of its own besides its icon. */
export const kindColours = css`
  .kind { --line: var(--p-line-control); --fill: var(--p-surface); --mark: var(--p-fg3); }
  .kind.component { --line: light-dark(#8fb0ee, #3d5f9e); --fill: var(--p-accent-tint); --mark: var(--p-accent); }
  .kind.api { --line: light-dark(#c0a6ee, #6a4ba8); --fill: var(--p-violet-tint); --mark: var(--p-violet); }
  .kind.resource { --line: light-dark(#d9b26a, #7d5c1b); --fill: var(--p-warn-tint); --mark: var(--p-warn); }
  .kind:is(.group, .user) { --line: light-dark(#8ccaa6, #2c6b48); --fill: var(--p-ok-tint); --mark: var(--p-ok); }
  .kind:is(.system, .domain) { --line: light-dark(#86c3be, #22645f); --fill: light-dark(#e4f4f2, #0d2725); --mark: light-dark(#0b6f69, #3fc4b8); }
`;

export const canvasStyles = css`
  :host {
    position: relative; display: block; min-height: 0; overflow: hidden; border: 1px solid var(--p-line); border-radius: var(--p-radius-l);
    background: var(--p-surface);
  }
  .canvas { display: block; width: 100%; height: 100%; touch-action: none; cursor: grab; user-select: none; }
  .canvas:focus-visible { outline-offset: -3px; }
  .dot { fill: var(--p-line); }
  .edge { fill: none; stroke: light-dark(#b9c0cb, #49515f); stroke-width: 1.25; }
  .head { fill: light-dark(#9aa3b2, #667080); }
  .some .edge { opacity: 0.35; }
  .some .edge.lit { opacity: 1; stroke: var(--p-accent); stroke-width: 1.75; }
  .label {
    fill: var(--p-fg2); stroke: var(--p-surface); stroke-width: 4px; paint-order: stroke; font: 500 11px/1 var(--p-font);
    text-anchor: middle; dominant-baseline: middle; pointer-events: none;
  }
  .node { cursor: pointer; outline: none; }
  .node:hover { text-decoration: none; }
  .box { fill: var(--fill); stroke: var(--line); }
  .node:hover .box { stroke: var(--mark); }
  .root .box { stroke: var(--mark); stroke-width: 2; }
  .node:focus .box { stroke: var(--mark); }
  .node:focus-visible .box { stroke: var(--p-accent); stroke-width: 2.5; }
  .node:focus-visible .ring { stroke: var(--p-accent); opacity: 0.35; }
  .ring { fill: none; stroke: none; stroke-width: 3; }
  .node svg { color: var(--mark); }
  .name { fill: var(--p-fg); font: 500 12.5px/1 var(--p-font); }
  .note { fill: var(--p-fg2); font: 400 11px/1 var(--p-font); }
  .missing .box { stroke-dasharray: 4 3; }
  .missing .name { fill: var(--p-fg2); }
  .zoom { position: absolute; right: 10px; bottom: 10px; display: grid; gap: 4px; }
  .zoom button { box-shadow: none; }
  .peek {
    position: absolute; left: 10px; bottom: 10px; display: grid; gap: 2px; max-width: min(360px, calc(100% - 72px)); padding: 9px 12px;
    border: 1px solid var(--p-line); border-radius: var(--p-radius); background: var(--p-surface); box-shadow: var(--p-shadow);
    color: var(--p-fg2); pointer-events: none; overflow-wrap: anywhere;
  }
  .peek strong { color: var(--p-fg); font-weight: 600; }
  .peek .mono { color: var(--p-fg3); }
  .peek .text { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
`;
