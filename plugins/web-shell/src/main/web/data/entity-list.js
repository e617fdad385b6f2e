import { at } from './base.js';
import { TEXT_FIELDS } from './catalog.js';
import { getJson, postJson, request } from './http.js';

/** @typedef {import('./types.js').FacetValue} FacetValue */
/** @typedef {import('./types.js').PluginPlace} PluginPlace */
/** @typedef {import('./types.js').Value} Value */
/** @typedef {import('./list-question.js').Question} Question */
/** @typedef {{ name: string, query: string }} SavedView */

/**
 * The first values of a field.
 *
 * @typedef {object} Counts
 * @property {FacetValue[]} values those that leave most entities first
 * @property {number} found how many there are with the text that was looked for
 * @property {number} total how many there are at all
 */

const ENTITIES = '/api/web-shell/entities';
const VIEWS = '/api/web-shell/saved-views';

/** @param {Question} question */
function parametersOf({ where, text, order }) {
  const parameters = new URLSearchParams({ sort: order });
  for (const [path, values] of Object.entries(where)) {
    values.forEach((value) => parameters.append('where', `${path}=${value}`));
  }
  if (text) {
    parameters.set('text', text);
    TEXT_FIELDS.forEach((path) => parameters.append('in', path));
  }
  return parameters;
}

/**
 * @param {Question} question
 * @param {{ path: string, start?: string }[]} wanted
 * @param {{ find?: string, most?: number }} how
 * @param {AbortSignal} [signal]
 * @returns {Promise<Record<string, Counts>>} by path
 */
export async function facetCounts(question, wanted, { find = '', most = 6 }, signal) {
  const parameters = parametersOf(question);
  wanted.forEach(({ path, start }) => parameters.append('facet', start ? `${path}=${start}` : path));
  parameters.set('most', String(most));
  if (find) {
    parameters.set('find', find);
  }
  return (await getJson(`${ENTITIES}/facets?${parameters}`, signal)).facets;
}

/**
 * @param {AbortSignal} [signal]
 * @returns {Promise<{ columns: PluginPlace[], facets: (PluginPlace & { path?: string })[] }>} what plugins offer
 */
export function offeredByPlugins(signal) {
  return getJson(ENTITIES, signal);
}

/** @returns {Promise<string[]>} the paths of fields that entities have */
export async function fieldPaths() {
  return (await getJson(`${ENTITIES}/fields`)).fields;
}

/**
 * @param {string} name of a plugin and its column
 * @param {string[]} refs of entities
 * @returns {Promise<{ values?: (Value | null)[], error?: { message: string, hint?: string } }>}
 */
export async function columnCells(name, refs) {
  const path = name.split('/').map(encodeURIComponent).join('/');
  return (await postJson(`${ENTITIES}/columns/${path}`, { entities: refs })).json();
}

/**
 * @param {Question} question
 * @param {{ key: string, title: string }[]} columns
 * @param {'csv' | 'json'} format
 * @returns {string} the address of a file with all rows
 */
export function exportUrl(question, columns, format) {
  const parameters = parametersOf(question);
  columns.forEach(({ key, title }) => {
    parameters.append('column', key);
    parameters.append('title', title);
  });
  parameters.set('format', format);
  return at(`${ENTITIES}/export?${parameters}`);
}

/** @param {AbortSignal} [signal] @returns {Promise<SavedView[]>} the reader's own */
export async function savedViews(signal) {
  return (await getJson(VIEWS, signal)).views;
}

/** @param {SavedView} view @returns {Promise<SavedView[]>} all, with this one */
export async function saveView(view) {
  return (await (await postJson(VIEWS, view)).json()).views;
}

/** @param {string} name @returns {Promise<SavedView[]>} those that are left */
export async function removeView(name) {
  return (await (await request(`${VIEWS}?${new URLSearchParams({ name })}`, { method: 'DELETE' })).json()).views;
}
