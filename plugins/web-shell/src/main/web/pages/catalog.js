import { html, nothing } from 'lit';
import { columnKeys, columnOf, fieldsFor, putColumns } from '../data/columns.js';
import { facetCounts, offeredByPlugins } from '../data/entity-list.js';
import { entitiesChanged, modelChanged, pluginChanged, resync } from '../data/events.js';
import { plural } from '../data/format.js';
import { USUAL_ORDER, facetsOf, isNarrowed, questionOf, widen } from '../data/list-question.js';
import { PluginCells } from '../data/plugin-cells.js';
import { rememberColumns, rememberedColumns } from '../data/remembered-columns.js';
import { coalesced } from '../data/topic.js';
import { icon } from '../elements/icon.js';
import { Load } from '../elements/load.js';
import { Page } from '../elements/page.js';
import { empty, failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import { memory, navigate } from '../shell/router.js';
import { keysOf } from './catalog-keys.js';
import { catalogStyles } from './catalog-styles.js';
import { listTools } from './catalog-tools.js';
import './entity-table.js';
import './facets.js';
import { ListReading } from './list-reading.js';
import './register-link.js';

/** @typedef {import('../data/columns.js').Column} Column */

/** The list of all entities: narrowed down, sorted and searched by the server; all of it stands in the address. */
export class CatalogPage extends Page {
  static properties = {
    query: { attribute: false },
    isFilterOpen: { state: true },
  };

  static styles = [shared, stateStyles, catalogStyles];

  /** @type {string | undefined} */
  #asked;
  /** @type {Column[]} */
  #columns = [];
  #list = new ListReading(this, () => this.#table);
  #cells = new PluginCells(() => this.#list.changed());
  #keys = keysOf({ field: () => this.#input, table: () => this.#table, clear: () => this.#setText('') });
  #typed = coalesced(() => this.#setText(this.#input.value.trim()), 120);

  constructor() {
    super();
    this.query = new URLSearchParams();
    this.isFilterOpen = false;
    this.offered = new Load(this, offeredByPlugins);
    this.facets = new Load(this, (signal) => facetCounts(questionOf(this.query), this.#facets, {}, signal));
  }

  follow() {
    const again = coalesced(() => this.#readAgain());
    const plugins = coalesced(() => this.#readOffered());
    addEventListener('keydown', this.#keys.pressed);
    this.#readOffered();
    return [
      entitiesChanged.listen(again),
      resync.listen(again),
      pluginChanged.listen(({ id }) => {
        this.#cells.forget(id);
        plugins();
      }),
      modelChanged.listen(({ plugin, ext }) => {
        this.#cells.forget(plugin, ext);
        this.#list.changed();
      }),
      () => removeEventListener('keydown', this.#keys.pressed),
      () => this.#list.close(),
      () => this.#cells.close(),
    ];
  }

  /** Facets of plugins are counted when they are known. */
  async #readOffered() {
    await this.offered.run();
    this.#list.changed();
    this.facets.run();
  }

  get #facets() {
    return facetsOf(this.query, this.offered.value?.facets ?? []);
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    const keys = columnKeys(this.query, rememberedColumns());
    const columns = keys.map((key) => columnOf(key, this.offered.value?.columns ?? []));
    if (JSON.stringify(columns) !== JSON.stringify(this.#columns)) {
      this.#columns = columns;
    }
    const asked = `${new URLSearchParams(this.query)} ${keys}`;
    if (changed.has('query') && this.#asked !== asked) {
      const isFirst = this.#asked === undefined;
      this.#asked = asked;
      this.#read(isFirst ? (memory().scrolled ?? 0) : 0);
      if (!isFirst || this.offered.value) {
        this.facets.run();
      }
    }
  }

  /** @returns {import('./entity-table.js').EntityTable | null} */
  get #table() {
    return this.renderRoot.querySelector('cb-entity-table');
  }

  /** @param {number} [scrolled] where to go then; where it is, if left out */
  #read(scrolled) {
    const { where, text, order } = questionOf(this.query);
    this.#list.read({ filter: where, text, order, fields: fieldsFor(this.#columns.map(({ key }) => key)) }, scrolled);
  }

  #readAgain() {
    this.#cells.forget();
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

  /** @param {string} text */
  #setText(text) {
    this.#change((query) => (text ? query.set('q', text) : query.delete('q')));
  }

  /** @param {string[] | undefined} keys nothing for the usual ones */
  #choose(keys) {
    rememberColumns(keys);
    this.#change((query) => (keys ? putColumns(query, keys) : query.delete('column')));
  }

  get #input() {
    return /** @type {HTMLInputElement} */ (this.renderRoot.querySelector('input[type=search]'));
  }

  render() {
    const question = questionOf(this.query);
    const isPicked = Object.keys(question.where).length > 0;
    return html`<div class="page">
      <div class="page-head"><div class="grow"><h1>Catalog</h1><p>Everything your teams build and run.</p></div>
        <cb-register-link></cb-register-link></div>
      <cb-facets class=${this.isFilterOpen ? 'open' : ''} role="group" aria-label="Filters" .facets=${this.#facets} .counts=${this.facets.value}
        .question=${question} @pick=${this.#pick}
        @add=${(/** @type {CustomEvent<string>} */ { detail }) => this.#change((query) => query.append('facet', detail))}
        @drop=${(/** @type {CustomEvent<{ key: string, path: string }>} */ { detail }) => this.#drop(detail)}></cb-facets>
      <div class="list">
        <div class="tools">${this.#field(question.text, isPicked)}<div class="whole">${this.#whole(question)}</div></div>
        <div class="area panel">
          <cb-entity-table .rows=${this.#list.rows} .columns=${this.#columns} .cells=${this.#cells} .order=${question.order} .version=${this.#list.version}
            @sort=${this.#sort} @again=${(/** @type {CustomEvent<string>} */ { detail }) => this.#again(detail)}
            @scrolled=${() => (memory().scrolled = this.#table?.scrolled ?? 0)}></cb-entity-table>
          ${this.#over()}
        </div>
      </div>
    </div>`;
  }

  /** @param {{ key: string, path: string }} facet */
  #drop({ key, path }) {
    this.#change((query) => {
      query.delete('facet', path);
      query.delete(key);
    });
  }

  /** @param {string} column of a plugin */
  #again(column) {
    this.#cells.forget(...column.split('/'));
    this.#list.changed();
  }

  /**
   * @param {string} text
   * @param {boolean} isPicked
   */
  #field(text, isPicked) {
    return html`<div class="field">
        ${icon('search')}
        <input type="search" aria-label="Filter by name, title or description" aria-keyshortcuts="/" placeholder="Filter by name, title or description"
          .value=${text} @input=${this.#typed} @keydown=${this.#keys.pressedInField} />
        <kbd>/</kbd>
      </div>
      <button class="filters" aria-expanded=${this.isFilterOpen} @click=${() => (this.isFilterOpen = !this.isFilterOpen)}>
        ${icon('sliders-horizontal', 14)}Filters
      </button>
      ${isPicked ? html`<button class="plain" @click=${() => this.#change(widen)}>Clear filters</button>` : nothing}`;
  }

  /** @param {import('../data/list-question.js').Question} question */
  #whole(question) {
    const query = new URLSearchParams(this.query);
    putColumns(query, this.#columns.map(({ key }) => key));
    return html`<span class="count num">${this.#list.rows ? plural(this.#list.rows.total, 'entity', 'entities') : ' '}</span>
      ${listTools({
        question,
        columns: this.#columns,
        query: query.toString(),
        offered: this.offered.value?.columns ?? [],
        total: this.#list.rows?.total,
        choose: (keys) => this.#choose(keys),
        usual: () => this.#choose(undefined),
      })}`;
  }

  #over() {
    if (this.#list.problem) {
      return html`<div class="over">${failure(this.#list.problem, () => this.#readAgain())}</div>`;
    }
    if (!this.#list.rows || this.#list.rows.total > 0) {
      return nothing;
    }
    return html`<div class="over">
      ${isNarrowed(this.query)
        ? empty('Nothing matches', 'Try fewer filters or other words.', html`<button @click=${() => navigate('/catalog')}>Show everything</button>`)
        : empty('The catalog is empty', html`Name a location under <code class="mono">catalog.locations</code> in callboard.yaml; its entities show up here.`)}
    </div>`;
  }
}

customElements.define('cb-catalog-page', CatalogPage);
