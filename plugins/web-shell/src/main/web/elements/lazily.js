import { html } from 'lit';
import { until } from 'lit/directives/until.js';
import { bars, failure } from './states.js';

/** @type {Map<string, Promise<boolean>>} */
const loads = new Map();

/**
 * Draws something when its code is here.
 *
 * @param {string} name of the element that the code defines
 * @param {() => Promise<unknown>} load
 * @param {unknown} drawn
 * @param {unknown} [meanwhile] what stands there until then
 */
export function lazily(name, load, drawn, meanwhile = html`<div class="page" aria-busy="true">${bars([20, 45])}</div>`) {
  if (customElements.get(name)) {
    return drawn;
  }
  const started = loads.get(name) ?? load().then(() => true, () => !loads.delete(name));
  loads.set(name, started);
  const shown = started.then((isHere) => (isHere ? drawn : failure({ message: 'A part of this page can\'t be loaded.', hint: 'Load the page again.' })));
  return until(shown, meanwhile);
}
