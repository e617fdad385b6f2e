import { getJson } from './http.js';

/**
 * @typedef {object} Place something of which there is so much and no more
 * @property {string} id
 * @property {string} title
 * @property {number} used
 * @property {number} limit
 * @property {number} waiting
 *
 * @typedef {object} Setting
 * @property {string} key
 * @property {string | null} value with asterisks for what nobody is to see
 * @property {string} origin file and line, `--port` or `default`
 * @property {string[]} variables the environment variables that the value came out of
 *
 * @typedef {Setting & { next: Setting | null }} InForce with what it is after the next start, where that is something else
 *
 * @typedef {object} Process
 * @property {string} version
 * @property {string} started
 * @property {string[]} notReady why it does not serve
 * @property {string} java
 * @property {string} system
 * @property {number} processors
 * @property {number | null} load the share of them that it takes
 * @property {number} heapUsed
 * @property {number} heapMost
 * @property {number} threads
 *
 * @typedef {object} Sources
 * @property {number} configured
 * @property {number} registered
 * @property {number} provided
 * @property {string | null} looked
 * @property {number} errors
 * @property {number} warnings
 * @property {{ number: number, failing: number, next: string | null }} pages
 *
 * @typedef {object} PortalHealth
 * @property {Process} process
 * @property {{ product: string, version: string, answered: string | null, failing: string | null }} database
 * @property {{ entities: number, changed: string | null, written: string | null, built: string | null }} index
 * @property {Sources} sources
 * @property {Place[]} places
 * @property {InForce[]} configuration
 */

/**
 * @param {AbortSignal} [signal]
 * @returns {Promise<PortalHealth>}
 */
export function portalHealth(signal) {
  return getJson('/api/portal/health', signal);
}
