import { LitElement, css, html } from 'lit';
import { blockStyles } from './block-styles.js';
import { renderBlocks } from './blocks.js';
import { stateStyles } from './state-styles.js';
import { shared } from './styles.js';

/** @typedef {{ label: string, blocks: import('../data/types.js').Block[] }} Tab */

/** Blocks of which one tab's are shown at a time. Those of the others stay as they are, with what was typed into them. */
export class Tabs extends LitElement {
  static properties = { items: { attribute: false }, framed: { type: Boolean }, chosen: { state: true } };
  static styles = [
    shared,
    blockStyles,
    stateStyles,
    css`
      :host { display: block; min-width: 0; }
      [role='tablist'] { display: flex; gap: 16px; margin-bottom: 14px; border-bottom: 1px solid var(--p-line); overflow-x: auto; scrollbar-width: none; }
      [role='tab'] {
        height: 34px; margin-bottom: -1px; padding: 0 1px; border: 0; border-bottom: 2px solid transparent; border-radius: 0;
        background: none; color: var(--p-fg2);
      }
      [role='tab']:hover { background: none; color: var(--p-fg); }
      [role='tab'][aria-selected='true'] { border-color: var(--p-accent); color: var(--p-fg); }
      [role='tab']:focus-visible { outline-offset: -2px; }
      [role='tabpanel'] { display: grid; gap: 14px; }
    `,
  ];

  constructor() {
    super();
    /** @type {Tab[]} */
    this.items = [];
    this.framed = false;
    /** The label of the tab that the reader chose. */
    this.chosen = '';
  }

  get #index() {
    return Math.max(0, this.items.findIndex(({ label }) => label === this.chosen));
  }

  /** @param {number} index */
  #choose(index) {
    const count = this.items.length;
    this.chosen = this.items[(index + count) % count].label;
  }

  /** @param {KeyboardEvent} event */
  async #pressed(event) {
    /** @type {Record<string, number>} */
    const targets = { ArrowRight: this.#index + 1, ArrowLeft: this.#index - 1, Home: 0, End: this.items.length - 1 };
    if (event.key in targets) {
      event.preventDefault();
      this.#choose(targets[event.key]);
      await this.updateComplete;
      /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('[role=tab][aria-selected=true]'))?.focus();
    }
  }

  render() {
    const shown = this.#index;
    return html`<div role="tablist" @keydown=${this.#pressed}>
        ${this.items.map(({ label }, index) => html`<button role="tab" id="tab${index}" aria-controls="panel${index}"
          aria-selected=${index === shown} tabindex=${index === shown ? 0 : -1} @click=${() => this.#choose(index)}>${label}</button>`)}
      </div>
      ${this.items.map(({ blocks }, index) => html`<div role="tabpanel" id="panel${index}" aria-labelledby="tab${index}"
        ?hidden=${index !== shown}>${renderBlocks(blocks, { framed: this.framed })}</div>`)}`;
  }
}

customElements.define('cb-tabs', Tabs);
