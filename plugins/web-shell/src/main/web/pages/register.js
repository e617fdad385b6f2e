import { html, nothing } from 'lit';
import { at } from '../data/base.js';
import { entities } from '../data/catalog.js';
import { entitiesChanged, resync } from '../data/events.js';
import { previewPlace, registerPlace } from '../data/locations.js';
import { rights } from '../data/session.js';
import { coalesced } from '../data/topic.js';
import { icon } from '../elements/icon.js';
import { Page } from '../elements/page.js';
import '../elements/snippet.js';
import { bars, empty, failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import { announce } from '../elements/toasts.js';
import { problemStyles } from './problem-list.js';
import { advice, isPath } from './register-advice.js';
import { arrivals, entitiesOf, pillsOf, problemsOf, sentenceOf } from './register-preview.js';
import { registerStyles } from './register-styles.js';
import './registered.js';

/** @typedef {import('../data/locations.js').PlacePreview} PlacePreview */
/** @typedef {import('../data/http.js').HttpError} HttpError */

/**
 * @typedef {object} Looked what was made of the address
 * @property {string} target
 * @property {'reading' | 'path' | 'refused' | 'seen' | 'registering' | 'registered'} step
 * @property {PlacePreview} [preview]
 * @property {HttpError} [error]
 */

/** Where somebody looks at what an address would bring into the catalog, and then registers it. */
export class RegisterPage extends Page {
  static properties = { query: { attribute: false }, looked: { state: true }, held: { state: true }, opened: { state: true }, arrived: { state: true } };
  static styles = [shared, stateStyles, problemStyles, registerStyles];

  #aborter = new AbortController();

  constructor() {
    super();
    this.query = new URLSearchParams();
    /** @type {Looked | undefined} */
    this.looked = undefined;
    /** @type {Set<string> | undefined} */
    this.held = undefined;
    /** @type {Set<string>} */
    this.opened = new Set();
    /** @type {Set<string>} */
    this.arrived = new Set();
  }

  follow() {
    rights().then((held) => (this.held = held), () => {});
    const again = coalesced(() => this.#lookForArrivals());
    return [entitiesChanged.listen(again), resync.listen(again), () => this.#aborter.abort()];
  }

  get #input() {
    return /** @type {HTMLInputElement} */ (this.renderRoot.querySelector('input'));
  }

  /** @param {Event} [event] */
  #look(event) {
    event?.preventDefault();
    const target = this.#input.value.trim();
    if (!target) {
      this.#input.focus();
    } else if (isPath(target)) {
      this.#show({ target, step: 'path' }, 'That is a path.');
    } else {
      this.#preview(target);
    }
  }

  /** @param {string} target */
  async #preview(target) {
    this.#aborter.abort();
    this.#aborter = new AbortController();
    const { signal } = this.#aborter;
    this.opened = new Set();
    this.looked = { target, step: 'reading' };
    announce(`Reading ${target}`);
    try {
      const preview = await previewPlace(target, signal);
      this.#show({ target, step: 'seen', preview }, sentenceOf(preview));
    } catch (reason) {
      if (!signal.aborted) {
        const error = /** @type {HttpError} */ (reason);
        this.#show({ target, step: 'refused', error }, error.message);
      }
    }
  }

  /**
   * @param {Looked} looked
   * @param {string} said
   */
  async #show(looked, said) {
    this.looked = looked;
    announce(said);
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('.result h2'))?.focus();
  }

  /** @param {PlacePreview} preview */
  async #register(preview) {
    const { target } = preview;
    this.arrived = new Set();
    this.looked = { target, step: 'registering', preview };
    try {
      await registerPlace(target);
    } catch (reason) {
      this.looked = { target, step: 'seen', preview, error: /** @type {HttpError} */ (reason) };
      return;
    }
    await this.#show({ target, step: 'registered', preview }, 'Registered');
    this.#input.value = '';
    this.#lookForArrivals();
  }

  async #lookForArrivals() {
    const { step, preview } = this.looked ?? {};
    const waiting = preview?.entities.map(({ ref }) => ref).filter((ref) => !this.arrived.has(ref)) ?? [];
    if (step !== 'registered' || !waiting.length) {
      return;
    }
    const found = await entities(waiting).catch(() => new Map());
    this.arrived = new Set([...this.arrived, ...waiting.filter((ref) => found.get(ref))]);
    if (this.arrived.size === preview?.entities.length) {
      announce('All entities are in the catalog.');
    }
  }

  render() {
    return html`<div class="page">
      <div class="page-head"><div class="grow"><h1>Register</h1>
        <p>See what an address would bring into the catalog. Nothing is written until you register it.</p></div></div>
      <form class="panel" @submit=${this.#look}>
        <label for="target">Address of a descriptor</label>
        <div class="line">
          <input id="target" type="text" inputmode="url" autocomplete="off" spellcheck="false" aria-describedby="hint"
            placeholder="https://git.example.com/team/service/blob/main/catalog-info.yaml" .value=${this.query.get('url') ?? ''} />
          <button class="primary" aria-disabled=${this.looked?.step === 'reading'}>${icon('search', 15)}Preview</button>
        </div>
        <p class="hint" id="hint">Paste it as the browser shows it: pages of GitHub, GitLab and Bitbucket that show a file will do.</p>
      </form>
      ${this.looked ? html`<section class="result" aria-label="Preview">${this.#result(this.looked)}</section>` : nothing}
      ${this.held && !this.held.has('catalog.location.read') ? nothing : html`<cb-registered></cb-registered>`}
    </div>`;
  }

  /** @param {Looked} looked */
  #result(looked) {
    const { target, step, preview, error } = looked;
    if (step === 'reading') {
      return html`<div class="panel waiting" aria-busy="true">${bars([30, 55, 45, 60])}</div>`;
    }
    if (step === 'path') {
      return html`<h2 tabindex="-1">A path is named in the configuration</h2>${advice(target)}`;
    }
    if (preview) {
      return step === 'registered' ? this.#arriving(preview) : this.#seen(preview, step === 'registering', error);
    }
    return html`<h2 class="unseen" tabindex="-1">It can't be read</h2>
      ${failure(error ?? { message: '' }, () => this.#preview(target))}${advice(target, error?.hint)}`;
  }

  /**
   * @param {PlacePreview} preview
   * @param {boolean} isBusy
   * @param {HttpError} [error]
   */
  #seen(preview, isBusy, error) {
    return html`<div class="panel verdict">
        <div class="grow"><h2 tabindex="-1">${sentenceOf(preview)}</h2><p class="target mono">${preview.target}</p>${pillsOf(preview)}</div>
        <div class="do">${this.#decision(preview, isBusy)}</div>
      </div>
      ${error ? html`<div class="part">${failure(error)}</div>` : nothing}
      ${problemsOf(preview)}
      ${entitiesOf(preview, this.opened, (kind) => (this.opened = new Set([...this.opened, kind])))}`;
  }

  /**
   * @param {PlacePreview} preview
   * @param {boolean} isBusy
   */
  #decision(preview, isBusy) {
    if (preview.registered) {
      return html`<p class="note">This address is registered already; it stands in the list below.</p>`;
    }
    if (this.held && !this.held.has('catalog.location.create')) {
      return html`<p class="note">You may look, not register: that takes the permission <code class="mono">catalog.location.create</code>.
        Ask an operator of this portal for it.</p>`;
    }
    const hasErrors = preview.problems.some(({ level }) => level === 'error');
    return html`<button class="primary" ?disabled=${isBusy} @click=${() => this.#register(preview)}>
        ${isBusy ? html`<span class="spin row">${icon('loader-circle', 15)}</span>Registering…` : html`${icon('map-pin', 15)}Register`}
      </button>
      ${hasErrors ? html`<p class="note">What is in order comes in at once; the rest as soon as its file is mended.</p>` : nothing}`;
  }

  /** @param {PlacePreview} preview */
  #arriving(preview) {
    const { length } = preview.entities;
    const here = this.arrived.size;
    return html`<div class="panel verdict">
        <div class="grow"><h2 tabindex="-1">${here === length ? 'Registered' : `Registered: ${here} of ${length} in the catalog`}</h2>
          <p class="target mono">${preview.target}</p>
          <div class="progress" aria-hidden="true"><svg><rect width="${length ? (100 * here) / length : 100}%" height="4"></rect></svg></div></div>
        <div class="do"><a class="button" href=${at('/catalog')}>${icon('boxes', 15)}Open the catalog</a></div>
      </div>
      ${length ? arrivals(preview, this.arrived) : html`<div class="part panel">${empty('Nothing has come in yet', 'The portal looks again by itself; the list below says how it went.')}</div>`}
      ${problemsOf(preview)}`;
  }
}

customElements.define('cb-register-page', RegisterPage);
