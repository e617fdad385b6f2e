/** @type {Record<string, import('../data/types.js').Status>} */
const STATUSES = {
  STARTING: 'running',
  ACTIVE: 'ok',
  DEGRADED: 'warn',
  DISABLED: 'unknown',
  UNRESOLVED: 'error',
  FAILED: 'error',
  QUARANTINED: 'error',
};

/** @param {string} state of a plugin */
export function statusOfPlugin(state) {
  return STATUSES[state] ?? 'unknown';
}
