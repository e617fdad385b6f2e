import { LitElement, html, nothing } from 'lit';
import { NAME, fitting, gridOf, leastWidth } from '../data/columns.js';
import { icon } from '../elements/icon.js';
import { RowWindow } from '../elements/row-window.js';
import { shared } from '../elements/styles.js';
import { valueStyles } from '../elements/value-styles.js';
import { entityCells, ghostRow } from './entity-cells.js';
import { Peeking } from './peeking.js';
import { tableStyles } from './table-styles.js';

/** @typedef {import('../data/entity-rows.js').EntityRows} EntityRows */
/** @typedef {import('../data/columns.js').Column} Column */

const HEIGHT = 40;

/** Entities as rows; any number of them. Fires `sort` with a path, `again` with a plugin's column, and `scrolled`. */
export class EntityTable extends LitElement {
  static properties = {
    rows: { attribute: false },
    columns: { attribute: false },
    cells: { attribute: false },
    order: {},
    version: { type: Number },
    shown: { state: true },
  };

  static styles = [shared, valueStyles, tableStyles];

  /** @type {RowWindow | undefined} */
  #window;
  #active = 0;
  /** Whether the focus waits for a row that is still on its way. */
  #isAwaited = false;
  #peeking = new Peeking(this, (index) => this.rows?.at(index));
  #resized = new ResizeObserver(() => this.#fit());

  constructor() {
    super();
    /** @type {EntityRows | undefined} */
    this.rows = undefined;
    /** Those behind the name. @type {Column[]} */
    this.columns = [];
    /** Those that there is room for. @type {Column[]} */
    this.shown = [];
    /** @type {import('../data/plugin-cells.js').PluginCells | undefined} */
    this.cells = undefined;
    this.order = 'metadata.name';
    /** Counts up whenever rows or cells have come or changed. */
    this.version = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#resized.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#resized.disconnect();
    this.#peeking.close();
  }

  get #scroller() {
    return /** @type {HTMLElement} */ (this.renderRoot.querySelector('.scroller'));
  }

  get scrolled() {
    return this.#scroller?.scrollTop ?? 0;
  }

  /** A new place for the rows is a new start for the keys. */
  set scrolled(top) {
    this.#active = Math.floor(top / HEIGHT);
    this.#scroller.scrollTop = top;
    this.#window?.update();
  }

  /** @returns {number[]} the first and the last row in sight */
  get inSight() {
    const first = Math.floor(this.scrolled / HEIGHT);
    return [first, first + Math.ceil(this.clientHeight / HEIGHT)];
  }

  #fit() {
    const shown = fitting(this.columns, this.#scroller.clientWidth);
    if (shown.length !== this.shown.length || shown.some((column, index) => column !== this.shown[index])) {
      this.shown = shown;
    }
    this.#window?.update();
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has('columns') || changed.has('shown')) {
      this.shown = this.hasUpdated ? fitting(this.columns, this.#scroller.clientWidth) : this.columns;
      this.style.setProperty('--columns', gridOf(this.shown));
      this.style.setProperty('--least', `${leastWidth(this.shown)}px`);
    }
  }

  firstUpdated() {
    const body = /** @type {HTMLElement} */ (this.renderRoot.querySelector('.body'));
    this.#window = new RowWindow(this.#scroller, body, HEIGHT, (index) => this.#cells(index));
    this.#fit();
  }

  updated() {
    const count = this.rows?.total ?? 12;
    this.#active = Math.max(0, Math.min(this.#active, count - 1));
    this.#window?.setCount(count);
    this.#window?.update({ all: true });
    if (this.#isAwaited) {
      this.#focus(this.#active);
    }
  }

  #scroll() {
    this.dispatchEvent(new CustomEvent('scrolled'));
    this.#peeking.close();
    const held = this.renderRoot instanceof ShadowRoot ? this.renderRoot.activeElement : null;
    const row = held?.closest('.line');
    this.#window?.update();
    // the focused row scrolled away and its nodes show another: the focus must not go with them
    if (row && row.getAttribute('aria-rowindex') !== String(this.#active + 2)) {
      this.#scroller.focus({ preventScroll: true });
    }
  }

  /**
   * Moves the focus to a row.
   *
   * @param {number} steps from the one that has it or had it last
   */
  move(steps) {
    const hasFocus = this.renderRoot instanceof ShadowRoot && !!this.renderRoot.activeElement?.closest('.line');
    this.#focus(hasFocus ? this.#active + steps : this.#active);
  }

  /** @param {number} index */
  #focus(index) {
    const total = this.rows?.total ?? 0;
    if (total === 0) {
      return;
    }
    this.#active = Math.max(0, Math.min(total - 1, index));
    const row = this.#window?.reveal(this.#active);
    this.#window?.update({ all: true });
    const link = row?.querySelector('a');
    this.#isAwaited = !link;
    (link ?? this.#scroller).focus({ preventScroll: true });
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const page = Math.max(1, Math.floor(this.clientHeight / HEIGHT) - 2);
    /** @type {Record<string, number>} */
    const targets = {
      ArrowDown: this.#active + 1,
      ArrowUp: this.#active - 1,
      PageDown: this.#active + page,
      PageUp: this.#active - page,
      Home: 0,
      End: Infinity,
    };
    if (event.key in targets && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      this.#focus(targets[event.key]);
    } else {
      this.#peeking.pressed(event);
    }
  }

  /** @param {Event} event */
  #focused(event) {
    const index = Number(/** @type {HTMLElement} */ (event.target).closest('.line')?.getAttribute('aria-rowindex')) - 2;
    if (index >= 0) {
      this.#isAwaited = false;
      this.#active = index;
      this.#peeking.later(event.target);
    }
  }

  render() {
    const peeking = this.#peeking;
    return html`<div class="scroller" tabindex="-1" @scroll=${this.#scroll} @keydown=${this.#pressed}
        @mouseover=${(/** @type {Event} */ event) => peeking.later(event.target)} @mouseleave=${() => peeking.left()} @focusout=${() => peeking.left()}>
      <div role="table" aria-label="Entities" aria-rowcount=${(this.rows?.total ?? 0) + 1} aria-busy=${!this.rows} aria-describedby="keys"
        @focusin=${this.#focused}>
        <div role="rowgroup"><div role="row" class="head" aria-rowindex="1">${[NAME, ...this.shown].map((column) => this.#head(column))}</div></div>
        <div role="rowgroup" class="body"></div>
      </div>
    </div>
    <p id="keys" class="unseen">Arrow keys, Page up, Page down, Home and End go from row to row, Enter opens one, Space shows more of it.</p>
    <cb-entity-peek></cb-entity-peek>`;
  }

  /** @param {Column} column */
  #head({ title, key, isSortable, plugin }) {
    const failure = plugin && this.cells?.failure(plugin);
    if (!isSortable) {
      return html`<span role="columnheader"><span class="cut">${title}</span>${failure ? this.#why(title, plugin, failure) : nothing}</span>`;
    }
    const isSorted = this.order.replace('-', '') === key;
    const isDescending = this.order.startsWith('-');
    const next = isSorted && !isDescending ? `-${key}` : key;
    return html`<span role="columnheader" aria-sort=${isSorted ? (isDescending ? 'descending' : 'ascending') : 'none'}>
      <button title=${title} @click=${() => this.dispatchEvent(new CustomEvent('sort', { detail: next }))}>
        <span class="cut">${title}</span>${isSorted ? icon(isDescending ? 'chevron-down' : 'chevron-up', 13) : nothing}
      </button>
    </span>`;
  }

  /**
   * @param {string} title
   * @param {string} plugin
   * @param {{ message: string, hint?: string }} failure
   */
  #why(title, plugin, { message, hint = '' }) {
    const text = `${title} is not available. ${message} ${hint} Try again`;
    return html`<button class="why" aria-label=${text} title=${text} @click=${() => this.dispatchEvent(new CustomEvent('again', { detail: plugin }))}>
      ${icon('triangle-alert', 13)}</button>`;
  }

  /** @param {number} index */
  #cells(index) {
    const entity = this.rows?.at(index);
    return entity ? entityCells(entity, this.shown, this.cells, index === this.#active) : ghostRow(this.shown);
  }
}

customElements.define('cb-entity-table', EntityTable);
