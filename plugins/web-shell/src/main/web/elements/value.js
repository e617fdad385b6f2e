import { html, nothing } from 'lit';
import { at } from '../data/base.js';
import { formatBytes, formatLength, formatMoney, formatNumber, formatPercent } from '../data/format.js';
import { parseRef, pathOf, shortRef } from '../data/ref.js';
import { STATUS_ICONS, icon, kindIcon, pageIcon } from './icon.js';
import './time.js';

/** @typedef {import('../data/types.js').Value} Value */
/** @typedef {import('../data/types.js').Status} Status */

const LONG_WORD = /\S{32}/;

/** @type {Record<string, (value: Value) => unknown>} */
const RENDERERS = {
  text: ({ v }) => breakable(v),
  quantity: ({ v, unit }) => html`<span class="num">${formatNumber(v)}${unit ? ` ${unit}` : ''}</span>`,
  money: ({ v, currency }) => html`<span class="num">${formatMoney(v, currency ?? '')}</span>`,
  bytes: ({ v }) => html`<span class="num">${formatBytes(v)}</span>`,
  percent: ({ v }) => html`<span class="num">${formatPercent(v)}</span>`,
  duration: ({ v }) => html`<span class="num">${formatLength(v)}</span>`,
  instant: ({ v }) => html`<cb-time class="num" .instant=${v}></cb-time>`,
  ref: ({ v }) => refLink(v),
  link: ({ v, label, icon: name }) => outerLink(v, label ?? v, name),
  page: ({ v, label }) => pageLink(v, label ?? v),
  tag: ({ v }) => html`<span class="tag cut">${v}</span>`,
  status: ({ v, label }) => statusPill(v, label),
};

/**
 * A word that no column has room for may be broken; others stay whole, however narrow their column is.
 *
 * @param {unknown} text
 */
function breakable(text) {
  return typeof text === 'string' && LONG_WORD.test(text) ? html`<span class="long" title=${text}>${text}</span>` : text;
}

/**
 * Draws a typed value in the reader's language and time zone; one of an unknown type as text.
 *
 * @param {Value} value
 */
export function renderValue(value) {
  const renderer = RENDERERS[value.t];
  return renderer ? renderer(value) : String(value.label ?? value.v);
}

/**
 * @param {string} ref
 * @param {string} [label]
 */
export function refLink(ref, label = shortRef(ref)) {
  return html`<a class="ref" href=${pathOf(ref)} title=${ref}>${kindIcon(parseRef(ref).kind, 14)}<span>${breakable(label)}</span></a>`;
}

/**
 * A link out of the portal; anything but http, https and mailto is shown as text.
 *
 * @param {string} href
 * @param {string} label
 * @param {string} [name] of the icon before it
 */
export function outerLink(href, label, name) {
  if (!/^(https?:|mailto:)/i.test(href.trim())) {
    return html`<span title=${href}>${label}</span>`;
  }
  return html`<a class="out" href=${href} target="_blank" rel="noopener noreferrer"
    >${name ? pageIcon(name, 14) : nothing}${breakable(label)}${icon('external-link', 12)}<span class="unseen"> (opens in a new tab)</span></a>`;
}

/**
 * A link to a page of the portal; anything but a path is shown as text.
 *
 * @param {string} path
 * @param {string} label
 */
export function pageLink(path, label) {
  return /^\/(?![/\\])/.test(path) ? html`<a class="inside" href=${at(path)}>${breakable(label)}</a>` : html`${label}`;
}

/**
 * @param {Status} status
 * @param {string} [label]
 */
export function statusPill(status, label = status) {
  const known = STATUS_ICONS[status] ? status : 'unknown';
  return html`<span class="pill ${known}">${icon(STATUS_ICONS[known], 13)}${label}</span>`;
}
