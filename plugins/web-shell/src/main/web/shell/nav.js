import { css, html, nothing } from 'lit';
import { at } from '../data/base.js';
import { facets, problemCount } from '../data/catalog.js';
import { entitiesChanged, pluginChanged, resync } from '../data/events.js';
import { formatNumber } from '../data/format.js';
import { whenIdle } from '../data/idle.js';
import { knownPages, pagesChanged, pagesTo, readPages } from '../data/plugin-pages.js';
import { plugins } from '../data/plugins.js';
import { signOut } from '../data/session.js';
import { coalesced } from '../data/topic.js';
import { icon, pageIcon } from '../elements/icon.js';
import { Load } from '../elements/load.js';
import { logo } from '../elements/logo.js';
import { Page } from '../elements/page.js';
import { shared } from '../elements/styles.js';

/** @typedef {{ page: string, href: string, label: string, icon: string, needs?: string }} Item */

/** The portal's own pages. @type {Item[]} */
export const ITEMS = [
  { page: 'home', href: '/', label: 'Home', icon: 'house' },
  { page: 'catalog', href: '/catalog', label: 'Catalog', icon: 'boxes' },
  { page: 'problems', href: '/problems', label: 'Problems', icon: 'triangle-alert' },
];
/** Those for whom the portal is their work. @type {Item[]} */
export const OPERATE = [
  { page: 'plugins', href: '/plugins', label: 'Plugins', icon: 'puzzle', needs: 'plugin.read' },
  { page: 'audit', href: '/audit', label: 'Audit', icon: 'checklist', needs: 'audit.read' },
  { page: 'permissions', href: '/settings/permissions', label: 'Permissions', icon: 'shield', needs: 'policy.read' },
  { page: 'portal', href: '/settings/health', label: 'Portal', icon: 'gauge', needs: 'portal.inspect' },
];
const MOST_PROBLEMS = 1000;

/** @typedef {{ text: string, noun: string }} Count */

/** The list of pages at the side, with how much there is on each. */
export class Nav extends Page {
  static properties = { page: {}, path: {}, caller: { attribute: false }, hasAsked: { state: true } };
  static styles = [
    shared,
    css`
      :host {
        position: relative; display: flex; flex-direction: column; padding: 10px 8px; border-right: 1px solid var(--p-line);
        background: var(--p-sunken); overflow-y: auto;
      }
      .skip {
        position: fixed; top: 8px; left: 8px; z-index: 40; transform: translateY(-60px);
      }
      .skip:focus { transform: none; }
      .brand { display: flex; align-items: center; gap: 9px; height: 28px; margin: 0 8px 14px; font: 600 14px/20px var(--p-font); }
      .brand:hover { text-decoration: none; }
      nav { display: grid; gap: 1px; align-content: start; flex: 1; }
      h2 { margin: 16px 8px 6px; color: var(--p-fg3); font: 500 12px/16px var(--p-font); letter-spacing: 0; }
      .item { display: flex; align-items: center; gap: 10px; height: 30px; padding: 0 8px; border-radius: var(--p-radius); color: var(--p-fg2); font-weight: 500; }
      .item:hover { background: var(--p-hover); color: var(--p-fg); text-decoration: none; }
      .item[aria-current] { background: var(--p-selected); color: var(--p-fg); }
      .count { margin-left: auto; color: var(--p-fg2); font-size: 12px; font-weight: 400; }
      .who { display: flex; align-items: center; gap: 9px; margin-top: 12px; padding: 10px 2px 0 8px; border-top: 1px solid var(--p-line); min-height: 41px; }
      .who .item { justify-content: center; flex: none; width: 26px; height: 26px; padding: 0; }
      .initials {
        display: grid; place-items: center; width: 22px; height: 22px; flex: none; border-radius: 50%;
        background: var(--p-selected); color: var(--p-fg2); font: 600 9px/1 var(--p-font);
      }
      @media (max-width: 900px) {
        .label, .count, h2 { position: absolute; clip-path: inset(50%); width: 1px; overflow: hidden; white-space: nowrap; }
        .brand { margin: 0 6px 14px; }
        .item { justify-content: center; padding: 0; }
        .who { flex-direction: column; padding-left: 0; padding-right: 0; min-height: 103px; }
      }
    `,
  ];

  constructor() {
    super();
    this.page = '';
    /** The path of a plugin's page. */
    this.path = '';
    /** @type {import('../data/session.js').Caller | undefined} */
    this.caller = undefined;
    /** Whether it is known which pages plugins have, so that those below them stay where they are put. */
    this.hasAsked = false;
    /** @type {Load<Record<string, Count | undefined>>} */
    this.counts = new Load(this, readCounts);
  }

  follow() {
    const again = coalesced(() => this.caller && this.counts.run(), 500);
    const pages = coalesced(() => this.caller && this.#readPages());
    return [
      pagesChanged.listen(() => this.requestUpdate()),
      pluginChanged.listen(pages),
      resync.listen(pages),
      ...this.#followCounts(again),
    ];
  }

  /** The list stays as it was where it can't be read; the banner says why. */
  #readPages() {
    readPages()
      .catch((reason) => console.warn('The pages of plugins can\'t be listed.', reason))
      .finally(() => (this.hasAsked = true));
  }

  /** @param {() => void} again */
  #followCounts(again) {
    return [entitiesChanged.listen(again), pluginChanged.listen(again), resync.listen(again)];
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has('caller') && this.caller) {
      whenIdle(() => {
        this.counts.run();
        this.#readPages();
      });
    }
  }

  render() {
    const pages = knownPages();
    const operate = OPERATE.filter(({ needs }) => this.hasAsked && this.caller && (!needs || needs in this.caller.may));
    return html`
      <button class="skip primary" @click=${() => this.dispatchEvent(new CustomEvent('skip'))}>Skip to the content</button>
      <a class="brand" href=${at('/')} aria-label="Callboard, home">${logo(20)}<span class="label">Callboard</span></a>
      <nav aria-label="Main">
        ${ITEMS.map((item) => this.#item(item))}
        ${pages.length ? html`<h2>From plugins</h2>${this.#plugins(pages)}` : nothing}
        ${operate.length ? html`<h2 id="operate">Operate</h2>${operate.map((item) => this.#item(item))}` : nothing}
      </nav>
      <div class="who">${this.caller ? this.#who(this.caller) : nothing}</div>
    `;
  }

  /** @param {import('../data/types.js').PageEntry[]} pages */
  #plugins(pages) {
    const here = pagesTo(pages, this.path).at(-1)?.path;
    return pages.map(({ path, title, icon: name }) => this.#item({ page: '', href: path, label: title, icon: name }, path === here));
  }

  /**
   * @param {Item} item
   * @param {boolean} [isHere]
   */
  #item({ page, href, label, icon: name }, isHere = page === this.page || (page === 'plugins' && this.page === 'console') || (page === 'catalog' && ['entity', 'graph', 'register'].includes(this.page))) {
    const count = this.counts.value?.[page];
    return html`<a class="item" href=${at(href)} title=${label} aria-current=${isHere ? 'page' : nothing}>
      ${pageIcon(name)}<span class="label cut">${label}</span>${count ? html`<span class="count num">${count.text}<span class="unseen"> ${count.noun}</span></span>` : nothing}
    </a>`;
  }

  /** @param {import('../data/session.js').Caller} caller */
  #who({ name, displayName }) {
    const initials = displayName.split(/\s+/).map((word) => word[0] ?? '').join('').slice(0, 2).toUpperCase();
    return html`<span class="initials" aria-hidden="true">${initials}</span>
      <span class="label cut grow" title=${name}>${displayName}</span>
      <a class="item" href=${at('/settings')} aria-label="Settings" title="Settings" aria-current=${this.page === 'settings' ? 'page' : nothing}>${icon('settings', 14)}</a>
      <button class="plain square small" aria-label="Sign out" title="Sign out" @click=${signOut}>${icon('log-out', 14)}</button>`;
  }
}

/**
 * @param {AbortSignal} signal
 * @returns {Promise<Record<string, Count | undefined>>} what to show beside each page; nothing where it can't be read
 */
async function readCounts(signal) {
  const [kinds, found, installed] = await Promise.all([
    facets(['kind'], {}, signal).then(({ kind }) => kind.reduce((sum, { count }) => sum + count, 0), () => 0),
    problemCount(signal).catch(() => 0),
    plugins(signal).then(({ length }) => length, () => 0),
  ]);
  return {
    catalog: countOf(kinds, 'entity', 'entities'),
    problems: countOf(found, 'problem', 'problems', MOST_PROBLEMS),
    plugins: countOf(installed, 'plugin', 'plugins'),
  };
}

/**
 * @param {number} count
 * @param {string} one
 * @param {string} many
 * @param {number} [most] from which on nobody has counted
 * @returns {Count | undefined} nothing for none
 */
function countOf(count, one, many, most = Infinity) {
  return count ? { text: `${formatNumber(count)}${count >= most ? '+' : ''}`, noun: count === 1 ? one : many } : undefined;
}

customElements.define('cb-nav', Nav);
