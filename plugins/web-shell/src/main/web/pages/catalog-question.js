import { facets } from '../data/catalog.js';
import { FACETS } from './facets.js';

/** @typedef {import('../data/types.js').FacetValue} FacetValue */

export const USUAL_ORDER = 'metadata.name';

/**
 * What the address of the catalog's page asks for.
 *
 * @param {URLSearchParams} query
 */
export function questionOf(query) {
  return { filter: filterOf(query), text: query.get('q') ?? '', order: query.get('sort') ?? USUAL_ORDER };
}

/**
 * @param {URLSearchParams} query
 * @returns {Record<string, string[]>} the values picked, by facet
 */
export function pickedIn(query) {
  return Object.fromEntries(FACETS.filter(({ key }) => query.has(key)).map(({ key }) => [key, query.getAll(key)]));
}

/**
 * Counts for each facet what its values would leave: its own picks are no condition, or they would hide their neighbours.
 *
 * @param {URLSearchParams} query
 * @param {AbortSignal} signal
 * @returns {Promise<Record<string, FacetValue[]>>} by facet
 */
export async function facetsFor(query, signal) {
  const free = FACETS.filter(({ key }) => !query.has(key));
  const bound = FACETS.filter(({ key }) => query.has(key));
  const answers = await Promise.all([
    free.length ? facets(free.map(({ path }) => path), filterOf(query), signal) : {},
    ...bound.map(({ key, path }) => facets([path], filterOf(query, key), signal)),
  ]);
  const byPath = Object.assign({}, ...answers);
  return Object.fromEntries(FACETS.map(({ key, path }) => [key, byPath[path]]));
}

/**
 * @param {URLSearchParams} query
 * @param {string} [except] a facet whose values are left out
 */
function filterOf(query, except) {
  const parts = FACETS.filter(({ key }) => key !== except && query.has(key));
  return Object.fromEntries(parts.map(({ key, path }) => [path, query.getAll(key)]));
}
