import { css } from 'lit';

/** How what is told below a page looks, and the dialog. */
export const looks = css`
  :host { display: block; max-width: 780px; }
  .about { min-height: 84px; margin-top: 36px; padding-top: 14px; border-top: 1px solid var(--p-line); }
  .facts { display: flex; flex-wrap: wrap; gap: 4px 18px; color: var(--p-fg2); font-size: 12px; line-height: 20px; }
  :is(.facts, .who) .ref { display: inline-flex; align-items: center; gap: 5px; vertical-align: bottom; }
  .votes { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; margin-top: 12px; }
  .votes [aria-pressed='true'] { border-color: var(--p-accent); background: var(--p-accent-tint); color: var(--p-accent); }
  .float:not(:popover-open) { display: none; }
  .float { position: fixed; inset: auto; margin: 0; box-shadow: var(--p-shadow); }
  .reports { margin-top: 18px; padding: 12px 14px; border-radius: var(--p-radius); background: var(--p-warn-tint); }
  .reports h3 { font: 600 13px/20px var(--p-font); }
  .reports li { margin-top: 12px; }
  .reports .who { color: var(--p-fg2); font-size: 12px; }
  blockquote { margin: 6px 0; padding-left: 10px; border-left: 3px solid var(--p-line-control); color: var(--p-fg2); max-height: 120px; overflow-y: auto; overflow-wrap: anywhere; white-space: pre-line; }
  .said { overflow-wrap: anywhere; white-space: pre-line; }
  .close { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; margin-top: 6px; }
  .close input { flex: 1; min-width: 120px; }
  dialog {
    width: min(480px, calc(100vw - 32px)); padding: 20px; border: 1px solid var(--p-line);
    border-radius: var(--p-radius-l); background: var(--p-surface); color: var(--p-fg); box-shadow: var(--p-shadow);
  }
  dialog::backdrop { background: var(--p-scrim); }
  label { display: block; margin: 12px 0 6px; font-weight: 500; }
  textarea {
    width: 100%; padding: 7px 10px; border: 1px solid var(--p-line-control); border-radius: var(--p-radius);
    background: var(--p-surface); color: var(--p-fg); font: 400 13px/20px var(--p-font); resize: vertical;
  }
  .ends { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 8px; margin-top: 16px; }
  @media print { .votes, .reports { display: none; } }
`;
