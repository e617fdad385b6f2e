import { LitElement, css, html, nothing } from 'lit';
import { EventStream, connection, pluginChanged } from '../data/events.js';
import { sessionLost } from '../data/http.js';
import { openSession } from '../data/session.js';
import { icon } from '../elements/icon.js';
import { failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import { announce, toast } from '../elements/toasts.js';
import '../pages/catalog.js';
import '../pages/entity.js';
import '../pages/home.js';
import '../pages/plugins.js';
import '../pages/problems.js';
import { nowhere, signedOut } from '../pages/plain.js';
import './nav.js';
import './palette.js';
import { crumbsOf, titleOf } from './titles.js';
import './top-bar.js';
import { currentRoute, routeChanged, startRouter } from './router.js';

/** @typedef {import('./router.js').Route} Route */

const PATIENCE = 1500;

/** The whole page: who is signed in, which page is shown, and whether the portal is there. */
export class App extends LitElement {
  static properties = {
    caller: { state: true },
    route: { state: true },
    problem: { state: true },
    isSignedOut: { state: true },
    isCutOff: { state: true },
  };

  static styles = [
    shared,
    stateStyles,
    css`
      :host { display: grid; grid-template: minmax(0, 1fr) / 232px minmax(0, 1fr); height: 100vh; height: 100dvh; }
      cb-palette { display: contents; }
      .right { display: flex; flex-direction: column; min-height: 0; min-width: 0; }
      main { flex: 1; min-height: 0; overflow-y: auto; scrollbar-gutter: stable; scrollbar-width: thin; outline: none; }
      .banner {
        display: flex; align-items: center; justify-content: center; gap: 8px; padding: 6px 16px;
        border-bottom: 1px solid var(--p-line); background: var(--p-warn-tint); color: var(--p-warn); font-weight: 500;
      }
      .alone { grid-column: span 2; display: grid; place-items: center; padding: 24px; }
      .alone > * { max-width: 520px; }
      @media (max-width: 900px) { :host { grid-template-columns: 56px minmax(0, 1fr); } }
    `,
  ];

  #events = new EventStream();
  #cutOff = 0;

  constructor() {
    super();
    /** @type {import('../data/session.js').Caller | undefined} */
    this.caller = undefined;
    /** @type {Route} */
    this.route = currentRoute();
    /** @type {{ message: string, hint?: string } | undefined} */
    this.problem = undefined;
    this.isSignedOut = false;
    this.isCutOff = false;
  }

  connectedCallback() {
    super.connectedCallback();
    sessionLost.listen(() => (this.isSignedOut = true));
    connection.listen((isThere) => this.#connected(isThere));
    routeChanged.listen((route) => this.#goTo(route));
    pluginChanged.listen(({ id, digest }) => this.#pageChanged(id, digest));
    startRouter();
    this.#start();
  }

  async #start() {
    this.problem = undefined;
    document.title = titleOf(this.route);
    try {
      const [caller] = await Promise.all([openSession(), this.#events.start()]);
      this.caller = caller;
    } catch (reason) {
      this.problem = /** @type {Error} */ (reason);
    }
  }

  /** A short break needs no words. @param {boolean} isThere */
  #connected(isThere) {
    clearTimeout(this.#cutOff);
    if (isThere) {
      this.isCutOff = false;
    } else if (!this.isCutOff) {
      this.#cutOff = window.setTimeout(() => (this.isCutOff = true), PATIENCE);
    }
  }

  /** @param {Route} route */
  async #goTo(route) {
    const isOther = route.page !== this.route.page || String(route.steps) !== String(this.route.steps);
    this.route = route;
    if (isOther) {
      document.title = titleOf(route);
      announce(document.title);
      await this.updateComplete;
      this.#main?.scrollTo(0, 0);
      this.#main?.focus({ preventScroll: true });
    }
  }

  /** @returns {HTMLElement | null} */
  get #main() {
    return this.renderRoot.querySelector('main');
  }

  /**
   * The address of this script carries the start of the digest that it was loaded from.
   *
   * @param {string} plugin
   * @param {string} [digest]
   */
  #pageChanged(plugin, digest) {
    const own = /\/ui\/web-shell\/([^/]+)\//.exec(import.meta.url)?.[1];
    if (plugin === 'web-shell' && own && digest && !digest.includes(own)) {
      toast({ title: 'This page has a new version', detail: 'Load it again when it suits you.', icon: 'refresh-cw' });
    }
  }

  render() {
    if (this.isSignedOut) {
      return html`<main class="alone">${signedOut()}</main>`;
    }
    if (this.problem) {
      return html`<main class="alone">${failure(this.problem, () => this.#start())}</main>`;
    }
    return html`
      <cb-nav role="banner" .page=${this.route.page} .caller=${this.caller} @skip=${() => this.#main?.focus()}></cb-nav>
      <div class="right">
        <cb-top-bar role="region" aria-label="Tools" .crumbs=${crumbsOf(this.route)}></cb-top-bar>
        ${this.isCutOff ? this.#banner() : nothing}
        <main id="main" tabindex="-1">${this.caller ? this.#page() : html`<h1 class="unseen">${titleOf(this.route)}</h1>`}</main>
      </div>
      <cb-palette></cb-palette>
      <cb-toasts role="region" aria-label="Messages"></cb-toasts>
    `;
  }

  #banner() {
    return html`<div class="banner" role="status">
      <span class="spin row">${icon('loader-circle', 14)}</span>The portal does not answer. Connecting again…
    </div>`;
  }

  #page() {
    const { page, steps, query } = this.route;
    const [namespace, kind, name, tab] = steps;
    switch (page) {
      case 'home':
        return html`<cb-home-page .caller=${this.caller}></cb-home-page>`;
      case 'catalog':
        return html`<cb-catalog-page .query=${query}></cb-catalog-page>`;
      case 'entity':
        return html`<cb-entity-page .entityRef=${`${kind}:${namespace}/${name}`} .tab=${tab || 'overview'}></cb-entity-page>`;
      case 'problems':
        return html`<cb-problems-page .query=${query}></cb-problems-page>`;
      case 'plugins':
        return html`<cb-plugins-page></cb-plugins-page>`;
      default:
        return nowhere();
    }
  }
}

customElements.define('cb-app', App);
