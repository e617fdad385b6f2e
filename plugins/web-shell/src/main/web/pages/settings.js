import { css, html } from 'lit';
import { formatInstant, formatNumber } from '../data/format.js';
import { LOCALES, chooseLocale, chooseZone, chosenLocale, chosenZone } from '../data/locale.js';
import { chooseTheme, chosenTheme, themeChanged } from '../data/theme.js';
import { icon } from '../elements/icon.js';
import { Page } from '../elements/page.js';
import { shared } from '../elements/styles.js';
import './own-sessions.js';
import './own-tokens.js';
import { settingsStyles } from './settings-styles.js';

/** @typedef {import('../data/theme.js').Choice} Choice */

/** @type {{ choice: Choice, label: string, icon: import('../elements/icon.js').IconName }[]} */
const THEMES = [
  { choice: 'system', label: 'As the system', icon: 'monitor' },
  { choice: 'light', label: 'Light', icon: 'sun' },
  { choice: 'dark', label: 'Dark', icon: 'moon' },
];

/** What readers set for themselves: what the portal looks like to them, and by what they are signed in. */
export class SettingsPage extends Page {
  static properties = { caller: { attribute: false }, isListed: { state: true } };
  static styles = [
    shared,
    settingsStyles,
    css`
      .sections { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; max-width: 880px; }
      .appearance { display: grid; grid-template-columns: minmax(0, 1fr); gap: 18px; }
    `,
  ];

  constructor() {
    super();
    /** @type {import('../data/session.js').Caller | undefined} */
    this.caller = undefined;
    /** Whether the sessions are there; what stands below them comes then, so that nothing moves. */
    this.isListed = false;
  }

  follow() {
    return [themeChanged.listen(() => this.requestUpdate())];
  }

  render() {
    return html`<div class="page">
      <div class="page-head"><div class="grow"><h1>Settings</h1><p>What the portal looks like to you, and by what you are signed in.</p></div></div>
      <div class="sections">
        <section class="panel card appearance" aria-labelledby="look">
          <h2 id="look">Appearance</h2>
          ${this.#themes()}
          <div class="fields">${this.#locales()}${this.#zones()}</div>
          <p class="help" role="status">Now it is ${formatInstant(new Date().toISOString())}, and a large number looks like ${formatNumber(1234567.5)}. This is kept in this browser.</p>
        </section>
        ${this.caller ? this.#who(this.caller) : ''}
        <cb-own-sessions @listed=${() => (this.isListed = true)}></cb-own-sessions>
        ${this.isListed ? html`<cb-own-tokens .caller=${this.caller}></cb-own-tokens>` : ''}
      </div>
    </div>`;
  }

  #themes() {
    return html`<fieldset><legend>Theme</legend><div class="choices">${THEMES.map(({ choice, label, icon: name }) => html`<label class="choice">
      <input type="radio" name="theme" value=${choice} .checked=${chosenTheme() === choice} @change=${() => chooseTheme(choice)} />${icon(name)}<span>${label}</span></label>`)}</div></fieldset>`;
  }

  #locales() {
    const names = new Intl.DisplayNames('en', { type: 'language' });
    const chosen = chosenLocale() ?? '';
    return html`<label class="field"><span class="label">Numbers and times</span>
      <select @change=${(/** @type {Event} */ event) => this.#choose(chooseLocale, event)}>
        <option value="" ?selected=${!chosen}>As this browser (${names.of(navigator.language)})</option>
        ${LOCALES.map((locale) => html`<option value=${locale} ?selected=${locale === chosen}>${names.of(locale)}</option>`)}
      </select><span class="help">How they are written; the texts are English.</span></label>`;
  }

  #zones() {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    return html`<label class="field"><span class="label">Time zone</span>
      <select @change=${(/** @type {Event} */ event) => this.#choose(chooseZone, event)}>
        <option value="" ?selected=${!chosenZone()}>As this device (${here})</option>
        <option value="UTC" ?selected=${chosenZone() === 'UTC'}>UTC</option>
      </select><span class="help">The page loads again when you change it.</span></label>`;
  }

  /**
   * @param {(value: string) => void} choose
   * @param {Event} event
   */
  #choose(choose, event) {
    choose(/** @type {HTMLSelectElement} */ (event.target).value);
    location.reload();
  }

  /** @param {import('../data/session.js').Caller} caller */
  #who({ name, displayName, may }) {
    const rights = Object.entries(may).sort(([one], [other]) => one.localeCompare(other));
    return html`<section class="panel card" aria-labelledby="you">
      <div class="card-head"><div class="grow"><h2 id="you">${displayName}</h2><p class="mono">${name}</p></div></div>
      <h3 class="label">What you may do</h3>
      <ul class="rights">${rights.map(([right, extent]) => html`<li class="tag mono" title=${extent === 'some' ? 'For some things: see the policy' : 'For everything'}>${right}${extent === 'some' ? ' (some)' : ''}</li>`)}</ul>
    </section>`;
  }
}

customElements.define('cb-settings-page', SettingsPage);
