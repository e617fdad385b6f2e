import { LitElement, html } from 'lit';
import { NAME, fitting, gridOf, leastWidth } from '../data/columns.js';
import { RowWindow } from '../elements/row-window.js';
import { shared } from '../elements/styles.js';
import { valueStyles } from '../elements/value-styles.js';
import { entityCells } from './entity-cells.js';
import { headCell } from './head-cell.js';
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
  /** The row that the tab key stops at: the active one, once that is drawn. */
  #stop = 0;
  /** When the row that keys lead to is shown. */
  #moving = 0;
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
    cancelAnimationFrame(this.#moving);
    this.#moving = 0;
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
    this.#stopHere();
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
    this.#stop = this.#active;
    this.#window?.setCount(count);
    this.#window?.update({ all: true });
    if (this.#isAwaited) {
      this.#focus(this.#active);
    }
  }

  /** @returns {Element | null | undefined} the row that has the focus */
  get #held() {
    return this.renderRoot instanceof ShadowRoot ? this.renderRoot.activeElement?.closest('.line') : null;
  }

  #scroll() {
    this.dispatchEvent(new CustomEvent('scrolled'));
    this.#peeking.close();
    const row = this.#held;
    const shown = row?.ariaRowIndex;
    this.#window?.update();
    // the focused row scrolled away and its nodes show another: the focus must not go with them
    if (row && row.ariaRowIndex !== shown) {
      this.#scroller.focus({ preventScroll: true });
    }
  }

  /**
   * Moves the focus to a row.
   *
   * @param {number} steps from the one that has it or had it last
   */
  move(steps) {
    this.#focus(this.#held || this.#moving ? this.#active + steps : this.#active);
  }

  /** Once a frame, however many keys were pressed in it. @param {number} index */
  #focus(index) {
    const total = this.rows?.total ?? 0;
    if (total > 0) {
      this.#active = Math.max(0, Math.min(total - 1, index));
      this.#moving ||= requestAnimationFrame(() => this.#arrive());
    }
  }

  #stopHere() {
    const before = this.#stop;
    this.#stop = this.#active;
    this.#window?.redraw([before, this.#stop]);
  }

  #arrive() {
    this.#moving = 0;
    const row = this.#window?.reveal(this.#active);
    this.#stopHere();
    const link = this.rows?.at(this.#active) && row?.querySelector('a');
    this.#isAwaited = !link;
    (link || this.#scroller).focus({ preventScroll: true });
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
      this.#stopHere();
      this.#peeking.later(event.target);
    }
  }

  render() {
    const peeking = this.#peeking;
    return html`<div class="scroller" tabindex="-1" @scroll=${this.#scroll} @keydown=${this.#pressed}
        @mouseover=${(/** @type {Event} */ event) => peeking.later(event.target)} @mouseleave=${() => peeking.left()} @focusout=${() => peeking.left()}>
      <div role="table" aria-label="Entities" aria-rowcount=${(this.rows?.total ?? 0) + 1} aria-busy=${!this.rows} aria-describedby="keys"
        @focusin=${this.#focused}>
        <div role="rowgroup" class="heads"><div role="row" class="head" aria-rowindex="1">${this.#heads()}</div></div>
        <div role="rowgroup" class="body"></div>
      </div>
    </div>
    <p id="keys" class="unseen">Arrow keys, Page up, Page down, Home and End go from row to row, Enter opens one, Space shows more of it.</p>
    <cb-entity-peek></cb-entity-peek>`;
  }

  #heads() {
    const tell = (/** @type {string} */ name) => (/** @type {string} */ detail) => this.dispatchEvent(new CustomEvent(name, { detail }));
    const failure = (/** @type {string} */ plugin) => this.cells?.failure(plugin);
    return [NAME, ...this.shown].map((column) => headCell(column, { order: this.order, failure, sort: tell('sort'), again: tell('again') }));
  }

  /** @param {number} index */
  #cells(index) {
    const entity = this.rows?.at(index);
    return entity && entityCells(entity, this.shown, this.cells, index === this.#stop);
  }
}

customElements.define('cb-entity-table', EntityTable);
