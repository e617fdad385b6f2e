import { css, html, nothing } from 'lit';
import { entities } from '../data/catalog.js';
import { formatNumber } from '../data/format.js';
import { parseRef, pathOf } from '../data/ref.js';
import { icon, kindIcon } from '../elements/icon.js';
import { Load } from '../elements/load.js';
import { Page } from '../elements/page.js';
import { bars, empty, failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';

/** @typedef {import('../data/types.js').Entity} Entity */
/** @typedef {{ type: string, total: number, shown: string[] }} Group */

/** @type {Record<string, string>} */
const TITLES = {
  ownedBy: 'Owned by',
  ownerOf: 'Owns',
  providesApi: 'Provides',
  apiProvidedBy: 'Provided by',
  consumesApi: 'Consumes',
  apiConsumedBy: 'Consumed by',
  dependencyOf: 'Needed by',
  hasMember: 'Members',
};

/** How many of a type there are at first, and how many come at once when more are asked for. */
const FEW = 60;
const MORE = 200;

/** The relations of an entity by type, of many the first until more are asked for; targets that are not in the catalog are marked. */
export class Relations extends Page {
  static properties = { entity: { attribute: false }, room: { state: true } };
  static styles = [
    shared,
    stateStyles,
    css`
      :host { display: grid; gap: 20px; }
      h2 { display: flex; align-items: baseline; gap: 8px; margin-bottom: 8px; font: 600 13px/20px var(--p-font); letter-spacing: 0; }
      .count { color: var(--p-fg3); font-weight: 400; }
      ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(300px, 100%), 1fr)); gap: 8px; }
      li a, li div { display: flex; align-items: center; gap: 10px; height: 52px; padding: 0 14px; }
      li a:hover { border-color: var(--p-line-control); background: var(--p-hover); text-decoration: none; }
      li svg { color: var(--p-fg3); }
      .name { display: grid; min-width: 0; }
      .name strong { font-weight: 500; }
      .name span { color: var(--p-fg3); font-size: 12px; line-height: 16px; }
      .missing { border-style: dashed; }
      .missing svg { color: var(--p-warn); }
      .more { display: flex; align-items: center; gap: 12px; margin-top: 10px; color: var(--p-fg2); }
      .waiting { min-height: 200px; padding: 16px; }
    `,
  ];

  constructor() {
    super();
    /** @type {Entity | undefined} */
    this.entity = undefined;
    /** How many of a type are shown, where that is more than at first. @type {Record<string, number>} */
    this.room = {};
    /** @type {Load<Map<string, Entity | null>>} */
    this.targets = new Load(this, (signal) => entities([...new Set(this.#groups.flatMap(({ shown }) => shown))], signal));
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has('entity') || changed.has('room')) {
      this.targets.run();
    }
  }

  get #relations() {
    return this.entity?.relations ?? [];
  }

  render() {
    if (!this.#relations.length) {
      return html`<div class="panel">${empty('No relations', 'Name an owner, a system or what it depends on in its descriptor.')}</div>`;
    }
    return this.targets.render({
      loading: () => html`<div class="panel waiting" aria-busy="true">${bars([20, 60, 55, 65])}</div>`,
      failed: (error) => failure(error, () => this.targets.run()),
      done: (targets) => this.#groups.map((group) => this.#group(group, targets)),
    });
  }

  /** @returns {Group[]} */
  get #groups() {
    return [...byType(this.#relations)].map(([type, refs]) => ({ type, total: refs.length, shown: refs.slice(0, this.room[type] ?? FEW) }));
  }

  /**
   * @param {Group} group
   * @param {Map<string, Entity | null>} targets
   */
  #group({ type, total, shown }, targets) {
    const left = total - shown.length;
    const title = titleOf(type);
    return html`<section>
      <h2>${title}<span class="count num">${formatNumber(total)}</span></h2>
      <ul>${shown.map((ref) => html`<li>${target(ref, targets.get(ref))}</li>`)}</ul>
      ${left ? html`<p class="more num"><button @click=${() => (this.room = { ...this.room, [type]: shown.length + MORE })}>
        Show ${formatNumber(Math.min(MORE, left))} more<span class="unseen"> of ${title}</span></button>${formatNumber(left)} not shown</p>` : nothing}
    </section>`;
  }
}

/** @param {import('../data/types.js').Relation[]} relations */
function byType(relations) {
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  for (const { type, targetRef } of relations) {
    groups.set(type, [...(groups.get(type) ?? []), targetRef]);
  }
  return groups;
}

/** @param {string} type */
function titleOf(type) {
  const words = type.replace(/([a-z\d])(?=[A-Z])/g, '$1 ').toLowerCase();
  return TITLES[type] ?? `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/**
 * @param {string} ref
 * @param {Entity | null | undefined} entity null where it is not in the catalog, nothing where that is not known yet
 */
function target(ref, entity) {
  const { kind, name } = parseRef(ref);
  if (entity === undefined) {
    return html`<div class="panel" aria-busy="true">${kindIcon(kind)}<span class="name"><strong class="cut">${name}</strong><span class="cut">${kind}</span></span></div>`;
  }
  if (entity === null) {
    return html`<div class="panel missing">${icon('unlink')}<span class="name"><strong class="cut">${name}</strong><span class="cut">${kind}, not in the catalog</span></span></div>`;
  }
  const type = entity.spec?.type;
  return html`<a class="panel" href=${pathOf(ref)} title=${ref}>${kindIcon(kind)}
    <span class="name"><strong class="cut">${entity.metadata.title ?? entity.metadata.name}</strong>
      <span class="cut">${entity.kind}${type ? ` · ${type}` : ''}</span></span></a>`;
}

customElements.define('cb-relations', Relations);
