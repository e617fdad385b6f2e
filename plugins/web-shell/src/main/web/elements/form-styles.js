import { css } from 'lit';

export const formStyles = css`
  :host { display: block; min-width: 0; }
  form { display: grid; gap: 16px; max-width: 560px; }
  h3 { margin-bottom: -2px; }
  .field { display: grid; gap: 4px; min-width: 0; margin: 0; padding: 0; border: 0; }
  .label { padding: 0; color: var(--p-fg); font: 500 13px/20px var(--p-font); }
  .needed { color: var(--p-bad); }
  .help { color: var(--p-fg2); font-size: 12px; line-height: 16px; }
  .fault { display: flex; align-items: flex-start; gap: 5px; color: var(--p-bad); font-size: 12px; line-height: 16px; overflow-wrap: anywhere; }
  .fault svg { margin-top: 1px; }
  :is(input:not([type='checkbox']), textarea, select) {
    width: 100%; height: 32px; margin: 0; padding: 0 10px; border: 1px solid var(--p-line-control); border-radius: var(--p-radius);
    background: var(--p-surface); color: var(--p-fg); font: 400 13px/20px var(--p-font);
  }
  textarea { height: auto; min-height: 84px; padding: 6px 10px; resize: vertical; }
  select { padding-right: 6px; }
  input:is([inputmode='decimal'], [type='date']) { max-width: 200px; font-variant-numeric: tabular-nums; }
  :is(input, textarea, select):hover { border-color: var(--p-fg3); }
  :is(input, textarea, select):focus-visible { outline-offset: -1px; border-radius: var(--p-radius); }
  [aria-invalid='true']:not([type='checkbox']) { border-color: var(--p-bad) !important; }
  .option { display: flex; align-items: flex-start; gap: 8px; min-height: 24px; cursor: pointer; }
  .option input { flex: none; margin-top: 3px; }
  .options { display: grid; gap: 2px; }
  .send { display: flex; align-items: center; gap: 12px; }
  .combo { position: relative; }
  .combo > svg { position: absolute; top: 8px; left: 10px; color: var(--p-fg3); pointer-events: none; }
  .combo input { padding-left: 32px; }
  [role='listbox'] {
    position: fixed; inset: auto; max-height: 300px; margin: 0; padding: 4px; overflow-y: auto; border: 1px solid var(--p-line); border-radius: var(--p-radius);
    background: var(--p-surface); color: var(--p-fg); box-shadow: var(--p-shadow);
  }
  [role='option'] { display: flex; align-items: center; gap: 9px; height: 32px; padding: 0 8px; border-radius: var(--p-radius-s); cursor: pointer; }
  [role='option'][aria-selected='true'] { background: var(--p-selected); }
  [role='option'] svg { color: var(--p-fg3); }
  [role='option'] .also { margin-left: auto; padding-left: 12px; color: var(--p-fg2); font-size: 12px; }
`;
