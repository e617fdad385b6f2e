import { css, html, nothing } from 'lit';
import { at } from '../data/base.js';
import { modelChanged, resync } from '../data/events.js';
import { plural } from '../data/format.js';
import { shortRef } from '../data/ref.js';
import { piecesOfHit, searchTexts } from '../data/search.js';
import { coalesced } from '../data/topic.js';
import { icon } from '../elements/icon.js';
import { Load } from '../elements/load.js';
import { Page } from '../elements/page.js';
import { bars, empty, failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import { navigate } from '../shell/router.js';

/** @typedef {import('../data/search.js').Hit} Hit */

const MOST = 50;
const PAUSE = 200;

/** All texts of plugins that have what is looked for. */
export class SearchPage extends Page {
  static properties = { query: { attribute: false } };
  static styles = [
    shared,
    stateStyles,
    css`
      :host { display: block; }
      .page { max-width: 860px; }
      input[type='search'] { width: 100%; height: 38px; margin-bottom: 16px; font-size: 15px; }
      .waiting { min-height: 240px; padding: 20px 16px; }
      .count { margin-bottom: 8px; }
      li { padding: 12px 0; border-top: 1px solid var(--p-line); }
      li a { display: inline-flex; flex-wrap: wrap; align-items: center; gap: 2px 6px; color: var(--p-accent); font: 500 14px/22px var(--p-font); overflow-wrap: anywhere; }
      li p { overflow-wrap: anywhere; color: var(--p-fg2); }
      mark { background: none; color: var(--p-fg); font-weight: 600; }
      .where { color: var(--p-fg3); font-size: 12px; }
    `,
  ];

  #timer = 0;
  #words = '';

  constructor() {
    super();
    this.query = new URLSearchParams();
    /** @type {Load<Hit[]>} */
    this.hits = new Load(this, (signal) => (this.#words ? searchTexts(this.#words, MOST, signal) : Promise.resolve([])));
  }

  follow() {
    const again = coalesced(() => this.hits.run(), 200);
    return [modelChanged.listen(again), resync.listen(again), () => clearTimeout(this.#timer)];
  }

  willUpdate() {
    const words = (this.query.get('q') ?? '').trim();
    if (words !== this.#words || !this.hasUpdated) {
      this.#words = words;
      this.hits.run();
    }
  }

  firstUpdated() {
    if (!this.#words) {
      this.renderRoot.querySelector('input')?.focus();
    }
  }

  /** @param {InputEvent} event */
  #typed(event) {
    const words = /** @type {HTMLInputElement} */ (event.target).value.trim();
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => navigate(words ? `/search?q=${encodeURIComponent(words)}` : '/search', { replace: true }), PAUSE);
  }

  /** The arrows lead from the field through what was found, and back. @param {KeyboardEvent} event */
  #pressed(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      /** @type {HTMLElement[]} */
      const stops = [...this.renderRoot.querySelectorAll('input, li a')].filter((stop) => stop instanceof HTMLElement);
      const here = stops.findIndex((stop) => stop === this.shadowRoot?.activeElement);
      stops[here + step]?.focus();
      event.preventDefault();
    }
  }

  render() {
    return html`<div class="page" @keydown=${this.#pressed}>
      <div class="page-head"><div class="grow"><h1>Search</h1><p>In all that plugins have to read, such as documentation.</p></div></div>
      <input type="search" aria-label="Search in texts" placeholder="Words, or the start of one" maxlength="200" autocomplete="off" spellcheck="false"
        .value=${this.#words} @input=${this.#typed} />
      ${this.hits.render({
        loading: () => html`<div class="waiting" aria-busy="true">${bars([30, 70, 45, 60, 40, 75])}</div>`,
        failed: (error) => failure(error, () => this.hits.run()),
        done: (found) => this.#found(found),
      })}
    </div>`;
  }

  /** @param {Hit[]} found */
  #found(found) {
    if (!this.#words) {
      return empty('What are you looking for?', 'All words must be there; one letter of a longer one may be wrong.');
    }
    if (!found.length) {
      return html`<div role="status">${empty(`Nothing says “${this.#words}”`, 'Try fewer words. Entities are found by name with the search at the top.')}</div>`;
    }
    return html`<p class="count soft" role="status">${found.length < MOST ? plural(found.length, 'result') : `The first ${MOST} results`}</p>
      <ol>${found.map((hit) => this.#hit(hit))}</ol>`;
  }

  /** @param {Hit} hit */
  #hit(hit) {
    return html`<li>
      <a href=${at(hit.address)}>${hit.title}${hit.heading ? html`${icon('chevron-right', 13)}<span>${hit.heading}</span>` : nothing}</a>
      <p>${piecesOfHit(hit).map(({ text, isMarked }) => (isMarked ? html`<mark>${text}</mark>` : text))}</p>
      <p class="where">${hit.entity ? `${shortRef(hit.entity)} · ` : ''}${hit.plugin}</p>
    </li>`;
  }
}

customElements.define('cb-search-page', SearchPage);
