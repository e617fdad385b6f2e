import { LitElement, css, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { formatNumber } from '../data/format.js';
import { shortRef } from '../data/ref.js';
import { bars } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';

/** @typedef {import('../data/types.js').FacetValue} FacetValue */
/** @typedef {{ key: string, path: string, title: string, label?: (value: string) => string }} Facet */

/** @type {Facet[]} */
export const FACETS = [
  { key: 'kind', path: 'kind', title: 'Kind' },
  { key: 'type', path: 'spec.type', title: 'Type' },
  { key: 'owner', path: 'relations.ownedBy', title: 'Owner', label: shortRef },
  { key: 'lifecycle', path: 'spec.lifecycle', title: 'Lifecycle' },
  { key: 'tag', path: 'metadata.tags', title: 'Tags' },
];
const FEW = 6;

/** What the catalog can be narrowed down by, with how many entities each value leaves. Fires `pick` with facet and value. */
export class Facets extends LitElement {
  static properties = {
    values: { attribute: false },
    picked: { attribute: false },
    counted: { type: Boolean },
    open: { state: true },
  };

  static styles = [
    shared,
    stateStyles,
    css`
      :host { display: grid; gap: 20px; align-content: start; }
      fieldset { min-width: 0; margin: 0; padding: 0; border: 0; }
      legend { padding: 0; margin-bottom: 5px; color: var(--p-fg2); font: 500 12px/16px var(--p-font); }
      label { display: flex; align-items: center; gap: 8px; height: 28px; margin: 0 -8px; padding: 0 8px; border-radius: var(--p-radius); color: var(--p-fg2); cursor: pointer; }
      label:hover { background: var(--p-hover); color: var(--p-fg); }
      label.on { color: var(--p-fg); font-weight: 500; }
      .count { margin-left: auto; color: var(--p-fg3); font-weight: 400; }
      button { margin-top: 4px; font-size: 12px; }
    `,
  ];

  constructor() {
    super();
    /** @type {Record<string, FacetValue[]> | undefined} */
    this.values = undefined;
    /** @type {Record<string, string[]>} */
    this.picked = {};
    this.counted = true;
    /** @type {Set<string>} */
    this.open = new Set();
  }

  render() {
    return this.values ? FACETS.map((facet) => this.#facet(facet)) : FACETS.slice(0, 3).map(() => bars([30, 80, 70, 75]));
  }

  /** @param {Facet} facet */
  #facet({ key, title, label = (value) => value }) {
    const picked = this.picked[key] ?? [];
    const values = inOrder(this.values?.[key] ?? [], picked);
    if (!values.length) {
      return nothing;
    }
    const shown = this.open.has(key) ? values : values.filter(({ value }, index) => index < FEW || picked.includes(value.toLowerCase()));
    return html`<fieldset>
      <legend>${title}</legend>
      ${shown.map(({ value, count }) => this.#value(key, value, label(value), count, picked.includes(value.toLowerCase())))}
      ${values.length > FEW ? this.#more(key, title, values.length) : nothing}
    </fieldset>`;
  }

  /**
   * @param {string} facet
   * @param {string} value
   * @param {string} label
   * @param {number} count
   * @param {boolean} isOn
   */
  #value(facet, value, label, count, isOn) {
    const pick = () => this.dispatchEvent(new CustomEvent('pick', { detail: { facet, value: value.toLowerCase() } }));
    return html`<label class=${isOn ? 'on' : ''} title=${value}>
      <input type="checkbox" .checked=${live(isOn)} @change=${pick} />
      <span class="cut">${label}</span>${this.counted ? html`<span class="count num">${formatNumber(count)}</span>` : nothing}
    </label>`;
  }

  /**
   * @param {string} key
   * @param {string} title
   * @param {number} count
   */
  #more(key, title, count) {
    const isOpen = this.open.has(key);
    return html`<button class="text" aria-expanded=${isOpen} @click=${() => this.#toggle(key)}>
      ${isOpen ? 'Show fewer' : `Show all ${count}`}<span class="unseen"> of ${title}</span>
    </button>`;
  }

  /** @param {string} key */
  #toggle(key) {
    const open = new Set(this.open);
    if (!open.delete(key)) {
      open.add(key);
    }
    this.open = open;
  }
}

/**
 * @param {FacetValue[]} values
 * @param {string[]} picked stay in the list even where nothing is left of them
 */
function inOrder(values, picked) {
  const missing = picked.filter((one) => !values.some(({ value }) => value.toLowerCase() === one));
  return [...values, ...missing.map((value) => ({ value, count: 0 }))].sort(
    (a, b) => b.count - a.count || a.value.localeCompare(b.value),
  );
}

customElements.define('cb-facets', Facets);
