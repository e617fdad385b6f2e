import { LitElement, css, html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { actionStyles } from './action-styles.js';
import { icon } from './icon.js';
import { isMeant, outcomeNotice, pressed } from './press.js';
import { shared } from './styles.js';

/** @typedef {import('../data/types.js').ButtonBlock} ButtonBlock */

/** Buttons of a plugin's view, side by side. */
export class ActionButtons extends LitElement {
  static properties = { items: { attribute: false }, busy: { state: true }, outcome: { state: true } };
  static styles = [
    shared,
    actionStyles,
    css`
      :host { display: block; }
      .buttons { display: flex; flex-wrap: wrap; gap: 8px; }
    `,
  ];

  constructor() {
    super();
    /** @type {ButtonBlock[]} */
    this.items = [];
    /** The button that is being pressed. */
    this.busy = '';
    /** @type {import('../data/types.js').Outcome | undefined} */
    this.outcome = undefined;
  }

  /** @param {ButtonBlock} button */
  async #press(button) {
    if (this.busy || !(await isMeant(button))) {
      return;
    }
    this.outcome = undefined;
    this.busy = button.id;
    this.outcome = await pressed(this, button.id);
    this.busy = '';
  }

  render() {
    return html`<div class="buttons">${repeat(this.items, ({ id }) => id, (button) => this.#button(button))}</div>
      ${outcomeNotice(this.outcome)}`;
  }

  /** @param {ButtonBlock} button */
  #button(button) {
    const isBusy = this.busy === button.id;
    return html`<button class=${button.style === 'plain' ? '' : (button.style ?? '')} aria-disabled=${this.busy ? 'true' : 'false'} aria-busy=${isBusy}
      @click=${() => this.#press(button)}>
      ${isBusy ? html`<span class="spin row">${icon('loader-circle', 14)}</span>` : ''}${button.label}
    </button>`;
  }
}

customElements.define('cb-action-buttons', ActionButtons);
