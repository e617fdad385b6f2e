import { css } from 'lit';

export const definitionStyles = css`
  :host { display: block; }
  .waiting { min-height: 240px; padding: 20px 16px; }
  .head { display: grid; grid-template-columns: minmax(0, 1fr) minmax(280px, 440px); gap: 20px 32px; padding: 18px 20px; }
  .head h2 { display: flex; flex-wrap: wrap; align-items: center; gap: 10px; overflow-wrap: anywhere; }
  .head .version { color: var(--p-fg2); font-weight: 400; }
  .head .prose { margin-top: 8px; }
  .prose.short { max-height: 128px; overflow: hidden; mask-image: linear-gradient(#000 70%, transparent); }
  .head .text { margin-top: 6px; }
  dl { display: grid; grid-template-columns: 92px minmax(0, 1fr); gap: 8px 12px; align-content: start; }
  dt { color: var(--p-fg2); }
  dd { display: grid; gap: 4px; overflow-wrap: anywhere; }
  dd .server { display: flex; align-items: flex-start; gap: 4px; }
  dd .server cb-copy { margin: -4px 0; }
  dd .also { color: var(--p-fg3); font-size: 12px; }
  dd.refs { display: flex; flex-wrap: wrap; gap: 2px 14px; }
  dd .ref { display: inline-flex; align-items: flex-start; gap: 6px; color: var(--p-accent); }
  dd .ref svg { margin-top: 3px; color: var(--p-fg3); }
  .notes { display: grid; gap: 4px; margin-top: var(--p-gap); padding: 10px 14px; color: var(--p-fg2); overflow-wrap: anywhere; }
  .notes li { display: flex; gap: 8px; }
  .notes svg { margin-top: 2px; color: var(--p-warn); }
  .tools { position: sticky; top: 0; z-index: 5; display: flex; align-items: center; gap: 10px; margin: 0 -4px; padding: 14px 4px 10px; background: var(--p-bg); }
  .field { position: relative; flex: 0 1 380px; min-width: 0; }
  .field svg { position: absolute; top: 7px; left: 10px; color: var(--p-fg3); pointer-events: none; }
  .field input { width: 100%; padding: 0 10px 0 32px; }
  .count { color: var(--p-fg2); white-space: nowrap; }
  .switch { display: flex; gap: 2px; margin-left: auto; padding: 2px; border: 1px solid var(--p-line); border-radius: var(--p-radius); background: var(--p-surface); }
  .switch button { height: 24px; border: 0; border-radius: var(--p-radius-s); background: none; color: var(--p-fg2); font-size: 12px; }
  .switch button[aria-pressed='true'] { background: var(--p-selected); color: var(--p-fg); }
  .body { display: grid; grid-template-columns: 200px minmax(0, 1fr); gap: 28px; align-items: start; }
  .outline { position: sticky; top: 60px; display: grid; gap: 1px; max-height: calc(100vh - 140px); overflow-y: auto; scrollbar-width: thin; }
  .outline button { justify-content: flex-start; height: 28px; padding: 0 8px; border: 0; background: none; color: var(--p-fg2); }
  .outline button:hover { background: var(--p-hover); color: var(--p-fg); }
  .outline .num { margin-left: auto; padding-left: 8px; color: var(--p-fg3); font-weight: 400; font-size: 12px; }
  section + section { margin-top: 24px; }
  section > h3 { margin-bottom: 4px; scroll-margin-top: 64px; overflow-wrap: anywhere; }
  section > .prose { margin-bottom: 8px; }
  .list { overflow: hidden; }
  .item + .item { border-top: 1px solid var(--p-line); }
  .item { content-visibility: auto; contain-intrinsic-size: auto 41px; scroll-margin-top: 64px; }
  .item h4 { margin: 0; }
  .open { display: grid; grid-template-columns: 76px minmax(0, auto) minmax(0, 1fr) auto; gap: 12px; justify-content: stretch; width: 100%; min-height: 40px; height: auto; padding: 6px 14px 6px 10px; border: 0; border-radius: 0; background: none; text-align: left; white-space: normal; }
  .open:focus-visible { outline-offset: -2px; }
  .open .mark { justify-self: start; padding: 0 7px; border-radius: var(--p-radius-s); font: 600 11px/20px var(--p-font-mono); max-width: 100%; }
  .open .name { font-weight: 500; overflow-wrap: anywhere; }
  .open .name.gone { text-decoration: line-through; }
  .open .summary { color: var(--p-fg2); font-weight: 400; }
  .open > svg { color: var(--p-fg3); }
  .mark.info { background: var(--p-accent-tint); } .mark.ok { background: var(--p-ok-tint); } .mark.warn { background: var(--p-warn-tint); }
  .mark.error { background: var(--p-bad-tint); } .mark.unknown { background: var(--p-selected); } .mark.violet { background: var(--p-violet-tint); color: var(--p-violet); }
  .detail { padding: 4px 16px 18px; border-top: 1px solid var(--p-line); background: var(--p-bg); }
  .detail > .prose { margin-top: 12px; }
  .parts { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 4px 28px; }
  .parts.plain { grid-template-columns: minmax(0, 1fr); }
  .part { margin-top: 14px; }
  .part h5 { display: flex; flex-wrap: wrap; align-items: baseline; gap: 8px; margin: 0 0 4px; font: 600 12px/18px var(--p-font); overflow-wrap: anywhere; }
  .part h5 .mono { font-weight: 400; }
  .fields { width: 100%; border-collapse: collapse; }
  .fields :is(th, td) { padding: 6px 12px 6px 0; border-top: 1px solid var(--p-line); font-weight: 400; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
  .fields th { width: 34%; }
  .fields td:nth-child(2) { width: 24%; }
  .fields thead th { border: 0; padding: 0; }
  .fields .must { margin-left: 2px; color: var(--p-warn); font-size: 11px; }
  .fields .rule { display: block; color: var(--p-fg2); font: 400 12px/18px var(--p-font-mono); }
  .fields .d1 { padding-left: 16px; } .fields .d2 { padding-left: 32px; } .fields .d3 { padding-left: 48px; }
  .fields .d4 { padding-left: 64px; } .fields .d5 { padding-left: 80px; } .fields .d6 { padding-left: 96px; }
  a.type { color: var(--p-accent); }
  .foot { display: flex; justify-content: flex-end; margin-top: 10px; color: var(--p-fg3); font-size: 12px; align-items: center; }
  .more { padding: 8px 12px; border-top: 1px solid var(--p-line); }
  .text-panel { overflow: hidden; }
  .text-panel header { display: flex; align-items: center; gap: 8px; padding: 6px 8px 6px 16px; border-bottom: 1px solid var(--p-line); color: var(--p-fg2); }
  @media (max-width: 1100px) { .parts, .body { grid-template-columns: minmax(0, 1fr); } .outline { display: none; } }
  @media (max-width: 760px) {
    .head { grid-template-columns: minmax(0, 1fr); padding: 14px; }
    dl { grid-template-columns: minmax(0, 1fr); gap: 2px; }
    dd { margin-bottom: 8px; }
    .tools { flex-wrap: wrap; }
    .field { flex: 1 1 100%; }
    .open { grid-template-columns: auto minmax(0, 1fr) auto; }
    .open .summary { grid-column: 1 / -1; grid-row: 2; }
    .detail { padding: 4px 12px 14px; }
    .fields, .fields tbody, .fields tr, .fields th, .fields td { display: block; width: auto !important; }
    .fields thead { display: none; }
    .fields tr { padding: 6px 0; border-top: 1px solid var(--p-line); }
    .fields :is(th, td) { padding-top: 1px; padding-bottom: 1px; border: 0; }
  }
`;
