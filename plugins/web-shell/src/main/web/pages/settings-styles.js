import { css } from 'lit';

export const settingsStyles = css`
  :host { display: block; }
  .card { padding: 16px; }
  .card-head { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 4px 16px; margin-bottom: 12px; }
  .card-head p, .note { color: var(--p-fg2); }
  fieldset { min-width: 0; margin: 0; padding: 0; border: 0; }
  legend, .label { padding: 0; margin-bottom: 4px; color: var(--p-fg); font: 500 13px/20px var(--p-font); }
  .help { color: var(--p-fg2); font-size: 12px; line-height: 16px; }
  .fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(240px, 100%), 1fr)); gap: 14px 20px; }
  .field { display: grid; gap: 3px; align-content: start; min-width: 0; }
  :is(input:not([type='radio'], [type='checkbox']), select) {
    width: 100%; min-width: 0; height: 30px; padding: 0 10px; border: 1px solid var(--p-line-control); border-radius: var(--p-radius);
    background: var(--p-surface); color: var(--p-fg); font: 400 13px/20px var(--p-font);
  }
  :is(input, select):focus-visible { outline-offset: -1px; border-radius: var(--p-radius); }
  .choices { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 8px; max-width: 520px; }
  .choice { position: relative; display: flex; align-items: center; gap: 8px; min-height: 38px; padding: 0 12px; border: 1px solid var(--p-line-control); border-radius: var(--p-radius); cursor: pointer; }
  .choice:hover { background: var(--p-hover); }
  .choice:has(:checked) { border-color: var(--p-accent); background: var(--p-accent-tint); }
  .choice:has(:focus-visible) { outline: 2px solid var(--p-accent); outline-offset: 1px; }
  .choice input { position: absolute; opacity: 0; }
  .choice svg { color: var(--p-fg2); }
  .card { min-width: 0; }
  .table td { vertical-align: middle; }
  .table .name { overflow-wrap: anywhere; }
  .also { display: block; color: var(--p-fg2); font-size: 12px; line-height: 16px; overflow-wrap: anywhere; }
  .action { text-align: right; }
  .rights { min-width: 0; display: flex; flex-wrap: wrap; gap: 6px; }
  .checks { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(220px, 100%), 1fr)); gap: 2px 16px; margin-top: 6px; }
  .checks label { display: flex; align-items: center; gap: 8px; min-height: 26px; overflow-wrap: anywhere; cursor: pointer; }
  .send { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 14px; }
  .fresh { display: grid; gap: 8px; margin-bottom: 14px; padding: 14px; border: 1px solid var(--p-line); border-radius: var(--p-radius); background: var(--p-ok-tint); }
  .fresh .secret { display: flex; align-items: center; gap: 8px; min-width: 0; }
  .fresh code { min-width: 0; padding: 4px 8px; border-radius: var(--p-radius-s); background: var(--p-surface); overflow-wrap: anywhere; user-select: all; }
  .make { margin-bottom: 14px; padding-bottom: 14px; border-bottom: 1px solid var(--p-line); }
  .waiting { min-height: 96px; }
  .trouble { margin-bottom: 12px; }
  @media (max-width: 700px) {
    .choices { grid-template-columns: minmax(0, 1fr); }
    .wide { display: none; }
  }
`;
