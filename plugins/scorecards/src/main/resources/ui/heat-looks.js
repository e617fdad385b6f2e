import { css } from 'lit';

/** The heat map. What failed stands out; what passed steps back; what is not known looks unfinished. */
export const heatLooks = css`
  .frame { position: relative; display: flex; gap: 8px; padding: 0; }
  .scroller { flex: 0 1 auto; min-width: 0; max-height: max(360px, calc(100vh - 190px)); overflow: auto; border: 1px solid var(--p-line); border-radius: var(--p-radius-l); background: var(--p-surface); contain: content; overscroll-behavior: contain; }
  table { border-collapse: separate; border-spacing: 0; table-layout: fixed; width: 0; font-size: 12px; outline: none; }
  tbody tr { height: 28px; }
  tbody tr[hidden] { display: none; }
  th, td { box-sizing: border-box; padding: 0; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; border-bottom: 1px solid var(--p-surface); }
  tbody td { height: 28px; border-right: 1px solid var(--p-surface); text-align: center; font: 600 12px/16px var(--p-font); cursor: pointer; }
  .narrow .owner { display: none; }
  thead th { position: sticky; top: 0; z-index: 2; background: var(--p-surface); border-bottom: 1px solid var(--p-line-control); color: var(--p-fg2); font: 500 12px/16px var(--p-font); vertical-align: bottom; cursor: pointer; }
  thead th:hover { color: var(--p-fg); }
  thead th[aria-sort='ascending'] { color: var(--p-accent); }
  thead th > span { display: block; padding: 8px 10px; overflow: hidden; text-align: left; text-overflow: ellipsis; }
  thead b { display: block; padding-bottom: 6px; font: 500 11px/14px var(--p-font); color: var(--p-fg3); text-align: center; }
  .upright .check > span { margin: 0 auto; padding: 10px 0 6px; max-height: 168px; writing-mode: vertical-rl; transform: rotate(180deg); }
  .flat .check > span { display: -webkit-box; padding: 8px 6px 4px; -webkit-line-clamp: 3; -webkit-box-orient: vertical; white-space: normal; text-align: center; overflow-wrap: anywhere; }
  th.name { position: sticky; left: 0; z-index: 1; padding: 0; background: var(--p-surface); text-align: left; border-right: 1px solid var(--p-line); }
  thead th.name { z-index: 3; }
  tbody th.name a { display: block; padding: 4px 10px; overflow: hidden; color: var(--p-fg); font: 500 13px/20px var(--p-font); text-overflow: ellipsis; }
  tbody td.owner { padding: 0 10px; color: var(--p-fg2); text-align: left; font: 400 12px/16px var(--p-font); }
  tbody td.track { padding: 0 8px 0 10px; color: var(--p-fg); text-align: left; font: 500 12px/16px var(--p-font); }
  tbody td.track::before { content: ''; display: inline-block; width: 8px; height: 8px; margin-right: 6px; border-radius: 2px; background: var(--c); }
  tbody tr:hover :is(th, td.owner, td.track) { background: var(--p-hover); }
  .passed { background: var(--p-ok-tint); color: var(--p-ok); }
  .failed { background: var(--p-bad); color: var(--p-surface); }
  .error { background: var(--p-warn-tint); color: var(--p-warn); }
  td.exempt { background: var(--p-accent-tint); color: var(--p-accent); }
  td.unknown { background: repeating-linear-gradient(135deg, var(--p-selected) 0 3px, var(--p-surface) 3px 7px); color: var(--p-fg2); }
  tbody td:hover:not(.owner, .track) { outline: 2px solid var(--p-fg); outline-offset: -2px; }
  table:focus-visible #active { outline: 3px solid var(--p-accent); outline-offset: -3px; box-shadow: inset 0 0 0 4px var(--p-surface); }

  .strip { position: relative; flex: none; width: 84px; border: 1px solid var(--p-line); border-radius: var(--p-radius); overflow: hidden; background: var(--p-surface); cursor: ns-resize; touch-action: none; }
  .strip canvas { position: absolute; inset: 0; width: 100%; height: 100%; }
  .strip svg { position: absolute; inset: 0; width: 100%; height: 100%; }
  .sight { fill: color-mix(in srgb, var(--p-fg) 12%, transparent); stroke: var(--p-fg); stroke-width: 1; }
  .tip {
    position: absolute; top: 0; left: 0; z-index: 5; display: grid; gap: 1px; width: max-content; max-width: 300px; padding: 8px 10px; border: 1px solid var(--p-line);
    border-radius: var(--p-radius); background: var(--p-surface); box-shadow: var(--p-shadow); font-size: 12px; line-height: 16px; pointer-events: none; overflow-wrap: anywhere;
  }
  .tip strong { font-weight: 600; }
  .tip :is(.error, .warn) { background: none; }
`;
