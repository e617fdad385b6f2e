import { html, nothing } from 'lit';
import { hideCard, moveCard } from '../data/mine.js';
import { icon } from '../elements/icon.js';
import { announce, toast } from '../elements/toasts.js';

/** @typedef {import('../data/types.js').Card} Card */
/** @typedef {import('./cards.js').Cards} Cards */

/** Moves the cards of the home page, by drag and by keyboard, and hides them. */
export class Arranging {
  /** @type {Card | undefined} */
  #dragged;

  /** @param {PointerEvent} event */
  #follow = (event) => this.#dragging(event);
  #drop = () => this.#dropped();
  #end = () => this.#ended();

  /** @param {Cards} cards */
  constructor(cards) {
    this.cards = cards;
  }

  /** @param {Card} card @returns what stands above a card while cards are arranged */
  tools(card) {
    const { title, isHidden } = card;
    return html`<div class="tools" role="toolbar" aria-label="Arrange ${title}" @keydown=${(/** @type {KeyboardEvent} */ event) => this.#pressed(event, card)}>
      <span role="button" tabindex="0" class="grip row" data-tool="grip" aria-label="Move ${title} with the arrow keys"
        @pointerdown=${(/** @type {PointerEvent} */ event) => this.#taken(event, card)} @pointermove=${this.#follow} @pointerup=${this.#drop} @pointercancel=${this.#end}>${icon('grip-vertical', 14)}<span class="cut">${title}</span></span>
      ${this.#tool(card, 'chevron-left', 'earlier', () => this.#step(card, -1))}
      ${this.#tool(card, 'chevron-right', 'later', () => this.#step(card, 1))}
      <button class="plain small" data-tool="hide" aria-label="${isHidden ? 'Show' : 'Hide'} ${title}" @click=${() => this.#hide(card)}>${isHidden ? 'Show' : 'Hide'}</button>
      ${isHidden ? html`<span class="unseen">Hidden</span>` : nothing}
    </div>`;
  }

  /**
   * @param {Card} card
   * @param {import('../elements/icon.js').IconName} name
   * @param {string} where
   * @param {() => void} run
   */
  #tool({ title }, name, where, run) {
    return html`<button class="plain square small" data-tool=${where} aria-label="Move ${title} ${where}" title="Move ${where}" @click=${run}>${icon(name, 14)}</button>`;
  }

  /** @param {KeyboardEvent} event @param {Card} card */
  #pressed(event, card) {
    /** @type {Record<string, () => void>} */
    const moves = {
      ArrowLeft: () => this.#step(card, -1),
      ArrowRight: () => this.#step(card, 1),
      ArrowUp: () => this.#step(card, this.#rowAway(card, -1)),
      ArrowDown: () => this.#step(card, this.#rowAway(card, 1)),
      Home: () => this.#step(card, -this.cards.all.length),
      End: () => this.#step(card, this.cards.all.length),
    };
    const move = event.altKey || event.ctrlKey || event.metaKey ? undefined : moves[event.key];
    if (move) {
      event.preventDefault();
      move();
    } else if (event.key === 'Escape') {
      this.#ended();
    }
  }

  /**
   * @param {Card} card
   * @param {-1 | 1} way up or down
   * @returns {number} how many places away the nearest card of the next row stands
   */
  #rowAway(card, way) {
    const all = this.cards.all;
    const boxes = all.map((one) => (this.cards.slotOf(one) ?? this.cards).getBoundingClientRect());
    const here = all.indexOf(card);
    const box = boxes[here];
    const rows = boxes.map(({ top }) => top).filter((top) => (way < 0 ? top < box.top - 1 : top > box.top + 1));
    if (!rows.length) {
      return way * all.length;
    }
    const row = way < 0 ? Math.max(...rows) : Math.min(...rows);
    const nearest = boxes.reduce(
      (best, { top, left }, index) =>
        Math.abs(top - row) < 2 && (best < 0 || Math.abs(left - box.left) < Math.abs(boxes[best].left - box.left)) ? index : best,
      -1,
    );
    return nearest - here;
  }

  /** @param {Card} card @param {number} by how many places */
  #step(card, by) {
    const all = this.cards.all;
    const here = all.indexOf(card);
    const there = Math.min(all.length - 1, Math.max(0, here + by));
    if (there !== here) {
      this.cards.arrange(all.filter((one) => one !== card).toSpliced(there, 0, card));
      this.#keep(card, all);
    } else if (by) {
      announce(`${card.title} stands ${here ? 'last' : 'first'}`);
    }
  }

  /** @param {Card} card @param {Card[]} before the order before, in case the portal refuses */
  async #keep(card, before) {
    const all = this.cards.all;
    const index = all.indexOf(card);
    announce(`${card.title} is number ${index + 1} of ${all.length}`);
    await this.#done(moveCard(nameOf(card), index + 1 < all.length ? nameOf(all[index + 1]) : ''), before);
  }

  /** @param {Card} card */
  #hide(card) {
    const before = this.cards.all;
    const now = { ...card, isHidden: !card.isHidden };
    this.cards.arrange(before.map((one) => (one === card ? now : one)));
    announce(now.isHidden ? `${card.title} is hidden` : `${card.title} is shown`);
    const isDone = this.#done(hideCard(nameOf(card), now.isHidden), before);
    if (!now.isHidden) {
      isDone.then(() => this.cards.again());
    }
  }

  /** @param {Promise<void>} change @param {Card[]} before */
  async #done(change, before) {
    try {
      await change;
    } catch (reason) {
      const { message, hint } = /** @type {import('../data/http.js').HttpError} */ (reason);
      this.cards.arrange(before);
      toast({ title: message, detail: hint, tone: 'error' });
    }
  }

  /** @param {PointerEvent} event @param {Card} card that is taken by its handle */
  #taken(event, card) {
    if (event.button === 0) {
      this.#dragged = card;
      /** @type {Element} */ (event.currentTarget).setPointerCapture(event.pointerId);
    }
  }

  /** @param {PointerEvent} event */
  #dragging({ clientX, clientY }) {
    if (this.#dragged) {
      const over = this.cards.cardAt(clientX, clientY);
      this.cards.target = over === this.#dragged ? undefined : over;
      if (over) {
        this.cards.slotOf(over)?.scrollIntoView({ block: 'nearest' });
      }
    }
  }

  /** It takes the place of the card that it is let go over. */
  #dropped() {
    const [dragged, target] = [this.#dragged, this.cards.target];
    this.#ended();
    if (dragged && target) {
      this.#step(dragged, this.cards.all.indexOf(target) - this.cards.all.indexOf(dragged));
    }
  }

  #ended() {
    this.#dragged = undefined;
    this.cards.target = undefined;
  }
}

/** @param {Card} card */
function nameOf({ plugin, id }) {
  return `${plugin}/${id}`;
}
