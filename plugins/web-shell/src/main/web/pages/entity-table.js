import { LitElement, css, html, nothing } from 'lit';
import { icon } from '../elements/icon.js';
import { RowWindow } from '../elements/row-window.js';
import { shared } from '../elements/styles.js';
import { entityCells, ghostCell } from './entity-cells.js';

/** @typedef {import('../data/entity-rows.js').EntityRows} EntityRows */

const HEIGHT = 40;

/** @type {{ title: string, path: string, className?: string }[]} */
const COLUMNS = [
  { title: 'Name', path: 'metadata.name' },
  { title: 'Kind', path: 'kind' },
  { title: 'Type', path: 'spec.type', className: 'second' },
  { title: 'Owner', path: 'spec.owner' },
  { title: 'System', path: 'spec.system', className: 'first' },
  { title: 'Lifecycle', path: 'spec.lifecycle', className: 'first' },
  { title: 'Tags', path: '', className: 'third' },
];

/** Entities as rows; any number of them. Fires `sort` with a path, and `scrolled`. */
export class EntityTable extends LitElement {
  static properties = { rows: { attribute: false }, order: {}, version: { type: Number } };
  static styles = [
    shared,
    css`
      :host { display: block; min-height: 0; overflow: hidden; }
      .scroller { height: 100%; overflow: auto; scrollbar-gutter: stable; scrollbar-width: thin; outline: none; overscroll-behavior: contain; }
      .head, .line {
        display: grid; align-items: center; gap: 16px; padding: 0 14px;
        grid-template-columns: minmax(220px, 3fr) 88px minmax(80px, 0.8fr) minmax(100px, 1.1fr) minmax(100px, 1.1fr) 108px minmax(110px, 1.4fr);
      }
      .head { position: sticky; top: 0; z-index: 2; height: 36px; border-bottom: 1px solid var(--p-line); background: var(--p-surface); }
      .head [role='columnheader'] { color: var(--p-fg2); font: 500 12px/16px var(--p-font); }
      .head button { height: 24px; margin-left: -6px; padding: 0 6px; border: 0; gap: 4px; background: none; color: inherit; font: inherit; }
      .head button:hover { background: var(--p-hover); color: var(--p-fg); }
      .body { position: relative; contain: strict; }
      .line { position: absolute; top: 0; left: 0; right: 0; height: ${HEIGHT}px; border-bottom: 1px solid var(--p-line); contain: strict; }
      .line:hover { background: var(--p-hover); }
      .line:focus-within { background: var(--p-accent-tint); }
      .line:has(:focus-visible)::before { content: ''; position: absolute; inset: 0 auto 0 0; width: 2px; background: var(--p-accent); }
      .name { display: flex; align-items: center; gap: 9px; min-width: 0; overflow: hidden; }
      .name svg { color: var(--p-fg3); }
      .name a { flex: none; max-width: 100%; font-weight: 500; }
      .name a::after { content: ''; position: absolute; inset: 0; }
      .name a:focus-visible { outline: none; text-decoration: underline; text-underline-offset: 3px; }
      .also { min-width: 0; color: var(--p-fg3); }
      .soft { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
      .tags { display: flex; gap: 4px; overflow: hidden; }
      .tags .tag { flex: none; }
      .dot { display: inline-block; width: 7px; height: 7px; margin-right: 7px; border-radius: 50%; background: var(--p-fg3); vertical-align: 1px; }
      .production .dot { background: var(--p-ok); }
      .experimental .dot { background: var(--p-violet); }
      .deprecated .dot { background: none; box-shadow: inset 0 0 0 1.5px var(--p-warn); }
      .ghost { height: 10px; width: 60%; border-radius: var(--p-radius-s); background: var(--p-selected); }
      @media (max-width: 1600px) {
        .third { display: none; }
        .head, .line { grid-template-columns: minmax(220px, 3fr) 88px minmax(80px, 0.8fr) minmax(100px, 1.1fr) minmax(100px, 1.1fr) 108px; }
      }
      @media (max-width: 1180px) {
        .second { display: none; }
        .head, .line { grid-template-columns: minmax(200px, 3fr) 88px minmax(90px, 1fr) minmax(90px, 1fr) 108px; }
      }
      @media (max-width: 760px) {
        .first { display: none; }
        .head, .line { grid-template-columns: minmax(160px, 2fr) 88px minmax(90px, 1fr); }
      }
    `,
  ];

  /** @type {RowWindow | undefined} */
  #window;
  #active = 0;
  /** Whether the focus waits for a row that is still on its way. */
  #isAwaited = false;
  #resized = new ResizeObserver(() => this.#window?.update());

  constructor() {
    super();
    /** @type {EntityRows | undefined} */
    this.rows = undefined;
    this.order = 'metadata.name';
    /** Counts up whenever rows have come or changed. */
    this.version = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#resized.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#resized.disconnect();
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

  firstUpdated() {
    const body = /** @type {HTMLElement} */ (this.renderRoot.querySelector('.body'));
    this.#window = new RowWindow(this.#scroller, body, HEIGHT, (index) => this.#cells(index));
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
    if (event.key in targets && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      this.#focus(targets[event.key]);
    }
  }

  /** @param {Event} event */
  #focused(event) {
    const index = Number(/** @type {HTMLElement} */ (event.target).closest('.line')?.getAttribute('aria-rowindex')) - 2;
    if (index >= 0) {
      this.#isAwaited = false;
      this.#active = index;
    }
  }

  render() {
    return html`<div class="scroller" tabindex="-1" @scroll=${this.#scroll} @keydown=${this.#pressed}>
      <div role="table" aria-label="Entities" aria-rowcount=${(this.rows?.total ?? 0) + 1} aria-busy=${!this.rows}
        @focusin=${this.#focused}>
        <div role="rowgroup"><div role="row" class="head" aria-rowindex="1">${COLUMNS.map((column) => this.#head(column))}</div></div>
        <div role="rowgroup" class="body"></div>
      </div>
    </div>`;
  }

  /** @param {{ title: string, path: string, className?: string }} column */
  #head({ title, path, className = '' }) {
    if (!path) {
      return html`<span role="columnheader" class=${className}>${title}</span>`;
    }
    const isSorted = this.order.replace('-', '') === path;
    const isDescending = this.order.startsWith('-');
    const next = isSorted && !isDescending ? `-${path}` : path;
    return html`<span role="columnheader" class=${className} aria-sort=${isSorted ? (isDescending ? 'descending' : 'ascending') : 'none'}>
      <button @click=${() => this.dispatchEvent(new CustomEvent('sort', { detail: next }))}>
        ${title}${isSorted ? icon(isDescending ? 'chevron-down' : 'chevron-up', 13) : nothing}
      </button>
    </span>`;
  }

  /** @param {number} index */
  #cells(index) {
    const entity = this.rows?.at(index);
    return entity ? entityCells(entity, index === this.#active) : COLUMNS.map(ghostCell);
  }
}

customElements.define('cb-entity-table', EntityTable);
