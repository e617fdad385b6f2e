import { LitElement, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { faultsIn } from '../data/form-check.js';
import { actionStyles } from './action-styles.js';
import './entity-input.js';
import { field } from './form-fields.js';
import { formStyles } from './form-styles.js';
import { icon } from './icon.js';
import { isBad, isMeant, outcomeNotice, pressed } from './press.js';
import { shared } from './styles.js';

/** @typedef {import('../data/types.js').FormBlock} FormBlock */
/** @typedef {import('../data/types.js').InputBlock} InputBlock */
/** @typedef {import('../data/types.js').Outcome} Outcome */

/** A form of a plugin's view. What is typed stays until it was sent and taken, whatever happens to the view around it. */
export class Form extends LitElement {
  static properties = {
    block: { attribute: false },
    typed: { state: true },
    faults: { state: true },
    outcome: { state: true },
    isBusy: { state: true },
  };

  static styles = [shared, formStyles, actionStyles];

  constructor() {
    super();
    /** @type {FormBlock} */
    this.block = { id: '', inputs: [], send: '' };
    /** What differs from what the inputs held at the beginning. @type {Record<string, string[]>} */
    this.typed = {};
    /** @type {Record<string, string>} */
    this.faults = {};
    /** @type {Outcome | undefined} */
    this.outcome = undefined;
    this.isBusy = false;
  }

  /** Whether something was typed that is not sent yet. */
  get isDirty() {
    return this.block.inputs.some((input) => String(this.#valuesOf(input)) !== String(input.initial ?? []) && input.name in this.typed);
  }

  /** @param {InputBlock} input */
  #valuesOf({ name, initial = [] }) {
    return this.typed[name] ?? initial;
  }

  /**
   * @param {string} name
   * @param {string[]} values
   */
  #change(name, values) {
    this.typed = { ...this.typed, [name]: values };
    if (this.faults[name]) {
      this.faults = { ...this.faults, [name]: '' };
    }
  }

  get #values() {
    return Object.fromEntries(this.block.inputs.map((input) => [input.name, this.#valuesOf(input).filter((value) => value !== '')]));
  }

  /** @param {Event} [event] */
  async #send(event) {
    event?.preventDefault();
    if (this.isBusy) {
      return;
    }
    const values = this.#values;
    this.outcome = undefined;
    this.faults = faultsIn(this.block.inputs, values);
    if (Object.keys(this.faults).length) {
      this.#focusFault();
    } else if (await isMeant({ confirm: this.block.confirm, label: this.block.send })) {
      this.isBusy = true;
      this.#sent(await pressed(this, this.block.id, values));
      this.isBusy = false;
    }
  }

  /** @param {Outcome} outcome */
  #sent(outcome) {
    const names = this.block.inputs.map(({ name }) => name);
    const faults = Object.entries(outcome.faults ?? {});
    const lost = faults.filter(([name]) => !names.includes(name)).map(([, reason]) => reason);
    this.faults = Object.fromEntries(faults.filter(([name]) => names.includes(name)));
    this.outcome = lost.length ? { ...outcome, status: 'error', message: [outcome.message, ...lost].filter(Boolean).join(' ') } : outcome;
    if (faults.length) {
      this.#focusFault();
    } else if (!isBad(outcome)) {
      this.typed = {};
    }
  }

  async #focusFault() {
    await this.updateComplete;
    const first = this.block.inputs.find(({ name }) => this.faults[name]);
    const control = [...this.renderRoot.querySelectorAll('input, textarea, select')].find(({ id }) => id === first?.name);
    /** @type {NodeListOf<import('./entity-input.js').EntityInput>} */
    const entities = this.renderRoot.querySelectorAll('cb-entity-input');
    const entity = [...entities].find((one) => one.filled?.input === first);
    /** @type {HTMLElement | undefined} */ (control ?? entity)?.focus();
  }

  render() {
    const { title, inputs, send } = this.block;
    return html`<form novalidate aria-label=${title || send} @submit=${this.#send} @send=${() => this.#send()}>
      ${title ? html`<h3>${title}</h3>` : nothing}
      ${repeat(inputs, ({ name, kind }) => `${kind} ${name}`, (input) => field({
        input,
        values: this.#valuesOf(input),
        fault: this.faults[input.name] ?? '',
        change: (values) => this.#change(input.name, values),
      }))}
      <div>
        <button class="primary" aria-disabled=${this.isBusy} aria-busy=${this.isBusy}>
          ${this.isBusy ? html`<span class="spin row">${icon('loader-circle', 14)}</span>` : nothing}${send}
        </button>
        ${outcomeNotice(this.outcome)}
      </div>
    </form>`;
  }
}

customElements.define('cb-form', Form);
