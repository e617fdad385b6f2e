import { html, nothing } from 'lit';
import { plural } from '../data/format.js';
import { pathOf, shortRef } from '../data/ref.js';
import { nameOf, noteOf } from './graph-parts.js';
import { icon, kindIcon } from './icon.js';

/** @typedef {import('../data/graph.js').Picture} Picture */
/** @typedef {import('../data/graph.js').Node} Node */

const FEW = 4;

/**
 * The same as the picture, to be read: the nearest first, each with what ties it to the others.
 *
 * @param {Picture} picture
 * @param {(ref: string) => void} reroot
 */
export function list(picture, reroot) {
  const ties = tiesOf(picture);
  return html`<div class="panel scroll"><table class="table">
    <thead><tr><th scope="col">Entity</th><th scope="col">Away</th><th scope="col">Relations</th><th scope="col" class="wide">Owner</th>
      <th scope="col" class="wide">Lifecycle</th><th scope="col"><span class="unseen">Actions</span></th></tr></thead>
    <tbody>${picture.nodes.map((node) => row(node, ties.get(node.ref) ?? [], picture.root, reroot))}</tbody>
  </table></div>`;
}

/**
 * @param {Node} node
 * @param {string[]} ties
 * @param {string} root
 * @param {(ref: string) => void} reroot
 */
function row(node, ties, root, reroot) {
  const { ref, kind, title, distance, owners = [], lifecycle } = node;
  const name = nameOf(node);
  return html`<tr>
    <td><span class="entity kind ${kind}">${title === undefined ? icon('unlink', 16) : kindIcon(kind, 16)}<span class="names">
      ${title === undefined ? html`<span dir="auto">${name}</span>` : html`<a href=${pathOf(ref)} title=${ref} dir="auto">${name}</a>`}<span class="muted">${noteOf(node)}</span></span></span></td>
    <td class="num">${distance ? plural(distance, 'step') : 'in the middle'}</td>
    <td><ul>${ties.slice(0, FEW).map((tie) => html`<li dir="auto">${tie}</li>`)}${ties.length > FEW ? html`<li class="muted">and ${ties.length - FEW} more</li>` : nothing}</ul></td>
    <td class="wide">${owners.map(shortRef).join(', ')}</td>
    <td class="wide">${lifecycle ?? ''}</td>
    <td class="act">${ref === root || title === undefined ? nothing : html`<button class="small plain" aria-label="Put ${name} in the middle" @click=${() => reroot(ref)}>To the middle</button>`}</td>
  </tr>`;
}

/**
 * @param {Picture} picture
 * @returns {Map<string, string[]>} for each entity, its relations in words
 */
function tiesOf({ nodes, edges }) {
  const names = new Map(nodes.map((node) => [node.ref, nameOf(node)]));
  /** @type {Map<string, string[]>} */
  const ties = new Map(nodes.map(({ ref }) => [ref, []]));
  for (const { from, to, names: pairs } of edges) {
    for (const { title, inverse } of pairs) {
      ties.get(from)?.push(`${title} ${names.get(to)}`);
      if (from !== to) {
        ties.get(to)?.push(`${inverse} ${names.get(from)}`);
      }
    }
  }
  return ties;
}
