import { at } from '../data/base.js';
import { guarded } from './guard.js';
import { portalFor } from './portal.js';

/** @typedef {import('../data/types.js').Shown} Shown */
/** @typedef {CustomElementConstructor | (() => Promise<CustomElementConstructor>)} Given an element, or what loads it when it is first shown */

const API_VERSION = 1;

/** @type {Map<string, Promise<Revision>>} */
const loaded = new Map();
let attempts = 0;

/** The module of one revision of a plugin, running in this page. */
export class Revision {
  #abort = new AbortController();
  /** @type {Map<string, CustomElementConstructor>} */
  #guarded = new Map();
  /** @type {Record<string, Given>} */
  #elements = {};

  /**
   * @param {string} plugin
   * @param {string} digest
   */
  constructor(plugin, digest) {
    this.plugin = plugin;
    this.digest = digest;
  }

  /** @param {string} url */
  async load(url) {
    const module = await import(url);
    const portal = portalFor(this.plugin, this.#abort.signal, (name, element) => this.#define(`${name}-part`, element).tag);
    const { apiVersion, elements } = module.default(portal);
    if (apiVersion !== API_VERSION) {
      throw new Error(`The module is written for version ${apiVersion} of this page's API; the page offers ${API_VERSION}.`);
    }
    this.#elements = elements;
  }

  /**
   * @param {string} name
   * @returns {Promise<HTMLElement>} a new element, not yet in the page
   */
  async create(name) {
    const given = this.#elements[name];
    if (!given) {
      throw new Error(`The module has no element '${name}'; it has ${Object.keys(this.#elements).join(', ') || 'none'}.`);
    }
    const element = isElement(given) ? given : await given();
    const Guarded = this.#define(name, element).guard;
    return new Guarded();
  }

  /** Tells the module that this revision is gone. */
  close() {
    this.#abort.abort();
  }

  /**
   * A tag can be defined once only, so the name carries the revision.
   *
   * @param {string} name
   * @param {CustomElementConstructor} element
   */
  #define(name, element) {
    const revision = this.digest.replace(/^sha256:/, '').slice(0, 12);
    const tag = `x-${this.plugin}-${name}-${revision}`.toLowerCase().replace(/[^a-z0-9-]/g, '-');
    const guard = this.#guarded.get(tag) ?? guarded(element);
    if (!this.#guarded.has(tag)) {
      customElements.define(this.#free(tag), guard);
      this.#guarded.set(tag, guard);
    }
    return { tag: /** @type {string} */ (customElements.getName(guard)), guard };
  }

  /** After a failed attempt the same revision is loaded again, and its names may be taken. @param {string} tag */
  #free(tag) {
    return customElements.get(tag) ? `${tag}-${++attempts}` : tag;
  }
}

/** @param {Given} given @returns {given is CustomElementConstructor} */
function isElement(given) {
  return given.prototype instanceof HTMLElement;
}

/**
 * @param {Shown} shown one that draws itself
 * @returns {Promise<Revision>}
 */
export function revisionOf(shown) {
  const url = shown.module ?? '';
  let revision = loaded.get(url);
  if (!revision) {
    revision = load(shown, url);
    loaded.set(url, revision);
    revision.catch(() => loaded.delete(url));
  }
  return revision;
}

/**
 * @param {Shown} shown
 * @param {string} url
 */
async function load(shown, url) {
  if (!url.startsWith(at('/ui/'))) {
    throw new Error(`'${url}' is not the address of a plugin's module.`);
  }
  const revision = new Revision(shown.plugin, shown.digest);
  // a browser remembers a failed import by its address
  await revision.load(attempts > 0 ? `${url}?attempt=${attempts}` : url).catch((reason) => {
    attempts++;
    revision.close();
    throw reason;
  });
  return revision;
}

/**
 * Closes the revisions of a plugin of which nothing is shown any more.
 *
 * @param {string} plugin
 * @param {Set<string>} shown the digests of those that are
 */
export async function closeUnused(plugin, shown) {
  for (const [url, pending] of [...loaded]) {
    const revision = await pending.catch(() => null);
    if (revision?.plugin === plugin && !shown.has(revision.digest)) {
      loaded.delete(url);
      revision.close();
    }
  }
}
