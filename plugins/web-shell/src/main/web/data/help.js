import { getJson } from './http.js';

/** @type {Promise<string | undefined> | undefined} */
let asked;

/** @returns {Promise<string | undefined>} the entity whom readers ask where they lack a right, if the operator names one */
export function contact() {
  asked ??= getJson('/api/web-shell/help').then(({ contact: ref }) => ref, () => {
    asked = undefined;
  });
  return asked;
}
