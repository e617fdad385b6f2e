import { css } from 'lit';

export const catalogStyles = css`
  :host { display: block; height: 100%; }
  .page { display: grid; grid-template: auto minmax(0, 1fr) / 216px minmax(0, 1fr); gap: 18px 28px; height: 100%; padding-bottom: 24px; }
  .page-head { grid-column: span 2; margin: 0; }
  cb-facets { position: relative; overflow-y: auto; padding: 0 8px; margin: 0 -8px; scrollbar-width: thin; scrollbar-gutter: stable; }
  .list { display: grid; grid-template-rows: auto minmax(0, 1fr); gap: 10px; min-height: 0; }
  .tools { display: flex; flex-wrap: wrap; align-items: center; gap: 10px; }
  .whole { position: relative; display: flex; flex-wrap: wrap; justify-content: flex-end; align-items: center; gap: 8px; margin-left: auto; }
  .exports { display: grid; gap: 10px; }
  .exports p { overflow-wrap: anywhere; }
  .field { position: relative; flex: 0 1 300px; min-width: 180px; }
  .field svg { position: absolute; top: 7px; left: 10px; color: var(--p-fg3); pointer-events: none; }
  .field input { width: 100%; padding: 0 34px 0 32px; }
  .field kbd { position: absolute; top: 6px; right: 8px; }
  .count { min-width: 108px; margin-right: 4px; text-align: right; color: var(--p-fg2); white-space: nowrap; }
  .filters { display: none; }
  .area { position: relative; min-height: 0; overflow: hidden; }
  cb-entity-table { height: 100%; }
  .over { position: absolute; inset: 37px 0 0; background: var(--p-surface); }
  @media (max-width: 1000px) {
    .page { grid-template: auto auto minmax(0, 1fr) / minmax(0, 1fr); gap: 14px; padding: 16px; }
    .page-head { grid-column: auto; }
    .filters { display: inline-flex; }
    cb-facets { display: none; max-height: 40vh; grid-template-columns: repeat(auto-fill, minmax(160px, 1fr)); }
    cb-facets.open { display: grid; align-items: start; }
    .list { grid-row: 3; }
  }
`;
