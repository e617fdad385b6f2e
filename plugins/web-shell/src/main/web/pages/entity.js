import { css, html, nothing } from 'lit';
import { at } from '../data/base.js';
import { entityCards } from '../data/cards.js';
import { entity, problemsOf } from '../data/catalog.js';
import { entitiesChanged, pluginChanged, resync } from '../data/events.js';
import { formatNumber, plural } from '../data/format.js';
import { remember } from '../data/recent.js';
import { parseRef, pathOf, refOf } from '../data/ref.js';
import { tabName, tabsOf } from '../data/tabs.js';
import { coalesced } from '../data/topic.js';
import '../elements/copy.js';
import { icon, kindIcon } from '../elements/icon.js';
import { lazily } from '../elements/lazily.js';
import { Load } from '../elements/load.js';
import { Page } from '../elements/page.js';
import { bars, empty, failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import './cards.js';
import './entity-actions.js';
import { entityMeta, metaStyles } from './entity-meta.js';
import { problemList, problemStyles } from './problem-list.js';
import './star.js';

/** @typedef {import('../data/types.js').Entity} Entity */
/** @typedef {import('../data/types.js').Problem} Problem */
/** @typedef {{ entity: Entity, problems: Problem[] }} Seen */

/** From how many letters on a title may be cut. */
const LONG = 60;

/** All that is known of one entity. */
export class EntityPage extends Page {
  static properties = { entityRef: {}, tab: {} };
  static styles = [
    shared,
    stateStyles,
    metaStyles,
    problemStyles,
    css`
      :host { display: block; }
      .head { max-width: 1440px; margin: 0 auto; padding: 24px 28px 0; min-height: 148px; }
      .top { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 10px 14px; }
      .top > .grow { flex-basis: 160px; }
      .kind { display: grid; place-items: center; width: 40px; height: 40px; flex: none; border-radius: var(--p-radius-l); background: var(--p-accent-tint); color: var(--p-accent); }
      .acts { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 8px; }
      h1 { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 4; overflow: hidden; line-height: 24px; }
      .ref { display: flex; align-items: center; gap: 2px; min-height: 20px; color: var(--p-fg3); }
      .ref .mono { overflow-wrap: anywhere; }
      .ref cb-copy { margin: -3px 0; }
      .description { max-width: 76ch; margin-top: 10px; color: var(--p-fg2); font-size: 14px; }
      .tabs-line { min-height: 50px; padding-top: 14px; border-bottom: 1px solid var(--p-line); }
      .tabs { display: flex; gap: 4px; max-width: 1440px; margin: 0 auto -1px; padding: 0 20px 1px; overflow: auto hidden; scrollbar-width: none; }
      .tabs a { display: flex; align-items: center; gap: 7px; height: 36px; margin-bottom: -1px; padding: 0 8px; border-bottom: 2px solid transparent; color: var(--p-fg2); font-weight: 500; white-space: nowrap; }
      .tabs a:hover { color: var(--p-fg); text-decoration: none; }
      .tabs a[aria-current] { border-color: var(--p-accent); color: var(--p-fg); }
      .tabs .num { color: var(--p-fg3); font-weight: 400; }
      .content { max-width: 1440px; margin: 0 auto; padding: 20px 28px 40px; }
      .notice { display: flex; align-items: center; gap: 10px; margin-bottom: var(--p-gap); padding: 10px 14px; }
      .notice a { color: var(--p-accent); }
      .notice > span { display: inline-flex; }
      @media (max-width: 700px) {
        .head { padding: 16px 14px 0; }
        .tabs { padding: 0 6px 1px; }
        .content { padding: 16px 14px 28px; }
        .acts { justify-content: flex-start; }
      }
    `,
  ];

  constructor() {
    super();
    this.entityRef = '';
    this.tab = 'overview';
    /** What is wrong with the descriptor of an entity that is not in the catalog. @type {Problem[]} */
    this.refused = [];
    /** @type {Load<Seen>} */
    this.seen = new Load(this, (signal) => this.#read(signal));
    /** @type {Load<import('../data/types.js').PluginPlace[]>} */
    this.more = new Load(this, (signal) => tabsOf(this.entityRef, signal));
  }

  follow() {
    const again = coalesced(() => this.#readAll());
    return [
      pluginChanged.listen(coalesced(() => this.#readTabs())),
      entitiesChanged.listen(({ refs, total }) => {
        if (total > refs.length || refs.includes(this.entityRef.toLowerCase())) {
          again();
        }
      }),
      resync.listen(again),
    ];
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has('entityRef')) {
      this.seen.forget();
      this.more.forget();
      this.#readAll();
    }
  }

  async #readAll() {
    await this.seen.run();
    this.#readTabs();
  }

  /** What is not in the catalog has none. */
  #readTabs() {
    if (!this.seen.error) {
      this.more.run();
    }
  }

  /**
   * @param {AbortSignal} signal
   * @returns {Promise<Seen>}
   */
  async #read(signal) {
    const asked = problemsOf(this.entityRef, signal).catch(() => []);
    const found = await entity(this.entityRef, signal).catch(async (reason) => {
      this.refused = await asked;
      throw reason;
    });
    const wrong = await asked;
    const { kind, metadata, spec } = found;
    remember({ ref: refOf(found), kind, title: metadata.title ?? metadata.name, type: spec?.type });
    return { entity: found, problems: wrong };
  }

  render() {
    if (this.seen.error?.status === 404) {
      const why = this.refused.length
        ? 'Its descriptor was found and could not be taken. This is what is wrong with it:'
        : 'It may have been removed or renamed, or you may not be allowed to read it.';
      return html`<div class="page">${empty(html`<h1>${this.entityRef} is not in the catalog</h1>`, why,
        html`<a class="button" href=${at('/catalog')}>Look in the catalog</a>`)}
        ${this.refused.length ? problemList(this.refused) : nothing}</div>`;
    }
    return this.seen.render({
      loading: () => this.#waiting(),
      failed: (error) => html`<div class="page">${failure(error, () => this.seen.run())}</div>`,
      done: (seen) => html`<div class="head">${this.#head(seen.entity)}</div>
        <div class="tabs-line">${this.more.value || this.more.error ? this.#tabs(seen) : nothing}</div><div class="content">${this.#content(seen)}</div>`,
    });
  }

  /** What the address tells; how high the rest will be, it does not. */
  #waiting() {
    const { kind, name } = parseRef(this.entityRef);
    return html`<div class="head" aria-busy="true">
      <div class="top">
        <div class="kind">${kindIcon(kind, 20)}</div>
        <div class="grow"><h1>${name}</h1>${bars([30])}</div>
      </div>
      <div class="description">${bars([60, 25])}</div>
    </div>`;
  }

  /** @param {Entity} found */
  #head(found) {
    const { kind, metadata, spec } = found;
    const ref = refOf(found);
    const title = metadata.title ?? spec?.profile?.displayName ?? metadata.name;
    const view = metadata.annotations?.['backstage.io/view-url'] ?? '';
    return html`<div class="top">
        <div class="kind">${kindIcon(kind, 20)}</div>
        <div class="grow">
          <h1 title=${title.length > LONG ? title : nothing}>${title}</h1>
          <div class="ref"><span class="mono">${ref}</span><cb-copy .text=${ref} label="Copy the reference"></cb-copy></div>
        </div>
        <div class="acts"><cb-star .entityRef=${ref}></cb-star>
        <cb-entity-actions .entityRef=${ref} .view=${view}></cb-entity-actions></div>
      </div>
      ${metadata.description ? html`<p class="description">${metadata.description}</p>` : nothing}
      ${entityMeta(found)}`;
  }

  /** All at once, when those of plugins are known. @param {Seen} seen */
  #tabs({ entity: { relations }, problems: wrong }) {
    const base = pathOf(this.entityRef);
    /** @type {[string, string, number?][]} */
    const tabs = [
      ['overview', 'Overview'],
      ['relations', 'Relations', relations?.length],
      ...(this.more.value ?? []).map((tab) => /** @type {[string, string]} */ ([tabName(tab), tab.title])),
      ['problems', 'Problems', wrong.length],
      ['source', 'Source'],
      ['raw', 'Raw'],
    ];
    return html`<nav class="tabs" aria-label="Parts of this page">
      ${tabs.map(([tab, label, count]) => html`<a href=${tab === 'overview' ? base : `${base}/${tab}`} aria-current=${tab === this.tab ? 'page' : nothing}>
        ${label}${count ? html`<span class="num">${formatNumber(count)}</span>` : nothing}
      </a>`)}
    </nav>`;
  }

  /** @param {Seen} seen */
  #content({ entity: found, problems: wrong }) {
    switch (this.tab) {
      case 'relations':
        return lazily('cb-relations', () => import('./relations.js'), html`<cb-relations .entity=${found}></cb-relations>`);
      case 'problems':
        return wrong.length ? problemList(wrong) : html`<div class="panel">${empty('No problems', 'Its descriptor is in order.')}</div>`;
      case 'source':
        return lazily('cb-source', () => import('./source.js'), html`<cb-source .entityRef=${refOf(found)}></cb-source>`);
      case 'raw':
        return lazily('cb-raw', () => import('./raw.js'), html`<cb-raw .entity=${found}></cb-raw>`);
      case 'overview':
        return html`${wrong.length ? this.#notice(wrong) : nothing}<cb-cards .place=${entityCards(refOf(found))} .entity=${found}></cb-cards>`;
      default:
        return this.#pluginTab(found);
    }
  }

  /** @param {Entity} found */
  #pluginTab(found) {
    if (this.tab === 'web-shell.definition') {
      return lazily('cb-definition', () => import('./definition.js'), html`<cb-definition .entityRef=${refOf(found)}></cb-definition>`);
    }
    return this.more.render({
      loading: () => html`<div class="panel" aria-busy="true"></div>`,
      failed: (error) => failure(error, () => this.more.run()),
      done: (tabs) => {
        const tab = tabs.find((one) => tabName(one) === this.tab);
        return tab
          ? lazily('cb-plugin-tab', () => import('./plugin-tab.js'), html`<cb-plugin-tab .tab=${tab} .ref=${refOf(found)}></cb-plugin-tab>`)
          : html`<div class="panel">${empty('There is no such part of this page', 'The plugin that showed it may have been removed, or has nothing to show for this entity.')}</div>`;
      },
    });
  }

  /** @param {Problem[]} wrong */
  #notice(wrong) {
    const isBad = wrong.some(({ level }) => level === 'error');
    return html`<div class="notice panel">
      <span class=${isBad ? 'error' : 'warn'}>${icon(isBad ? 'circle-x' : 'triangle-alert')}</span>
      <p class="grow cut">${wrong[0].reason}</p>
      <a href="${pathOf(this.entityRef)}/problems">${wrong.length === 1 ? 'See the problem' : `See ${plural(wrong.length, 'problem')}`}</a>
    </div>`;
  }
}

customElements.define('cb-entity-page', EntityPage);
