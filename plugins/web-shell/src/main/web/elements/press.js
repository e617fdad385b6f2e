import { html, nothing } from 'lit';
import { STATUS_ICONS, icon } from './icon.js';
import { confirm } from './dialog.js';

/** @typedef {import('../data/types.js').Outcome} Outcome */

/**
 * @typedef {object} Press
 * @property {string} action
 * @property {Record<string, string[]>} values
 * @property {Promise<Outcome>} [outcome] put there by the view that takes it on
 */

/** The event by which a button or form asks the view around it to act. */
export const PRESS = 'cb-press';

/**
 * @param {HTMLElement} element the button or form
 * @param {string} action
 * @param {Record<string, string[]>} [values]
 * @returns {Promise<Outcome>} never fails: what went wrong is an outcome too
 */
export function pressed(element, action, values = {}) {
  /** @type {Press} */
  const detail = { action, values };
  element.dispatchEvent(new CustomEvent(PRESS, { detail, bubbles: true, composed: true }));
  return detail.outcome ?? Promise.resolve({ status: 'error', message: 'Nothing in this place can be pressed.' });
}

/**
 * @param {{ confirm?: string, label: string, style?: string }} button
 * @returns {Promise<boolean>} whether the reader means it
 */
export async function isMeant({ confirm: question, label, style }) {
  return !question || confirm({ title: question, text: '', yes: label, danger: style === 'danger' });
}

/**
 * Says beside the button what went wrong; what went well is said in a corner.
 *
 * @param {Outcome | undefined} outcome
 */
export function outcomeNotice(outcome) {
  if (!outcome?.message || !isBad(outcome)) {
    return nothing;
  }
  return html`<p class="outcome ${outcome.status}" role="alert">
    ${icon(STATUS_ICONS[outcome.status])}<span>${outcome.message}</span>
  </p>`;
}

/** @param {Outcome} outcome */
export function isBad({ status }) {
  return status === 'error' || status === 'warn';
}
