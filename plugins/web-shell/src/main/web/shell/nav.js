import { css, html, nothing } from 'lit';
import { at } from '../data/base.js';
import { facets, problems } from '../data/catalog.js';
import { entitiesChanged, pluginChanged, resync } from '../data/events.js';
import { formatNumber } from '../data/format.js';
import { plugins } from '../data/plugins.js';
import { signOut } from '../data/session.js';
import { coalesced } from '../data/topic.js';
import { icon } from '../elements/icon.js';
import { Load } from '../elements/load.js';
import { logo } from '../elements/logo.js';
import { Page } from '../elements/page.js';
import { shared } from '../elements/styles.js';

/** @typedef {{ page: string, href: string, label: string, icon: import('../elements/icon.js').IconName }} Item */

/** @type {Item[]} */
const ITEMS = [
  { page: 'home', href: '/', label: 'Home', icon: 'house' },
  { page: 'catalog', href: '/catalog', label: 'Catalog', icon: 'boxes' },
  { page: 'problems', href: '/problems', label: 'Problems', icon: 'triangle-alert' },
];
/** @type {Item[]} */
const OPERATE = [{ page: 'plugins', href: '/plugins', label: 'Plugins', icon: 'puzzle' }];
const MOST_PROBLEMS = 1000;

/** The list of pages at the side, with how much there is on each. */
export class Nav extends Page {
  static properties = { page: {}, caller: { attribute: false } };
  static styles = [
    shared,
    css`
      :host {
        display: flex; flex-direction: column; padding: 10px 8px; border-right: 1px solid var(--p-line);
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
      .initials {
        display: grid; place-items: center; width: 22px; height: 22px; flex: none; border-radius: 50%;
        background: var(--p-selected); color: var(--p-fg2); font: 600 9px/1 var(--p-font);
      }
      @media (max-width: 900px) {
        .label, .count, h2 { position: absolute; clip-path: inset(50%); width: 1px; overflow: hidden; white-space: nowrap; }
        .skip {
        position: fixed; top: 8px; left: 8px; z-index: 40; transform: translateY(-60px);
      }
      .skip:focus { transform: none; }
      .brand { margin: 0 6px 14px; }
        .item { justify-content: center; padding: 0; }
        .who { flex-direction: column; padding-left: 0; padding-right: 0; }
      }
    `,
  ];

  constructor() {
    super();
    this.page = '';
    /** @type {import('../data/session.js').Caller | undefined} */
    this.caller = undefined;
    /** @type {Load<Record<string, string>>} */
    this.counts = new Load(this, readCounts);
  }

  follow() {
    const again = coalesced(() => this.caller && this.counts.run(), 500);
    return [entitiesChanged.listen(again), pluginChanged.listen(again), resync.listen(again)];
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has('caller') && this.caller) {
      this.counts.run();
    }
  }

  render() {
    return html`
      <button class="skip primary" @click=${() => this.dispatchEvent(new CustomEvent('skip'))}>Skip to the content</button>
      <a class="brand" href=${at('/')} aria-label="Callboard, home">${logo(20)}<span class="label">Callboard</span></a>
      <nav aria-label="Main">
        ${ITEMS.map((item) => this.#item(item))}
        <h2 id="operate">Operate</h2>
        ${OPERATE.map((item) => this.#item(item))}
      </nav>
      <div class="who">${this.caller ? this.#who(this.caller) : nothing}</div>
    `;
  }

  /** @param {Item} item */
  #item({ page, href, label, icon: name }) {
    const isHere = page === this.page || (page === 'catalog' && this.page === 'entity');
    const count = this.counts.value?.[page];
    return html`<a class="item" href=${at(href)} title=${label} aria-current=${isHere ? 'page' : nothing}>
      ${icon(name)}<span class="label">${label}</span>${count ? html`<span class="count num">${count}</span>` : nothing}
    </a>`;
  }

  /** @param {import('../data/session.js').Caller} caller */
  #who({ name, displayName }) {
    const initials = displayName.split(/\s+/).map((word) => word[0] ?? '').join('').slice(0, 2).toUpperCase();
    return html`<span class="initials" aria-hidden="true">${initials}</span>
      <span class="label cut grow" title=${name}>${displayName}</span>
      <button class="plain square small" aria-label="Sign out" title="Sign out" @click=${signOut}>${icon('log-out', 14)}</button>`;
  }
}

/**
 * @param {AbortSignal} signal
 * @returns {Promise<Record<string, string>>} what to show beside each page; nothing where it can't be read
 */
async function readCounts(signal) {
  const [kinds, found, installed] = await Promise.all([
    facets(['kind'], {}, signal).then(({ kind }) => kind.reduce((sum, { count }) => sum + count, 0), () => 0),
    problems({ limit: MOST_PROBLEMS }, signal).then(({ length }) => length, () => 0),
    plugins(signal).then(({ length }) => length, () => 0),
  ]);
  return {
    catalog: kinds ? formatNumber(kinds) : '',
    problems: found ? `${formatNumber(found)}${found === MOST_PROBLEMS ? '+' : ''}` : '',
    plugins: installed ? formatNumber(installed) : '',
  };
}

customElements.define('cb-nav', Nav);
