import { css } from 'lit';

export const tryStyles = css`
  :host { display: block; margin-top: 16px; }
  details > * { box-sizing: border-box; }
  details { border: 1px solid var(--p-line); border-radius: var(--p-radius-l); background: var(--p-surface); }
  summary { display: flex; align-items: center; gap: 8px; min-height: 40px; padding: 0 14px; border-radius: var(--p-radius-l); font-weight: 600; cursor: pointer; list-style: none; }
  summary::-webkit-details-marker { display: none; }
  summary .aside { margin-left: auto; color: var(--p-fg2); font-size: 12px; font-weight: 400; }
  summary > svg:first-child { color: var(--p-accent); }
  .in { padding: 4px 14px 14px; border-top: 1px solid var(--p-line); }
  form { display: grid; gap: 12px; margin-top: 10px; }
  .inputs { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(260px, 100%), 1fr)); gap: 12px 16px; }
  label { display: grid; gap: 3px; min-width: 0; align-content: start; }
  .label { display: flex; flex-wrap: wrap; align-items: baseline; gap: 6px; color: var(--p-fg); font-weight: 500; overflow-wrap: anywhere; }
  .label .where { color: var(--p-fg2); font-size: 12px; font-weight: 400; }
  .label .must { color: var(--p-warn); font-size: 11px; font-weight: 400; }
  .about { color: var(--p-fg2); font-size: 12px; line-height: 16px; overflow-wrap: anywhere; }
  :is(input, select, textarea) {
    width: 100%; min-width: 0; height: 30px; padding: 0 10px; border: 1px solid var(--p-line-control); border-radius: var(--p-radius);
    background: var(--p-surface); color: var(--p-fg); font: 400 12px/18px var(--p-font-mono);
  }
  textarea { height: auto; min-height: 132px; padding: 8px 10px; resize: vertical; }
  :is(input, select, textarea):focus-visible { outline-offset: -1px; border-radius: var(--p-radius); }
  .send { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 14px; }
  .send p { flex: 1 1 240px; color: var(--p-fg2); font-size: 12px; line-height: 16px; }
  .result { margin-top: 14px; padding-top: 14px; border-top: 1px solid var(--p-line); }
  .facts { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 14px; margin-bottom: 10px; color: var(--p-fg2); font-size: 12px; }
  .headers { margin-bottom: 10px; border-radius: var(--p-radius); background: var(--p-sunken); }
  .headers summary { min-height: 30px; padding: 0 12px; font-weight: 500; font-size: 12px; }
  .headers dl { display: grid; grid-template-columns: minmax(90px, max-content) minmax(0, 1fr); gap: 3px 16px; padding: 0 12px 10px; }
  .headers dt { color: var(--p-fg2); overflow-wrap: anywhere; }
  .headers dd { overflow-wrap: anywhere; }
  cb-code-text { border: 1px solid var(--p-line); border-radius: var(--p-radius); }
  @media (max-width: 760px) { summary .aside { display: none; } .headers dl { grid-template-columns: minmax(0, 1fr); } }
`;
