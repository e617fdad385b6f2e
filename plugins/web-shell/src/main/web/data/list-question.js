import { fieldTitle } from './columns.js';
import { shortRef } from './ref.js';

/**
 * Something that the catalog is narrowed down by.
 *
 * @typedef {object} Facet
 * @property {string} key stands for it in addresses
 * @property {string} path
 * @property {string} title
 * @property {string} [start] of the values that are meant
 * @property {(value: string) => string} [label]
 * @property {string} [plugin] which named it
 * @property {boolean} [isAdded] whether the reader added it
 */

/** @typedef {{ where: Record<string, string[]>, text: string, order: string }} Question values by path; what is looked for; a path */

export const USUAL_ORDER = 'metadata.name';

/** @type {Facet[]} */
const USUAL = [
  { key: 'kind', path: 'kind', title: 'Kind' },
  { key: 'type', path: 'spec.type', title: 'Type' },
  { key: 'owner', path: 'relations.ownedBy', title: 'Owner', label: shortRef },
  { key: 'lifecycle', path: 'spec.lifecycle', title: 'Lifecycle' },
  { key: 'system', path: 'relations.partOf', title: 'System', start: 'system:', label: shortRef },
  { key: 'tag', path: 'metadata.tags', title: 'Tags' },
];
/** What stands in addresses and is no field. */
const OTHERS = new Set(['q', 'sort', 'column', 'facet']);

/** @param {string} key @returns {string | undefined} */
function pathOf(key) {
  const usual = USUAL.find((facet) => facet.key === key);
  return usual?.path ?? (key.includes('.') && !OTHERS.has(key) ? key : undefined);
}

/** @param {string} path @returns {string} what stands for it in addresses */
export function keyOf(path) {
  return USUAL.find((facet) => facet.path === path)?.key ?? path;
}

/**
 * What the address of the catalog's page asks for.
 *
 * @param {URLSearchParams} query
 * @returns {Question}
 */
export function questionOf(query) {
  /** @type {Record<string, string[]>} */
  const where = {};
  for (const key of new Set(query.keys())) {
    const path = pathOf(key);
    if (path) {
      where[path] = query.getAll(key);
    }
  }
  return { where, text: query.get('q') ?? '', order: query.get('sort') ?? USUAL_ORDER };
}

/**
 * @param {URLSearchParams} query
 * @param {{ plugin: string, title: string, path?: string }[]} offered by plugins
 * @returns {Facet[]} those that everybody sees, those of plugins, and those that the address names
 */
export function facetsOf(query, offered) {
  const facets = [...USUAL];
  /** @param {Facet} facet */
  const add = (facet) => facets.some(({ path }) => path === facet.path) || facets.push(facet);
  for (const { plugin, title, path } of offered) {
    if (path) {
      add({ key: keyOf(path), path, title, plugin });
    }
  }
  for (const path of [...query.getAll('facet').filter((one) => one.includes('.')), ...Object.keys(questionOf(query).where)]) {
    const label = path.startsWith('relations.') ? shortRef : undefined;
    add({ key: path, path, title: fieldTitle(path), label, isAdded: true });
  }
  return facets;
}

/**
 * @param {URLSearchParams} query
 * @returns {boolean} whether it leaves some entities out
 */
export function isNarrowed(query) {
  return query.has('q') || Object.keys(questionOf(query).where).length > 0;
}

/** @param {URLSearchParams} query loses all that leaves entities out but the text */
export function widen(query) {
  Object.keys(questionOf(query).where).forEach((path) => query.delete(keyOf(path)));
}
