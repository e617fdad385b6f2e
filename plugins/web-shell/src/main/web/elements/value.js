import { html } from 'lit';
import { formatBytes, formatLength, formatMoney, formatNumber, formatPercent } from '../data/format.js';
import { parseRef, pathOf, shortRef } from '../data/ref.js';
import { STATUS_ICONS, icon, kindIcon } from './icon.js';
import './time.js';

/** @typedef {import('../data/types.js').Value} Value */
/** @typedef {import('../data/types.js').Status} Status */

/** @type {Record<string, (value: Value) => unknown>} */
const RENDERERS = {
  text: ({ v }) => v,
  quantity: ({ v, unit }) => html`<span class="num">${formatNumber(v)}${unit ? ` ${unit}` : ''}</span>`,
  money: ({ v, currency }) => html`<span class="num">${formatMoney(v, currency ?? '')}</span>`,
  bytes: ({ v }) => html`<span class="num">${formatBytes(v)}</span>`,
  percent: ({ v }) => html`<span class="num">${formatPercent(v)}</span>`,
  duration: ({ v }) => html`<span class="num">${formatLength(v)}</span>`,
  instant: ({ v }) => html`<cb-time class="num" .instant=${v}></cb-time>`,
  ref: ({ v }) => refLink(v),
  link: ({ v, label }) => outerLink(v, label ?? v),
  tag: ({ v }) => html`<span class="tag cut">${v}</span>`,
  status: ({ v, label }) => statusPill(v, label),
};

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
  return html`<a class="ref" href=${pathOf(ref)} title=${ref}>${kindIcon(parseRef(ref).kind, 14)}<span>${label}</span></a>`;
}

/**
 * A link out of the portal; anything but http, https and mailto is shown as text.
 *
 * @param {string} href
 * @param {string} label
 */
export function outerLink(href, label) {
  if (!/^(https?:|mailto:)/i.test(href.trim())) {
    return html`<span title=${href}>${label}</span>`;
  }
  return html`<a class="out" href=${href} target="_blank" rel="noopener noreferrer"
    >${label}${icon('external-link', 12)}<span class="unseen"> (opens in a new tab)</span></a>`;
}

/**
 * @param {Status} status
 * @param {string} [label]
 */
export function statusPill(status, label = status) {
  const known = STATUS_ICONS[status] ? status : 'unknown';
  return html`<span class="pill ${known}">${icon(STATUS_ICONS[known], 13)}${label}</span>`;
}
