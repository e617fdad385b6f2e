import { css, html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { cardsOf, inOrder } from '../data/cards.js';
import { pluginChanged, resync } from '../data/events.js';
import { refOf } from '../data/ref.js';
import { closeUnused } from '../live/revision.js';
import '../elements/card.js';
import { Load } from '../elements/load.js';
import { Page } from '../elements/page.js';
import { bars, empty, failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import { toast } from '../elements/toasts.js';

/** @typedef {import('../data/types.js').Card} Card */
/** @typedef {import('../data/types.js').PluginEvent} PluginEvent */

/** How long to wait before cards are asked for again, in milliseconds. */
const AGAIN = 2000;
const RING = 2000;

/** The cards of an entity's page; they come, change and go with their plugins while the page is open. */
export class EntityCards extends Page {
  static properties = { entity: { attribute: false }, fresh: { state: true } };
  static styles = [
    shared,
    stateStyles,
    css`
      :host { display: block; }
      .grid { display: grid; grid-template-columns: repeat(12, minmax(0, 1fr)); gap: var(--p-gap); grid-auto-flow: row dense; }
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
    /** @type {import('../data/types.js').Entity | undefined} */
    this.entity = undefined;
    /** @type {Set<string>} */
    this.fresh = new Set();
    /** @type {Load<Card[]>} */
    this.cards = new Load(this, (signal) => cardsOf(this.#ref, undefined, signal));
  }

  follow() {
    return [pluginChanged.listen((event) => this.#follow(event)), resync.listen(() => this.cards.run())];
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has('entity') && this.entity) {
      this.cards.run();
    }
  }

  get #ref() {
    return this.entity ? refOf(this.entity) : '';
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
    const entity = this.#ref;
    const cards = await cardsOf(entity, id);
    const all = this.cards.value;
    if (!all || entity !== this.#ref) {
      return;
    }
    const old = all.filter(({ plugin }) => plugin === id);
    this.cards.value = inOrder([...all.filter(({ plugin }) => plugin !== id), ...cards]);
    this.requestUpdate();
    this.#ring(cards.filter((card) => !old.some((other) => keyOf(other) === keyOf(card) && other.digest === card.digest)));
    await this.#drawn(id);
    this.#closeUnused(id);
    this.#tell(nameOf(id, cards.length ? cards : old), old, cards, performance.now() - received);
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
    await Promise.all(this.#frames(plugin).map((frame) => frame.updateComplete.then(() => frame.shown)));
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

  /**
   * Says what a plugin's change did to this page, if it did anything.
   *
   * @param {string} name
   * @param {Card[]} old
   * @param {Card[]} now
   * @param {number} millis
   */
  #tell(name, old, now, millis) {
    const time = `${Math.round(millis)} ms`;
    const link = { label: 'See plugin', href: '/plugins' };
    const outcomes = now.length ? this.#frames(now[0].plugin).map(({ outcome }) => outcome) : [];
    if (!now.length) {
      if (old.length) {
        toast({ title: `${name} was removed`, detail: `It left this page · ${time}`, icon: 'puzzle', link });
      }
    } else if (old[0]?.digest === now[0].digest) {
      return;
    } else if (outcomes.includes('broken')) {
      toast({ title: `${name} does not work on this page`, detail: 'Its card says why.', tone: 'error', link });
    } else if (outcomes.includes('waiting')) {
      toast({ title: `${name} is ready`, detail: 'Update its card when you have finished writing.', icon: 'puzzle', link });
    } else {
      const detail = old.length ? `Replaced ${old[0].version} on this page` : 'New on this page';
      toast({ title: `${name} is live`, detail: `${detail} · ${time}`, icon: 'puzzle', link });
    }
  }

  render() {
    return this.cards.render({
      loading: () => html`<div class="grid" aria-busy="true">
        <div class="panel waiting medium">${bars([40, 80, 70, 85, 60])}</div>
        <div class="panel waiting large">${bars([25, 60, 70, 50, 65])}</div>
      </div>`,
      failed: (error) => failure(error, () => this.cards.run()),
      done: (cards) => html`${cards.length ? '' : empty('No cards', 'No plugin has anything to show for this entity.')}
        <div class="grid">${repeat(cards, keyOf, (card) => this.#card(card))}</div>`,
    });
  }

  /** @param {Card} card */
  #card(card) {
    return html`<cb-card class=${card.size} .card=${card} .entity=${this.entity} .fresh=${this.fresh.has(keyOf(card))}
      @shown=${() => this.#closeUnused(card.plugin)}></cb-card>`;
  }
}

/**
 * @param {string} plugin
 * @param {Card[]} cards of the plugin
 */
function nameOf(plugin, cards) {
  return `${cards.length === 1 ? cards[0].title : plugin} ${cards[0]?.version ?? ''}`;
}

/** @param {Card} card */
function keyOf({ plugin, id, tier }) {
  return `${plugin}/${id}/${tier}`;
}

customElements.define('cb-entity-cards', EntityCards);
