import { getJson, request } from './http.js';

/** @typedef {import('./types.js').PluginInfo} PluginInfo */
/** @typedef {import('./types.js').Plan} Plan */

/** @typedef {{ plan?: string, downgrade?: boolean }} Terms what the one who installs has agreed to */

/** @param {string} id @param {string} [part] */
function pathOf(id, part = '') {
  return `/api/plugins/${encodeURIComponent(id)}${part}`;
}

/**
 * @param {AbortSignal} [signal]
 * @returns {Promise<PluginInfo[]>}
 */
export function plugins(signal) {
  return getJson('/api/plugins', signal);
}

/**
 * @param {AbortSignal} [signal]
 * @returns {Promise<PluginInfo[]>} each with its load of the last minutes
 */
export function busyPlugins(signal) {
  return getJson('/api/plugins?recent=true', signal);
}

/**
 * @param {string} id
 * @param {AbortSignal} [signal]
 * @returns {Promise<PluginInfo>}
 */
export function plugin(id, signal) {
  return getJson(pathOf(id), signal);
}

/**
 * @param {string} id
 * @param {'load' | 'revisions' | 'configuration' | 'audit'} part
 * @param {AbortSignal} [signal]
 * @param {string} [query]
 */
export function partOf(id, part, signal, query = '') {
  return getJson(pathOf(id, `/${part}${query}`), signal);
}

/**
 * @param {File} jar
 * @param {Record<string, string | undefined>} query
 */
function post(jar, query) {
  const given = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return request(`/api/plugins?${new URLSearchParams(given)}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/java-archive' },
    body: jar,
  });
}

/**
 * @param {File} jar
 * @param {Terms} [terms]
 * @returns {Promise<Plan>} what installing it would do; nothing of it runs
 */
export async function plan(jar, { downgrade } = {}) {
  return (await post(jar, { dryRun: 'true', downgrade: downgrade ? 'allow' : undefined })).json();
}

/**
 * @param {File} jar
 * @param {Terms} [terms]
 * @returns {Promise<{ plugin: PluginInfo, isNew: boolean }>} when it serves
 */
export async function install(jar, { plan: token, downgrade } = {}) {
  const response = await post(jar, { plan: token, downgrade: downgrade ? 'allow' : undefined });
  return { plugin: await response.json(), isNew: response.status === 201 };
}

/**
 * @param {string} id
 * @param {'rollback' | 'disable' | 'enable'} act
 * @returns {Promise<PluginInfo>}
 */
export async function steer(id, act) {
  return (await request(pathOf(id, `/${act}`), { method: 'POST' })).json();
}

/** @param {string} id */
export async function remove(id) {
  await request(pathOf(id), { method: 'DELETE' });
}

/** @param {string} id of the plugin whose preview we have */
export async function endPreview(id) {
  await request(pathOf(id, '/preview'), { method: 'DELETE' });
}
