import { css, html, nothing } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { repeat } from 'lit/directives/repeat.js';
import { inOrder } from '../data/cards.js';
import { pluginChanged, resync } from '../data/events.js';
import { focused } from '../data/focus.js';
import { closeUnused } from '../live/revision.js';
import '../elements/card.js';
import { Load } from '../elements/load.js';
import { Page } from '../elements/page.js';
import { needed } from '../elements/pieces.js';
import { bars, empty, failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import { tellOf } from './card-news.js';

/** @typedef {import('../data/types.js').Card} Card */
/** @typedef {import('../data/types.js').PluginEvent} PluginEvent */

/** How long to wait before cards are asked for again, in milliseconds. */
const AGAIN = 2000;
const RING = 2000;

/** The cards of an entity's page or the home page; they come, change and go with their plugins while the page is open. */
export class Cards extends Page {
  static properties = {
    place: { attribute: false },
    entity: { attribute: false },
    arranging: { attribute: false },
    fresh: { state: true },
    target: { state: true },
  };

  static styles = [
    shared,
    stateStyles,
    css`
      :host { display: block; }
      .grid { display: grid; grid-template-columns: repeat(12, minmax(0, 1fr)); gap: var(--p-gap); grid-auto-flow: row dense; }
      .slot { display: flex; flex-direction: column; min-width: 0; }
      .slot > cb-card { flex: 1; }
      .tools { display: flex; align-items: center; gap: 2px; margin-bottom: 6px; padding: 2px; border: 1px dashed var(--p-line-control); border-radius: var(--p-radius); }
      .tools .grip { flex: 1; padding: 0 9px; color: var(--p-fg2); font: 500 12px/26px var(--p-font); cursor: grab; touch-action: none; user-select: none; }
      .slot.off > cb-card { display: none; }
      .slot.target { outline: 2px solid var(--p-accent); outline-offset: 3px; border-radius: var(--p-radius-l); }
      .small { grid-column: span 3; }
      .medium { grid-column: span 4; }
      .large { grid-column: span 8; }
      .full { grid-column: span 12; }
      .waiting { min-height: 220px; padding: 16px; }
      @media (max-width: 1180px) {
        .small, .medium { grid-column: span 6; }
        .large { grid-column: span 12; }
      }
      @media (max-width: 760px) {
        .small, .medium { grid-column: span 12; }
      }
    `,
  ];

  /** Changes of one plugin are made one after another. @type {Map<string, Promise<void>>} */
  #chains = new Map();

  constructor() {
    super();
    /** @type {import('../data/cards.js').CardPlace | undefined} */
    this.place = undefined;
    /** @type {import('../data/types.js').Entity | undefined} */
    this.entity = undefined;
    /** What lets the reader move the cards, while they do. @type {import('./arranging.js').Arranging | undefined} */
    this.arranging = undefined;
    /** The card whose place another one would take. @type {Card | undefined} */
    this.target = undefined;
    /** @type {Set<string>} */
    this.fresh = new Set();
    /** @type {Load<Card[]>} */
    this.cards = new Load(this, (signal) => this.#read(signal));
  }

  follow() {
    return [pluginChanged.listen((event) => this.#follow(event)), resync.listen(() => this.cards.run())];
  }

  /** All cards come at once, so that none moves another. @param {AbortSignal} signal */
  async #read(signal) {
    const cards = (await this.place?.read(undefined, signal)) ?? [];
    await Promise.all(cards.map(({ model }) => model && needed(model.blocks)));
    return cards;
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if ((changed.has('place') && changed.get('place')?.key !== this.place?.key) || changed.has('entity')) {
      this.cards.run();
    }
  }

  /** All in their order, also those that are not shown. @returns {Card[]} */
  get all() {
    return this.cards.value ?? [];
  }

  /** @param {Card} card @returns {Element | null} where it stands */
  slotOf(card) {
    return this.renderRoot.querySelector(`[data-card="${CSS.escape(keyOf(card))}"]`);
  }

  /** @param {number} x @param {number} y @returns {Card | undefined} the card that stands there */
  cardAt(x, y) {
    const slot = this.shadowRoot?.elementFromPoint(x, y)?.closest('[data-card]');
    return this.all.find((card) => this.slotOf(card) === slot);
  }

  /** Puts the cards in another order. @param {Card[]} cards */
  arrange(cards) {
    cards.forEach((card, index) => (card.order = index));
    this.cards.value = cards;
    this.requestUpdate();
  }

  /** What has the focus keeps it, though a card that is moved loses it. @param {import('lit').PropertyValues} changed */
  update(changed) {
    const held = focused();
    super.update(changed);
    if (held instanceof HTMLElement && held.isConnected && held !== focused()) {
      held.focus();
    }
  }

  /** Asks anew for the cards of a plugin, or for all. @param {string} [plugin] */
  again(plugin) {
    if (plugin && this.cards.value) {
      this.#follow({ id: plugin, change: 'updated' });
    } else {
      this.cards.run();
    }
  }

  /** @param {PluginEvent} event */
  #follow(event) {
    const received = performance.now();
    const before = this.#chains.get(event.id) ?? Promise.resolve();
    this.#chains.set(event.id, before.then(() => this.#swap(event, received)).catch(() => this.#later(event)));
  }

  /**
   * Tries again: the cards could not be asked for, and no further event need come.
   *
   * @param {PluginEvent} event
   */
  #later(event) {
    setTimeout(() => {
      if (this.isConnected) {
        this.#follow(event);
      }
    }, AGAIN);
  }

  /**
   * Puts the cards that the plugin has now in the place of those it had.
   *
   * @param {PluginEvent} event
   * @param {number} received
   */
  async #swap({ id }, received) {
    const { place } = this;
    const cards = (await place?.read(id)) ?? [];
    const all = this.cards.value;
    if (!all || place?.key !== this.place?.key) {
      return;
    }
    const old = all.filter(({ plugin }) => plugin === id);
    this.cards.value = inOrder([...all.filter(({ plugin }) => plugin !== id), ...cards]);
    this.requestUpdate();
    this.#ring(cards.filter((card) => !old.some((other) => keyOf(other) === keyOf(card) && other.digest === card.digest)));
    await this.#drawn(id);
    this.#closeUnused(id);
    tellOf({ plugin: id, old, now: cards, outcomes: this.#frames(id).map(({ outcome }) => outcome), millis: performance.now() - received });
  }

  /** @param {string} plugin */
  #frames(plugin) {
    /** @type {NodeListOf<import('../elements/card.js').CardFrame>} */
    const frames = this.renderRoot.querySelectorAll('cb-card');
    return [...frames].filter(({ card }) => card?.plugin === plugin);
  }

  /** @param {string} plugin */
  #closeUnused(plugin) {
    closeUnused(plugin, new Set(this.#frames(plugin).map(({ shownDigest }) => shownDigest)));
  }

  /** @param {string} plugin */
  async #drawn(plugin) {
    await this.updateComplete;
    await Promise.all(this.#frames(plugin).map((frame) => frame.drawn()));
    await new Promise(requestAnimationFrame);
  }

  /** @param {Card[]} cards */
  #ring(cards) {
    const keys = cards.map(keyOf);
    this.fresh = new Set([...this.fresh, ...keys]);
    setTimeout(() => {
      this.fresh = new Set([...this.fresh].filter((key) => !keys.includes(key)));
    }, RING);
  }

  render() {
    return this.cards.render({
      loading: waiting,
      failed: (error) => failure(error, () => this.cards.run()),
      done: (cards) => html`${cards.length || !this.place?.ref ? '' : empty('No cards', 'No plugin has anything to show for this entity.')}
        <div class="grid">${repeat(this.arranging ? cards : cards.filter(({ isHidden }) => !isHidden), keyOf, (card) => this.#slot(card))}</div>`,
    });
  }

  /** @param {Card} card */
  #slot(card) {
    const { arranging } = this;
    const look = { slot: true, [card.size]: true, off: !!card.isHidden, target: card === this.target };
    return html`<div class=${classMap(look)} data-card=${keyOf(card)}>
      ${arranging?.tools(card) ?? nothing}
      <cb-card .card=${card} .place=${this.place} .entity=${this.entity} .fresh=${this.fresh.has(keyOf(card))}
        @shown=${() => this.#closeUnused(card.plugin)}></cb-card>
    </div>`;
  }
}

function waiting() {
  return html`<div class="grid" aria-busy="true">
    <div class="panel waiting medium">${bars([40, 80, 70, 85, 60])}</div>
    <div class="panel waiting large">${bars([25, 60, 70, 50, 65])}</div>
  </div>`;
}

/** @param {Card} card */
function keyOf({ plugin, id, tier }) {
  return `${plugin}/${id}/${tier}`;
}

customElements.define('cb-cards', Cards);
