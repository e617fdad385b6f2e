import { columnCells } from './entity-list.js';
import { refOf } from './ref.js';

/** @typedef {import('./types.js').Entity} Entity */
/** @typedef {import('./types.js').Value} Value */
/** @typedef {{ message: string, hint?: string }} Failure */

const AT_ONCE = 100;
const MOST_KEPT = 4000;
const PAUSE = 30;

/** The cells of one column. */
class Cells {
  /** @type {Map<string, Value | null>} */
  known = new Map();
  /** Those that need not be asked for. @type {Set<string>} */
  fresh = new Set();
  /** @type {Set<string>} */
  wanted = new Set();
  /** @type {Failure | undefined} */
  failure;
}

/**
 * The cells of plugins' columns: asked for when they are looked at, for many rows at once, each column apart from the others.
 * What was known stays while it is asked for again.
 */
export class PluginCells {
  /** @type {Map<string, Cells>} */
  #columns = new Map();
  #timer = 0;

  /**
   * @param {() => void} changed called when cells have come, or can't be had
   * @param {typeof columnCells} [ask]
   */
  constructor(changed, ask = columnCells) {
    this.changed = changed;
    this.ask = ask;
  }

  /**
   * @param {string} name of a plugin and its column
   * @param {Entity} entity
   * @returns {Value | null | undefined} null where there is none, nothing where it has not come yet
   */
  at(name, entity) {
    const column = this.#column(name);
    const ref = refOf(entity);
    if (!column.fresh.has(ref) && !column.failure) {
      column.fresh.add(ref);
      column.wanted.add(ref);
      this.#timer ||= window.setTimeout(() => this.#askAll(), PAUSE);
    }
    return column.known.get(ref);
  }

  /** @param {string} name @returns {Failure | undefined} why there are no cells */
  failure(name) {
    return this.#columns.get(name)?.failure;
  }

  /**
   * Asks again for what is looked at.
   *
   * @param {string} [plugin] of this plugin's columns alone
   * @param {string} [id] of this column alone
   */
  forget(plugin, id) {
    for (const [name, column] of this.#columns) {
      if (!plugin || name === `${plugin}/${id}` || (!id && name.startsWith(`${plugin}/`))) {
        column.fresh.clear();
        column.failure = undefined;
      }
    }
  }

  close() {
    clearTimeout(this.#timer);
    this.changed = () => {};
  }

  /** @param {string} name */
  #column(name) {
    let column = this.#columns.get(name);
    if (!column) {
      column = new Cells();
      this.#columns.set(name, column);
    }
    return column;
  }

  #askAll() {
    this.#timer = 0;
    for (const [name, column] of this.#columns) {
      const refs = [...column.wanted];
      column.wanted.clear();
      for (let start = 0; start < refs.length; start += AT_ONCE) {
        this.#ask(name, column, refs.slice(start, start + AT_ONCE));
      }
    }
  }

  /**
   * @param {string} name
   * @param {Cells} column
   * @param {string[]} refs
   */
  async #ask(name, column, refs) {
    try {
      const { values = [], error } = await this.ask(name, refs);
      column.failure = error;
      if (column.known.size > MOST_KEPT) {
        column.known.clear();
      }
      values.forEach((value, index) => column.known.set(refs[index], value));
    } catch (reason) {
      column.failure = /** @type {Error} */ (reason);
    }
    this.changed();
  }
}
