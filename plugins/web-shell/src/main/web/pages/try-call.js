import { LitElement, html, nothing } from 'lit';
import { formatBytes, formatLength } from '../data/format.js';
import { rights } from '../data/session.js';
import { readable, tried } from '../data/trial.js';
import '../elements/code-text.js';
import { icon } from '../elements/icon.js';
import { empty, failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import { announce } from '../elements/toasts.js';
import { statusPill } from '../elements/value.js';
import { tryStyles } from './try-styles.js';

/** @typedef {import('../data/trial.js').DefinedCall} DefinedCall */
/** @typedef {import('../data/trial.js').CallInput} CallInput */
/** @typedef {import('../data/trial.js').TrialAnswer} TrialAnswer */

const RIGHT = 'web-shell.try';
const PLACES = { path: 'in the path', query: 'in the query', header: 'header' };

/** Fills in an operation and has the portal call it. What is typed in is held by this element alone, and gone with it. */
export class TryCall extends LitElement {
  static properties = {
    call: { attribute: false }, entity: {}, operation: {}, servers: { attribute: false },
    held: { state: true }, isBusy: { state: true }, answer: { state: true }, problem: { state: true },
  };
  static styles = [shared, stateStyles, tryStyles];

  #aborter = new AbortController();

  constructor() {
    super();
    /** @type {DefinedCall} */
    this.call = { method: '', path: '', inputs: [] };
    this.entity = '';
    this.operation = '';
    /** @type {string[]} */
    this.servers = [];
    /** @type {Set<string> | undefined} */
    this.held = undefined;
    this.isBusy = false;
    /** @type {TrialAnswer | undefined} */
    this.answer = undefined;
    /** @type {import('../elements/states.js').Failure | undefined} */
    this.problem = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    rights().then((held) => (this.held = held), () => {});
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#aborter.abort();
  }

  /** @param {SubmitEvent} event */
  async #send(event) {
    event.preventDefault();
    if (this.isBusy) {
      return;
    }
    const filled = [...new FormData(/** @type {HTMLFormElement} */ (event.target))].map(([name, value]) => [name, String(value)]);
    const { server, body = '', ...values } = Object.fromEntries(filled);
    this.isBusy = true;
    this.answer = undefined;
    this.problem = undefined;
    this.#aborter = new AbortController();
    const trial = { entity: this.entity, operation: this.operation, server, values, body };
    try {
      this.answer = await tried(trial, this.#aborter.signal);
      announce(this.answer.failure ? this.answer.failure.message : `Status ${this.answer.status}`);
    } catch (reason) {
      this.problem = /** @type {Error} */ (reason);
    }
    this.isBusy = false;
  }

  render() {
    const { method, path } = this.call;
    return html`<details>
      <summary>${icon('rocket', 15)}Try it<span class="aside cut mono">${method} ${path}</span>${icon('chevron-down', 15)}</summary>
      <div class="in">${this.#content()}</div>
    </details>`;
  }

  #content() {
    if (this.held && !this.held.has(RIGHT)) {
      return failure({ message: `This needs the permission ${RIGHT}.`, status: 403 });
    }
    if (!this.servers.length) {
      return empty('There is nowhere to send it', html`The definition names no server by a whole address, as in <code class="mono">servers: [{url: https://api.example.com}]</code>.`);
    }
    return html`<form autocomplete="off" @submit=${this.#send}>
        <label><span class="label">Server</span><select name="server">${this.servers.map((address) => html`<option>${address}</option>`)}</select></label>
        ${this.call.inputs.length ? html`<div class="inputs">${this.call.inputs.map((input) => this.#input(input))}</div>` : nothing}
        ${this.call.type ? this.#body(this.call.type, this.call.body ?? '') : nothing}
        <div class="send">
          <button class="primary" aria-disabled=${this.isBusy}>${this.isBusy ? html`<span class="spin row">${icon('loader-circle', 15)}</span>Sending…` : html`${icon('rocket', 15)}Send`}</button>
          <p>The portal sends it in your stead, and notes that you did. What you fill in goes to the server once, and is kept nowhere.</p>
        </div>
      </form>
      ${this.problem ? html`<div class="result">${failure(this.problem)}</div>` : nothing}
      ${this.answer ? html`<div class="result" role="region" aria-label="Answer">${this.#answered(this.answer)}</div>` : nothing}`;
  }

  /** @param {CallInput} input */
  #input({ key, place, name, required = false, secret = false, about, example = '' }) {
    return html`<label>
      <span class="label"><span class="mono">${name}</span><span class="where">${PLACES[place]}</span>${required ? html`<span class="must">required</span>` : nothing}</span>
      <input name=${key} type=${secret ? 'password' : 'text'} value=${example} ?required=${required} autocomplete=${secret ? 'new-password' : 'off'} spellcheck="false" />
      ${about ? html`<span class="about">${about}</span>` : nothing}
    </label>`;
  }

  /**
   * @param {string} type
   * @param {string} example
   */
  #body(type, example) {
    return html`<label><span class="label">Body<span class="where">${type}</span></span>
      <textarea name="body" rows=${Math.min(16, example.split('\n').length + 1)} spellcheck="false" .defaultValue=${example}></textarea></label>`;
  }

  /** @param {TrialAnswer} answer */
  #answered(answer) {
    if (answer.failure) {
      return failure(answer.failure);
    }
    const { status, millis, size, headers, type, text, whole } = answer;
    const tone = status < 300 ? 'ok' : status < 400 ? 'info' : status < 500 ? 'warn' : 'error';
    return html`<div class="facts">${statusPill(tone, String(status))}<span class="num">${formatLength(millis)}</span><span class="num">${formatBytes(size)}</span><span class="mono">${type}</span></div>
      ${headers.length ? html`<details class="headers"><summary>Headers</summary><dl class="mono">${headers.map(({ name, value }) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl></details>` : nothing}
      ${this.#text(size, text, type)}
      ${whole === false ? html`<p class="about">This is the beginning; the answer is longer.</p>` : nothing}`;
  }

  /**
   * @param {number} size
   * @param {string | undefined} text
   * @param {string} type
   */
  #text(size, text, type) {
    if (!size) {
      return html`<p class="about">It has no body.</p>`;
    }
    return text === undefined
      ? html`<p class="about">Its body is no text, and not shown.</p>`
      : html`<cb-code-text .text=${readable({ text, type })} .language=${/json/.test(type) ? 'json' : ''} label="Body of the answer"></cb-code-text>`;
  }
}

customElements.define('cb-try', TryCall);
