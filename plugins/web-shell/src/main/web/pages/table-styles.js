import { css } from 'lit';

export const tableStyles = css`
  :host { display: block; min-height: 0; overflow: hidden; }
  .scroller { height: 100%; overflow: auto; scrollbar-gutter: stable; scrollbar-width: thin; outline: none; overscroll-behavior: contain; }
  .head, .line { display: grid; align-items: center; gap: 16px; padding: 0 14px; grid-template-columns: var(--columns); min-width: var(--least); }
  .heads { position: sticky; top: 0; z-index: 2; min-width: var(--least); }
  .head { height: 36px; border-bottom: 1px solid var(--p-line); background: var(--p-surface); }
  .head [role='columnheader'] { display: flex; align-items: center; gap: 4px; min-width: 0; color: var(--p-fg2); font: 500 12px/16px var(--p-font); }
  .head button { height: 24px; min-width: 0; margin-left: -6px; padding: 0 6px; border: 0; gap: 4px; background: none; color: inherit; font: inherit; }
  .head button:hover { background: var(--p-hover); color: var(--p-fg); }
  .head button.why { flex: none; margin: 0; color: var(--p-warn); }
  .body { position: relative; contain: strict; min-width: var(--least); }
  .line { position: absolute; top: 0; left: 0; right: 0; height: 40px; border-bottom: 1px solid var(--p-line); contain: strict; }
  .line:hover { background: var(--p-hover); }
  .line:focus-within { background: var(--p-accent-tint); }
  .name a:focus-visible::before { content: ''; position: absolute; inset: 0 auto 0 0; width: 2px; background: var(--p-accent); }
  .line.waiting {
    --bar: linear-gradient(var(--p-selected) 0 0);
    content-visibility: hidden; background: var(--bar) 14px 50% / 20% 10px no-repeat, var(--bar) 52% 50% / 30% 10px no-repeat, var(--bar) 92% 50% / 14% 10px no-repeat;
  }
  [role='cell'] { min-width: 0; }
  .name { display: flex; align-items: center; gap: 9px; overflow: hidden; }
  .name svg { color: var(--p-fg3); }
  .name a { flex: none; max-width: 100%; font-weight: 500; }
  .name a::after { content: ''; position: absolute; inset: 0; }
  .name a:focus-visible { outline: none; text-decoration: underline; text-underline-offset: 3px; }
  .also { min-width: 0; color: var(--p-fg3); }
  .soft { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .given a { position: relative; }
  .given a:not(:hover) { color: var(--p-fg); }
  .missing { color: var(--p-fg3); }
  .tags { display: flex; gap: 4px; overflow: hidden; }
  .tags .tag { flex: none; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .dot { display: inline-block; width: 7px; height: 7px; margin-right: 7px; border-radius: 50%; background: var(--p-fg3); vertical-align: 1px; }
  .dot.production { background: var(--p-ok); }
  .dot.experimental { background: var(--p-violet); }
  .dot.deprecated { background: none; box-shadow: inset 0 0 0 1.5px var(--p-warn); }
  .ghost { display: block; height: 10px; width: 60%; border-radius: var(--p-radius-s); background: var(--p-selected); }
`;
