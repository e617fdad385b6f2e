import { html, nothing } from 'lit';
import { EntityRows } from '../data/entity-rows.js';
import { entitiesChanged, resync } from '../data/events.js';
import { plural } from '../data/format.js';
import { coalesced } from '../data/topic.js';
import { icon } from '../elements/icon.js';
import { Load } from '../elements/load.js';
import { Page } from '../elements/page.js';
import { empty, failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import { announce } from '../elements/toasts.js';
import { memory, navigate } from '../shell/router.js';
import { USUAL_ORDER, facetsFor, pickedIn, questionOf } from './catalog-question.js';
import { catalogStyles } from './catalog-styles.js';
import './entity-table.js';
import { FACETS } from './facets.js';

/** @typedef {import('../data/types.js').FacetValue} FacetValue */

/** The list of all entities: narrowed down, sorted and searched by the server; all of it stands in the address. */
export class CatalogPage extends Page {
  static properties = {
    query: { attribute: false },
    rows: { state: true },
    version: { state: true },
    problem: { state: true },
    isFilterOpen: { state: true },
  };

  static styles = [shared, stateStyles, catalogStyles];

  /** @type {EntityRows | undefined} */
  #coming;
  /** @type {string | undefined} */
  #asked;
  /** @param {KeyboardEvent} event */
  #key = (event) => this.#pressed(event);
  #typed = coalesced(() => this.#setText(), 120);

  constructor() {
    super();
    this.query = new URLSearchParams();
    /** @type {EntityRows | undefined} */
    this.rows = undefined;
    this.version = 0;
    /** @type {Error | undefined} */
    this.problem = undefined;
    this.isFilterOpen = false;
    /** @type {Load<Record<string, FacetValue[]>>} */
    this.facets = new Load(this, (signal) => facetsFor(this.query, signal));
  }

  follow() {
    const again = coalesced(() => this.#readAgain());
    addEventListener('keydown', this.#key);
    return [
      entitiesChanged.listen(again),
      resync.listen(again),
      () => removeEventListener('keydown', this.#key),
      () => this.rows?.close(),
    ];
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has('query') && this.#asked !== this.query.toString()) {
      const isFirst = this.rows === undefined;
      this.#asked = this.query.toString();
      this.#read(isFirst ? (memory().scrolled ?? 0) : 0);
      this.facets.run();
    }
  }

  /** @returns {import('./entity-table.js').EntityTable | null} */
  get #table() {
    return this.renderRoot.querySelector('cb-entity-table');
  }

  /**
   * Asks anew; the old rows stay until the new ones are here.
   *
   * @param {number} [scrolled] where to go then; where it is, if left out
   */
  async #read(scrolled) {
    this.#coming?.close();
    const rows = new EntityRows(questionOf(this.query), (failed) => this.#came(failed));
    this.#coming = rows;
    try {
      await rows.open(scrolled === undefined ? (this.#table?.inSight ?? [0]) : [Math.floor(scrolled / 40)]);
    } catch (reason) {
      this.problem = rows === this.#coming ? /** @type {Error} */ (reason) : this.problem;
      return;
    }
    if (rows === this.#coming) {
      await this.#show(rows, scrolled);
    }
  }

  /**
   * @param {EntityRows} rows
   * @param {number | undefined} scrolled
   */
  async #show(rows, scrolled) {
    const before = this.rows;
    this.rows = rows;
    this.problem = undefined;
    this.version++;
    if (scrolled !== undefined) {
      if (before) {
        announce(plural(rows.total, 'entity', 'entities'));
      }
      await this.updateComplete;
      await this.#table?.updateComplete;
      if (this.#table) {
        this.#table.scrolled = scrolled;
      }
    }
  }

  /** @param {Error} [failed] */
  #came(failed) {
    this.problem = failed;
    this.version++;
  }

  #readAgain() {
    this.#read();
    this.facets.run();
  }

  /** @param {(query: URLSearchParams) => void} change */
  #change(change) {
    const query = new URLSearchParams(this.query);
    change(query);
    navigate(`/catalog${query.size ? `?${query}` : ''}`, { replace: true });
  }

  /** @param {CustomEvent<{ facet: string, value: string }>} event */
  #pick({ detail: { facet, value } }) {
    this.#change((query) => (query.has(facet, value) ? query.delete(facet, value) : query.append(facet, value)));
  }

  /** @param {CustomEvent<string>} event */
  #sort({ detail }) {
    this.#change((query) => (detail === USUAL_ORDER ? query.delete('sort') : query.set('sort', detail)));
  }

  #setText() {
    const text = this.#input.value.trim();
    this.#change((query) => (text ? query.set('q', text) : query.delete('q')));
  }

  get #input() {
    return /** @type {HTMLInputElement} */ (this.renderRoot.querySelector('input[type=search]'));
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const target = /** @type {HTMLElement} */ (event.composedPath()[0]);
    const isWriting = target.matches?.('input:not([type=checkbox]), textarea, select');
    if (event.ctrlKey || event.metaKey || event.altKey || isWriting) {
      return;
    }
    if (event.key === '/') {
      event.preventDefault();
      this.#input.focus();
      this.#input.select();
    } else if (event.key === 'j' || event.key === 'k') {
      event.preventDefault();
      this.#table?.move(event.key === 'j' ? 1 : -1);
    }
  }

  /** @param {KeyboardEvent} event */
  #pressedInField(event) {
    if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      this.#table?.move(0);
    } else if (event.key === 'Escape') {
      this.#input.value = '';
      this.#setText();
    }
  }

  render() {
    const { text, order } = questionOf(this.query);
    const picked = pickedIn(this.query);
    return html`<div class="page">
      <div class="page-head"><div class="grow"><h1>Catalog</h1><p>Everything your teams build and run.</p></div></div>
      <cb-facets class=${this.isFilterOpen ? 'open' : ''} role="group" aria-label="Filters" .values=${this.facets.value} .picked=${picked}
        .counted=${!text} @pick=${this.#pick}></cb-facets>
      <div class="list">
        ${this.#tools(text, Object.keys(picked).length > 0)}
        <div class="area panel">
          <cb-entity-table .rows=${this.rows} .order=${order} .version=${this.version} @sort=${this.#sort}
            @scrolled=${this.#remember}></cb-entity-table>
          ${this.#over(!!text || Object.keys(picked).length > 0)}
        </div>
      </div>
    </div>`;
  }

  #remember() {
    memory().scrolled = this.#table?.scrolled ?? 0;
  }

  /**
   * @param {string} text
   * @param {boolean} isNarrowed
   */
  #tools(text, isNarrowed) {
    return html`<div class="tools">
      <div class="field">
        ${icon('search')}
        <input type="search" aria-label="Filter by name, title or description" aria-keyshortcuts="/" placeholder="Filter by name, title or description"
          .value=${text} @input=${this.#typed} @keydown=${this.#pressedInField} />
        <kbd>/</kbd>
      </div>
      <button class="filters" aria-expanded=${this.isFilterOpen} @click=${() => (this.isFilterOpen = !this.isFilterOpen)}>
        ${icon('sliders-horizontal', 14)}Filters
      </button>
      ${isNarrowed ? html`<button class="plain" @click=${() => this.#clear()}>Clear filters</button>` : nothing}
      <span class="count num">${this.rows ? plural(this.rows.total, 'entity', 'entities') : ' '}</span>
    </div>`;
  }

  #clear() {
    this.#change((query) => FACETS.forEach(({ key }) => query.delete(key)));
  }

  /** @param {boolean} isNarrowed */
  #over(isNarrowed) {
    if (this.problem) {
      return html`<div class="over">${failure(this.problem, () => this.#readAgain())}</div>`;
    }
    if (!this.rows || this.rows.total > 0) {
      return nothing;
    }
    return html`<div class="over">
      ${isNarrowed
        ? empty('Nothing matches', 'Try fewer filters or other words.', html`<button @click=${() => navigate('/catalog')}>Show everything</button>`)
        : empty('The catalog is empty', html`Name a location under <code class="mono">catalog.locations</code> in callboard.yaml; its entities show up here.`)}
    </div>`;
  }
}

customElements.define('cb-catalog-page', CatalogPage);
