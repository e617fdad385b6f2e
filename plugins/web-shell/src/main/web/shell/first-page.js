import { entityCards, homeCards } from '../data/cards.js';
import { countedKinds, entity, problemsOf } from '../data/catalog.js';
import { askAhead } from '../data/http.js';
import { tabsOf } from '../data/tabs.js';
import { needed } from '../elements/pieces.js';

/** @typedef {import('./router.js').Route} Route */

/** Asks for what the first page shows, where it is one of those that most often are. @param {Route} route */
export function askForFirst({ page, steps }) {
  if (page === 'home') {
    askAhead([countedKinds, homeCards().read]);
    needed([{ kind: 'table' }]);
  } else if (page === 'entity') {
    const ref = refAt(steps);
    askAhead([() => entity(ref), () => problemsOf(ref), entityCards(ref).read, () => tabsOf(ref)]);
  }
}

/** @param {string[]} steps of the path of an entity's page @returns {string} */
export function refAt([namespace, kind, name]) {
  return `${kind}:${namespace}/${name}`;
}
