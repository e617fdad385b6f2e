import { LitElement, css, html } from 'lit';
import { fieldPaths } from '../data/entity-list.js';
import { icon } from '../elements/icon.js';
import { shared } from '../elements/styles.js';

const PATH = /^[^\s=,[\]]+$/;
let number = 0;

/** Asks for a field that entities have, by its path. Fires `add` with the path. */
export class FieldInput extends LitElement {
  static properties = { label: {}, paths: { state: true }, isWrong: { state: true } };
  static styles = [
    shared,
    css`
      :host { display: block; }
      form { display: flex; gap: 6px; }
      input { flex: 1; min-width: 0; }
      label { display: block; margin-bottom: 4px; color: var(--p-fg2); font: 500 12px/16px var(--p-font); }
      p { margin-top: 4px; font-size: 12px; }
    `,
  ];

  #id = `fields-${++number}`;

  constructor() {
    super();
    this.label = 'Any field';
    /** @type {string[]} */
    this.paths = [];
    this.isWrong = false;
  }

  focus() {
    this.renderRoot.querySelector('input')?.focus();
  }

  /** What is suggested is read when somebody is about to write; writing needs no suggestions. */
  async #suggest() {
    if (!this.paths.length) {
      this.paths = await fieldPaths().catch(() => []);
    }
  }

  /** @param {SubmitEvent} event */
  #send(event) {
    event.preventDefault();
    const input = /** @type {HTMLInputElement} */ (this.renderRoot.querySelector('input'));
    const path = input.value.trim();
    this.isWrong = !PATH.test(path);
    if (!this.isWrong) {
      this.dispatchEvent(new CustomEvent('add', { detail: path }));
      input.value = '';
    }
  }

  render() {
    return html`<form @submit=${this.#send}>
        <div class="grow">
          <label for="path">${this.label}</label>
          <div class="row"><input id="path" type="text" class="mono" list=${this.#id} autocomplete="off" spellcheck="false" placeholder="metadata.labels.tier"
            aria-invalid=${this.isWrong} aria-describedby="wrong" @focus=${this.#suggest} />
          <button class="square" aria-label="Add this field" title="Add this field">${icon('plus', 14)}</button></div>
        </div>
      </form>
      <p id="wrong" class="error">${this.isWrong ? 'Write the path of a field, such as spec.type.' : ''}</p>
      <datalist id=${this.#id}>${this.paths.map((path) => html`<option value=${path}></option>`)}</datalist>`;
  }
}

customElements.define('cb-field-input', FieldInput);
