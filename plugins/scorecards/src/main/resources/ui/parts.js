import { html, nothing, svg } from 'lit';
import { icon, renderValue } from '@portal/ui';
import { STATES, at, plural, shortRef, trail } from './data.js';

/** @param {import('./data.js').State} state by icon and word, so that nobody has to tell colours */
export function stateMark(state) {
  const { tone, icon: name, word } = STATES[state] ?? STATES.error;
  return html`<span class="state ${tone}">${icon(name, 15)}${word}</span>`;
}

/** Rising bars of which so many are full. @param {number} rank @param {number} of */
function rise(rank, of) {
  const count = Math.min(Math.max(of, 1), 6);
  const full = of ? Math.round((rank / of) * count) : 0;
  return svg`<svg class="rise" width=${count * 4 - 1} height="12" aria-hidden="true">${Array.from({ length: count }, (_, index) => {
    const height = 3 + Math.round((9 * (index + 1)) / count);
    return svg`<rect class=${index < full ? '' : 'left'} x=${index * 4} y=${12 - height} width="3" height=${height} rx="1"></rect>`;
  })}</svg>`;
}

/** How far an entity has come on a track. @param {{ title: string } | null | undefined} level @param {number} rank @param {number} of all levels */
export function badge(level, rank, of) {
  const look = rank === 0 ? 'none' : rank === of ? 'highest' : '';
  return html`<span class="badge ${look}">${rise(rank, of)}<span class="cut">${level?.title ?? 'No level yet'}</span></span>`;
}

/** @param {import('./data.js').TrackScore} track */
export function badgeOf({ level, levels }) {
  return badge(level, level ? levels.findIndex(({ id }) => id === level.id) + 1 : 0, levels.length);
}

/** A bar of which a part is full. @param {number} part @param {number} of */
export function share(part, of) {
  const isFull = part === of;
  return html`<svg class="share ${isFull ? 'full' : ''}" aria-hidden="true"><rect width="${of ? (100 * part) / of : 100}%" height="6"></rect></svg>`;
}

/** The class that colours a level. @param {number} rank zero for none @param {number} of */
export function rankLook(rank, of) {
  return rank > 0 && rank === of ? 'rtop' : `r${Math.min(rank, 5)}`;
}

/** How many stand on each level, as a bar. @param {number[]} counts from none to the highest */
export function parts(counts) {
  const all = counts.reduce((sum, count) => sum + count, 0) || 1;
  let before = 0;
  return html`<svg class="parts" aria-hidden="true">${counts.map((_, index) => counts.length - 1 - index).map((rank) => {
    const x = before;
    before += counts[rank];
    return svg`<rect class=${rankLook(rank, counts.length - 1)} x="${(100 * x) / all}%" width="${(100 * counts[rank]) / all}%" height="12"></rect>`;
  })}</svg>`;
}

/** @param {{ title: string }[]} levels @param {number[]} [counts] from none to the highest */
export function legend(levels, counts) {
  const named = [{ title: 'No level' }, ...levels].map(({ title }, rank) => ({ title, rank }));
  return html`<ul class="legend">${named.reverse().map(({ title, rank }) => html`<li><i class=${rankLook(rank, levels.length)}></i>${title}${counts
    ? html` <span class="num">${(counts[rank] ?? 0).toLocaleString()}</span>` : nothing}</li>`)}</ul>`;
}

/** @param {string | undefined} effort */
export function effortMark(effort) {
  const many = { small: 1, medium: 2, large: 3 }[effort ?? ''];
  return many ? html`<span class="effort">${svg`<svg width="17" height="5" aria-hidden="true">${[0, 1, 2].map((index) =>
    svg`<rect class=${index < many ? '' : 'left'} x=${index * 6} width="5" height="5" rx="1.5"></rect>`)}</svg>`}${effort} effort</span>` : nothing;
}

/** @param {string | undefined} severity is told where it is more than usual */
export function severityMark(severity) {
  return severity === 'high' ? html`<span class="severe">high severity</span>` : nothing;
}

/** @param {string} ref @param {string} [label] */
export function refLink(ref, label = shortRef(ref)) {
  return html`<a class="ref" href=${at(`/catalog/${trail(ref)}`)} title=${ref}>${label}</a>`;
}

/** A link out of the portal, or to a page of it where it is a path. @param {string} address @param {string} label */
export function outLink(address, label) {
  return renderValue({ t: address.startsWith('/') ? 'page' : 'link', v: address, label });
}

/** @param {string | null | undefined} instant */
export function since(instant) {
  return instant ? renderValue({ t: 'instant', v: instant }) : nothing;
}

/** @param {string} title @param {unknown} hint @param {unknown} [acts] */
export function empty(title, hint, acts = nothing) {
  return html`<div class="empty"><span class="mark">${icon('list-checks', 20)}</span><strong>${title}</strong><p>${hint}</p>${acts === nothing ? nothing : html`<div class="row">${acts}</div>`}</div>`;
}

/** @param {{ message: string, hint?: string }} fault @param {() => void} again */
export function failure({ message, hint }, again) {
  return html`<div class="failure panel" role="alert"><span class="error">${icon('circle-alert')}</span>
    <div><strong>${message}</strong>${hint ? html`<span>${hint}</span>` : nothing}</div>
    <button class="small" @click=${again}>${icon('refresh-cw', 13)}Try again</button></div>`;
}

/** Says that what is shown may be old. @param {{ message: string } | undefined} fault @param {() => void} again */
export function staleNote(fault, again) {
  return fault ? html`<div class="note" role="status">${icon('triangle-alert', 14)}<span class="grow">This may be out of date. ${fault.message}</span>
    <button class="small" @click=${again}>Try again</button></div>` : nothing;
}

/** Grey bars where text will be. @param {number[]} widths in per cent */
export function bars(widths) {
  return html`<div class="bars" aria-hidden="true">${widths.map((width) => html`<svg width="${width}%" height="12" class="skeleton"></svg>`)}</div>`;
}

/** @param {import('./data.js').TrackScore} track what lies between it and the next level */
export function toGo({ next, levels }) {
  const level = levels.find(({ id }) => id === next?.level);
  return next && level ? `${plural(next.checks.length, 'check')} to ${level.title}` : '';
}
