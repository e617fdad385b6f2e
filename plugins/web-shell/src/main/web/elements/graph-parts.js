import { html, nothing, svg } from 'lit';
import { labelPlace, pathOf as wayOf } from '../data/graph.js';
import { parseRef, pathOf, shortRef } from '../data/ref.js';
import { icon, kindIcon } from './icon.js';

/** @typedef {import('../data/graph.js').Picture} Picture */
/** @typedef {import('../data/graph.js').Node} Node */
/** @typedef {import('../data/graph.js').Edge} Edge */

const LONGEST_NAME = 20;
const LONGEST_NOTE = 24;

/** @param {Node} node */
export function nameOf({ title, ref }) {
  return title ?? shortRef(ref);
}

/** @param {Node} node @returns {string} what it is */
export function noteOf({ kind, title, type }) {
  if (title === undefined) {
    return `${kind}, not in the catalog`;
  }
  return type ? `${kind} · ${type}` : kind;
}

/** What an arrow ends with, and what the picture stands on. */
export function definitions() {
  return svg`<defs>
    <pattern id="dots" width="20" height="20" patternUnits="userSpaceOnUse"><circle class="dot" cx="1" cy="1" r="1"></circle></pattern>
    <marker id="head" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path class="head" d="M0 0.8 8 4 0 7.2z"></path></marker>
  </defs>
  <rect width="100%" height="100%" fill="url(#dots)"></rect>`;
}

/** @param {Edge} edge @param {boolean} isLit */
export function arrow({ points }, isLit) {
  return svg`<path class="edge ${isLit ? 'lit' : ''}" d=${wayOf(points)} marker-end="url(#head)"></path>`;
}

/** @param {Edge} edge @param {string} active the one whose arrows are named, each at its other end */
export function label({ from, points, names }, active) {
  const [x, y] = labelPlace(points, from === active);
  return svg`<text class="label" x=${x} y=${y}>${names.map(({ title }) => title.toLowerCase()).join(', ')}</text>`;
}

/**
 * @param {Node} node
 * @param {Picture} picture
 * @param {boolean} isStop whether the Tab key comes to it
 * @param {{ clicked: (event: MouseEvent, node: Node) => void, twice: (node: Node) => void, focused: (node: Node) => void, active: (ref: string) => void }} acts
 */
export function box(node, { root, boxWidth, boxHeight }, isStop, acts) {
  const { ref, kind, title, x, y } = node;
  const [name, note] = [nameOf(node), noteOf(node)];
  return svg`<a class="node kind ${kind} ${ref === root ? 'root' : ''} ${title === undefined ? 'missing' : ''}" href=${pathOf(ref)}
      transform="translate(${x} ${y})" tabindex=${isStop ? 0 : -1} aria-label="${name}, ${note}${ref === root ? ', in the middle' : ''}"
      @click=${(/** @type {MouseEvent} */ event) => acts.clicked(event, node)} @dblclick=${() => acts.twice(node)}
      @dragstart=${(/** @type {Event} */ event) => event.preventDefault()}
      @pointerenter=${() => acts.active(ref)} @pointerleave=${() => acts.active('')} @focus=${() => acts.focused(node)} @blur=${() => acts.active('')}>
    <rect class="ring" x="-3" y="-3" width=${boxWidth + 6} height=${boxHeight + 6} rx="9"></rect>
    <rect class="box" width=${boxWidth} height=${boxHeight} rx="6"></rect>
    <g transform="translate(11 12)">${title === undefined ? icon('unlink', 16) : kindIcon(kind, 16)}</g>
    <svg x="36" width=${boxWidth - 42} height=${boxHeight}><text class="name" y="18">${cut(name, LONGEST_NAME)}</text><text class="note" y="32">${cut(note, LONGEST_NOTE)}</text></svg>
  </a>`;
}

/** @param {Node | undefined} node what the pointer or the focus is on */
export function peek(node) {
  if (!node) {
    return nothing;
  }
  const { ref, title, description, owners = [], lifecycle } = node;
  const facts = [owners.length ? `Owner ${owners.map(shortRef).join(', ')}` : '', lifecycle ?? ''].filter(Boolean);
  return html`<div class="peek" aria-hidden="true">
    <strong dir="auto">${title ?? parseRef(ref).name}</strong><span class="mono">${ref}</span>
    ${facts.length ? html`<span>${facts.join(' · ')}</span>` : nothing}
    ${description ? html`<span class="text" dir="auto">${description}</span>` : nothing}
  </div>`;
}

/** @param {string} text @param {number} longest */
function cut(text, longest) {
  const letters = [...text];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : text;
}
