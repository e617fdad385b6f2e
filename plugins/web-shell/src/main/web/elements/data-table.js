import { LitElement, css, html, nothing } from 'lit';
import { formatNumber } from '../data/format.js';
import { icon } from './icon.js';
import { empty } from './states.js';
import { stateStyles } from './state-styles.js';
import { shared } from './styles.js';
import { announce } from './toasts.js';
import { renderValue } from './value.js';
import { valueStyles } from './value-styles.js';
import { TURN } from './turn.js';

/** @typedef {import('../data/types.js').TableBlock} TableBlock */
/** @typedef {import('../data/types.js').TablePage} TablePage */

const USUAL_LIMIT = 20;

/** A plugin's table. It is sorted and its pages are turned by the plugin: the view around it asks again. */
export class DataTable extends LitElement {
  static properties = { block: { attribute: false }, flush: { type: Boolean, reflect: true }, waits: { state: true } };
  static styles = [
    shared,
    stateStyles,
    valueStyles,
    css`
      :host { display: block; min-width: 0; }
      .scroll { min-height: var(--held, 0); scrollbar-width: thin; }
      .table th { padding: 0 16px 6px 0; }
      .table td { padding: 5px 16px 5px 0; line-height: 24px; }
      .table :is(th, td):last-child { padding-right: 0; }
      .table .long { display: -webkit-inline-box; -webkit-box-orient: vertical; -webkit-line-clamp: 4; overflow: hidden; }
      .table .end { text-align: right; font-variant-numeric: tabular-nums; }
      :host([flush]) .table th { padding: 10px 16px; }
      :host([flush]) .table td { padding: 7px 16px; }
      :host([flush]) tbody tr:hover { background: var(--p-hover); }
      th button { height: 24px; margin: 0 -6px; padding: 0 6px; border: 0; gap: 3px; background: none; color: inherit; font: inherit; }
      th button:hover { color: var(--p-fg); }
      th.end button { flex-direction: row-reverse; }
      th svg { color: var(--p-fg3); }
      th [data-idle] { opacity: 0; }
      th button:is(:hover, :focus-visible) [data-idle] { opacity: 0.6; }
      [aria-sort='ascending'], [aria-sort='descending'] { color: var(--p-fg); }
      tbody.waits { opacity: 0.55; }
      .pager { display: flex; align-items: center; gap: 2px; padding-top: 10px; border-top: 1px solid var(--p-line); color: var(--p-fg2); }
      .pager .range { flex: 1; }
      :host([flush]) .pager { padding: 6px 10px 6px 16px; }
      .pager [aria-disabled='true'] { opacity: 0.4; cursor: default; background: none; }
    `,
  ];

  /** @type {TablePage | undefined} */
  #asked;

  constructor() {
    super();
    /** @type {TableBlock} */
    this.block = { id: '', columns: [], rows: [], total: 0 };
    this.flush = false;
    /** Whether other rows are on their way. */
    this.waits = false;
  }

  /** @returns {TablePage} */
  get #page() {
    return this.block.page ?? this.#asked ?? { offset: 0, limit: Math.max(USUAL_LIMIT, this.block.rows.length) };
  }

  get #isPaged() {
    const { page, total } = this.block;
    return !!page && (total > page.limit || page.offset > 0);
  }

  get #range() {
    const { offset } = this.#page;
    const { total, rows } = this.block;
    const shown = rows.length ? `${formatNumber(offset + 1)}–${formatNumber(offset + rows.length)}` : 'None';
    return `${shown} of ${formatNumber(total)}`;
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has('block')) {
      if (this.waits && this.#isPaged) {
        announce(this.#range);
      }
      this.waits = false;
    }
  }

  /** The last page is often shorter; what stands below must not jump up to the reader's pointer. */
  updated() {
    const box = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('.scroll'));
    if (box && this.#isPaged && this.#page.offset === 0) {
      this.style.setProperty('--held', `${box.scrollHeight}px`);
    } else if (!this.#isPaged) {
      this.style.removeProperty('--held');
    }
  }

  /** @param {Partial<TablePage>} change */
  #turn(change) {
    const page = { sort: '', direction: /** @type {const} */ ('ascending'), ...this.#page, ...change };
    this.#asked = page;
    this.waits = true;
    this.dispatchEvent(new CustomEvent(TURN, { detail: { id: this.block.id, page }, bubbles: true, composed: true }));
  }

  /** The other rows did not come. */
  stay() {
    this.waits = false;
  }

  /** @param {string} key */
  #sort(key) {
    const { sort, direction } = this.#page;
    this.#turn({ offset: 0, sort: key, direction: sort === key && direction !== 'descending' ? 'descending' : 'ascending' });
  }

  render() {
    const { id, columns, rows } = this.block;
    const label = nameOf(id);
    if (!rows.length && !this.#isPaged) {
      return empty('Nothing to list');
    }
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${label}>
        <table class="table" aria-label=${label} aria-rowcount=${this.#isPaged ? this.block.total + 1 : nothing}>
          <thead><tr>${columns.map((column) => this.#head(column))}</tr></thead>
          <tbody class=${this.waits ? 'waits' : ''}>${rows.map((row) => html`<tr>
            ${row.map((cell, index) => html`<td class=${columns[index]?.align ?? 'start'}>${renderValue(cell)}</td>`)}
          </tr>`)}</tbody>
        </table>
      </div>
      ${this.#isPaged ? this.#pager(label) : nothing}`;
  }

  /** @param {TableBlock['columns'][number]} column */
  #head({ key, label, align = 'start', sortable }) {
    if (!sortable) {
      return html`<th scope="col" class=${align}>${label}</th>`;
    }
    const { sort, direction } = this.#page;
    const order = sort === key ? (direction ?? 'ascending') : 'none';
    return html`<th scope="col" class=${align} aria-sort=${order}>
      <button @click=${() => this.#sort(key)}>
        ${label}<span class="row" ?data-idle=${order === 'none'}>${icon(order === 'descending' ? 'chevron-down' : 'chevron-up', 13)}</span>
      </button>
    </th>`;
  }

  /** @param {string} label */
  #pager(label) {
    const { offset, limit } = this.#page;
    const last = Math.max(0, Math.ceil(this.block.total / limit) - 1) * limit;
    return html`<nav class="pager" aria-label="Pages of ${label}">
      <span class="range num">${this.#range}</span>
      ${this.#step('First page', 'chevrons-left', 0, offset > 0)}
      ${this.#step('Previous page', 'chevron-left', Math.max(0, offset - limit), offset > 0)}
      ${this.#step('Next page', 'chevron-right', offset + limit, offset < last)}
      ${this.#step('Last page', 'chevrons-right', last, offset < last)}
    </nav>`;
  }

  /**
   * A button that leads nowhere keeps the focus that it may have.
   *
   * @param {string} label
   * @param {import('./icon.js').IconName} name
   * @param {number} offset
   * @param {boolean} leads
   */
  #step(label, name, offset, leads) {
    return html`<button class="plain square small" aria-label=${label} title=${label} aria-disabled=${!leads}
      @click=${() => leads && this.#turn({ offset })}>${icon(name, 15)}</button>`;
  }
}

/** @param {string} id such as `open-findings` */
function nameOf(id) {
  const words = id.replaceAll('-', ' ').trim() || 'table';
  return words[0].toUpperCase() + words.slice(1);
}

customElements.define('cb-data-table', DataTable);
