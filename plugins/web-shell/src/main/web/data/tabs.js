import { getJson } from './http.js';

/** @typedef {import('./types.js').PluginPlace} PluginPlace */

/**
 * @param {string} entity
 * @param {AbortSignal} [signal]
 * @returns {Promise<PluginPlace[]>} the tabs that plugins have on its page, in their order
 */
export async function tabsOf(entity, signal) {
  return (await getJson(`/api/web-shell/tabs?${new URLSearchParams({ entity })}`, signal)).tabs;
}

/** @param {PluginPlace} tab */
export function tabName({ plugin, id }) {
  return `${plugin}.${id}`;
}

/**
 * @param {PluginPlace} tab
 * @param {string} entity
 * @returns {import('./views.js').Address}
 */
export function tabAddress({ plugin, id }, entity) {
  return { path: `/api/web-shell/tabs/${[plugin, id].map(encodeURIComponent).join('/')}`, query: { entity } };
}
