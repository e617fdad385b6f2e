import { visit } from './mine.js';

const KEY = 'callboard.recent';
const OWNER = 'callboard.recent.of';
const MOST = 8;

/** @typedef {{ ref: string, kind: string, title: string, type?: string }} Visit */

let last = '';

/** @returns {Visit[]} the entities looked at on this browser, last one first */
export function recentVisits() {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored : [];
  } catch {
    return [];
  }
}

/** What somebody has visited is nobody else's to see. @param {string} [caller] whose visits stay; without one nobody's do */
export function keepVisitsOf(caller) {
  if (!caller || localStorage.getItem(OWNER) !== caller) {
    localStorage.removeItem(KEY);
    localStorage.setItem(OWNER, caller ?? '');
  }
}

/** Keeps it here, for the search to be quick, and in the portal, for all browsers of the reader's. @param {Visit} seen */
export function remember(seen) {
  const others = recentVisits().filter(({ ref }) => ref !== seen.ref);
  localStorage.setItem(KEY, JSON.stringify([seen, ...others].slice(0, MOST)));
  if (seen.ref !== last) {
    last = seen.ref;
    // behind all that is drawn now: what is sent makes answers old that were asked for ahead
    setTimeout(() => visit(seen.ref).catch(() => (last = '')));
  }
}
