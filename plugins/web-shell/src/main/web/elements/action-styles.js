import { css } from 'lit';

/** For what can be pressed in views, and what it says afterwards. */
export const actionStyles = css`
  button[aria-disabled='true'] { opacity: 0.6; cursor: default; }
  .outcome { display: flex; align-items: flex-start; gap: 8px; margin-top: 10px; padding: 8px 10px; border-radius: var(--p-radius); overflow-wrap: anywhere; }
  .outcome svg { margin-top: 2px; }
  .outcome span { color: var(--p-fg); }
  .outcome.error { background: var(--p-bad-tint); }
  .outcome.warn { background: var(--p-warn-tint); }
`;
