import { HttpError, getJson, postJson } from './http.js';

/** @typedef {import('./types.js').Shown} Shown */
/** @typedef {import('./types.js').TablePage} TablePage */

/**
 * Where a view is asked for, and its buttons pressed.
 *
 * @typedef {{ path: string, query: Record<string, string> }} Address
 */

/** @typedef {Record<string, TablePage>} Tables which pages of its tables the reader wants to see, by their ids */

const TABLE = 'table.';

/** With which pages of its tables a model was asked for. @type {WeakMap<object, string>} */
const askedWith = new WeakMap();

/**
 * @param {object} model
 * @param {Tables} tables
 * @returns {boolean} whether the model shows these pages of its tables
 */
export function isFor(model, tables) {
  return (askedWith.get(model) ?? '{}') === JSON.stringify(tables);
}

/**
 * @template {{ model?: object }} T
 * @param {T} answer
 * @param {Tables} tables
 */
function noted(answer, tables) {
  if (answer.model) {
    askedWith.set(answer.model, JSON.stringify(tables));
  }
  return answer;
}

/**
 * @param {Address} address
 * @param {Tables} tables
 * @param {AbortSignal} [signal]
 * @returns {Promise<Shown>}
 */
export async function view(address, tables, signal) {
  return noted(await getJson(urlOf(address, tables), signal), tables);
}

/**
 * Presses a button, or sends a form, of a view.
 *
 * @param {Address} address
 * @param {Tables} tables
 * @param {string} action
 * @param {Record<string, string[]>} values
 * @returns {Promise<{ outcome: import('./types.js').Outcome, model?: import('./types.js').View, error?: { message: string } }>}
 */
export async function press(address, tables, action, values) {
  const path = `${address.path}/press/${encodeURIComponent(action)}`;
  const answer = await postJson(urlOf({ ...address, path }, tables), { values });
  return noted(await answer.json(), tables);
}

/** @param {unknown} reason why pressing failed */
export function isGone(reason) {
  return reason instanceof HttpError && reason.status === 409;
}

/**
 * @param {Address} address
 * @param {Tables} tables
 */
export function urlOf({ path, query }, tables) {
  const parameters = new URLSearchParams(query);
  putTables(parameters, tables);
  return parameters.size ? `${path}?${parameters}` : path;
}

/**
 * @param {URLSearchParams} parameters
 * @param {Tables} tables
 */
export function putTables(parameters, tables) {
  for (const [id, { offset, limit, sort = '', direction = 'ascending' }] of Object.entries(tables)) {
    parameters.set(TABLE + id, [offset, limit, sort, direction].join());
  }
}

/**
 * @param {URLSearchParams} parameters of an address
 * @returns {{ query: Record<string, string>, tables: Tables }} what it says, and what it says of tables
 */
export function takeTables(parameters) {
  /** @type {Record<string, string>} */
  const query = {};
  /** @type {Tables} */
  const tables = {};
  for (const [name, value] of parameters) {
    if (name.startsWith(TABLE)) {
      tables[name.slice(TABLE.length)] = tablePage(value);
    } else {
      query[name] ??= value;
    }
  }
  return { query, tables };
}

/**
 * @param {string} text
 * @returns {TablePage}
 */
function tablePage(text) {
  const [offset, limit, sort = '', direction] = text.split(',');
  return {
    offset: Math.max(0, Math.trunc(Number(offset)) || 0),
    limit: Math.max(1, Math.trunc(Number(limit)) || 20),
    sort,
    direction: direction === 'descending' ? 'descending' : 'ascending',
  };
}
