import { getJson, request } from './http.js';

/** @typedef {import('./types.js').PluginInfo} PluginInfo */

/**
 * @param {AbortSignal} [signal]
 * @returns {Promise<PluginInfo[]>}
 */
export function plugins(signal) {
  return getJson('/api/plugins', signal);
}

/**
 * @param {File} jar
 * @returns {Promise<{ plugin: PluginInfo, isNew: boolean }>} when it serves
 */
export async function install(jar) {
  const response = await request('/api/plugins', {
    method: 'POST',
    headers: { 'Content-Type': 'application/java-archive' },
    body: jar,
  });
  return { plugin: await response.json(), isNew: response.status === 201 };
}

/** @param {string} id */
export async function remove(id) {
  await request(`/api/plugins/${encodeURIComponent(id)}`, { method: 'DELETE' });
}
