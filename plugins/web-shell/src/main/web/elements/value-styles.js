import { css } from 'lit';

export const valueStyles = css`
  .ref, .out { display: inline-flex; align-items: center; gap: 5px; min-height: 24px; max-width: 100%; }
  .ref svg { color: var(--p-fg3); }
  .long { min-width: 0; overflow-wrap: anywhere; }
  .inside { color: var(--p-accent); }
`;
