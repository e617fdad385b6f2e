import { LitElement, css, html, nothing } from 'lit';
import { plugins } from '../data/plugins.js';
import '../elements/entity-input.js';
import { formStyles } from '../elements/form-styles.js';
import { icon } from '../elements/icon.js';
import { shared } from '../elements/styles.js';
import { navigate } from '../shell/router.js';

/** @typedef {import('../data/permissions.js').Policy} Policy */

/** @type {[string, string][]} */
const THINGS = [['', 'Anything'], ['entity', 'An entity'], ['plugin', 'A plugin']];

/** Asks for somebody or for a permission, and for the thing that it is about. What is asked stands in the address. */
export class PermissionQuestion extends LitElement {
  static properties = { view: {}, query: { attribute: false }, policy: { attribute: false }, given: { state: true }, thing: { state: true }, ids: { state: true } };
  static styles = [
    shared,
    formStyles,
    css`
      :host { margin-bottom: 18px; }
      form { grid-template-columns: minmax(220px, 1.4fr) 150px minmax(200px, 1.2fr) auto; gap: 12px; align-items: end; max-width: 1040px; }
      button { height: 32px; }
      @media (max-width: 900px) { form { grid-template-columns: 1fr; } }
    `,
  ];

  /** @type {string | undefined} */
  #asked;

  constructor() {
    super();
    this.view = 'person';
    this.query = new URLSearchParams();
    /** @type {Policy | undefined} */
    this.policy = undefined;
    /** What was typed, by name. @type {Record<string, string>} */
    this.given = {};
    this.thing = '';
    /** @type {string[]} */
    this.ids = [];
  }

  connectedCallback() {
    super.connectedCallback();
    // who may not see plugins can type their ids
    plugins().then((all) => (this.ids = all.map(({ id }) => id)), () => {});
  }

  willUpdate() {
    if (this.#asked !== this.query.toString()) {
      this.#asked = this.query.toString();
      this.given = Object.fromEntries(this.query);
      this.thing = this.given.entity ? 'entity' : this.given.plugin ? 'plugin' : '';
    }
  }

  /** @param {Event} [event] */
  #ask(event) {
    event?.preventDefault();
    const first = this.view === 'person' ? 'caller' : 'permission';
    const query = new URLSearchParams({ view: this.view });
    for (const name of [first, this.thing]) {
      const value = (this.given[name] ?? '').trim();
      if (name && value) {
        query.set(name, value);
      }
    }
    if (query.has(first)) {
      navigate(`/settings/permissions?${query}`);
    } else {
      /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('cb-entity-input, select'))?.focus();
    }
  }

  /**
   * @param {string} name
   * @param {string} value
   */
  #give(name, value) {
    this.given = { ...this.given, [name]: value };
  }

  render() {
    return html`<form aria-label="Question" @submit=${this.#ask} @send=${() => this.#ask()}>
      ${this.view === 'person' ? this.#entity('caller', 'Person or group', ['user', 'group']) : this.#permission()}
      <div class="field">
        <label class="label" for="thing">To</label>
        <select id="thing" @change=${(/** @type {any} */ { target }) => (this.thing = target.value)}>
          ${THINGS.map(([value, label]) => html`<option value=${value} ?selected=${value === this.thing}>${label}</option>`)}
        </select>
      </div>
      ${this.thing === 'entity' ? this.#entity('entity', 'Entity', []) : this.thing === 'plugin' ? this.#plugin() : html`<span></span>`}
      <button class="primary">${icon('search', 14)}Show</button>
    </form>`;
  }

  #permission() {
    const names = Object.entries(this.policy?.permissions ?? {});
    return html`<div class="field">
      <label class="label" for="permission">Permission</label>
      <select id="permission" @change=${(/** @type {any} */ { target }) => this.#give('permission', target.value)}>
        <option value="" ?selected=${!this.given.permission}>Choose…</option>
        ${names.map(([name, { title }]) => html`<option value=${name} ?selected=${name === this.given.permission}>${name}${title === name ? nothing : ` – ${title}`}</option>`)}
      </select>
    </div>`;
  }

  /**
   * @param {string} name
   * @param {string} label
   * @param {string[]} kinds
   */
  #entity(name, label, kinds) {
    /** @type {import('../elements/form-fields.js').Filled} */
    const filled = {
      input: { name, label, kind: 'entity', options: kinds.map((kind) => ({ value: kind, label: kind })) },
      values: [this.given[name] ?? ''],
      fault: '',
      change: ([value]) => this.#give(name, value),
    };
    return html`<cb-entity-input .filled=${filled}></cb-entity-input>`;
  }

  #plugin() {
    return html`<div class="field">
      <label class="label" for="plugin">Plugin</label>
      <input id="plugin" type="text" list="plugins" autocomplete="off" .value=${this.given.plugin ?? ''}
        @input=${(/** @type {any} */ { target }) => this.#give('plugin', target.value)} />
      <datalist id="plugins">${this.ids.map((id) => html`<option value=${id}></option>`)}</datalist>
    </div>`;
  }
}

customElements.define('cb-permission-question', PermissionQuestion);
