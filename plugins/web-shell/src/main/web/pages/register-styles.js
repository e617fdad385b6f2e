import { css } from 'lit';

export const registerStyles = css`
  :host { display: block; }
  form { padding: 16px; }
  label { display: block; margin-bottom: 6px; font-weight: 500; }
  .line { display: flex; gap: 8px; }
  .line input { flex: 1; min-width: 0; height: 36px; font-family: var(--p-font-mono); font-size: 12px; }
  .line input:focus-visible { outline-offset: -1px; border-radius: var(--p-radius); }
  .line button { height: 36px; padding: 0 16px; }
  .hint { margin-top: 8px; color: var(--p-fg2); overflow-wrap: anywhere; }
  .result { margin-top: 24px; }
  .waiting { min-height: 200px; padding: 20px 16px; }
  .verdict { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 12px 16px; padding: 16px; }
  .verdict .grow { flex: 1 1 320px; }
  .verdict .target { margin-top: 2px; color: var(--p-fg3); overflow-wrap: anywhere; }
  .pills { display: flex; flex-wrap: wrap; gap: 6px; margin-top: 10px; }
  .note { max-width: 46ch; color: var(--p-fg2); font-size: 12px; text-align: right; }
  .do { display: grid; gap: 6px; justify-items: end; }
  .do button { height: 34px; padding: 0 16px; }
  .part { margin-top: 20px; }
  .part > h3 { display: flex; align-items: baseline; gap: 8px; margin-bottom: 8px; }
  .part > h3 .num { color: var(--p-fg3); font-weight: 400; }
  .advice { display: grid; gap: 12px; max-width: 720px; margin-top: 12px; }
  .kind-head td { padding: 7px 12px; background: var(--p-sunken); color: var(--p-fg2); font: 500 12px/16px var(--p-font); }
  .kind-head th { background: var(--p-sunken); color: var(--p-fg2); }
  .entities { overflow: hidden; }
  .entities .name { display: flex; align-items: flex-start; gap: 10px; }
  .entities .name svg { margin-top: 2px; color: var(--p-fg3); }
  .entities .name strong { display: block; font-weight: 500; overflow-wrap: anywhere; }
  .entities .also { display: block; color: var(--p-fg3); overflow-wrap: anywhere; }
  .entities td { overflow-wrap: anywhere; }
  .entities .standing { width: 220px; }
  .entities .place { width: 32%; color: var(--p-fg2); }
  .more { padding: 10px 12px; border-top: 1px solid var(--p-line); }
  .progress { height: 4px; margin-top: 12px; border-radius: 2px; background: var(--p-selected); overflow: hidden; }
  .progress rect { fill: var(--p-ok); transition: width 200ms; }
  .progress svg { display: block; width: 100%; height: 4px; }
  @media (max-width: 760px) {
    .page { padding: 16px; }
    .line { flex-direction: column; }
    .line input { flex: none; width: 100%; }
    .do { justify-items: start; }
    .note { text-align: left; }
    .entities table, .entities tbody, .entities tr, .entities td { display: block; width: auto !important; }
    .entities thead { display: none; }
    .entities tr { padding: 8px 0; border-top: 1px solid var(--p-line); }
    .entities td { padding: 2px 12px; border: 0; }
    .entities td:empty { display: none; }
  }
`;
