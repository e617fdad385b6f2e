import { LitElement, html } from 'lit';
import { commandAddress } from '../data/commands.js';
import { press, view } from '../data/views.js';
import '../elements/form.js';
import { isBad, isMeant, outcomeNotice } from '../elements/press.js';
import { tell } from '../elements/pressing.js';
import { actionStyles } from '../elements/action-styles.js';
import { bars } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import { navigate } from './router.js';

/** @typedef {import('../data/commands.js').Command} Command */
/** @typedef {import('../data/types.js').FormBlock} FormBlock */
/** @typedef {import('../data/types.js').Outcome} Outcome */

/** Runs a command: asks what it has to know, sends it and tells how it went. Fires `done` where it went well, `left` where nobody meant it. */
export class CommandForm extends LitElement {
  static properties = { command: { attribute: false }, form: { state: true }, outcome: { state: true } };
  static styles = [shared, stateStyles, actionStyles];

  constructor() {
    super();
    /** @type {Command | undefined} */
    this.command = undefined;
    /** @type {FormBlock | undefined} */
    this.form = undefined;
    /** @type {Outcome | undefined} */
    this.outcome = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#ask();
  }

  async #ask() {
    if (!this.command) {
      return;
    }
    try {
      const { model, error } = await view(commandAddress(this.command), {});
      if (error || !model) {
        this.outcome = { status: 'error', message: [error?.message, error?.hint].filter(Boolean).join(' ') };
        return;
      }
      this.#asked(/** @type {FormBlock} */ (/** @type {unknown} */ (model.blocks[0])));
    } catch (reason) {
      this.outcome = failed(reason);
    }
  }

  /** @param {FormBlock} form */
  async #asked(form) {
    if (form.inputs.length) {
      this.form = form;
      await this.updateComplete;
      this.focusFirst();
    } else if (await isMeant({ confirm: form.confirm, label: form.send })) {
      this.outcome = await this.#send(form.id, {});
    } else {
      this.dispatchEvent(new CustomEvent('left'));
    }
  }

  async focusFirst() {
    const form = /** @type {LitElement | null} */ (this.renderRoot.querySelector('cb-form'));
    await form?.updateComplete;
    const first = form?.renderRoot.querySelector('input, textarea, select, cb-entity-input');
    /** @type {HTMLElement | undefined} */ (first ?? undefined)?.focus();
  }

  /** @param {CustomEvent<import('../elements/press.js').Press>} event */
  #pressed({ detail }) {
    detail.outcome = this.#send(detail.action, detail.values);
  }

  /**
   * @param {string} action
   * @param {Record<string, string[]>} values
   * @returns {Promise<Outcome>}
   */
  async #send(action, values) {
    try {
      const { outcome } = await press(commandAddress(/** @type {Command} */ (this.command)), {}, action, values);
      if (!isBad(outcome) || outcome.next) {
        this.dispatchEvent(new CustomEvent('done'));
        tell(outcome);
      }
      if (outcome.next) {
        navigate(outcome.next);
      }
      return outcome;
    } catch (reason) {
      return failed(reason);
    }
  }

  render() {
    if (this.form) {
      return html`<cb-form .block=${{ ...this.form, title: '' }} @cb-press=${this.#pressed}></cb-form>`;
    }
    return this.outcome ? outcomeNotice(this.outcome) : html`<div aria-busy="true">${bars([40, 70])}</div>`;
  }
}

/** @param {unknown} reason @returns {Outcome} */
function failed(reason) {
  const { message, hint } = /** @type {import('../data/http.js').HttpError} */ (reason);
  return { status: 'error', message: [message, hint].filter(Boolean).join(' ') };
}

customElements.define('cb-command-form', CommandForm);
