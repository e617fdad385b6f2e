import { LitElement, css, html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { bars } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import './facet.js';
import './field-input.js';

/** @typedef {import('../data/list-question.js').Facet} FacetName */
/** @typedef {import('../data/entity-list.js').Counts} Counts */

/** What the catalog can be narrowed down by. Fires `pick` with facet and value, `add` with a path and `drop` with a facet. */
export class Facets extends LitElement {
  static properties = {
    facets: { attribute: false },
    counts: { attribute: false },
    question: { attribute: false },
    isAdding: { state: true },
  };

  static styles = [
    shared,
    stateStyles,
    css`
      :host { display: flex; flex-direction: column; gap: 20px; }
      .add { align-self: start; font-size: 12px; }
    `,
  ];

  constructor() {
    super();
    /** @type {FacetName[]} */
    this.facets = [];
    /** @type {Record<string, Counts> | undefined} */
    this.counts = undefined;
    /** @type {import('../data/list-question.js').Question | undefined} */
    this.question = undefined;
    this.isAdding = false;
  }

  /**
   * @param {string} type
   * @param {unknown} detail
   */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  render() {
    const { counts, question } = this;
    if (!counts || !question) {
      return this.facets.slice(0, 3).map(() => bars([30, 80, 70, 75]));
    }
    const shown = this.facets.filter(({ path, isAdded }) => isAdded || counts[path]?.total || question.where[path]);
    return html`${repeat(shown, ({ path }) => path, (facet) => html`<cb-facet .facet=${facet} .counts=${counts[facet.path]} .picked=${question.where[facet.path] ?? []} .question=${question}
        @pick=${(/** @type {CustomEvent<string>} */ { detail }) => this.#tell('pick', { facet: facet.key, value: detail })}
        @drop=${() => this.#tell('drop', facet)}></cb-facet>`)}
      ${this.isAdding
        ? html`<cb-field-input label="Add a facet" @add=${(/** @type {CustomEvent<string>} */ { detail }) => this.#add(detail)}></cb-field-input>`
        : html`<button class="text add" @click=${this.#open}>Add a facet</button>`}`;
  }

  async #open() {
    this.isAdding = true;
    await this.updateComplete;
    const input = /** @type {import('./field-input.js').FieldInput} */ (this.renderRoot.querySelector('cb-field-input'));
    await input.updateComplete;
    input.focus();
  }

  /** @param {string} path */
  #add(path) {
    this.isAdding = false;
    this.#tell('add', path);
  }
}

customElements.define('cb-facets', Facets);
