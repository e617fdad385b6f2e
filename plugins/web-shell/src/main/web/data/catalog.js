import { getJson, postJson } from './http.js';
import { parseRef } from './ref.js';

/** @typedef {import('./types.js').Entity} Entity */
/** @typedef {import('./types.js').Problem} Problem */
/** @typedef {import('./types.js').FacetValue} FacetValue */

/** How many problems of one entity are read at most. */
const MOST_OF_ONE = 200;
const ROW_FIELDS = [
  'kind', 'metadata.name', 'metadata.namespace', 'metadata.title', 'metadata.tags',
  'spec.type', 'spec.owner', 'spec.system', 'spec.domain', 'spec.lifecycle',
];
/** What a text is looked for in. */
export const TEXT_FIELDS = ['metadata.name', 'metadata.title', 'metadata.description'];

/** @typedef {Record<string, string[]>} Filter values by path; one of a path's values must match, and every path */

/**
 * @param {object} question
 * @param {Filter} [question.filter]
 * @param {string} [question.text]
 * @param {string} [question.order] a path, with `-` before it for the largest first
 * @param {string[]} [question.fields] what is read of each besides what every row has
 * @param {number} question.offset
 * @param {number} question.limit
 * @param {AbortSignal} [signal]
 * @returns {Promise<{ items: Entity[], totalItems: number }>}
 */
export async function queryRows({ filter = {}, text = '', order = 'metadata.name', fields = [], offset, limit }, signal) {
  const conditions = Object.entries(filter).map(([path, values]) => ({ [path]: { $in: values } }));
  const question = {
    ...(conditions.length ? { query: { $all: conditions } } : {}),
    ...(text ? { fullTextFilter: { term: text, fields: TEXT_FIELDS } } : {}),
    orderBy: orderOf(order),
    fields: [...new Set([...ROW_FIELDS, ...fields])],
    limit,
    offset,
  };
  return (await postJson('/api/catalog/entities/by-query', question, signal)).json();
}

/** What is equal goes by name. @param {string} order */
function orderOf(order) {
  const first = order.startsWith('-') ? { field: order.slice(1), order: 'desc' } : { field: order, order: 'asc' };
  return first.field === 'metadata.name' ? [first] : [first, { field: 'metadata.name', order: 'asc' }];
}

/**
 * @param {string} text what people may mean by it
 * @param {{ filter?: Filter, limit: number }} which
 * @param {AbortSignal} [signal]
 * @returns {Promise<Entity[]>} the likeliest first; a letter may be wrong
 */
export async function searchByWords(text, { filter = {}, limit }, signal) {
  const parameters = new URLSearchParams({ text, limit: String(limit), fields: ROW_FIELDS.join() });
  filterParameter(filter).forEach((value) => parameters.set('filter', value));
  return (await getJson(`/api/catalog/entities/by-words?${parameters}`, signal)).items;
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

/** @param {AbortSignal} [signal] */
export async function countedKinds(signal) {
  return (await facets(['kind'], {}, signal)).kind;
}

/** @param {Filter} filter @returns {string[]} what stands in the address for it: one value, or none */
function filterParameter(filter) {
  const terms = Object.entries(filter).flatMap(([path, values]) => values.map((value) => `${path}=${value}`));
  return terms.length ? [terms.join()] : [];
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
    const answer = await postJson('/api/catalog/entities/by-refs', { entityRefs, fields: ROW_FIELDS }, signal);
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

/** @param {AbortSignal} [signal] @returns {Promise<number>} how many there are, as far as the portal counts */
export async function problemCount(signal) {
  return (await getJson('/api/catalog/problems?limit=0', signal)).totalItems;
}

/** @param {string} ref @param {AbortSignal} [signal] */
export function problemsOf(ref, signal) {
  return problems({ entity: ref, limit: MOST_OF_ONE }, signal);
}
