import { css, html, nothing } from 'lit';
import { plural } from '../data/format.js';
import { icon } from '../elements/icon.js';
import { diagnosisNotice } from './plugin-diagnosis.js';
import { pointOf } from './plugin-points.js';

/** @typedef {import('../data/types.js').Plan} Plan */
/** @typedef {import('../data/types.js').Contribution} Contribution */

export const planStyles = css`
  .facts { display: grid; grid-template-columns: 128px 1fr; gap: 10px 16px; }
  .facts dt { color: var(--p-fg2); }
  .facts dd { min-width: 0; overflow-wrap: anywhere; }
  .facts li + li { margin-top: 3px; }
  .facts .point { color: var(--p-fg3); }
  .facts .calm { color: var(--p-fg2); }
  .facts li .note { display: block; color: var(--p-fg2); font-size: 12px; line-height: 18px; white-space: pre-wrap; }
`;

/** @type {Record<string, string>} */
const KINDS = { permission: 'asks callers for', package: 'uses', config: 'setting', host: 'asks the server', port: 'opens a port', table: 'new table', column: 'new column', index: 'new index' };

/**
 * @param {Plan | undefined} plan
 * @returns {boolean} whether the jar is refused for being earlier than what serves
 */
export function isDowngrade(plan) {
  return plan?.action === 'refuse' && !!plan.diagnosis?.fix.includes('downgrade');
}

/** @param {Plan} plan */
export function planView(plan) {
  if (plan.diagnosis) {
    return diagnosisNotice(plan.diagnosis, 'error', plan.from ? html`<p class="why">${plan.from} goes on serving.</p>` : nothing);
  }
  const { from, to, stops, starts, adds, changes, removes, asks, signedBy } = plan;
  return html`<dl class="facts">
    <dt>What happens</dt><dd>${from && from !== to ? html`${to} starts beside ${from}, takes over when it has proven itself, and ${from} finishes its requests.`
      : from ? html`The portal has this very version already.` : html`${to} starts and serves when it has proven itself.`}</dd>
    ${extensions('Appears', adds)}${extensions('Stays', changes)}${extensions('Vanishes', removes)}
    <dt>Other plugins</dt><dd>${stops.length || starts.length
      ? html`<span class="warn row">${icon('triangle-alert', 14)}${[stops.length ? `${stops.join(', ')} ${stops.length === 1 ? 'is' : 'are'} stopped` : '', starts.length ? `${starts.join(', ')} ${starts.length === 1 ? 'is' : 'are'} started` : ''].filter(Boolean).join('; ')}</span>`
      : html`<span class="calm">None is touched.</span>`}</dd>
    ${asks.length ? html`<dt>Wants</dt><dd><ul>${asks.map(({ kind, name, note }) => html`<li><span class="point">${KINDS[kind] ?? kind}</span> <span class="mono">${name}</span>${note ? html`<span class="note">${note}</span>` : nothing}</li>`)}</ul></dd>` : nothing}
    ${signedBy ? html`<dt>Signed by</dt><dd>${signedBy.subject}</dd>` : nothing}
  </dl>`;
}

/**
 * @param {string} label
 * @param {Contribution[]} items
 */
function extensions(label, items) {
  return items.length
    ? html`<dt>${label}</dt><dd><ul aria-label=${`${label}: ${plural(items.length, 'extension')}`}>${items.map(({ point, id, title }) => html`<li>${title || id} <span class="point">${pointOf(point).one}</span></li>`)}</ul></dd>`
    : nothing;
}

/** @param {string} kind of a need */
export function kindOfNeed(kind) {
  return KINDS[kind] ?? kind;
}
