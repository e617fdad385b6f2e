import { LitElement, css, html, nothing } from 'lit';
import { EventStream, connection, pluginChanged } from '../data/events.js';
import { keepAhead, sessionLost } from '../data/http.js';
import { whenIdle } from '../data/idle.js';
import { openSession, sessionKnown } from '../data/session.js';
import { icon } from '../elements/icon.js';
import { lazily } from '../elements/lazily.js';
import { needed } from '../elements/pieces.js';
import { failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import { announce, toast } from '../elements/toasts.js';
import '../pages/entity.js';
import '../pages/home.js';
import { nowhere, signedOut } from '../pages/plain.js';
import './nav.js';
import { listenForKeys } from './palette.js';
import './preview.js';
import './reports.js';
import { crumbsOf, titleOf } from './titles.js';
import './top-bar.js';
import { currentRoute, routeChanged, startRouter } from './router.js';

/** @typedef {import('./router.js').Route} Route */
/** @typedef {import('./titles.js').Crumb} Crumb */

const PATIENCE = 1500;

/** The whole page: who is signed in, which page is shown, and whether the portal is there. */
export class App extends LitElement {
  static properties = {
    caller: { state: true },
    route: { state: true },
    named: { state: true },
    problem: { state: true },
    isSignedOut: { state: true },
    cutOff: { state: true },
  };

  static styles = [
    shared,
    stateStyles,
    css`
      :host { display: grid; grid-template: minmax(0, 1fr) / 232px minmax(0, 1fr); height: 100vh; height: 100dvh; overflow: clip; }
      .right { display: flex; flex-direction: column; min-height: 0; min-width: 0; }
      main { position: relative; flex: 1; min-height: 0; overflow-y: auto; scrollbar-gutter: stable; scrollbar-width: thin; outline: none !important; }
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
  #patience = 0;

  constructor() {
    super();
    /** @type {import('../data/session.js').Caller | undefined} */
    this.caller = undefined;
    /** @type {Route} */
    this.route = currentRoute();
    /** What the page of a plugin says that it is, and the way to it. @type {Crumb[] | undefined} */
    this.named = undefined;
    /** @type {{ message: string, hint?: string } | undefined} */
    this.problem = undefined;
    this.isSignedOut = false;
    /** Why events do not come. @type {'' | 'deaf' | 'gone'} */
    this.cutOff = '';
  }

  connectedCallback() {
    super.connectedCallback();
    sessionLost.listen(() => (this.isSignedOut = true));
    sessionKnown.listen((csrf) => this.#events.belongsTo(csrf));
    connection.listen((state) => this.#connected(state));
    routeChanged.listen((route) => this.#goTo(route));
    pluginChanged.listen(({ id, digest }) => this.#pageChanged(id, digest));
    startRouter();
    listenForKeys();
    keepAhead(/** @type {any} */ (globalThis).callboardAsked);
    if (this.route.page === 'home') {
      needed([{ kind: 'table' }]);
    }
    this.#start();
  }

  async #start() {
    this.problem = undefined;
    document.title = titleOf(this.route);
    try {
      this.caller = await openSession();
      await this.updateComplete;
      // those that are told meanwhile come as well
      whenIdle(() => this.#events.start());
    } catch (reason) {
      this.problem = /** @type {Error} */ (reason);
    }
  }

  /** A short break needs no words. @param {'there' | 'deaf' | 'gone'} state */
  #connected(state) {
    clearTimeout(this.#patience);
    if (state === 'there') {
      this.cutOff = '';
    } else if (this.cutOff) {
      this.cutOff = state;
    } else {
      this.#patience = window.setTimeout(() => (this.cutOff = state), PATIENCE);
    }
  }

  /** @param {Route} route */
  async #goTo(route) {
    const isOther = route.page !== this.route.page || String(route.steps) !== String(this.route.steps);
    this.route = route;
    if (isOther) {
      this.named = undefined;
      document.title = titleOf(route);
      // the page of a plugin says its name when it is there
      if (route.page !== 'plugin') {
        announce(document.title);
      }
      await this.updateComplete;
      this.#main?.scrollTo(0, 0);
      this.#main?.focus({ preventScroll: true });
    }
  }

  /** @param {CustomEvent<Crumb[]>} event */
  #name({ detail }) {
    const title = `${detail.at(-1)?.label} · Callboard`;
    this.named = detail;
    if (title !== document.title) {
      document.title = title;
      announce(title);
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
      <cb-nav role="banner" .page=${this.route.page} .path=${this.route.page === 'plugin' ? this.route.steps[0] : ''} .caller=${this.caller} @skip=${() => this.#main?.focus()}></cb-nav>
      <div class="right">
        <cb-top-bar role="region" aria-label="Tools" .crumbs=${this.named ?? crumbsOf(this.route)}></cb-top-bar>
        <cb-preview></cb-preview>
        ${this.cutOff ? this.#banner() : nothing}
        <main id="main" tabindex="-1" aria-busy=${this.caller ? 'false' : 'true'}>${this.caller ? this.#page() : html`<h1 class="unseen">${titleOf(this.route)}</h1>`}</main>
      </div>
      <cb-reports></cb-reports>
      <cb-toasts role="region" aria-label="Messages"></cb-toasts>
    `;
  }

  #banner() {
    return html`<div class="banner" role="status">
      <span class="spin row">${icon('loader-circle', 14)}</span>
      <span>${this.cutOff === 'deaf' ? 'Changes do not reach this page by themselves.' : 'The portal does not answer.'} Connecting again…</span>
    </div>`;
  }

  #page() {
    const { page, steps, query } = this.route;
    switch (page) {
      case 'home':
        return html`<cb-home-page .caller=${this.caller}></cb-home-page>`;
      case 'catalog':
        return lazily('cb-catalog-page', () => import('../pages/catalog.js'), html`<cb-catalog-page .query=${query}></cb-catalog-page>`);
      case 'entity':
        return html`<cb-entity-page .entityRef=${`${steps[1]}:${steps[0]}/${steps[2]}`} .tab=${steps[3] || 'overview'}></cb-entity-page>`;
      case 'graph':
        return lazily('cb-graph-page', () => import('../pages/graph.js'), html`<cb-graph-page .entityRef=${`${steps[0]}:${steps[1]}/${steps[2]}`} .query=${query}></cb-graph-page>`);
      case 'problems':
        return lazily('cb-problems-page', () => import('../pages/problems.js'), html`<cb-problems-page .query=${query}></cb-problems-page>`);
      case 'plugins':
        return lazily('cb-plugins-page', () => import('../pages/plugins.js'), html`<cb-plugins-page .query=${query}></cb-plugins-page>`);
      case 'console':
        return lazily('cb-plugin-console', () => import('../pages/plugin-console.js'),
          html`<cb-plugin-console .plugin=${steps[0]} .tab=${steps[1] || 'overview'} @named=${this.#name}></cb-plugin-console>`);
      case 'audit':
        return lazily('cb-audit-page', () => import('../pages/audit.js'), html`<cb-audit-page .query=${query}></cb-audit-page>`);
      case 'permissions':
        return lazily('cb-permissions-page', () => import('../pages/permissions.js'), html`<cb-permissions-page .query=${query}></cb-permissions-page>`);
      case 'portal':
        return lazily('cb-portal-page', () => import('../pages/portal.js'), html`<cb-portal-page></cb-portal-page>`);
      case 'register':
        return lazily('cb-register-page', () => import('../pages/register.js'), html`<cb-register-page .query=${query}></cb-register-page>`);
      case 'search':
        return lazily('cb-search-page', () => import('../pages/search.js'), html`<cb-search-page .query=${query}></cb-search-page>`);
      case 'settings':
        return lazily('cb-settings-page', () => import('../pages/settings.js'), html`<cb-settings-page .caller=${this.caller}></cb-settings-page>`);
      case 'plugin':
        return lazily('cb-plugin-page', () => import('../pages/plugin-page.js'), html`<cb-plugin-page .path=${steps[0]} .query=${query} @named=${this.#name}></cb-plugin-page>`);
      default:
        return nowhere();
    }
  }
}

customElements.define('cb-app', App);
