/** @param {import('./data.js').Portal} portal */
export default (portal) => ({
  apiVersion: 1,
  elements: {
    'scorecard-tab': () => import('./tab.js').then(({ tabOf }) => tabOf(portal)),
    'scorecard-card': () => import('./card.js').then(({ cardOf }) => cardOf(portal)),
    'standards-page': () => import('./front.js').then(({ frontOf }) => frontOf(portal)),
    'standard-page': () => import('./standard.js').then(({ standardOf }) => standardOf(portal)),
    'edit-page': () => import('./editor.js').then(({ editorOf }) => editorOf(portal)),
  },
});
