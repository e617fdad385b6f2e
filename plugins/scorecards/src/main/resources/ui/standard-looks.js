import { css } from 'lit';

/** The page of a standard. */
export const standardLooks = css`
  header { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 10px 16px; margin-bottom: 12px; }
  header .grow { flex: 1 1 360px; }
  .facts { display: flex; flex-wrap: wrap; gap: 2px 16px; margin-top: 4px; font-size: 12px; }
  .facts a { text-decoration: underline; }
  .head-space { height: 92px; }
  .waiting { min-height: 380px; padding: 20px 16px; }
  .tools { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; margin-bottom: 12px; }
  .tools input { flex: 1 1 180px; max-width: 320px; }
  .tools select { width: 150px; }
  .tools [role='status'] { margin-left: auto; }
  .under { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 6px 24px; margin-top: 10px; font-size: 12px; }
  .states { display: flex; flex-wrap: wrap; gap: 4px 16px; color: var(--p-fg2); line-height: 18px; }
  .states li { display: flex; align-items: center; gap: 6px; }
  .states i { display: grid; place-items: center; width: 18px; height: 18px; border-radius: 3px; font: 600 11px/16px var(--p-font); }
  .states .passed { background: var(--p-ok-tint); color: var(--p-ok); }
  .states .failed { background: var(--p-bad); color: var(--p-surface); }
  .states .error { background: var(--p-warn-tint); color: var(--p-warn); }
  .states .exempt { background: var(--p-accent-tint); color: var(--p-accent); }
  .states .unknown { border: 1px dashed var(--p-fg3); color: var(--p-fg2); }

  .groups td, .groups th { vertical-align: middle; }
  .groups td.spread { width: 38%; min-width: 180px; }
  .spread .figures { display: flex; flex-wrap: wrap; gap: 0 12px; margin-top: 4px; color: var(--p-fg2); font-size: 11px; line-height: 16px; }
  .groups tbody th { padding: 9px 12px; border-top: 1px solid var(--p-line); color: var(--p-fg); font: 500 13px/20px var(--p-font); white-space: normal; }
  .groups .num { text-align: right; }
  .switch { display: inline-flex; gap: 0; border: 1px solid var(--p-line-control); border-radius: var(--p-radius); overflow: hidden; }
  .switch button { height: 28px; border: 0; border-radius: 0; color: var(--p-fg2); }
  .switch button[aria-pressed='true'] { background: var(--p-selected); color: var(--p-fg); }
  .legends { display: flex; flex-wrap: wrap; gap: 4px 28px; }

  .two { display: grid; grid-template-columns: minmax(0, 2fr) minmax(280px, 1fr); gap: var(--p-gap); align-items: start; }
  .two > section { min-width: 0; padding: 16px; }
  .chart { min-height: 306px; }
  .chart.of1 { --p-chart-1: var(--level-top); --p-chart-2: var(--level-0); }
  .chart.of2 { --p-chart-1: var(--level-top); --p-chart-2: var(--level-1); --p-chart-3: var(--level-0); }
  .chart.of3 { --p-chart-1: var(--level-top); --p-chart-2: var(--level-2); --p-chart-3: var(--level-1); --p-chart-4: var(--level-0); }
  .chart.of4 { --p-chart-1: var(--level-top); --p-chart-2: var(--level-3); --p-chart-3: var(--level-2); --p-chart-4: var(--level-1); --p-chart-5: var(--level-0); }
  .two h3 { font: 600 13px/20px var(--p-font); }
  .changes { margin-top: 8px; }
  .changes li { display: flex; gap: 9px; padding: 8px 0; border-top: 1px solid var(--p-line); }
  .changes li > span:first-child { display: inline-flex; padding-top: 2px; }
  .changes .grow { overflow-wrap: anywhere; }
  .changes p { font-size: 12px; }
  @container (max-width: 860px) { .two { grid-template-columns: minmax(0, 1fr); } }
`;
