import { queryRows } from './catalog.js';

/** @typedef {import('./types.js').Entity} Entity */
/** @typedef {Omit<Parameters<typeof queryRows>[0], 'offset' | 'limit'>} Question */

const PIECE = 100;
const MOST_KEPT = 60;
const PAUSE = 60;
/** No more pieces can be seen at once. */
const SEEN = 2;

/**
 * The answer to a question of any length, read piece by piece as its rows are looked at. What was only passed on the way to
 * other rows is not read, and what was not looked at for long is forgotten.
 */
export class EntityRows {
  total = 0;
  /** Those looked at last stand last. @type {Map<number, Entity[]>} */
  #pieces = new Map();
  /** @type {Set<number>} */
  #asked = new Set();
  /** Those looked at since the last pause. @type {Set<number>} */
  #wanted = new Set();
  #timer = 0;
  #aborter = new AbortController();

  /**
   * @param {Question} question
   * @param {(failure?: Error) => void} changed called when a piece has come, or can't be read
   * @param {typeof queryRows} [query]
   */
  constructor(question, changed, query = queryRows) {
    this.question = question;
    this.changed = changed;
    this.query = query;
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
    const number = Math.floor(index / PIECE);
    const piece = this.#pieces.get(number);
    if (piece) {
      this.#pieces.delete(number);
      this.#pieces.set(number, piece);
    } else if (!this.#asked.has(number)) {
      this.#wanted.delete(number);
      this.#wanted.add(number);
      this.#timer ||= window.setTimeout(() => this.#readWanted(), PAUSE);
    }
    return piece?.[index % PIECE];
  }

  close() {
    this.changed = () => {};
    clearTimeout(this.#timer);
    this.#aborter.abort();
  }

  #readWanted() {
    this.#timer = 0;
    for (const piece of [...this.#wanted].slice(-SEEN)) {
      this.#read(piece).then(() => this.changed(), (reason) => this.changed(reason));
    }
    this.#wanted.clear();
  }

  /** One that can't be read is not asked for again. @param {number} piece */
  async #read(piece) {
    this.#asked.add(piece);
    const page = { ...this.question, offset: piece * PIECE, limit: PIECE };
    const { items, totalItems } = await this.query(page, this.#aborter.signal);
    this.#asked.delete(piece);
    this.#pieces.set(piece, items);
    this.total = totalItems;
    this.#forget();
  }

  #forget() {
    for (const piece of this.#pieces.keys()) {
      if (this.#pieces.size <= MOST_KEPT) {
        return;
      }
      this.#pieces.delete(piece);
    }
  }
}
