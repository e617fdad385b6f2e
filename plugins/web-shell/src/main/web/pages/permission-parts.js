import { css, html, nothing } from 'lit';
import { icon } from '../elements/icon.js';
import { refLink } from '../elements/value.js';

/** @typedef {import('../data/permissions.js').Extent} Extent */
/** @typedef {import('../data/permissions.js').Mistake} Mistake */
/** @typedef {import('../data/permissions.js').RulePlace} RulePlace */

export const permissionStyles = css`
  :host { display: block; }
  .table :is(.verdict, .place) { white-space: nowrap; }
  .table .what { overflow-wrap: anywhere; }
  .also { display: block; color: var(--p-fg2); font-size: 12px; line-height: 18px; overflow-wrap: anywhere; }
  .ref { display: inline-flex; align-items: center; gap: 5px; max-width: 100%; }
  .ref svg { color: var(--p-fg3); }
  .everyone { white-space: nowrap; }
  .lead .ref { vertical-align: bottom; }
  .lead { margin-bottom: 12px; color: var(--p-fg2); }
  .mistakes { display: grid; gap: 8px; padding: 12px 16px; }
  .mistakes li { display: flex; gap: 10px; align-items: flex-start; overflow-wrap: anywhere; }
  .mistakes svg { margin-top: 2px; }
  .waiting { min-height: 320px; padding: 20px 16px; }
`;

/** @type {Record<Extent, [string, import('../elements/icon.js').IconName, string]>} */
const EXTENTS = { all: ['ok', 'circle-check', 'may'], some: ['info', 'circle-check', 'may, for some'], none: ['unknown', 'x', 'may not'] };

/** @param {Extent} extent */
export function extentPill(extent) {
  const [tone, sign, words] = EXTENTS[extent];
  return html`<span class="pill ${tone}">${icon(sign, 13)}${words}</span>`;
}

/** @param {string} ref of a person, a group, or everyone */
export function subject(ref) {
  return ref === 'everyone' ? html`<span class="everyone">Everyone signed in</span>` : refLink(ref);
}

/** @param {RulePlace} rule */
export function placeOf({ file, line }) {
  return html`<span class="mono soft">${file}:${line}</span>`;
}

/**
 * @param {RulePlace | null} rule
 * @param {string} reason said where no rule decided
 */
export function whyOf(rule, reason) {
  return rule ? html`<span class="mono">${rule.words}</span><span class="also">${placeOf(rule)}</span>` : html`<span class="soft">${reason}</span>`;
}

/**
 * @param {string} title
 * @param {Mistake[]} mistakes
 */
export function mistakeList(title, mistakes) {
  return html`<section class="panel" aria-label=${title}>
    <ul class="mistakes">
      <li><strong>${title}</strong></li>
      ${mistakes.map(({ line, column, reason, fix }) => html`<li>
        <span class="error">${icon('circle-x', 15)}</span>
        <span><span class="mono soft">${line}:${column}</span> ${reason} <span class="soft">${fix}</span></span>
      </li>`)}
    </ul>
  </section>`;
}

/** @param {string[]} unknown */
export function unknownNote(unknown) {
  return unknown.length
    ? html`<p class="lead">No plugin here declares ${unknown.map((name, index) => html`${index ? ', ' : ''}<span class="mono">${name}</span>`)}: a slip, or of a plugin that is to come.</p>`
    : nothing;
}
