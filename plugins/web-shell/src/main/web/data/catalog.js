import { getJson, postJson } from './http.js';
import { parseRef } from './ref.js';

/** @typedef {import('./types.js').Entity} Entity */
/** @typedef {import('./types.js').Problem} Problem */
/** @typedef {import('./types.js').FacetValue} FacetValue */

const ROW_FIELDS = [
  'kind', 'metadata.name', 'metadata.namespace', 'metadata.title', 'metadata.tags',
  'spec.type', 'spec.owner', 'spec.system', 'spec.domain', 'spec.lifecycle',
].join();
const TEXT_FIELDS = 'metadata.name,metadata.title,metadata.description';

/** @typedef {Record<string, string[]>} Filter values by path; one of a path's values must match, and every path */

/**
 * @param {Filter} filter
 * @returns {string[]} nothing, or the one value of the parameter `filter`
 */
function filterParameter(filter) {
  const terms = Object.entries(filter).flatMap(([path, values]) => values.map((value) => `${path}=${value}`));
  return terms.length ? [terms.join()] : [];
}

/**
 * @param {object} question
 * @param {Filter} [question.filter]
 * @param {string} [question.text]
 * @param {string} [question.order] a path, with `-` before it for the largest first
 * @param {number} question.offset
 * @param {number} question.limit
 * @param {AbortSignal} [signal]
 * @returns {Promise<{ items: Entity[], totalItems: number }>}
 */
export function queryRows({ filter = {}, text = '', order = 'metadata.name', offset, limit }, signal) {
  const parameters = new URLSearchParams({ limit: String(limit), offset: String(offset), fields: ROW_FIELDS });
  filterParameter(filter).forEach((value) => parameters.set('filter', value));
  parameters.set('orderField', order.startsWith('-') ? `${order.slice(1)},desc` : `${order},asc`);
  if (text) {
    parameters.set('fullTextFilterTerm', text);
    parameters.set('fullTextFilterFields', TEXT_FIELDS);
  }
  return getJson(`/api/catalog/entities/by-query?${parameters}`, signal);
}

/**
 * @param {string[]} paths
 * @param {Filter} filter
 * @param {AbortSignal} [signal]
 * @returns {Promise<Record<string, FacetValue[]>>}
 */
export async function facets(paths, filter, signal) {
  const parameters = new URLSearchParams(paths.map((path) => ['facet', path]));
  filterParameter(filter).forEach((value) => parameters.set('filter', value));
  const found = (await getJson(`/api/catalog/entity-facets?${parameters}`, signal)).facets;
  return Object.fromEntries(paths.map((path) => [path, found[path] ?? []]));
}

/**
 * @param {string} ref
 * @param {AbortSignal} [signal]
 * @returns {Promise<Entity>}
 */
export function entity(ref, signal) {
  const { kind, namespace, name } = parseRef(ref);
  return getJson(`/api/catalog/entities/by-name/${[kind, namespace, name].map(encodeURIComponent).join('/')}`, signal);
}

/**
 * @param {string[]} refs
 * @param {AbortSignal} [signal]
 * @returns {Promise<Map<string, Entity | null>>} null for those that are not in the catalog
 */
export async function entities(refs, signal) {
  /** @type {Map<string, Entity | null>} */
  const found = new Map();
  for (let start = 0; start < refs.length; start += 200) {
    const entityRefs = refs.slice(start, start + 200);
    const answer = await postJson('/api/catalog/entities/by-refs', { entityRefs, fields: ROW_FIELDS.split(',') }, signal);
    const { items } = await answer.json();
    entityRefs.forEach((ref, index) => found.set(ref, items[index]));
  }
  return found;
}

/**
 * @param {{ entity?: string, limit: number }} which
 * @param {AbortSignal} [signal]
 * @returns {Promise<Problem[]>}
 */
export async function problems({ entity: ref, limit }, signal) {
  const parameters = new URLSearchParams({ limit: String(limit) });
  if (ref) {
    parameters.set('entity', ref);
  }
  return (await getJson(`/api/catalog/problems?${parameters}`, signal)).items;
}
