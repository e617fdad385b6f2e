import { LitElement, css, html, nothing } from 'lit';
import { plural } from '../data/format.js';
import { icon } from '../elements/icon.js';
import { empty } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import { announce } from '../elements/toasts.js';

/** @typedef {import('../data/portal.js').InForce} InForce */

const HIDDEN = '***';

/** The settings of the portal's own that are in force, and where each is from. */
export class PortalSettings extends LitElement {
  static properties = { settings: { attribute: false }, words: { state: true }, isSetOnly: { state: true } };
  static styles = [
    shared,
    stateStyles,
    css`
      :host { display: block; }
      .filters { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; margin-bottom: 12px; }
      .filters input[type='search'] { width: min(320px, 100%); }
      .filters label { display: flex; align-items: center; gap: 8px; min-height: 30px; cursor: pointer; }
      .filters .count { margin-left: auto; color: var(--p-fg2); }
      .table td { overflow-wrap: anywhere; }
      .table .key { min-width: 200px; }
      .also { display: block; color: var(--p-fg2); font-size: 12px; line-height: 18px; }
      .hidden { display: inline-flex; align-items: center; gap: 6px; color: var(--p-fg2); }
      .note { margin-top: 10px; color: var(--p-fg2); }
    `,
  ];

  constructor() {
    super();
    /** @type {InForce[]} */
    this.settings = [];
    this.words = '';
    this.isSetOnly = false;
  }

  get #shown() {
    const words = this.words.toLowerCase().split(/\s+/).filter(Boolean);
    return this.settings.filter(({ key, value, origin, variables, next }) => {
      const text = `${key} ${value} ${origin} ${variables.join(' ')}`.toLowerCase();
      return words.every((word) => text.includes(word)) && (!this.isSetOnly || origin !== 'default' || next);
    });
  }

  /** @param {Event} event */
  #narrowed(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    if (input.type === 'checkbox') {
      this.isSetOnly = input.checked;
    } else {
      this.words = input.value;
    }
    announce(plural(this.#shown.length, 'setting'));
  }

  render() {
    const shown = this.#shown;
    return html`<div class="filters" role="search" aria-label="Settings">
        <input type="search" aria-label="Find settings" placeholder="Find by key, value or origin" .value=${this.words} @input=${this.#narrowed} />
        <label><input type="checkbox" .checked=${this.isSetOnly} @change=${this.#narrowed} />Only what is set</label>
        <span class="count num">${shown.length === this.settings.length ? plural(shown.length, 'setting') : `${shown.length} of ${plural(this.settings.length, 'setting')}`}</span>
      </div>
      <div class="panel">${shown.length ? this.#table(shown) : empty('No setting is like that', 'Try fewer words, or look at all of them.')}</div>
      <p class="note">What is set for a plugin stands on its own page, under Configuration.</p>`;
  }

  /** @param {InForce[]} settings */
  #table(settings) {
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Configuration in force"><table class="table">
      <thead><tr><th scope="col">Setting</th><th scope="col">In force</th><th scope="col">From</th></tr></thead>
      <tbody>${settings.map(({ key, value, origin, variables, next }) => html`<tr>
        <td class="key"><span class="mono">${key}</span></td>
        <td><span class="mono">${shownValue(value)}</span>${next ? html`<span class="also warn">${next.value === null ? 'Not set' : html`<span class="mono">${next.value}</span>`} after the next start (${brief(next.origin)})</span>` : nothing}</td>
        <td class="soft"><span class="mono ${origin === 'default' ? 'muted' : ''}" title=${origin}>${brief(origin)}</span>${variables.length ? html`<span class="also">environment: <span class="mono">${variables.join(', ')}</span></span>` : nothing}</td>
      </tr>`)}</tbody>
    </table></div>`;
  }
}

/** @param {string} origin @returns {string} the file with the folder that it is in, and the line */
function brief(origin) {
  return origin.split(/[\\/]/).slice(-2).join('/');
}

/** @param {string | null} value */
function shownValue(value) {
  if (value === HIDDEN) {
    return html`<span class="hidden">${icon('shield', 13)}hidden</span>`;
  }
  return value === null ? html`<span class="muted">not set</span>` : value || html`<span class="muted">empty</span>`;
}

customElements.define('cb-portal-settings', PortalSettings);
