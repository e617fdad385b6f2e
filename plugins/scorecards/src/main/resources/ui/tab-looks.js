import { css } from 'lit';

/** The scores of one entity. */
export const tabLooks = css`
  .top { display: flex; align-items: center; gap: 12px; min-height: 30px; margin-bottom: 14px; }
  .standard { padding: 16px; margin-bottom: var(--p-gap); }
  .standard > h3 { margin-bottom: 12px; font: 600 16px/24px var(--p-font); letter-spacing: -0.01em; }
  h4 { margin: 0; font: 600 13px/20px var(--p-font); }
  h5 { margin: 0; color: var(--p-fg2); font: 500 12px/16px var(--p-font); }
  .tracks { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(320px, 100%), 1fr)); gap: var(--p-gap); margin-bottom: 20px; }
  .track { display: grid; gap: 12px; align-content: start; min-width: 0; padding: 12px 14px 14px; border: 1px solid var(--p-line); border-radius: var(--p-radius); background: var(--p-bg); }
  .track.tall { min-height: 168px; }
  .levels { display: grid; grid-template-columns: repeat(auto-fit, minmax(84px, 1fr)); gap: 10px 12px; }
  .levels li { display: grid; gap: 5px; min-width: 0; color: var(--p-fg2); font-size: 12px; line-height: 16px; }
  .levels .row { gap: 6px; }
  .levels .reached .grow { color: var(--p-fg); font-weight: 500; }
  .levels .num { display: inline-flex; align-items: center; gap: 3px; }
  .next { display: grid; gap: 5px; padding-top: 10px; border-top: 1px solid var(--p-line); }
  .next ol { display: grid; gap: 3px; padding-left: 18px; list-style: decimal; }
  .next li::marker { color: var(--p-fg3); font-variant-numeric: tabular-nums; }
  .next .effort { margin-left: 6px; vertical-align: baseline; }
  .done { padding-top: 10px; border-top: 1px solid var(--p-line); }

  .group { margin: 18px 0 6px; }
  .checks { border-top: 1px solid var(--p-line); }
  .check { border-bottom: 1px solid var(--p-line); scroll-margin: 80px; }
  .check summary { display: flex; align-items: center; gap: 10px; padding: 8px 6px; border-radius: var(--p-radius-s); cursor: pointer; list-style: none; }
  .check summary::-webkit-details-marker { display: none; }
  .check summary:hover { background: var(--p-hover); }
  .check .turn { display: inline-flex; color: var(--p-fg3); transition: transform 120ms; }
  .check[open] .turn { transform: rotate(90deg); }
  .check .state { flex: none; width: 88px; }
  .check.is-unknown .state { padding-left: 5px; margin-left: -6px; border: 1px dashed var(--p-line-control); border-radius: 11px; width: 89px; }
  .check .title { overflow-wrap: anywhere; font-weight: 500; }
  .check.is-passed .title { font-weight: 400; }
  .marks { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 2px 12px; }
  .about { display: grid; gap: 10px; padding: 2px 6px 16px 128px; min-width: 0; }
  .about p { max-width: 84ch; }
  .message { font-weight: 500; }
  .small { font-size: 12px; }
  .fix, .exemption { display: flex; gap: 9px; padding: 9px 12px; border-radius: var(--p-radius); background: var(--p-accent-tint); }
  .fix > svg, .exemption > svg { margin-top: 3px; color: var(--p-accent); }
  .fix > div { display: grid; gap: 1px; min-width: 0; overflow-wrap: anywhere; }
  .fix strong { font-weight: 500; }
  .fix .inside { width: fit-content; }
  .fix .out { display: inline-flex; align-items: center; gap: 5px; width: fit-content; min-height: 24px; }
  .evidence { font-size: 12px; }
  .evidence th { padding: 4px 12px 4px 0; }
  .evidence td { padding: 6px 12px 6px 0; overflow-wrap: anywhere; }
  .evidence td:nth-child(2) { min-width: 120px; }
  .evidence .num { white-space: nowrap; }
  .evidence code { padding: 1px 5px; border-radius: var(--p-radius-s); background: var(--p-sunken); overflow-wrap: anywhere; }
  @container (max-width: 620px) {
    .about { padding-left: 6px; }
    .check summary { flex-wrap: wrap; gap: 2px 8px; }
    .check .title { order: 3; flex: 1 0 100%; padding-left: 24px; }
    .marks { margin-left: auto; }
  }
`;
