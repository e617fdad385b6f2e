import { LitElement, css, html, nothing } from 'lit';
import { entity as read } from '../data/catalog.js';
import { factsOf } from '../data/entity-facts.js';
import { pathOf, refOf } from '../data/ref.js';
import { kindIcon } from '../elements/icon.js';
import { shared } from '../elements/styles.js';
import { valueStyles } from '../elements/value-styles.js';
import { renderValue } from '../elements/value.js';

/** @typedef {import('../data/types.js').Entity} Entity */
/** @typedef {import('../data/entity-facts.js').Fact} Fact */

const MOST = 8;
const WIDTH = 380;
const EDGE = 12;

/** A small card over a table: what an entity is, who owns it and where to go on. It is there when all of it has come. */
export class EntityPeek extends LitElement {
  static properties = { entity: { state: true }, facts: { state: true } };
  static styles = [
    shared,
    valueStyles,
    css`
      :host { display: contents; }
      [popover] {
        position: fixed; inset: auto; width: min(${WIDTH}px, calc(100vw - 24px)); margin: 0; padding: 14px 16px; border: 1px solid var(--p-line);
        border-radius: var(--p-radius-l); background: var(--p-surface); color: var(--p-fg); box-shadow: var(--p-shadow);
      }
      .title { display: flex; align-items: center; gap: 8px; font-weight: 600; }
      .title a { min-width: 0; overflow-wrap: anywhere; }
      .title svg { color: var(--p-fg3); }
      .mono { color: var(--p-fg3); overflow-wrap: anywhere; }
      .about { margin-top: 8px; color: var(--p-fg2); display: -webkit-box; overflow: hidden; -webkit-line-clamp: 4; -webkit-box-orient: vertical; overflow-wrap: anywhere; }
      dl { display: grid; grid-template-columns: minmax(70px, auto) minmax(0, 1fr); gap: 4px 14px; margin-top: 10px; padding-top: 10px; border-top: 1px solid var(--p-line); }
      dt { color: var(--p-fg3); font: 400 12px/24px var(--p-font); }
      dd { display: flex; flex-wrap: wrap; align-items: center; min-height: 24px; gap: 2px 12px; min-width: 0; overflow-wrap: anywhere; }
    `,
  ];

  /** Where the focus goes back to. @type {HTMLElement | undefined} */
  #from;

  constructor() {
    super();
    /** @type {Entity | undefined} */
    this.entity = undefined;
    /** @type {Fact[]} */
    this.facts = [];
  }

  get #box() {
    return /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('[popover]'));
  }

  /**
   * @param {Entity} row as far as it is known
   * @param {DOMRect} place of its name
   * @param {() => boolean} isWanted still, when all has come
   */
  async show(row, place, isWanted) {
    const ref = refOf(row);
    const [whole, facts] = await Promise.all([read(ref).catch(() => row), factsOf(ref).catch(() => [])]);
    if (!isWanted()) {
      return;
    }
    this.entity = whole;
    this.facts = facts.slice(0, MOST);
    await this.updateComplete;
    const box = this.#box;
    box?.showPopover();
    if (box) {
      const below = place.bottom + 6;
      const isAbove = below + box.offsetHeight > window.innerHeight - EDGE && place.top > box.offsetHeight + EDGE;
      box.style.top = `${isAbove ? place.top - 6 - box.offsetHeight : below}px`;
      box.style.left = `${Math.max(EDGE, Math.min(place.left + 60, window.innerWidth - box.offsetWidth - EDGE))}px`;
    }
  }

  hide() {
    if (this.#box?.matches(':popover-open')) {
      this.#box.hidePopover();
    }
  }

  /** @param {HTMLElement} from where the focus comes from */
  enter(from) {
    this.#from = from;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('dd a') ?? this.renderRoot.querySelector('a'))?.focus();
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    if (event.key === 'Escape' || event.key === ' ') {
      event.preventDefault();
      this.hide();
      this.#from?.focus({ preventScroll: true });
    }
  }

  /** @param {FocusEvent} event */
  #left({ relatedTarget }) {
    if (!this.renderRoot.contains(/** @type {Node | null} */ (relatedTarget))) {
      this.hide();
    }
  }

  render() {
    const { entity } = this;
    if (!entity) {
      return nothing;
    }
    const { metadata, kind } = entity;
    const title = metadata.title ?? metadata.name;
    return html`<div popover="manual" role="group" aria-label="About ${title}" @keydown=${this.#pressed} @focusout=${this.#left}>
      <div class="title">${kindIcon(kind)}<a href=${pathOf(refOf(entity))}>${title}</a></div>
      <div class="mono">${refOf(entity)}</div>
      ${metadata.description ? html`<p class="about">${metadata.description}</p>` : nothing}
      ${this.facts.length ? html`<dl>${this.#labels().map((label) => this.#row(label))}</dl>` : nothing}
    </div>`;
  }

  #labels() {
    return [...new Set(this.facts.map(({ label }) => label))];
  }

  /** @param {string} label */
  #row(label) {
    return html`<dt>${label}</dt><dd>${this.facts.filter((fact) => fact.label === label).map(({ value }) => html`<span>${renderValue(value)}</span>`)}</dd>`;
  }
}

customElements.define('cb-entity-peek', EntityPeek);
