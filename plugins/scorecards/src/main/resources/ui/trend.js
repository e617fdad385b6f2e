import { html, nothing } from 'lit';
import { icon, renderBlocks } from '@portal/ui';
import { tabPath, at } from './data.js';
import { since } from './parts.js';

/** Fewer days make no area. */
const FEWEST = 3;
const dayAndMonth = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** @typedef {import('./data.js').Track} Track */

/**
 * How many stood on which level day by day, and who changed it this week.
 *
 * @param {import('./data.js').Trends} shown
 * @param {string} title of the track
 * @param {import('./data.js').Change[]} changes
 * @param {Track[]} tracks
 */
export function trend({ levels, days }, title, changes, tracks) {
  const series = [{ title: 'No level' }, ...levels].map(({ title: label }, rank) => ({ label, values: days.map(({ counts }) => counts[rank] ?? 0) }));
  const isShort = days.length < FEWEST;
  const steps = days.map(({ day }) => (isShort ? { t: 'text', v: dayAndMonth.format(Date.parse(day)) } : { t: 'instant', v: `${day}T12:00:00Z` }));
  const chart = { kind: 'chart', type: isShort ? 'bar' : 'area', label: `Entities by level: ${title}`, steps, series: series.reverse() };
  return html`<div class="two"><section class="panel chart of${levels.length}" aria-label="Trend">${renderBlocks([chart])}</section>
    <section class="panel" aria-labelledby="changes"><h3 id="changes">Changed this week</h3>
      ${changes.length ? html`<ul class="changes">${changes.map((item) => change(item, tracks))}</ul>` : html`<p class="soft">No entity has reached or lost a level in the last 7 days.</p>`}</section></div>`;
}

/** @param {import('./data.js').Change} change @param {Track[]} tracks */
function change({ entity, title, track, from, to, time }, tracks) {
  const found = tracks.find(({ id }) => id === track);
  const rank = (/** @type {string | null} */ level) => found?.levels.findIndex(({ id, title: name }) => id === level || name === level) ?? -1;
  const name = (/** @type {string | null} */ level) => found?.levels[rank(level)]?.title ?? level ?? 'no level';
  const isRise = rank(to) > rank(from);
  return html`<li><span class=${isRise ? 'ok' : 'error'}>${icon(isRise ? 'chevron-up' : 'chevron-down', 15)}<span class="unseen">${isRise ? 'rose' : 'fell'}: </span></span>
    <div class="grow"><a href=${at(tabPath(entity))}>${title || entity}</a><p class="soft">${tracks.length > 1 ? html`${found?.title ?? track}: ` : nothing}${name(from)} → ${name(to)}</p></div>
    ${time ? html`<span class="muted num">${since(time)}</span>` : nothing}</li>`;
}
