import { getJson, postJson, request } from './http.js';
import { parseRef } from './ref.js';

/** @typedef {import('./types.js').Problem} Problem */

/**
 * @typedef {object} PreviewedEntity
 * @property {string} ref
 * @property {string} kind
 * @property {string} title
 * @property {string} [type]
 * @property {string} [owner]
 * @property {string} place the file or page that declares it
 * @property {'new' | 'known' | 'taken'} standing whether the catalog has it, from there or from another place
 * @property {string} [holder] the place that has it, where it is taken
 *
 * @typedef {object} PlacePreview
 * @property {string} target
 * @property {string} location the reference of the entity that would stand for the place
 * @property {boolean} registered whether it is registered already
 * @property {number} total
 * @property {PreviewedEntity[]} entities the first of them
 * @property {number} totalProblems
 * @property {Problem[]} problems the first of them
 *
 * @typedef {object} RegisteredPlace
 * @property {string} id
 * @property {string} target
 * @property {string} ref
 * @property {number} entities
 * @property {number} problems
 * @property {number} errors how many of them are errors
 * @property {string} [read] when it was last looked at
 * @property {string} [next] when it is looked at again
 * @property {string} [explanation]
 *
 * @typedef {{ ref: string, kind: string, title: string }} Named
 * @typedef {{ id: string, target: string, total: number, going: Named[], totalStaying: number, staying: Named[] }} Leaving
 *
 * @typedef {object} Provenance
 * @property {string} entityRef
 * @property {string | null} location
 * @property {string | null} origin
 * @property {string[]} parents
 * @property {string | null} read
 * @property {string | null} changed
 * @property {string | null} next
 * @property {string} explanation
 */

/**
 * @param {AbortSignal} [signal]
 * @returns {Promise<{ total: number, items: RegisteredPlace[] }>}
 */
export function registeredPlaces(signal) {
  return getJson('/api/web-shell/register', signal);
}

/**
 * @param {string} target
 * @param {AbortSignal} [signal]
 * @returns {Promise<PlacePreview>} what a place would bring; nothing is written
 */
export async function previewPlace(target, signal) {
  return (await postJson('/api/web-shell/register/preview', { target }, signal)).json();
}

/** @param {string} target */
export async function registerPlace(target) {
  await postJson('/api/catalog/locations', { type: 'url', target });
}

/**
 * @param {{ id: string } | { entity: string }} which
 * @param {AbortSignal} [signal]
 * @returns {Promise<Leaving>} what would leave the catalog with a location
 */
export function leavingWith(which, signal) {
  return getJson(`/api/web-shell/register/leaving?${new URLSearchParams(which)}`, signal);
}

/** @param {string} id */
export async function unregisterPlace(id) {
  await request(`/api/catalog/locations/${encodeURIComponent(id)}`, { method: 'DELETE' });
}

/** @param {string} entityRef */
export async function refreshEntity(entityRef) {
  await postJson('/api/catalog/refresh', { entityRef });
}

/**
 * @param {string} ref
 * @param {AbortSignal} [signal]
 * @returns {Promise<Provenance>}
 */
export function provenance(ref, signal) {
  return getJson(`${pathTo(ref)}/provenance`, signal);
}

/**
 * @param {string} ref
 * @param {AbortSignal} [signal]
 * @returns {Promise<{ rootEntityRef: string, items: { entity: import('./types.js').Entity, parentEntityRefs: string[] }[] }>}
 */
export function ancestry(ref, signal) {
  return getJson(`${pathTo(ref)}/ancestry`, signal);
}

/** @param {string} ref */
function pathTo(ref) {
  const { kind, namespace, name } = parseRef(ref);
  return `/api/catalog/entities/by-name/${[kind, namespace, name].map(encodeURIComponent).join('/')}`;
}
