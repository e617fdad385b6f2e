import { focused, holds } from '../data/focus.js';

/** @typedef {import('../data/types.js').Entity} Entity */

const PATIENCE = 450;
const GRACE = 250;

/** Decides when a table shows more of the row that the reader stays at, and when no longer. */
export class Peeking {
  #timer = 0;
  /** @type {Entity | undefined} */
  #entity;

  /**
   * @param {import('lit').LitElement} host
   * @param {(index: number) => Entity | undefined} entityAt
   */
  constructor(host, entityAt) {
    this.host = host;
    this.entityAt = entityAt;
  }

  /** @returns {import('./entity-peek.js').EntityPeek | null} */
  get #peek() {
    return this.host.renderRoot.querySelector('cb-entity-peek');
  }

  /**
   * The pointer or the focus is at something: if it stays, more is shown of its row.
   *
   * @param {EventTarget | null} target
   */
  later(target) {
    const line = lineOf(target);
    if (line && entityOf(line, this.entityAt) !== this.#entity) {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => this.#show(line), PATIENCE);
    } else if (line) {
      clearTimeout(this.#timer);
    } else {
      this.left();
    }
  }

  /** The pointer or the focus went away; perhaps to what is shown. */
  left() {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#closeUnlessUsed(), GRACE);
  }

  close() {
    clearTimeout(this.#timer);
    this.#entity = undefined;
    this.#peek?.hide?.();
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    const link = /** @type {HTMLElement} */ (event.target);
    if (event.key === 'Escape') {
      this.close();
    } else if (event.key === ' ' && link.matches('.name a')) {
      event.preventDefault();
      this.#enter(link);
    }
  }

  /** @param {HTMLElement} link */
  async #enter(link) {
    clearTimeout(this.#timer);
    const line = lineOf(link);
    if (line) {
      await this.#show(line);
      this.#peek?.enter(link);
    }
  }

  /** @param {HTMLElement} line */
  async #show(line) {
    const entity = entityOf(line, this.entityAt);
    const name = line.querySelector('.name')?.getBoundingClientRect();
    if (!entity || !name) {
      return;
    }
    this.#entity = entity;
    await import('./entity-peek.js');
    await this.#peek?.show(entity, name, () => this.#entity === entity);
  }

  #closeUnlessUsed() {
    const peek = this.#peek;
    const active = focused();
    const isUsed = peek && (holds(peek, active) || peek.matches(':hover') || active?.matches('.line a:focus-visible'));
    if (!isUsed) {
      this.close();
    } else if (!holds(peek, active)) {
      this.left();
    }
  }
}

/** @param {EventTarget | null} target @returns {HTMLElement | null} */
function lineOf(target) {
  return target instanceof Element ? target.closest('.line') : null;
}

/**
 * @param {HTMLElement} line
 * @param {(index: number) => Entity | undefined} entityAt
 */
function entityOf(line, entityAt) {
  return entityAt(Number(line.getAttribute('aria-rowindex')) - 2);
}
