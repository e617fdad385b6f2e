import { html, nothing } from 'lit';
import { icon } from '../elements/icon.js';

/** @typedef {import('../data/columns.js').Column} Column */

/**
 * @typedef {object} Heads what the heads of a table have in common
 * @property {string} order the path that the rows are sorted by, with `-` before it for the largest first
 * @property {(plugin: string) => { message: string, hint?: string } | undefined} failure why a plugin's column has no cells
 * @property {(order: string) => void} sort
 * @property {(plugin: string) => void} again asks again for a plugin's column
 */

/**
 * @param {Column} column
 * @param {Heads} heads
 */
export function headCell({ title, key, isSortable, plugin }, { order, failure, sort, again }) {
  const why = plugin && failure(plugin);
  if (!isSortable) {
    return html`<span role="columnheader"><span class="cut">${title}</span>${why ? missing(title, why, () => again(plugin)) : nothing}</span>`;
  }
  const isSorted = order.replace('-', '') === key;
  const isDescending = order.startsWith('-');
  const next = isSorted && !isDescending ? `-${key}` : key;
  return html`<span role="columnheader" aria-sort=${isSorted ? (isDescending ? 'descending' : 'ascending') : 'none'}>
    <button title=${title} @click=${() => sort(next)}>
      <span class="cut">${title}</span>${isSorted ? icon(isDescending ? 'chevron-down' : 'chevron-up', 13) : nothing}
    </button>
  </span>`;
}

/**
 * @param {string} title
 * @param {{ message: string, hint?: string }} failure
 * @param {() => void} again
 */
function missing(title, { message, hint = '' }, again) {
  const text = `${title} is not available. ${message} ${hint} Try again`;
  return html`<button class="why" aria-label=${text} title=${text} @click=${again}>${icon('triangle-alert', 13)}</button>`;
}
