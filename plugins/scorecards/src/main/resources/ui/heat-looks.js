import { css } from 'lit';

/** The heat map. What failed stands out; what passed steps back; what is not known looks unfinished. */
export const heatLooks = css`
  .frame { position: relative; display: flex; gap: 8px; padding: 0; }
  .scroller { flex: 0 1 auto; min-width: 0; max-height: max(440px, calc(100vh - 190px)); overflow: auto; border: 1px solid var(--p-line); border-radius: var(--p-radius-l); background: var(--p-surface); contain: content; overscroll-behavior: contain; }
  .grid { position: relative; width: var(--all); font-size: 12px; outline: none; }
  .body { position: relative; contain: strict; width: var(--all); }
  .part { position: absolute; inset: 0 0 auto 0; will-change: transform; }
  .part canvas { position: absolute; top: 0; left: calc(var(--all) - var(--checks)); font-family: var(--p-font); }
  .line { position: absolute; top: 0; left: 0; display: flex; width: var(--all); height: 28px; contain: layout style size; }
  .head { display: flex; align-items: stretch; }
  .heads { position: sticky; top: 0; z-index: 2; background: var(--p-surface); border-bottom: 1px solid var(--p-line-control); }
  .line > div, .head > div { flex: none; overflow: hidden; white-space: nowrap; }
  .name { position: sticky; left: 0; z-index: 1; width: var(--name); background: var(--p-surface); border-right: 1px solid var(--p-line); }
  .owner { width: var(--owner); }
  .track { width: var(--level); }
  .check, .c { width: var(--check); }
  .narrow .owner, .tiny .track { display: none; }

  .head > div { display: flex; flex-direction: column; justify-content: flex-end; color: var(--p-fg2); font: 500 12px/16px var(--p-font); cursor: pointer; }
  .head > div:hover { color: var(--p-fg); }
  .head > [aria-sort='ascending'] { color: var(--p-accent); }
  .head span:not(.unseen) { display: block; padding: 8px 10px; overflow: hidden; white-space: normal; overflow-wrap: anywhere; }
  .head b { padding-bottom: 6px; font: 500 11px/14px var(--p-font); color: var(--p-fg3); text-align: center; }
  .upright .check > span:not(.unseen) { align-self: center; padding: 10px 0 6px; max-height: 196px; white-space: nowrap; text-overflow: ellipsis; writing-mode: vertical-rl; transform: rotate(180deg); }
  .flat .check b::after { content: ' %' / ''; }
  .flat .check > span:not(.unseen) { display: -webkit-box; padding: 8px 6px 4px; -webkit-line-clamp: 3; -webkit-box-orient: vertical; text-align: center; }

  .line > div { height: 28px; }
  .line > div:not(.c) { contain: strict; border-bottom: 1px solid var(--p-surface); }
  .line .name a { display: block; padding: 4px 10px 3px; overflow: hidden; color: var(--p-fg); font: 500 13px/20px var(--p-font); text-overflow: ellipsis; }
  .line > :is(.owner, .track) { padding: 6px 8px 0 10px; color: var(--p-fg2); font: 400 12px/16px var(--p-font); text-overflow: ellipsis; cursor: pointer; }
  .line > .track { color: var(--p-fg); font-weight: 500; }
  .line > .track::before { content: ''; display: inline-block; width: 8px; height: 8px; margin-right: 6px; border-radius: 2px; background: var(--c); }
  .line:hover > :is(.name, .owner, .track) { background: var(--p-hover); }
  .c { cursor: pointer; }
  .c:hover { outline: 2px solid var(--p-fg); outline-offset: -2px; }
  .grid:focus-visible #active { outline: 3px solid var(--p-accent); outline-offset: -3px; box-shadow: inset 0 0 0 4px var(--p-surface); }

  .strip { position: relative; flex: none; width: 84px; border: 1px solid var(--p-line); border-radius: var(--p-radius); overflow: hidden; background: var(--p-surface); cursor: ns-resize; touch-action: none; }
  .strip canvas { position: absolute; inset: 0; width: 100%; height: 100%; }
  .strip svg { position: absolute; inset: 0; width: 100%; height: 100%; }
  .sight { fill: color-mix(in srgb, var(--p-fg) 12%, transparent); stroke: var(--p-fg); stroke-width: 1; }
  .tip {
    position: absolute; top: 0; left: 0; z-index: 5; display: grid; gap: 1px; width: max-content; max-width: 300px; padding: 8px 10px; border: 1px solid var(--p-line);
    border-radius: var(--p-radius); background: var(--p-surface); box-shadow: var(--p-shadow); font-size: 12px; line-height: 16px; pointer-events: none; overflow-wrap: anywhere;
  }
  .tip strong { font-weight: 600; }
`;
