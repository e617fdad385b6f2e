import { at } from './base.js';
import { getJson } from './http.js';

/**
 * @typedef {object} AuditRow
 * @property {number} number
 * @property {string} at
 * @property {string} caller
 * @property {string | null} through what it came in by
 * @property {string | null} plugin whose code acted
 * @property {string} act
 * @property {string} subject
 * @property {string} outcome
 * @property {string | null} detail
 * @property {string | null} request
 *
 * @typedef {{ items: AuditRow[], nextCursor: string | null }} AuditPage
 * @typedef {{ number: number, hash: string }} Link
 * @typedef {{ intact: boolean, rows: number, head: Link, broken: { number: number, message: string } | null }} Verification
 */

/** The names of what rows can be looked for by. */
export const FILTERS = ['text', 'caller', 'act', 'subject', 'outcome', 'from', 'to'];
const ROWS = 50;

/**
 * @param {URLSearchParams} query of the page's address
 * @returns {URLSearchParams} what of it says which rows are wanted
 */
export function filtersIn(query) {
  return new URLSearchParams([...query].filter(([name, value]) => FILTERS.includes(name) && value));
}

/**
 * @param {URLSearchParams} query
 * @param {AbortSignal} [signal]
 * @returns {Promise<AuditPage>}
 */
export function auditRows(query, signal) {
  const asked = filtersIn(query);
  asked.set('limit', String(ROWS));
  const cursor = query.get('cursor');
  if (cursor) {
    asked.set('cursor', cursor);
  }
  return getJson(`/api/audit?${asked}`, signal);
}

/**
 * @param {URLSearchParams} query
 * @returns {string} the address of all rows that are wanted, as lines of JSON
 */
export function exportOf(query) {
  const asked = filtersIn(query);
  asked.set('format', 'ndjson');
  return at(`/api/audit?${asked}`);
}

/** @returns {Promise<Verification>} */
export function verifyAudit() {
  return getJson('/api/audit/verify');
}
