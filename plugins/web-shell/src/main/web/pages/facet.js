import { LitElement, css, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { facetCounts } from '../data/entity-list.js';
import { formatNumber } from '../data/format.js';
import { coalesced } from '../data/topic.js';
import { icon } from '../elements/icon.js';
import { Load } from '../elements/load.js';
import { shared } from '../elements/styles.js';

/** @typedef {import('../data/types.js').FacetValue} FacetValue */
/** @typedef {import('../data/entity-list.js').Counts} Counts */
/** @typedef {import('../data/list-question.js').Facet} FacetName */
/** @typedef {import('../data/list-question.js').Question} Question */

const FEW = 6;
const MANY = 12;
const MOST = 200;

/** The values of one field and how many entities each leaves. Fires `pick` with a value, and `drop`. */
export class Facet extends LitElement {
  static properties = {
    facet: { attribute: false },
    counts: { attribute: false },
    picked: { attribute: false },
    question: { attribute: false },
    isOpen: { state: true },
  };

  static styles = [
    shared,
    css`
      :host { display: block; }
      fieldset { min-width: 0; margin: 0; padding: 0; border: 0; }
      legend { display: flex; align-items: center; gap: 4px; width: 100%; padding: 0; margin-bottom: 5px; color: var(--p-fg2); font: 500 12px/16px var(--p-font); }
      legend .cut { max-width: 170px; }
      label { display: flex; align-items: center; gap: 8px; height: 28px; margin: 0 -8px; padding: 0 8px; border-radius: var(--p-radius); color: var(--p-fg2); cursor: pointer; }
      label:hover { background: var(--p-hover); color: var(--p-fg); }
      label.on { color: var(--p-fg); font-weight: 500; }
      .count { margin-left: auto; color: var(--p-fg3); font-weight: 400; }
      .all { max-height: 260px; overflow-y: auto; margin: 0 -8px; padding: 0 8px; scrollbar-width: thin; }
      input[type='search'] { width: 100%; height: 26px; margin-bottom: 4px; font-size: 12px; }
      button.text { margin-top: 4px; font-size: 12px; }
      .drop { width: 20px; height: 20px; }
      .muted { font-size: 12px; }
    `,
  ];

  #find = '';
  #typed = coalesced(() => this.all.run(), 150);

  constructor() {
    super();
    /** @type {FacetName} */
    this.facet = { key: '', path: '', title: '' };
    /** The first values. @type {Counts | undefined} */
    this.counts = undefined;
    /** @type {string[]} */
    this.picked = [];
    /** @type {Question | undefined} */
    this.question = undefined;
    this.isOpen = false;
    /** @type {Load<Counts>} */
    this.all = new Load(this, (signal) => this.#read(signal));
  }

  /** @param {AbortSignal} signal */
  async #read(signal) {
    const question = /** @type {Question} */ (this.question);
    const found = await facetCounts(question, [this.facet], { find: this.#find, most: MOST }, signal);
    return found[this.facet.path];
  }

  /** What was counted anew is counted anew for all values. @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (this.isOpen && changed.has('counts') && changed.get('counts')) {
      this.all.run();
    }
  }

  #toggle() {
    this.isOpen = !this.isOpen;
    this.#find = '';
    this.all.forget();
    if (this.isOpen) {
      this.all.run();
    }
  }

  /** @param {Event} event */
  #search(event) {
    this.#find = /** @type {HTMLInputElement} */ (event.target).value.trim();
    this.#typed();
  }

  render() {
    const { title, isAdded, plugin } = this.facet;
    const counts = (this.isOpen && this.all.value) || this.counts;
    const values = withPicked(counts?.values ?? [], this.#find ? [] : this.picked);
    if (!values.length && !isAdded && !this.isOpen) {
      return nothing;
    }
    return html`<fieldset>
      <legend><span class="cut" title=${plugin ? `${this.facet.path}, from ${plugin}` : this.facet.path}>${title}</span>${isAdded ? this.#dropping() : nothing}</legend>
      ${this.isOpen && (counts?.total ?? 0) > MANY ? this.#searching() : nothing}
      <div class=${this.isOpen ? 'all' : ''}>${values.map((value) => this.#value(value))}</div>
      ${values.length ? nothing : html`<p class="muted">${this.#find ? 'No such value.' : 'Nothing that is shown has it.'}</p>`}
      ${this.#rest(counts)}
      ${(counts?.total ?? 0) > FEW ? this.#more(counts?.total ?? 0) : nothing}
    </fieldset>`;
  }

  #dropping() {
    return html`<button class="plain square drop" aria-label="Take the facet ${this.facet.title} away" title="Take away"
      @click=${() => this.dispatchEvent(new CustomEvent('drop'))}>${icon('x', 12)}</button>`;
  }

  #searching() {
    return html`<input type="search" aria-label="Find in ${this.facet.title}" placeholder="Find" @input=${this.#search} />`;
  }

  /** @param {Counts | undefined} counts */
  #rest(counts) {
    const left = (counts?.found ?? 0) - (counts?.values.length ?? 0);
    return this.isOpen && left > 0 ? html`<p class="muted">${formatNumber(left)} more; look for them above.</p>` : nothing;
  }

  /** @param {FacetValue} value */
  #value({ value, count }) {
    const { label = (/** @type {string} */ text) => text } = this.facet;
    const isOn = this.picked.some((one) => one.toLowerCase() === value.toLowerCase());
    const pick = () => this.dispatchEvent(new CustomEvent('pick', { detail: value.toLowerCase() }));
    return html`<label class=${isOn ? 'on' : ''} title=${value}>
      <input type="checkbox" .checked=${live(isOn)} @change=${pick} />
      <span class="cut">${label(value)}</span><span class="count num">${formatNumber(count)}</span>
    </label>`;
  }

  /** @param {number} total */
  #more(total) {
    return html`<button class="text" aria-expanded=${this.isOpen} @click=${this.#toggle}>
      ${this.isOpen ? 'Show fewer' : `Show all ${formatNumber(total)}`}<span class="unseen"> of ${this.facet.title}</span>
    </button>`;
  }
}

/**
 * @param {FacetValue[]} values
 * @param {string[]} picked stay in the list even where nothing is left of them
 */
function withPicked(values, picked) {
  const missing = picked.filter((one) => !values.some(({ value }) => value.toLowerCase() === one.toLowerCase()));
  return [...values, ...missing.map((value) => ({ value, count: 0 }))];
}

customElements.define('cb-facet', Facet);
