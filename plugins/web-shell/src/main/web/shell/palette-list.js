import { html } from 'lit';
import { shortRef } from '../data/ref.js';
import { icon } from '../elements/icon.js';

/** @typedef {import('./palette-items.js').Group} Group */
/** @typedef {import('./palette-items.js').Item} Item */

/**
 * @param {Group[]} groups
 * @param {number} active the place of the one that is ready to be chosen, counted through all groups
 * @param {(item: Item) => void} choose
 * @param {(place: number) => void} point
 */
export function options(groups, active, choose, point) {
  let place = 0;
  return groups.map(({ title, items }, index) => html`<div role="group" aria-labelledby=${`g${index}`}>
    <div class="group" id=${`g${index}`} role="presentation">${title}</div>
    ${items.map((item) => option(item, place++, active, choose, point))}
  </div>`);
}

/**
 * @param {Item} item
 * @param {number} place
 * @param {number} active
 * @param {(item: Item) => void} choose
 * @param {(place: number) => void} point
 */
function option(item, place, active, choose, point) {
  return html`<div id=${`c${place}`} role="option" aria-selected=${place === active} @click=${() => choose(item)} @pointermove=${() => point(place)}>
    ${item.icon}<span class="name cut">${item.label}</span><span class="detail cut">${item.detail}</span>
  </div>`;
}

/**
 * @param {import('../data/commands.js').Command} command
 * @param {boolean} isDirect whether no list led to it
 * @param {() => void} back
 */
export function commandHead(command, isDirect, back) {
  return html`<div class="head">
    <button class="plain square small" aria-label=${isDirect ? 'Close' : 'Back to the list'} @click=${back}>${icon(isDirect ? 'x' : 'chevron-left', 15)}</button>
    <h2>${command.title}</h2><span class="about cut">${command.entity ? `${shortRef(command.entity)} · ` : ''}${command.plugin} ${command.version}</span>
  </div>`;
}

/** What the keys do, for those who see it; a screen reader says it of itself. */
export function keys() {
  return html`<footer aria-hidden="true">
    <span><kbd>↑</kbd> <kbd>↓</kbd> to move</span><span><kbd>Enter</kbd> to open</span><span><kbd>&gt;</kbd> for commands</span><span><kbd>Esc</kbd> to close</span>
  </footer>`;
}
