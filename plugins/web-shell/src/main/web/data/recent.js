const KEY = 'callboard.recent';
const MOST = 8;

/** @typedef {{ ref: string, kind: string, title: string, type?: string }} Visit */

/** @returns {Visit[]} the entities looked at on this browser, last one first */
export function recentVisits() {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored : [];
  } catch {
    return [];
  }
}

/** @param {Visit} visit */
export function remember(visit) {
  const others = recentVisits().filter(({ ref }) => ref !== visit.ref);
  localStorage.setItem(KEY, JSON.stringify([visit, ...others].slice(0, MOST)));
}
