import { EntityRows } from '../data/entity-rows.js';
import { plural } from '../data/format.js';
import { announce } from '../elements/toasts.js';

/** @typedef {import('../data/entity-rows.js').Question} Question */

const HEIGHT = 40;

/** Reads the rows of a table; the old ones stay until the new ones are here. */
export class ListReading {
  /** @type {EntityRows | undefined} */
  rows;
  /** Why there are none. @type {Error | undefined} */
  problem;
  /** Counts up whenever rows have come. */
  version = 0;
  /** @type {EntityRows | undefined} */
  #coming;

  /**
   * @param {import('lit').ReactiveControllerHost} host
   * @param {() => import('./entity-table.js').EntityTable | null} table
   */
  constructor(host, table) {
    this.host = host;
    this.table = table;
  }

  /**
   * @param {Question} question
   * @param {number} [scrolled] where to go then; where it is, if left out
   */
  async read(question, scrolled) {
    this.#coming?.close();
    const rows = new EntityRows(question, (failed) => this.#came(failed));
    this.#coming = rows;
    try {
      await rows.open(scrolled === undefined ? (this.table()?.inSight ?? [0]) : [Math.floor(scrolled / HEIGHT)]);
    } catch (reason) {
      if (rows === this.#coming) {
        this.#came(/** @type {Error} */ (reason));
      }
      return;
    }
    if (rows === this.#coming) {
      await this.#show(rows, scrolled);
    }
  }

  /**
   * @param {EntityRows} rows
   * @param {number | undefined} scrolled
   */
  async #show(rows, scrolled) {
    const before = this.rows;
    this.rows = rows;
    this.#came();
    if (scrolled !== undefined) {
      if (before && before.total !== rows.total) {
        announce(plural(rows.total, 'entity', 'entities'));
      }
      await this.host.updateComplete;
      const table = this.table();
      await table?.updateComplete;
      if (table) {
        table.scrolled = scrolled;
      }
    }
  }

  /** @param {Error} [failed] */
  #came(failed) {
    this.problem = failed;
    this.changed();
  }

  /** Draws the rows again. */
  changed() {
    this.version++;
    this.host.requestUpdate();
  }

  close() {
    this.#coming?.close();
  }
}
