import { LitElement, css, html, nothing } from 'lit';
import { icon } from './icon.js';
import { shared } from './styles.js';

/** A button that opens a panel below it with what is put into this element. Fires `opened`. */
export class Flyout extends LitElement {
  static properties = { label: {}, icon: {}, isOpen: { state: true } };
  static styles = [
    shared,
    css`
      :host { position: relative; display: inline-block; }
      .panel {
        position: absolute; top: calc(100% + 4px); right: 0; z-index: 20; width: min(340px, calc(100vw - 96px)); max-height: min(560px, 70vh);
        overflow-y: auto; padding: 14px; box-shadow: var(--p-shadow); scrollbar-width: thin;
      }
      @media (max-width: 700px) {
        :host { position: static; }
        .words { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      }
    `,
  ];

  constructor() {
    super();
    this.label = '';
    /** @type {import('./icon.js').IconName} */
    this.icon = 'settings';
    this.isOpen = false;
  }

  /** @param {PointerEvent} event */
  #elsewhere = (event) => {
    if (!event.composedPath().includes(this)) {
      this.isOpen = false;
    }
  };

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener('keydown', this.#pressed);
    this.addEventListener('focusout', this.#left);
    document.addEventListener('pointerdown', this.#elsewhere);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.#elsewhere);
  }

  get #button() {
    return /** @type {HTMLButtonElement} */ (this.renderRoot.querySelector('button'));
  }

  close() {
    this.isOpen = false;
    this.#button.focus();
  }

  async #toggle() {
    this.isOpen = !this.isOpen;
    if (this.isOpen) {
      this.dispatchEvent(new CustomEvent('opened'));
      await this.updateComplete;
      /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('.panel'))?.focus({ preventScroll: true });
    }
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    if (event.key === 'Escape' && this.isOpen) {
      event.preventDefault();
      event.stopPropagation();
      this.close();
    }
  }

  /** A focus that goes nowhere, because what had it is gone or the window lost it, closes nothing. @param {FocusEvent} event */
  #left({ relatedTarget }) {
    const to = /** @type {Node | null} */ (relatedTarget);
    if (to && !this.contains(to) && !this.renderRoot.contains(to)) {
      this.isOpen = false;
    }
  }

  render() {
    return html`<button aria-expanded=${this.isOpen} aria-controls="panel" @click=${this.#toggle}>
        ${icon(this.icon, 14)}<span class="words">${this.label}</span></button>
      ${this.isOpen ? html`<div id="panel" class="panel" role="dialog" aria-label=${this.label} tabindex="-1"><slot></slot></div>` : nothing}`;
  }
}

customElements.define('cb-flyout', Flyout);
