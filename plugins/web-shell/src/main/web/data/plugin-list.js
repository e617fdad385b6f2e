import { busyPlugins, plugin } from './plugins.js';

/** @typedef {import('./types.js').PluginInfo} PluginInfo */

const MOST_ALONE = 5;
const MISSING = 404;

/**
 * The installed plugins as a list shows them. Where few of them are said to be otherwise these are read alone, with the load
 * that was known of them: a list of hundreds does not come anew with each step of a deploy.
 */
export class PluginList {
  /** @type {PluginInfo[] | undefined} */
  #known;
  /** @type {Set<string>} */
  #others = new Set();

  /**
   * @param {typeof busyPlugins} [readAll]
   * @param {typeof plugin} [readOne]
   */
  constructor(readAll = busyPlugins, readOne = plugin) {
    this.readAll = readAll;
    this.readOne = readOne;
  }

  /** Has one read anew. @param {string} id */
  changed(id) {
    this.#others.add(id);
  }

  /** Has all read anew. */
  forget() {
    this.#known = undefined;
  }

  /**
   * @param {AbortSignal} [signal]
   * @returns {Promise<PluginInfo[]>}
   */
  async read(signal) {
    const ids = [...this.#others];
    const isFew = this.#known && ids.length > 0 && ids.length <= MOST_ALONE;
    const now = isFew ? await this.#merged(ids, signal) : await this.readAll(signal);
    if (!signal?.aborted) {
      ids.forEach((id) => this.#others.delete(id));
      this.#known = now;
    }
    return now;
  }

  /**
   * @param {string[]} ids
   * @param {AbortSignal} [signal]
   */
  async #merged(ids, signal) {
    const found = await Promise.all(ids.map((id) => this.#one(id, signal)));
    const known = this.#known ?? [];
    const load = new Map(known.map(({ id, recent }) => [id, recent]));
    const others = known.filter(({ id }) => !ids.includes(id));
    const anew = found.flatMap((one) => (one ? [{ ...one, recent: load.get(one.id) }] : []));
    return [...others, ...anew].sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  /** @param {string} id @param {AbortSignal} [signal] @returns {Promise<PluginInfo | undefined>} nothing where it was removed */
  async #one(id, signal) {
    try {
      return await this.readOne(id, signal);
    } catch (reason) {
      if (/** @type {import('./http.js').HttpError} */ (reason).status === MISSING) {
        return undefined;
      }
      throw reason;
    }
  }
}
