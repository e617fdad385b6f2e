import { LitElement, css, html, nothing } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { at } from '../data/base.js';
import { view } from '../data/views.js';
import { cardStatus } from './blocks.js';
import './element-frame.js';
import { icon } from './icon.js';
import { noteStyles, staleNote } from './notes.js';
import { shared } from './styles.js';
import './view.js';

/** @typedef {import('../data/types.js').Card} Card */

/** A card of some plugin: its frame, and in it what the plugin shows or why it does not. */
export class CardFrame extends LitElement {
  static properties = {
    card: { attribute: false },
    place: { attribute: false },
    entity: { attribute: false },
    fresh: { type: Boolean, reflect: true },
    note: { state: true },
  };

  static styles = [
    shared,
    noteStyles,
    css`
      :host { display: block; min-width: 0; contain: layout style; }
      article { display: flex; flex-direction: column; height: 100%; padding: 14px 16px 16px; }
      article.failed { border-color: light-dark(#f0c4c0, #55231f); }
      header { display: flex; align-items: center; gap: 8px; min-height: 24px; margin-bottom: 10px; }
      h2 { min-width: 0; font: 600 13px/20px var(--p-font); letter-spacing: 0; }
      .from { flex: 0 1000 auto; min-width: 0; margin-left: auto; color: var(--p-fg3); font-size: 11px; }
      cb-view, cb-element-frame { flex: 1; }
      :host([fresh]) article { border-color: var(--p-accent); outline: 3px solid var(--p-accent-tint); }
      .broken { display: grid; gap: 10px; justify-items: start; color: var(--p-fg2); overflow-wrap: anywhere; }
    `,
  ];

  constructor() {
    super();
    /** @type {Card | undefined} */
    this.card = undefined;
    /** @type {import('../data/cards.js').CardPlace | undefined} */
    this.place = undefined;
    /** @type {import('../data/types.js').Entity | undefined} */
    this.entity = undefined;
    this.fresh = false;
    this.note = '';
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has('card')) {
      this.note = '';
      this.#spare(changed.get('card'));
    }
  }

  /** What the reader is writing outlives a plugin that fails for a moment. @param {Card | undefined} before */
  #spare(before) {
    const { card } = this;
    if (card?.error && before?.model && this.#view?.isInUse) {
      this.note = `Version ${card.version} fails at the moment: ${card.error.message}`;
      this.card = { ...card, error: undefined, model: before.model };
    }
  }

  /** @returns {import('./view.js').PluginView | null} */
  get #view() {
    return this.renderRoot?.querySelector('cb-view') ?? null;
  }

  /** @returns {import('./element-frame.js').ElementFrame | null} */
  get #frame() {
    return this.renderRoot?.querySelector('cb-element-frame') ?? null;
  }

  /** How the last that was given fared. @returns {'shown' | 'waiting' | 'broken'} */
  get outcome() {
    if (this.#view?.next) {
      return 'waiting';
    }
    return this.note || this.card?.error ? 'broken' : (this.#frame?.outcome ?? 'shown');
  }

  /** The revision that is on the page, which is an earlier one where the last could not be shown. */
  get shownDigest() {
    return this.#frame?.digest ?? '';
  }

  /** @returns {Promise<void>} settled when what was last given is on the page */
  async drawn() {
    await this.updateComplete;
    const [frame, inner] = [this.#frame, this.#view];
    await Promise.all([frame?.updateComplete.then(() => frame.drawn), inner?.updateComplete.then(() => inner.drawn)]);
  }

  /** Most of the home page is the portal's own, and goes without saying. */
  get #isOwn() {
    return !this.place?.ref && this.card?.plugin === 'web-shell';
  }

  async #again() {
    const { card, place } = this;
    if (card && place) {
      const again = await view(place.addressOf(card), {}).catch((error) => ({ ...card, error }));
      this.card = { ...card, error: undefined, ...again };
    }
  }

  render() {
    const card = this.card;
    if (!card) {
      return nothing;
    }
    const isBroken = !!(card.error || this.#frame?.fault);
    return html`<article class=${classMap({ panel: true, failed: isBroken })} aria-labelledby="title">
      <header>
        ${isBroken ? html`<span class="row error">${icon('circle-alert')}</span>` : nothing}
        <h2 id="title" class="cut">${card.title}</h2>
        ${isBroken ? nothing : cardStatus(card.model?.status)}
        ${this.#isOwn ? nothing : html`<a class="from mono cut" href=${at('/plugins')} title="Shown by plugin ${card.plugin}, version ${card.version}">${card.plugin} ${card.version}</a>`}
      </header>
      ${card.error ? this.#broken(card.error) : this.#content(card)}
      ${this.note ? staleNote(this.note) : nothing}
    </article>`;
  }

  /** @param {Card} card */
  #content(card) {
    if (card.tier === 2) {
      return html`<cb-element-frame noun="card" .shown=${card} .subject=${{ entity: this.entity }} @settled=${this.#settled}></cb-element-frame>`;
    }
    return html`<cb-view .shown=${card} .address=${this.place?.addressOf(card)} .entity=${this.place?.ref ?? ''}
      @answered=${(/** @type {CustomEvent<Card>} */ { detail }) => (this.card = { ...card, error: undefined, ...detail })}></cb-view>`;
  }

  #settled() {
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent('shown'));
  }

  /** @param {{ message: string, hint?: string }} problem */
  #broken({ message, hint }) {
    return html`<div class="broken">
      <p>This card does not work at the moment. ${message} ${hint ?? nothing}</p>
      <button class="small" @click=${this.#again}>${icon('refresh-cw', 13)}Try again</button>
    </div>`;
  }
}

customElements.define('cb-card', CardFrame);
