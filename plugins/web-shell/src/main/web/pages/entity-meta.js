import { css, html, nothing } from 'lit';
import { at } from '../data/base.js';
import { parseRef, pathOf, shortRef } from '../data/ref.js';
import { icon, kindIcon } from '../elements/icon.js';

/** @typedef {import('../data/types.js').Entity} Entity */

/**
 * The row under an entity's title: who owns it, what it is part of, and its tags.
 *
 * @param {Entity} entity
 */
export function entityMeta({ metadata, spec = {}, relations = [] }) {
  const targets = (/** @type {string} */ type) => relations.filter((relation) => relation.type === type).map(({ targetRef }) => targetRef);
  return html`<ul class="meta">
    ${targets('ownedBy').slice(0, 3).map((ref) => metaLink(ref, 'Owner'))}
    ${targets('partOf').slice(0, 2).map((ref) => metaLink(ref, 'Part of'))}
    ${spec.type ? html`<li title=${spec.type}><span class="unseen">Type: </span><span class="cut">${spec.type}</span></li>` : nothing}
    ${spec.lifecycle ? html`<li title=${spec.lifecycle}><span class="unseen">Lifecycle: </span><span class="dot ${spec.lifecycle}"></span><span class="cut">${spec.lifecycle}</span></li>` : nothing}
    ${metadata.tags?.length ? html`<li class="tags"><span class="unseen">Tags: </span>
      ${metadata.tags.map((tag) => html`<a class="tag" href=${at(`/catalog?tag=${encodeURIComponent(tag)}`)}>${tag}</a>`)}</li>` : nothing}
  </ul>`;
}

/**
 * @param {string} ref
 * @param {string} role
 */
function metaLink(ref, role) {
  const { kind } = parseRef(ref);
  return html`<li><a href=${pathOf(ref)} title="${role}: ${ref}">${role === 'Owner' ? icon('users', 14) : kindIcon(kind, 14)}<span class="unseen">${role}: </span>${shortRef(ref)}</a></li>`;
}

export const metaStyles = css`
  .meta { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 18px; min-height: 20px; margin-top: 12px; color: var(--p-fg2); }
  .meta li { display: flex; align-items: center; min-width: 0; max-width: 100%; }
  .meta li > a:not(.tag) { display: inline-flex; align-items: center; gap: 6px; }
  .meta svg { color: var(--p-fg3); }
  .meta .tags { flex-wrap: wrap; gap: 4px; }
  .meta .dot { flex: none; width: 7px; height: 7px; margin-right: 7px; border-radius: 50%; background: var(--p-fg3); }
  .meta .dot.production { background: var(--p-ok); }
  .meta .dot.experimental { background: var(--p-violet); }
  .meta .dot.deprecated { background: none; box-shadow: inset 0 0 0 1.5px var(--p-warn); }
`;
