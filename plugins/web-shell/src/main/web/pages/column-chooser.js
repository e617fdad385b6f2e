import { LitElement, css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { areUsual, columnOf, otherColumns } from '../data/columns.js';
import { icon } from '../elements/icon.js';
import { shared } from '../elements/styles.js';
import { announce } from '../elements/toasts.js';
import './field-input.js';

/** @typedef {import('../data/columns.js').Column} Column */
/** @typedef {import('../data/types.js').PluginPlace} PluginPlace */

/** Which columns a table has, and in which order. Fires `choose` with their keys, and `usual`. */
export class ColumnChooser extends LitElement {
  static properties = { keys: { attribute: false }, offered: { attribute: false } };
  static styles = [
    shared,
    css`
      :host { display: grid; gap: 14px; }
      h2 { margin-bottom: 4px; color: var(--p-fg2); font: 500 12px/16px var(--p-font); }
      li { display: flex; align-items: center; gap: 2px; min-height: 28px; }
      label { display: flex; flex: 1; align-items: center; gap: 8px; min-width: 0; min-height: 28px; cursor: pointer; }
      .of { margin-left: auto; padding-left: 10px; color: var(--p-fg3); font-size: 11px; direction: rtl; }
      button.text { justify-self: start; }
    `,
  ];

  constructor() {
    super();
    /** @type {string[]} */
    this.keys = [];
    /** @type {PluginPlace[]} */
    this.offered = [];
  }

  /** @param {string[]} keys */
  #choose(keys) {
    this.dispatchEvent(new CustomEvent('choose', { detail: keys }));
  }

  /**
   * @param {Column} column
   * @param {number} step
   */
  async #move({ key, title }, step) {
    const keys = this.keys.filter((one) => one !== key);
    const place = this.keys.indexOf(key) + step;
    keys.splice(place, 0, key);
    this.#choose(keys);
    announce(`${title} is column ${place + 2} of ${keys.length + 1}`);
    await this.updateComplete;
    const buttons = [...this.renderRoot.querySelectorAll(`[data-key="${CSS.escape(key)}"] button:not(:disabled)`)];
    /** @type {HTMLElement | undefined} */ (buttons.at(step < 0 ? 0 : -1))?.focus();
  }

  render() {
    const chosen = this.keys.map((key) => columnOf(key, this.offered));
    const others = otherColumns(this.keys, this.offered);
    return html`
      <section aria-label="Shown"><h2>Shown, behind the name</h2><ul>${repeat(chosen, ({ key }) => key, (column, index) => this.#chosen(column, index))}</ul></section>
      <section aria-label="More"><h2>More</h2><ul>${repeat(others, ({ key }) => key, (column) => html`<li>${this.#box(column, false)}</li>`)}</ul></section>
      <cb-field-input label="Any field" @add=${(/** @type {CustomEvent<string>} */ { detail }) => this.#choose([...new Set([...this.keys, detail])])}></cb-field-input>
      ${areUsual(this.keys) ? nothing : html`<button class="text" @click=${() => this.dispatchEvent(new CustomEvent('usual'))}>Back to the usual columns</button>`}
    `;
  }

  /**
   * @param {Column} column
   * @param {number} index
   */
  #chosen(column, index) {
    const isLast = index === this.keys.length - 1;
    return html`<li data-key=${column.key}>${this.#box(column, true)}
      <button class="plain square small" ?disabled=${index === 0} aria-label="Move ${column.title} forward" @click=${() => this.#move(column, -1)}>${icon('chevron-up', 14)}</button>
      <button class="plain square small" ?disabled=${isLast} aria-label="Move ${column.title} back" @click=${() => this.#move(column, 1)}>${icon('chevron-down', 14)}</button>
    </li>`;
  }

  /**
   * @param {Column} column
   * @param {boolean} isOn
   */
  #box({ key, title, of }, isOn) {
    const keys = isOn ? this.keys.filter((one) => one !== key) : [...this.keys, key];
    return html`<label><input type="checkbox" .checked=${isOn} @change=${() => this.#choose(keys)} /><span class="cut">${title}</span>
      ${of && of !== title ? html`<span class="of cut" title=${of}><bdi>${of}</bdi></span>` : nothing}</label>`;
  }
}

customElements.define('cb-column-chooser', ColumnChooser);
