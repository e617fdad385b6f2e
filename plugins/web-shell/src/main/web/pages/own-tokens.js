import { html, nothing } from 'lit';
import { resync } from '../data/events.js';
import { formatInstant } from '../data/format.js';
import { accessTokens, makeToken, revokeToken } from '../data/tokens.js';
import '../elements/copy.js';
import { confirm } from '../elements/dialog.js';
import { icon } from '../elements/icon.js';
import { Load } from '../elements/load.js';
import { Page } from '../elements/page.js';
import { bars, empty, failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import '../elements/time.js';
import { announce, toast } from '../elements/toasts.js';
import { statusPill } from '../elements/value.js';
import { settingsStyles } from './settings-styles.js';

/** @typedef {import('../data/tokens.js').AccessToken} AccessToken */

const RIGHT = 'token.manage';
const LIVES = [['7d', '7 days'], ['30d', '30 days'], ['90d', '90 days'], ['365d', 'a year']];

/** The tokens of machines: seen, made, shown once, and revoked. */
export class OwnTokens extends Page {
  static properties = { caller: { attribute: false }, isMaking: { state: true }, isChoosing: { state: true }, made: { state: true }, problem: { state: true } };
  static styles = [shared, stateStyles, settingsStyles];

  constructor() {
    super();
    /** @type {import('../data/session.js').Caller | undefined} */
    this.caller = undefined;
    this.isMaking = false;
    this.isChoosing = false;
    /** @type {AccessToken | undefined} */
    this.made = undefined;
    /** @type {import('../elements/states.js').Failure | undefined} */
    this.problem = undefined;
    /** @type {Load<AccessToken[]>} */
    this.tokens = new Load(this, (signal) => accessTokens(signal));
  }

  follow() {
    return [resync.listen(() => this.#may() && this.tokens.run())];
  }

  #may() {
    return RIGHT in (this.caller?.may ?? {});
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has('caller') && this.#may()) {
      this.tokens.run();
    }
  }

  /** @param {SubmitEvent} event */
  async #make(event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const permissions = form.getAll('permission').map(String);
    const plugins = String(form.get('plugins') ?? '').split(/[\s,]+/).filter(Boolean);
    this.problem = undefined;
    try {
      this.made = await makeToken({
        name: String(form.get('name')).trim(),
        expires: String(form.get('expires')),
        ...(this.isChoosing ? { permissions } : {}),
        ...(plugins.length ? { plugins } : {}),
      });
    } catch (reason) {
      this.problem = /** @type {Error} */ (reason);
      return;
    }
    this.isMaking = false;
    announce('The token is made. It is shown this once.');
    await this.tokens.run();
    this.#focus('.fresh');
  }

  /** @param {AccessToken} token */
  async #revoke({ name }) {
    const isSure = await confirm({ title: `Revoke ${name}?`, text: 'Whatever sends it is turned away from now on. That can\'t be undone.', yes: 'Revoke', danger: true });
    if (!isSure) {
      return;
    }
    try {
      await revokeToken(name);
    } catch (reason) {
      const { message, hint } = /** @type {import('../data/http.js').HttpError} */ (reason);
      toast({ title: message, detail: hint, tone: 'error' });
    }
    await this.tokens.run();
    this.#focus('h2');
  }

  /** @param {string} selector */
  async #focus(selector) {
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(selector))?.focus();
  }

  render() {
    return html`<section class="panel card" aria-labelledby="tokens">
      <div class="card-head">
        <div class="grow"><h2 id="tokens" tabindex="-1">Access tokens</h2><p>For pipelines and scripts: each can do what it has to, and nothing else.</p></div>
        ${this.#may() && !this.isMaking ? html`<button @click=${() => this.#begin()}>${icon('plus', 15)}New token</button>` : nothing}
      </div>
      ${this.caller && !this.#may() ? failure({ message: `This needs the permission ${RIGHT}.`, status: 403 }) : this.#content()}
    </section>`;
  }

  #begin() {
    this.isMaking = true;
    this.made = undefined;
    this.#focus('input');
  }

  #content() {
    return html`${this.made?.token ? this.#fresh(this.made.name, this.made.token) : nothing}
      ${this.isMaking ? this.#form() : nothing}
      ${this.tokens.render({
        loading: () => html`<div class="waiting" aria-busy="true">${bars([60, 50])}</div>`,
        failed: (error) => failure(error, () => this.tokens.run()),
        done: (tokens) => (tokens.length ? this.#table(tokens) : empty('There are no tokens yet')),
      })}`;
  }

  /**
   * @param {string} name
   * @param {string} secret
   */
  #fresh(name, secret) {
    return html`<div class="fresh" tabindex="-1" role="group" aria-label="The new token">
      <strong>${name} is made. Copy it now: it is shown this once.</strong>
      <div class="secret"><code class="mono">${secret}</code><cb-copy .text=${secret} label="Copy the token"></cb-copy></div>
      <span class="help">It is sent as <code class="mono">Authorization: Bearer</code>.</span>
    </div>`;
  }

  #form() {
    const rights = Object.keys(this.caller?.may ?? {}).sort();
    return html`<form class="make" @submit=${this.#make}>
      ${this.problem ? html`<div class="trouble">${failure(this.problem)}</div>` : nothing}
      <div class="fields">
        <label class="field"><span class="label">Name</span><input type="text" name="name" required maxlength="100" autocomplete="off" spellcheck="false" placeholder="ci-payments" /></label>
        <label class="field"><span class="label">Good for</span><select name="expires">${LIVES.map(([value, label]) => html`<option value=${value} ?selected=${value === '90d'}>${label}</option>`)}</select></label>
        <label class="field"><span class="label">Only these plugins</span><input type="text" name="plugins" autocomplete="off" spellcheck="false" placeholder="all of them" /><span class="help">For what is done to plugins; several with commas.</span></label>
        <label class="field"><span class="label">What it may do</span><select @change=${(/** @type {Event} */ event) => (this.isChoosing = /** @type {HTMLSelectElement} */ (event.target).value === 'some')}>
          <option value="all" ?selected=${!this.isChoosing}>All that you may</option><option value="some" ?selected=${this.isChoosing}>Only what is ticked below</option></select></label>
      </div>
      ${this.isChoosing ? html`<fieldset class="checks"><legend class="unseen">Permissions</legend>${rights.map((right) => html`<label><input type="checkbox" name="permission" value=${right} /><span class="mono">${right}</span></label>`)}</fieldset>` : nothing}
      <div class="send"><button class="primary">${icon('key', 15)}Make the token</button><button type="button" @click=${() => (this.isMaking = false)}>Cancel</button></div>
    </form>`;
  }

  /** @param {AccessToken[]} tokens */
  #table(tokens) {
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Access tokens"><table class="table">
      <thead><tr><th scope="col">Token</th><th scope="col">State</th><th scope="col" class="wide">Last used</th><th scope="col"><span class="unseen">Actions</span></th></tr></thead>
      <tbody>${tokens.map((token) => this.#row(token))}</tbody></table></div>`;
  }

  /** @param {AccessToken} token */
  #row(token) {
    const { name, owner, permissions, plugins, expires, lastUsed, revoked } = token;
    const isOver = Date.parse(expires) < Date.now();
    const state = revoked ? statusPill('unknown', 'revoked') : isOver ? statusPill('unknown', 'expired') : statusPill('ok', 'good');
    return html`<tr>
      <td class="name">${name}<span class="also">${owner} · ${permissions ? permissions.join(', ') : 'everything its owner may'}${plugins ? ` · plugins ${plugins.join(', ')}` : ''}</span></td>
      <td>${state}<span class="also num">${isOver ? '' : 'until '}${formatInstant(expires)}</span></td>
      <td class="wide">${lastUsed ? html`<cb-time .instant=${lastUsed}></cb-time>` : 'never'}</td>
      <td class="action">${revoked || isOver ? nothing : html`<button class="small" aria-label="Revoke ${name}" @click=${() => this.#revoke(token)}>Revoke</button>`}</td>
    </tr>`;
  }
}

customElements.define('cb-own-tokens', OwnTokens);
