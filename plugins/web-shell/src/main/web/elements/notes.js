import { css, html } from 'lit';
import { icon } from './icon.js';

/**
 * Says that something newer is there and waits for the reader.
 *
 * @param {string} text
 * @param {() => void} update
 */
export function waitingNote(text, update) {
  return html`<div class="note">
    <span class="info">${icon('refresh-cw', 14)}</span><span class="grow">${text}</span>
    <button class="small" @click=${update}>Update</button>
  </div>`;
}

/**
 * Says what is wrong with what is shown all the same.
 *
 * @param {string} text
 * @param {() => void} [again]
 */
export function staleNote(text, again) {
  return html`<div class="note">
    <span class="warn">${icon('triangle-alert', 14)}</span><span class="grow">${text}</span>
    ${again ? html`<button class="small" @click=${again}>Try again</button>` : ''}
  </div>`;
}

export const noteStyles = css`
  .note {
    display: flex; align-items: center; gap: 8px; margin-top: 12px; padding: 6px 8px; border-radius: var(--p-radius);
    background: var(--p-sunken); color: var(--p-fg2); font-size: 12px; overflow-wrap: anywhere;
  }
  .note span:first-child { display: inline-flex; }
`;
