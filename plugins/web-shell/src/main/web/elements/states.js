import { html, nothing } from 'lit';
import { icon } from './icon.js';

/** @typedef {{ message: string, hint?: string, status?: number }} Failure */

const FORBIDDEN = 403;

/**
 * Says that there is nothing to show, and what would change that.
 *
 * @param {unknown} title
 * @param {unknown} [hint]
 * @param {unknown} [action]
 */
export function empty(title, hint, action = nothing) {
  return html`<div class="empty" part="empty"><strong>${title}</strong>${hint ? html`<span>${hint}</span>` : nothing}${action}</div>`;
}

/**
 * Says what failed and offers to try again, or else which right is missing.
 *
 * @param {Failure} failure
 * @param {() => void} [again]
 */
export function failure({ message, hint, status }, again) {
  if (status === FORBIDDEN) {
    // where it can't be loaded, the portal does not answer anyway
    import('./no-right.js').catch(() => {});
    return html`<cb-no-right class="panel" .message=${message} .hint=${hint}></cb-no-right>`;
  }
  return html`<div class="failure" role="alert">
    <span class="error">${icon('circle-alert')}</span>
    <div><strong>${message}</strong>${hint ? html`<span>${hint}</span>` : nothing}</div>
    ${again ? html`<button class="small" @click=${again}>${icon('refresh-cw', 13)}Try again</button>` : nothing}
  </div>`;
}

/**
 * Grey bars where text will be.
 *
 * @param {number[]} widths in per cent
 */
export function bars(widths) {
  return html`<div class="bars" aria-hidden="true">
    ${widths.map((width) => html`<svg width="${width}%" height="12" class="skeleton"></svg>`)}
  </div>`;
}
