import { css } from 'lit';

export const paletteStyles = css`
  dialog {
    width: min(620px, calc(100vw - 32px)); max-height: 76vh; margin: 12vh auto auto; padding: 0; border: 1px solid var(--p-line);
    border-radius: 12px; background: var(--p-surface); color: var(--p-fg); box-shadow: var(--p-shadow); overflow: hidden;
  }
  dialog[open] { display: flex; flex-direction: column; }
  dialog::backdrop { background: var(--p-scrim); }
  .field { display: flex; align-items: center; gap: 10px; flex: none; padding: 0 16px; border-bottom: 1px solid var(--p-line); color: var(--p-fg3); }
  .field input { flex: 1; min-width: 0; height: 50px; padding: 0; border: 0; background: none; font-size: 15px; outline: none; }
  .list { min-height: 0; padding: 0 6px 6px; overflow-y: auto; scroll-padding: 34px 0 6px; }
  .group { padding: 12px 10px 4px; color: var(--p-fg2); font: 500 12px/16px var(--p-font); }
  [role='option'] { display: flex; align-items: center; gap: 10px; height: 36px; padding: 0 10px; border-radius: var(--p-radius); cursor: pointer; }
  [role='option'][aria-selected='true'] { background: var(--p-selected); }
  [role='option'] svg { color: var(--p-fg3); }
  .name { min-width: 0; }
  .detail { flex: 0 1 auto; max-width: 55%; margin-left: auto; padding-left: 12px; color: var(--p-fg2); font-size: 12px; }
  .none { padding: 28px 24px; color: var(--p-fg2); text-align: center; overflow-wrap: anywhere; }
  .notice { display: flex; gap: 8px; padding: 10px 16px; border-bottom: 1px solid var(--p-line); background: var(--p-warn-tint); color: var(--p-warn); overflow-wrap: anywhere; }
  .notice svg { margin-top: 2px; }
  footer { display: flex; flex-wrap: wrap; gap: 4px 16px; flex: none; padding: 8px 16px; border-top: 1px solid var(--p-line); color: var(--p-fg2); font-size: 12px; }
  .head { display: flex; align-items: center; gap: 10px; flex: none; padding: 14px 16px 0; }
  .head h2 { overflow-wrap: anywhere; }
  .body { min-height: 0; padding: 14px 20px 20px; overflow-y: auto; }
  .about { margin-left: auto; padding-left: 12px; flex: none; max-width: 45%; color: var(--p-fg2); font-size: 12px; }
  @media (max-width: 700px) { footer { display: none; } .detail { max-width: 40%; } }
`;
