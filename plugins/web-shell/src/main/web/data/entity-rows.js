import { queryRows } from './catalog.js';

/** @typedef {import('./types.js').Entity} Entity */
/** @typedef {Omit<Parameters<typeof queryRows>[0], 'offset' | 'limit'>} Question */

const PIECE = 100;

/** The answer to a question of any length, read piece by piece as its rows are looked at. */
export class EntityRows {
  total = 0;
  /** @type {Map<number, Entity[]>} */
  #pieces = new Map();
  /** @type {Set<number>} */
  #asked = new Set();
  #aborter = new AbortController();

  /**
   * @param {Question} question
   * @param {(failure?: Error) => void} changed called when a piece has come, or can't be read
   */
  constructor(question, changed) {
    this.question = question;
    this.changed = changed;
  }

  /**
   * Reads the total and the pieces that hold these rows.
   *
   * @param {number[]} indexes
   */
  async open(indexes) {
    const pieces = new Set(indexes.map((index) => Math.floor(index / PIECE)));
    await Promise.all([...pieces].map((piece) => this.#read(piece)));
  }

  /**
   * @param {number} index
   * @returns {Entity | undefined} the row, or nothing where it has not come yet; it is then on its way
   */
  at(index) {
    const piece = Math.floor(index / PIECE);
    if (!this.#asked.has(piece)) {
      this.#read(piece).then(() => this.changed(), this.changed);
    }
    return this.#pieces.get(piece)?.[index % PIECE];
  }

  close() {
    this.changed = () => {};
    this.#aborter.abort();
  }

  /** @param {number} piece */
  async #read(piece) {
    this.#asked.add(piece);
    try {
      const page = { ...this.question, offset: piece * PIECE, limit: PIECE };
      const { items, totalItems } = await queryRows(page, this.#aborter.signal);
      this.#pieces.set(piece, items);
      this.total = totalItems;
    } catch (reason) {
      this.#asked.delete(piece);
      throw reason;
    }
  }
}
