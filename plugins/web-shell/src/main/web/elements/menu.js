import { LitElement, css, html, nothing } from 'lit';
import { icon, pageIcon } from './icon.js';
import { shared } from './styles.js';

/** @typedef {{ label: string, icon: string, isDanger?: boolean, run: () => void }} MenuItem */

/** A button with a list of things to do. */
export class Menu extends LitElement {
  static properties = { label: {}, dots: { type: Boolean }, items: { attribute: false }, isOpen: { state: true } };
  static styles = [
    shared,
    css`
      :host { position: relative; display: inline-block; }
      [role='menu'] {
        position: absolute; top: calc(100% + 4px); right: 0; z-index: 20; display: grid; min-width: 200px; padding: 5px; border: 1px solid var(--p-line);
        border-radius: var(--p-radius-l); background: var(--p-surface); box-shadow: var(--p-shadow);
      }
      [role='menuitem'] { justify-content: flex-start; height: 32px; border: 0; background: none; font-weight: 400; }
      [role='menuitem']:focus-visible { outline-offset: -2px; }
      [role='menuitem']:is(:hover, :focus) { background: var(--p-hover); }
      .bad { color: var(--p-bad); }
    `,
  ];

  constructor() {
    super();
    this.label = 'More';
    /** Whether the button shows three dots in place of its label. */
    this.dots = false;
    /** @type {MenuItem[]} */
    this.items = [];
    this.isOpen = false;
  }

  get #button() {
    return /** @type {HTMLButtonElement} */ (this.renderRoot.querySelector('[aria-haspopup]'));
  }

  /** @returns {HTMLElement[]} */
  get #entries() {
    return [...this.renderRoot.querySelectorAll('[role=menuitem]')].map((one) => /** @type {HTMLElement} */ (one));
  }

  /** @param {number} index of the item that is ready to be chosen */
  async #open(index) {
    this.isOpen = true;
    await this.updateComplete;
    this.#entries.at(index)?.focus();
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const entries = this.#entries;
    const here = entries.indexOf(/** @type {HTMLElement} */ (event.composedPath()[0]));
    /** @type {Record<string, number>} */
    const targets = { ArrowDown: (here + 1) % entries.length, ArrowUp: (here - 1 + entries.length) % entries.length, Home: 0, End: entries.length - 1 };
    if (event.key in targets) {
      event.preventDefault();
      entries[targets[event.key]]?.focus();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      this.isOpen = false;
      this.#button.focus();
    } else if (event.key === 'Tab') {
      this.isOpen = false;
    }
  }

  /** @param {KeyboardEvent} event */
  #pressedOnButton(event) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.#open(event.key === 'ArrowDown' ? 0 : -1);
    }
  }

  /** @param {FocusEvent} event */
  #left({ relatedTarget }) {
    if (!this.renderRoot.contains(/** @type {Element | null} */ (relatedTarget))) {
      this.isOpen = false;
    }
  }

  /** @param {MenuItem} item */
  #run(item) {
    this.isOpen = false;
    this.#button.focus();
    item.run();
  }

  render() {
    return html`<div @focusout=${this.#left}>
      <button class=${this.dots ? 'plain square small' : ''} aria-label=${this.dots ? this.label : nothing} aria-haspopup="menu" aria-expanded=${this.isOpen} @keydown=${this.#pressedOnButton}
        @click=${() => (this.isOpen ? (this.isOpen = false) : this.#open(0))}>${this.dots ? icon('ellipsis', 16) : html`${this.label}${icon('chevron-down', 14)}`}</button>
      ${this.isOpen ? html`<div role="menu" aria-label=${this.label} @keydown=${this.#pressed}>${this.items.map((item) => this.#item(item))}</div>` : ''}
    </div>`;
  }

  /** @param {MenuItem} item */
  #item(item) {
    return html`<button role="menuitem" tabindex="-1" class=${item.isDanger ? 'bad' : ''} @click=${() => this.#run(item)}>${pageIcon(item.icon, 15)}${item.label}</button>`;
  }
}

customElements.define('cb-menu', Menu);
