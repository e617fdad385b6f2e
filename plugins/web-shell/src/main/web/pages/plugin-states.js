import { html, nothing } from 'lit';
import { isUnderWay, lastStep } from '../data/deploys.js';
import { statusPill } from '../elements/value.js';

/** @typedef {import('../data/types.js').PluginInfo} PluginInfo */

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

/** @type {Record<string, string>} */
const WORDS = { DISABLED: 'off', QUARANTINED: 'in quarantine', UNRESOLVED: 'unresolved' };

/** All states, those that need somebody first. */
export const STATES = ['QUARANTINED', 'FAILED', 'UNRESOLVED', 'DEGRADED', 'STARTING', 'DISABLED', 'ACTIVE'];

/** @param {string} state of a plugin */
export function statusOfPlugin(state) {
  return STATUSES[state] ?? 'unknown';
}

/** @param {string} state of a plugin */
export function wordOf(state) {
  return WORDS[state] ?? state.toLowerCase();
}

/** @param {string} state */
export function statePill(state) {
  return statusPill(statusOfPlugin(state), wordOf(state));
}

/** @type {Record<string, string>} */
const DOING = {
  CHECK: 'is compared with this portal',
  PREPARE: 'is wired',
  START: 'is started',
  PROVE: 'proves itself',
  TAKE_OVER: 'takes over',
  SERVES: 'serves',
  FAILED: 'did not come to serve',
  WENT_BACK: 'failed and went back',
};

/**
 * What is to be said of a plugin beside its state: a revision on its way, or one that did not come to serve.
 *
 * @param {PluginInfo} plugin
 * @param {import('../data/deploys.js').Deploy | undefined} deploy
 * @returns {{ status: import('../data/types.js').Status, text: string } | undefined}
 */
export function besideState({ candidate, previews = [] }, deploy) {
  const step = lastStep(deploy);
  if (step) {
    const status = isUnderWay(deploy) ? 'running' : step.step === 'SERVES' ? 'ok' : 'warn';
    return { status, text: `${step.version} ${DOING[step.step]}` };
  }
  if (candidate) {
    const isTried = candidate.state === 'STARTING';
    return { status: isTried ? 'running' : 'warn', text: `${candidate.version} ${isTried ? 'is tried' : 'did not come to stay'}` };
  }
  return previews.length ? { status: 'info', text: `${previews[0].version} in preview` } : undefined;
}

/** @param {{ status: import('../data/types.js').Status, text: string } | undefined} beside */
export function besideLine(beside) {
  return beside ? html`<span class="beside ${beside.status}">${beside.text}</span>` : nothing;
}
