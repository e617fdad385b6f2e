import { html, nothing } from 'lit';
import { refText, valueAt } from '../data/columns.js';
import { pathOf, refOf } from '../data/ref.js';
import { kindIcon } from '../elements/icon.js';
import { renderValue } from '../elements/value.js';

/** @typedef {import('../data/types.js').Entity} Entity */
/** @typedef {import('../data/columns.js').Column} Column */
/** @typedef {import('../data/plugin-cells.js').PluginCells} PluginCells */

/** Stands where a cell has not come yet. */
function ghostCell() {
  return html`<span role="cell"><span class="ghost"></span><span class="unseen">Loading</span></span>`;
}

/** @type {Record<string, (entity: Entity) => unknown>} */
const OWN = {
  'kind': ({ kind }) => soft(kind),
  'spec.type': ({ spec }) => soft(spec?.type),
  'spec.owner': ({ spec }) => soft(refText(spec?.owner, 'group')),
  'spec.system': ({ spec }) => soft(refText(spec?.system ?? spec?.domain, 'system')),
  'spec.domain': ({ spec }) => soft(refText(spec?.domain, 'domain')),
  'spec.lifecycle': ({ spec }) => lifecycle(spec?.lifecycle),
};

/**
 * The cells of a row, in the order of the table's columns.
 *
 * @param {Entity} entity
 * @param {Column[]} columns behind the name
 * @param {PluginCells | undefined} cells
 * @param {boolean} isActive whether the tab key stops at it
 */
export function entityCells(entity, columns, cells, isActive) {
  const { kind, metadata } = entity;
  const title = metadata.title ?? metadata.name;
  return html`
    <span role="cell" class="name">
      ${kindIcon(kind)}<a class="cut" href=${pathOf(refOf(entity))} tabindex=${isActive ? 0 : -1}>${title}</a>
      ${metadata.title ? html`<span class="also mono cut">${metadata.name}</span>` : nothing}
    </span>
    ${columns.map(({ key, plugin }) => (plugin ? pluginCell(cells, plugin, entity) : (OWN[key]?.(entity) ?? fieldCell(key, valueAt(entity, key)))))}
  `;
}

/** @param {unknown} text */
function soft(text) {
  return html`<span role="cell" class="soft">${typeof text === 'object' ? JSON.stringify(text) : text}</span>`;
}

/** @param {unknown} text */
function lifecycle(text) {
  return typeof text === 'string' && text
    ? html`<span role="cell" class="soft"><span class="dot ${['production', 'experimental', 'deprecated'].includes(text) ? text : ''}"></span>${text}</span>`
    : soft('');
}

/**
 * @param {string} path of any field
 * @param {unknown} value
 */
function fieldCell(path, value) {
  if (Array.isArray(value) && path.startsWith('relations.')) {
    return soft(value.join(', '));
  }
  if (Array.isArray(value)) {
    return html`<span role="cell" class="tags">${value.map((item) => html`<span class="tag">${textOf(item)}</span>`)}</span>`;
  }
  const text = textOf(value);
  return html`<span role="cell" class="soft" title=${text || nothing}>${text}</span>`;
}

/** @param {unknown} value */
function textOf(value) {
  return value !== null && typeof value === 'object' ? JSON.stringify(value) : String(value ?? '');
}

/**
 * @param {PluginCells | undefined} cells
 * @param {string} name
 * @param {Entity} entity
 */
function pluginCell(cells, name, entity) {
  const value = cells?.at(name, entity);
  const failure = cells?.failure(name);
  if (failure) {
    return html`<span role="cell" class="missing" title=${failure.message}><span aria-hidden="true">–</span><span class="unseen">Not available</span></span>`;
  }
  if (value === undefined) {
    return ghostCell();
  }
  return html`<span role="cell" class="soft given">${value ? renderValue(value) : nothing}</span>`;
}
