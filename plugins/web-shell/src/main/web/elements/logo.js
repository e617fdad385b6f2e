import { html } from 'lit';

/**
 * Notes pinned up so that they make a C, and the pin.
 *
 * @param {number} size
 */
export function logo(size) {
  return html`<svg width=${size} height=${size} viewBox="0 0 24 24" aria-hidden="true">
    <rect width="24" height="24" rx="6" fill="#1d5bd6"></rect>
    <path fill="#fff" d="M7 5h10.5A1.5 1.5 0 0 1 19 6.5v1A1.5 1.5 0 0 1 17.5 9h-8v6h8a1.5 1.5 0 0 1 1.5 1.5v1a1.5 1.5 0 0 1-1.5 1.5H7a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2z"></path>
    <circle cx="16" cy="12" r="1.9" fill="#ffc75a"></circle>
  </svg>`;
}
