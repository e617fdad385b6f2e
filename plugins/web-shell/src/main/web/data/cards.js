import { getJson } from './http.js';

/** @typedef {import('./types.js').Card} Card */

/**
 * @param {string} entity
 * @param {string} [plugin] asks for the cards of one plugin only
 * @param {AbortSignal} [signal]
 * @returns {Promise<Card[]>} in the order in which they stand
 */
export async function cardsOf(entity, plugin, signal) {
  const parameters = new URLSearchParams(plugin ? { entity, plugin } : { entity });
  return (await getJson(`/api/web-shell/cards?${parameters}`, signal)).cards;
}

/**
 * @param {string} entity
 * @param {Card} card
 * @returns {Promise<Card>}
 */
export function cardAgain(entity, card) {
  const path = [card.plugin, card.id].map(encodeURIComponent).join('/');
  return getJson(`/api/web-shell/cards/${path}?${new URLSearchParams({ entity })}`);
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
