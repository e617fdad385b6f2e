import { getJson } from './http.js';

/** @typedef {import('./types.js').Card} Card */
/** @typedef {import('./views.js').Address} Address */

/**
 * Where cards stand together: on the page of an entity, or on the home page.
 *
 * @typedef {object} CardPlace
 * @property {string} key tells it from other places
 * @property {string} ref the entity; empty where there is none
 * @property {(plugin?: string, signal?: AbortSignal) => Promise<Card[]>} read all, or those of one plugin, in their order
 * @property {(card: Card) => Address} addressOf
 */

/**
 * @param {string} entity
 * @returns {CardPlace}
 */
export function entityCards(entity) {
  return placeOf('/api/web-shell/cards', entity, { entity });
}

/** @returns {CardPlace} */
export function homeCards() {
  return placeOf('/api/web-shell/home', '', {});
}

/**
 * @param {string} path
 * @param {string} ref
 * @param {Record<string, string>} query
 * @returns {CardPlace}
 */
function placeOf(path, ref, query) {
  return {
    key: `${path} ${ref}`,
    ref,
    async read(plugin, signal) {
      const parameters = new URLSearchParams(plugin ? { ...query, plugin } : query);
      return (await getJson(`${path}?${parameters}`, signal)).cards;
    },
    addressOf: ({ plugin, id }) => ({ path: `${path}/${[plugin, id].map(encodeURIComponent).join('/')}`, query }),
  };
}

/**
 * @param {Card[]} cards
 * @returns {Card[]} in the order in which they stand
 */
export function inOrder(cards) {
  return [...cards].sort((a, b) => a.order - b.order || compare(a.plugin, b.plugin) || compare(a.id, b.id));
}

/**
 * @param {string} a
 * @param {string} b
 */
function compare(a, b) {
  return a < b ? -1 : Number(a > b);
}
