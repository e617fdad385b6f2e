import { html, nothing } from 'lit';
import { plural } from './data.js';
import { empty, legend, parts, refLink } from './parts.js';

/** @type {[string, string][]} */
const WAYS = [['owner', 'Owner'], ['system', 'System'], ['domain', 'Domain']];

/**
 * How many of each group stand on which level.
 *
 * @param {import('./data.js').Groups} shown
 * @param {string} by
 * @param {(by: string) => void} choose
 * @param {(owner: string) => void} open shows the entities of an owner
 */
export function groups({ tracks, rows }, by, choose, open) {
  return html`<div class="tools"><div class="switch" role="group" aria-label="Group by">${WAYS.map(([id, label]) => html`<button aria-pressed=${id === by} @click=${() => choose(id)}>${label}</button>`)}</div>
      ${tracks.length === 1 ? legend(tracks[0].levels) : nothing}</div>
    ${rows.length ? table(tracks, rows, by, open) : html`<div class="panel">${empty('Nothing to group', 'The standard applies to no entity yet.')}</div>`}`;
}

/**
 * @param {import('./data.js').Track[]} tracks
 * @param {import('./data.js').Groups['rows']} rows
 * @param {string} by
 * @param {(owner: string) => void} open
 */
function table(tracks, rows, by, open) {
  const [, label] = WAYS.find(([id]) => id === by) ?? WAYS[0];
  return html`<div class="panel scroll" tabindex="0" role="group" aria-label="Levels by ${by}"><table class="table groups"><caption class="unseen">Levels by ${by}</caption>
    <thead><tr><th scope="col">${label}</th><th scope="col" class="num">Entities</th>${tracks.map(({ title }) => html`<th scope="col">${title}</th>`)}</tr></thead>
    <tbody>${rows.map(({ group, title, entities, tracks: counts }) => html`<tr>
      <th scope="row">${group ? refLink(group, title || undefined) : html`<span class="muted">No ${by}</span>`}</th>
      <td class="num">${by === 'owner' && group ? html`<button class="text" aria-label="Show ${plural(entities, 'entity', 'entities')} of ${title || group}" @click=${() => open(group)}>${entities.toLocaleString()}</button>` : entities.toLocaleString()}</td>
      ${tracks.map(({ id, levels }) => spread(levels, counts[id] ?? []))}</tr>`)}</tbody></table></div>`;
}

/** @param {import('./data.js').Level[]} levels @param {number[]} counts */
function spread(levels, counts) {
  const named = ['No level', ...levels.map(({ title }) => title)].map((title, rank) => ({ title, count: counts[rank] ?? 0 })).reverse();
  return html`<td class="spread">${parts(counts)}<div class="figures">${named.filter(({ count }) => count).map(({ title, count }) => html`<span class="num">${title} ${count.toLocaleString()}</span>`)}</div></td>`;
}
