import { postJson } from './http.js';

/**
 * @typedef {object} CallInput
 * @property {string} key
 * @property {'path' | 'query' | 'header'} place
 * @property {string} name
 * @property {boolean} [required]
 * @property {boolean} [secret]
 * @property {string} [about]
 * @property {string} [example]
 *
 * @typedef {object} DefinedCall
 * @property {string} method
 * @property {string} path
 * @property {CallInput[]} inputs
 * @property {string} [type] of the body
 * @property {string} [body] an example
 *
 * @typedef {object} Trial
 * @property {string} entity
 * @property {string} operation
 * @property {string} server
 * @property {Record<string, string>} values
 * @property {string} body
 *
 * @typedef {object} TrialAnswer
 * @property {{ message: string, hint?: string }} [failure] why there is no answer
 * @property {number} status
 * @property {number} millis
 * @property {number} size
 * @property {string} type
 * @property {{ name: string, value: string }[]} headers
 * @property {string} [text] where it is text
 * @property {boolean} [whole] whether the text is all of it
 */

/**
 * @param {Trial} trial
 * @param {AbortSignal} signal
 * @returns {Promise<TrialAnswer>}
 */
export async function tried(trial, signal) {
  return (await postJson('/api/web-shell/try', trial, signal)).json();
}

/** @param {{ address: string }[]} servers @returns {string[]} those that can be asked */
export function askable(servers) {
  return servers.map(({ address }) => address).filter((address) => /^https?:\/\/[^/?#@{}\s]+(\/[^?#{}\s]*)?$/.test(address));
}

/** @param {{ text?: string, type: string }} answer @returns {string} JSON as people read it, all else as it is */
export function readable({ text = '', type }) {
  const isLossless = !/\d{16}/.test(text);
  if (!/[/+]json/.test(type) || !isLossless) {
    return text;
  }
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
