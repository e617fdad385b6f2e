import { at } from './base.js';
import { getJson, request } from './http.js';
import { Topic } from './topic.js';

/** @typedef {{ ref: string, title: string }} Named */

/**
 * What the portal keeps for the reader.
 *
 * @typedef {object} Mine
 * @property {string} team whose things they want to see: a group, `me`, or nothing for all that is theirs
 * @property {Named} [person] their User entity, if there is one
 * @property {Named[]} groups that they are in
 * @property {Named[]} above these groups
 * @property {Named[]} chosen the group that `team` names, if it names one
 * @property {string[]} stars
 */

/** @typedef {'stars' | 'visits' | 'team' | 'cards'} Part */

const PATH = '/api/web-shell/mine';

/** Told what the reader changed, in this tab or another one; of cards, in another one alone. @type {Topic<Part>} */
export const mineChanged = new Topic();

const tabs = new BroadcastChannel(at('callboard.mine'));
/** @type {Promise<Mine> | undefined} */
let known;

tabs.addEventListener('message', ({ data }) => {
  known = undefined;
  mineChanged.tell(data);
});

/** @returns {Promise<Mine>} */
export function mine() {
  known ??= getJson(PATH).catch((reason) => {
    known = undefined;
    throw reason;
  });
  return known;
}

/** Has it asked for anew. */
export function forgetMine() {
  known = undefined;
}

/**
 * @param {Part} part that changes
 * @param {'PUT' | 'DELETE'} method
 * @param {string} path
 * @param {Record<string, string>} [query]
 */
async function change(part, method, path, query = {}) {
  await request(`${PATH}/${path}?${new URLSearchParams(query)}`, { method });
  known = undefined;
  tabs.postMessage(part);
  if (part !== 'cards') {
    mineChanged.tell(part);
  }
}

/** @param {string} entity @param {boolean} isOn */
export function star(entity, isOn) {
  return change('stars', isOn ? 'PUT' : 'DELETE', 'stars', { entity });
}

/** @param {string} entity that the reader looks at */
export function visit(entity) {
  return change('visits', 'PUT', 'visits', { entity });
}

/** @param {string} team see {@link Mine} */
export function chooseTeam(team) {
  return change('team', 'PUT', 'team', { team });
}

/** @param {string} card as `plugin/id` @param {string} before the card that it stands before then; empty for the end */
export function moveCard(card, before) {
  return change('cards', 'PUT', 'cards/moved', { card, before });
}

/** @param {string} card @param {boolean} isHidden */
export function hideCard(card, isHidden) {
  return change('cards', isHidden ? 'PUT' : 'DELETE', 'cards/hidden', { card });
}

export function resetCards() {
  return change('cards', 'DELETE', 'cards');
}
