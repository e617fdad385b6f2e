import { getJson, postJson, request } from './http.js';

/**
 * @typedef {object} AccessToken
 * @property {string} name
 * @property {string} owner
 * @property {string[] | null} permissions null for all that its owner may
 * @property {string[] | null} plugins
 * @property {string} made
 * @property {string} expires
 * @property {string | null} lastUsed
 * @property {string | null} revoked
 * @property {string} [token] of a new one alone: what the machine sends
 *
 * @typedef {{ name: string, permissions?: string[], plugins?: string[], expires: string }} TokenWish
 *
 * @typedef {object} OpenSession
 * @property {string} mark
 * @property {string} used
 * @property {string} expires
 * @property {string} [plugin] by which they signed in
 * @property {boolean} here
 */

/** @param {AbortSignal} [signal] @returns {Promise<AccessToken[]>} */
export function accessTokens(signal) {
  return getJson('/api/tokens', signal);
}

/** @param {TokenWish} wish @returns {Promise<AccessToken>} */
export async function makeToken(wish) {
  return (await postJson('/api/tokens', wish)).json();
}

/** @param {string} name */
export function revokeToken(name) {
  return request(`/api/tokens/${encodeURIComponent(name)}`, { method: 'DELETE' });
}

/** @param {AbortSignal} [signal] @returns {Promise<OpenSession[]>} */
export function openSessions(signal) {
  return getJson('/api/session/own', signal);
}

/** @param {string} mark */
export function endSession(mark) {
  return request(`/api/session/own/${mark}`, { method: 'DELETE' });
}
