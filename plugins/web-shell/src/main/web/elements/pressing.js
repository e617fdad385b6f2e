import { isGone, press } from '../data/views.js';
import { navigate } from '../shell/router.js';
import { isBad } from './press.js';
import { toast } from './toasts.js';

/** @typedef {import('../data/types.js').Outcome} Outcome */
/** @typedef {import('../data/types.js').View} Model */

/**
 * Presses a button of a view and tells how it went.
 *
 * @param {import('./view.js').PluginView} view
 * @param {import('./press.js').Press} what
 * @returns {Promise<Outcome>}
 */
export async function send(view, { action, values }) {
  try {
    const { outcome, model, error } = await press(view.address, view.tables, action, values);
    tell(outcome);
    if (model) {
      await view.replace(model);
    }
    if (model || error) {
      view.dispatchEvent(new CustomEvent('answered', { detail: { ...view.shown, model, error } }));
    }
    if (outcome.next) {
      navigate(outcome.next);
    }
    return outcome;
  } catch (reason) {
    return refused(view, /** @type {import('../data/http.js').HttpError} */ (reason));
  }
}

/** What went wrong is said beside the button, unless the reader is led away from it. @param {Outcome} outcome */
export function tell(outcome) {
  if (outcome.message && (!isBad(outcome) || outcome.next)) {
    const name = outcome.status === 'ok' ? 'circle-check' : 'info';
    toast(isBad(outcome) ? { title: outcome.message, tone: 'error' } : { title: outcome.message, icon: name });
  }
}

/**
 * @param {import('./view.js').PluginView} view
 * @param {import('../data/http.js').HttpError} reason
 * @returns {Outcome}
 */
function refused(view, reason) {
  const message = [reason.message, reason.hint].filter(Boolean).join(' ');
  if (!isGone(reason)) {
    return { status: 'error', message };
  }
  toast({ title: message, tone: 'error' });
  view.again();
  return { status: 'info' };
}
