import { getJson } from './http.js';

/** @typedef {{ label: string, value: import('./types.js').Value }} Fact */

const ABOUT = '/api/web-shell/cards/web-shell/about-card';

/**
 * @param {string} ref
 * @returns {Promise<Fact[]>} what the first card of its page tells: who owns it, where to ask, where it is
 */
export async function factsOf(ref) {
  const { model } = await getJson(`${ABOUT}?${new URLSearchParams({ entity: ref })}`);
  const block = model?.blocks.find((/** @type {import('./types.js').Block} */ { kind }) => kind === 'keyValues');
  return block?.items ?? [];
}
