import { getJson } from './http.js';

/**
 * @typedef {object} Command something that a plugin lets people do
 * @property {string} plugin
 * @property {string} version
 * @property {string} digest
 * @property {string} id
 * @property {string} title
 * @property {string} icon
 * @property {string[]} keywords
 * @property {string} [entity] the reference of the entity that it is done with, if it is one of those
 */

/**
 * @param {string} [entity]
 * @param {AbortSignal} [signal]
 * @returns {Promise<Command[]>} what the reader may do with the entity, or from anywhere where none is given
 */
export async function commands(entity, signal) {
  const query = entity ? `?${new URLSearchParams({ entity })}` : '';
  const { commands: found } = await getJson(`/api/web-shell/commands${query}`, signal);
  return found.map((/** @type {Command} */ command) => ({ ...command, entity }));
}

/**
 * @param {Command} command
 * @returns {import('./views.js').Address}
 */
export function commandAddress({ plugin, id, entity }) {
  return { path: `/api/web-shell/commands/${[plugin, id].map(encodeURIComponent).join('/')}`, query: entity ? { entity } : {} };
}

/**
 * @param {Command} one
 * @param {Command} other
 */
export function isSameCommand(one, other) {
  return one.plugin === other.plugin && one.id === other.id && one.entity === other.entity;
}
