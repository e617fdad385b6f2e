import { html } from 'lit';
import { outlines } from '../vendor/icons.js';

/** @typedef {keyof typeof outlines} IconName */

/** @type {Record<string, IconName>} */
const KINDS = {
  component: 'component',
  api: 'code-xml',
  resource: 'database',
  system: 'boxes',
  domain: 'globe',
  group: 'users',
  user: 'user',
  location: 'map-pin',
  template: 'layout-template',
};

/** @type {Record<string, IconName>} */
const PAGES = { chart: 'chart-column', checklist: 'list-checks', code: 'code-xml', file: 'file-text', message: 'message-square' };

/** @type {Record<import('../data/types.js').Status, IconName>} */
export const STATUS_ICONS = {
  ok: 'circle-check',
  warn: 'triangle-alert',
  error: 'circle-x',
  info: 'info',
  running: 'loader-circle',
  unknown: 'circle-question-mark',
};

/**
 * An outline in the colour of the text beside it; it says nothing to a screen reader.
 *
 * @param {IconName} name
 * @param {number} [size]
 */
export function icon(name, size = 16) {
  return html`<svg width=${size} height=${size} viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75"
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d=${outlines[name]}></path></svg>`;
}

/**
 * @param {string} kind in any case
 * @param {number} [size]
 */
export function kindIcon(kind, size) {
  return icon(KINDS[kind.toLowerCase()] ?? 'box', size);
}

/**
 * @param {string} name as plugins say it
 * @param {number} [size]
 */
export function pageIcon(name, size) {
  const own = PAGES[name] ?? name;
  return icon(Object.hasOwn(outlines, own) ? /** @type {IconName} */ (own) : 'puzzle', size);
}
