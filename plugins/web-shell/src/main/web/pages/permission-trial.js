import { LitElement, css, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { plural } from '../data/format.js';
import { tryPolicy } from '../data/permissions.js';
import { icon } from '../elements/icon.js';
import { empty, failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import { announce } from '../elements/toasts.js';
import { refLink } from '../elements/value.js';
import { extentPill, mistakeList, permissionStyles, unknownNote } from './permission-parts.js';

/** @typedef {import('../data/permissions.js').Difference} Difference */
/** @typedef {import('../data/permissions.js').Policy} Policy */
/** @typedef {import('../data/permissions.js').Trial} Trial */

/** What another policy would change for whom. Nothing is changed here: what counts is the file. */
export class PermissionTrial extends LitElement {
  static properties = { policy: { attribute: false }, text: { state: true }, trial: { state: true }, problem: { state: true }, isTrying: { state: true } };
  static styles = [
    shared,
    stateStyles,
    permissionStyles,
    css`
      label { display: block; margin-bottom: 6px; font-weight: 500; }
      textarea {
        display: block; width: 100%; min-height: 340px; padding: 10px 12px; border: 1px solid var(--p-line-control); border-radius: var(--p-radius);
        background: var(--p-surface); color: var(--p-fg); font: 400 12px/18px var(--p-font-mono); tab-size: 2; resize: vertical;
      }
      textarea:focus-visible { outline-offset: -1px; border-radius: var(--p-radius); }
      .send { margin: 12px 0 20px; }
      .both { display: inline-flex; align-items: center; gap: 8px; }
      .both > svg { color: var(--p-fg3); }
    `,
  ];

  constructor() {
    super();
    /** @type {Policy | undefined} */
    this.policy = undefined;
    /** What was typed; nothing for what is in force. @type {string | undefined} */
    this.text = undefined;
    /** @type {Trial | undefined} */
    this.trial = undefined;
    /** @type {{ message: string, hint?: string } | undefined} */
    this.problem = undefined;
    this.isTrying = false;
  }

  get #shown() {
    return this.text ?? this.policy?.text ?? '';
  }

  async #try() {
    this.isTrying = true;
    this.problem = undefined;
    try {
      this.trial = await tryPolicy(this.#shown);
      announce(said(this.trial));
    } catch (reason) {
      this.trial = undefined;
      this.problem = /** @type {Error} */ (reason);
    }
    this.isTrying = false;
  }

  #startOver() {
    this.text = undefined;
    this.trial = undefined;
    this.problem = undefined;
  }

  render() {
    return html`
      <p class="lead">Change the text and see for whom it would change what. Nothing counts until it stands in the file.</p>
      <label for="text">The policy</label>
      <textarea id="text" spellcheck="false" autocapitalize="off" wrap="off" .value=${live(this.#shown)}
        @input=${(/** @type {any} */ { target }) => (this.text = target.value)}></textarea>
      <div class="row send">
        <button class="primary" ?disabled=${this.isTrying} @click=${this.#try}>${icon('check', 14)}${this.isTrying ? 'Trying…' : 'Try it'}</button>
        <button class="plain" ?disabled=${this.text === undefined} @click=${this.#startOver}>Start over</button>
      </div>
      ${this.problem ? failure(this.problem, () => this.#try()) : nothing}
      ${this.trial ? this.#result(this.trial) : nothing}
    `;
  }

  /** @param {Trial} trial */
  #result({ problems, unknown, differences }) {
    if (problems.length) {
      return mistakeList(`The portal would refuse this: ${plural(problems.length, 'mistake')}.`, problems);
    }
    return html`${unknownNote(unknown ?? [])}${differences?.length
      ? this.#differences(differences)
      : html`<div class="panel">${empty('Nothing would change', 'Nobody in the catalog could do more or less than now.')}</div>`}`;
  }

  /** @param {Difference[]} differences */
  #differences(differences) {
    return html`<div class="panel"><div class="scroll" tabindex="0" role="region" aria-label="What would change">
      <table class="table">
        <thead><tr><th scope="col">Person</th><th scope="col">Permission</th><th scope="col">Now, and then</th></tr></thead>
        <tbody>${differences.map((one) => this.#row(one))}</tbody>
      </table>
    </div></div>`;
  }

  /** @param {Difference} difference */
  #row({ caller, permission, before, after }) {
    const title = this.policy?.permissions[permission]?.title ?? permission;
    return html`<tr>
      <td>${refLink(caller)}</td>
      <td class="what">${title}<span class="also mono">${permission}</span></td>
      <td class="verdict"><span class="both">${extentPill(before)}${icon('chevron-right', 14)}<span class="unseen">then</span>${extentPill(after)}${before === after ? html`<span class="soft">others</span>` : nothing}</span></td>
    </tr>`;
  }
}

/** @param {Trial} trial */
function said({ problems, differences }) {
  return problems.length ? plural(problems.length, 'mistake') : differences?.length ? plural(differences.length, 'change') : 'Nothing would change';
}

customElements.define('cb-permission-trial', PermissionTrial);
