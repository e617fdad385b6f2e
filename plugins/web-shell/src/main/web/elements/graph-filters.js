import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { DEEPEST } from '../data/graph.js';
import { icon } from './icon.js';

/** @typedef {import('../data/graph.js').Question} Question */
/** @typedef {import('../data/graph.js').Picture} Picture */
/** @typedef {(change: Partial<Question>) => void} Ask */

const DIRECTIONS = { both: 'Both ways', out: 'Forward', in: 'Back' };

/**
 * What the neighbourhood can be narrowed by.
 *
 * @param {Question} question
 * @param {Picture | undefined} picture says what there is
 * @param {Ask} ask
 */
export function filters(question, picture, ask) {
  const kinds = (picture?.kinds ?? question.kinds).map((kind) => ({ value: kind, label: kind }));
  const relations = picture?.relations.map(({ type, title, inverse }) => ({ value: type, label: `${title} / ${inverse}` })) ??
    question.relations.map((type) => ({ value: type, label: type }));
  return html`
    ${choices('Kinds', kinds, question.kinds, (now) => ask({ kinds: now }))}
    ${choices('Relations', relations, question.relations, (now) => ask({ relations: now }))}
    <label><span class="unseen">Direction</span><select @change=${(/** @type {Event} */ event) => ask({ direction: /** @type {any} */ (valueOf(event)) })}>
      ${Object.entries(DIRECTIONS).map(([value, label]) => html`<option value=${value} ?selected=${value === question.direction}>${label}</option>`)}
    </select></label>
    <label><span class="unseen">Depth</span><select @change=${(/** @type {Event} */ event) => ask({ depth: Number(valueOf(event)) })}>
      ${Array.from({ length: DEEPEST }, (_, index) => index + 1).map((depth) => html`<option value=${depth} ?selected=${depth === question.depth}>Depth ${depth}</option>`)}
    </select></label>`;
}

/** @param {Event} event */
function valueOf(event) {
  return /** @type {HTMLSelectElement} */ (event.target).value;
}

/**
 * @param {string} title
 * @param {{ value: string, label: string }[]} values
 * @param {string[]} picked
 * @param {(picked: string[]) => void} pick
 */
function choices(title, values, picked, pick) {
  const all = [...values, ...picked.filter((one) => !values.some(({ value }) => value === one)).map((value) => ({ value, label: value }))];
  const toggle = (/** @type {string} */ value) => pick(picked.includes(value) ? picked.filter((one) => one !== value) : [...picked, value]);
  return html`<details class="choices" @keydown=${closeOnEscape} @focusout=${closeBehind}>
    <summary class="button" aria-label=${picked.length ? `${title}, ${picked.length} chosen` : title}>${title}${picked.length ? html`<span class="tag num">${picked.length}</span>` : nothing}${icon('chevron-down', 14)}</summary>
    <fieldset><legend class="unseen">${title}</legend>
      ${repeat(all, ({ value }) => value, ({ value, label }) => html`<label><input type="checkbox" .checked=${live(picked.includes(value))} @change=${() => toggle(value)} /><span>${label}</span></label>`)}
      ${all.length ? nothing : html`<p class="muted">Nothing to choose from.</p>`}
    </fieldset>
  </details>`;
}

/** @param {KeyboardEvent} event */
function closeOnEscape(event) {
  const details = /** @type {HTMLDetailsElement} */ (event.currentTarget);
  if (event.key === 'Escape' && details.open) {
    details.open = false;
    details.querySelector('summary')?.focus();
  }
}

/** @param {FocusEvent} event */
function closeBehind(event) {
  const details = /** @type {HTMLDetailsElement} */ (event.currentTarget);
  if (event.relatedTarget && !details.contains(/** @type {Node} */ (event.relatedTarget))) {
    details.open = false;
  }
}
