import { html, nothing } from 'lit';
import { parseRef, pathOf, refOf, shortRef } from '../data/ref.js';
import { kindIcon } from '../elements/icon.js';

/** @typedef {import('../data/types.js').Entity} Entity */

/**
 * Stands where a row has not come yet.
 *
 * @param {{ className?: string }} column
 */
export function ghostCell({ className = '' }) {
  return html`<span role="cell" class=${className}><div class="ghost"></div><span class="unseen">Loading</span></span>`;
}

/**
 * The cells of a row, in the order of the table's columns.
 *
 * @param {Entity} entity
 * @param {boolean} isActive whether the tab key stops at it
 */
export function entityCells(entity, isActive) {
  const { kind, metadata, spec = {} } = entity;
  const title = metadata.title ?? metadata.name;
  return html`
    <span role="cell" class="name">
      ${kindIcon(kind)}<a class="cut" href=${pathOf(refOf(entity))} tabindex=${isActive ? 0 : -1}>${title}</a>
      ${metadata.title ? html`<span class="also mono cut">${metadata.name}</span>` : nothing}
    </span>
    <span role="cell" class="soft">${kind}</span>
    <span role="cell" class="soft second">${spec.type}</span>
    <span role="cell" class="soft">${short(spec.owner, 'group')}</span>
    <span role="cell" class="soft first">${short(spec.system ?? spec.domain, 'system')}</span>
    <span role="cell" class="soft first ${spec.lifecycle ?? ''}">${spec.lifecycle ? html`<span class="dot"></span>${spec.lifecycle}` : nothing}</span>
    <span role="cell" class="tags third">${metadata.tags?.map((tag) => html`<span class="tag">${tag}</span>`)}</span>
  `;
}

/**
 * @param {unknown} ref
 * @param {string} kind
 */
function short(ref, kind) {
  return typeof ref === 'string' && ref ? shortRef(`${kind}:${parseRef(ref).namespace}/${parseRef(ref).name}`) : nothing;
}
