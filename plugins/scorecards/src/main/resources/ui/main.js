import { cardOf } from './card.js';
import { editorOf } from './editor.js';
import { frontOf } from './front.js';
import { standardOf } from './standard.js';
import { tabOf } from './tab.js';

/** @param {import('./data.js').Portal} portal */
export default (portal) => ({
  apiVersion: 1,
  elements: {
    'scorecard-tab': tabOf(portal),
    'scorecard-card': cardOf(portal),
    'standards-page': frontOf(portal),
    'standard-page': standardOf(portal),
    'edit-page': editorOf(portal),
  },
});
