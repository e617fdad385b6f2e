import { css } from 'lit';

export const stateStyles = css`
  .empty { display: grid; justify-items: center; gap: 4px; padding: 28px 16px; color: var(--p-fg3); text-align: center; }
  .empty h1 { color: var(--p-fg); }
  .empty strong { color: var(--p-fg2); font-weight: 500; }
  .empty > :is(button, .button) { margin-top: 10px; color: var(--p-fg); }
  .failure {
    display: flex; align-items: flex-start; gap: 10px; padding: 12px 14px; border: 1px solid var(--p-line);
    border-radius: var(--p-radius-l); background: var(--p-surface);
  }
  .failure > div { display: grid; flex: 1; gap: 2px; color: var(--p-fg2); overflow-wrap: anywhere; }
  .failure strong { color: var(--p-fg); font-weight: 500; }
  .failure > span { display: inline-flex; padding-top: 2px; }
  .bars { display: grid; gap: 14px; padding: 4px 0; }
  .bars svg { display: block; }
`;
