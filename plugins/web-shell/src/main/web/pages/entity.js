import { css, html, nothing } from 'lit';
import { at } from '../data/base.js';
import { entity, problems } from '../data/catalog.js';
import { entitiesChanged, resync } from '../data/events.js';
import { plural } from '../data/format.js';
import { remember } from '../data/recent.js';
import { parseRef, pathOf, refOf } from '../data/ref.js';
import { coalesced } from '../data/topic.js';
import '../elements/copy.js';
import { icon, kindIcon } from '../elements/icon.js';
import { Load } from '../elements/load.js';
import { Page } from '../elements/page.js';
import { bars, empty, failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import './entity-cards.js';
import { entityMeta, metaStyles } from './entity-meta.js';
import { problemList, problemStyles } from './problem-list.js';
import './raw.js';
import './relations.js';

/** @typedef {import('../data/types.js').Entity} Entity */
/** @typedef {import('../data/types.js').Problem} Problem */
/** @typedef {{ entity: Entity, problems: Problem[] }} Seen */

const MOST_PROBLEMS = 200;

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
      .top { display: flex; align-items: flex-start; gap: 14px; }
      .kind { display: grid; place-items: center; width: 40px; height: 40px; flex: none; border-radius: var(--p-radius-l); background: var(--p-accent-tint); color: var(--p-accent); }
      h1 { overflow-wrap: anywhere; line-height: 24px; }
      .ref { display: flex; align-items: center; gap: 2px; min-height: 20px; color: var(--p-fg3); }
      .ref .mono { overflow-wrap: anywhere; }
      .ref cb-copy { margin: -3px 0; }
      .description { max-width: 76ch; margin-top: 10px; color: var(--p-fg2); font-size: 14px; }
      .tabs-line { border-bottom: 1px solid var(--p-line); }
      .tabs { display: flex; gap: 4px; max-width: 1440px; margin: 14px auto 0; padding: 0 20px; overflow-x: auto; }
      .tabs a { display: flex; align-items: center; gap: 7px; height: 36px; margin-bottom: -1px; padding: 0 8px; border-bottom: 2px solid transparent; color: var(--p-fg2); font-weight: 500; white-space: nowrap; }
      .tabs a:hover { color: var(--p-fg); text-decoration: none; }
      .tabs a[aria-current] { border-color: var(--p-accent); color: var(--p-fg); }
      .tabs .num { color: var(--p-fg3); font-weight: 400; }
      .content { max-width: 1440px; margin: 0 auto; padding: 20px 28px 40px; }
      .notice { display: flex; align-items: center; gap: 10px; margin-bottom: var(--p-gap); padding: 10px 14px; }
      .notice a { color: var(--p-accent); }
      .notice > span { display: inline-flex; }
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
  }

  follow() {
    const again = coalesced(() => this.seen.run());
    return [
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
      this.seen.run();
    }
  }

  /**
   * @param {AbortSignal} signal
   * @returns {Promise<Seen>}
   */
  async #read(signal) {
    const asked = problems({ entity: this.entityRef, limit: MOST_PROBLEMS }, signal).catch(() => []);
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
      loading: () => this.#frame(this.#loadingHead(), this.#tabs(), nothing),
      failed: (error) => html`<div class="page">${failure(error, () => this.seen.run())}</div>`,
      done: (seen) => this.#frame(this.#head(seen.entity), this.#tabs(seen), this.#content(seen)),
    });
  }

  /**
   * @param {unknown} head
   * @param {unknown} tabs
   * @param {unknown} content
   */
  #frame(head, tabs, content) {
    return html`<div class="head">${head}</div><div class="tabs-line">${tabs}</div><div class="content">${content}</div>`;
  }

  /** What the address tells already stands where it will stay. */
  #loadingHead() {
    const { kind, name } = parseRef(this.entityRef);
    return html`<div class="top" aria-busy="true">
        <div class="kind">${kindIcon(kind, 20)}</div>
        <div class="grow"><h1>${name}</h1><div class="ref"><span class="mono">${this.entityRef.toLowerCase()}</span></div></div>
      </div>
      <div class="description">${bars([60, 25])}</div>`;
  }

  /** @param {Entity} found */
  #head(found) {
    const { kind, metadata } = found;
    const ref = refOf(found);
    const view = metadata.annotations?.['backstage.io/view-url'] ?? '';
    return html`<div class="top">
        <div class="kind">${kindIcon(kind, 20)}</div>
        <div class="grow">
          <h1>${metadata.title ?? metadata.name}</h1>
          <div class="ref"><span class="mono">${ref}</span><cb-copy .text=${ref} label="Copy the reference"></cb-copy></div>
        </div>
        ${/^https?:/.test(view) ? html`<a class="button" href=${view} target="_blank" rel="noopener noreferrer">${icon('external-link', 14)}Descriptor</a>` : nothing}
      </div>
      ${metadata.description ? html`<p class="description">${metadata.description}</p>` : nothing}
      ${entityMeta(found)}`;
  }

  /** @param {Seen} [seen] */
  #tabs(seen) {
    const base = pathOf(this.entityRef);
    /** @type {[string, string, number?][]} */
    const tabs = [
      ['overview', 'Overview'],
      ['relations', 'Relations', seen?.entity.relations?.length],
      ['problems', 'Problems', seen?.problems.length],
      ['raw', 'Raw'],
    ];
    return html`<nav class="tabs" aria-label="Parts of this page">
      ${tabs.map(([tab, label, count]) => html`<a href=${tab === 'overview' ? base : `${base}/${tab}`} aria-current=${tab === this.tab ? 'page' : nothing}>
        ${label}${count ? html`<span class="num">${count}</span>` : nothing}
      </a>`)}
    </nav>`;
  }

  /** @param {Seen} seen */
  #content({ entity: found, problems: wrong }) {
    switch (this.tab) {
      case 'relations':
        return html`<cb-relations .entity=${found}></cb-relations>`;
      case 'problems':
        return wrong.length ? problemList(wrong) : html`<div class="panel">${empty('No problems', 'Its descriptor is in order.')}</div>`;
      case 'raw':
        return html`<cb-raw .entity=${found}></cb-raw>`;
      default:
        return html`${wrong.length ? this.#notice(wrong) : nothing}<cb-entity-cards .entity=${found}></cb-entity-cards>`;
    }
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
