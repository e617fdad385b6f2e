import { html, nothing } from 'lit';
import { icon } from '@portal/ui';
import { at, plural, tabPath } from './data.js';
import { legend, parts } from './parts.js';

/**
 * @typedef {{ line?: number, column?: number, message: string, fix?: string }} Problem
 * @typedef {{ problems: Problem[], entities: number, checks: { id: string, title: string, passed: number, failed: number, unknown: number, exempt: number }[],
 *   tracks: { id: string, title: string, levels?: { title: string }[], before: number[] | null, after: number[] }[],
 *   changes: import('./data.js').Change[], total: number }} Trial
 */

/** How today's catalog would fare. @param {Trial} trial @param {(line: number) => void} goTo shows a line of the text */
export function trialResult({ problems, entities, checks, tracks, changes, total }, goTo) {
  return html`${problems.length ? problemList(problems, goTo) : html`<p class="fine ok">${icon('circle-check', 15)}Nothing is wrong with it.</p>`}
    ${entities || checks.length ? html`<p class="soft">It would apply to ${plural(entities, 'entity', 'entities')}. Nothing was saved.</p>` : nothing}
    ${tracks.map((track) => spread(track))}
    ${checks.length ? checkTable(checks) : nothing}
    ${total ? changeList(changes, total) : nothing}`;
}

/** @param {Problem[]} problems @param {(line: number) => void} goTo */
function problemList(problems, goTo) {
  return html`<div class="problems" role="alert"><strong>${icon('triangle-alert', 15)}${plural(problems.length, 'problem')}</strong>
    <ul>${problems.map(({ line, message, fix }) => html`<li>${line ? html`<button class="text num" @click=${() => goTo(line)}>Line ${line}</button> ` : nothing}${message}
      ${fix ? html`<span class="soft">${fix}</span>` : nothing}</li>`)}</ul></div>`;
}

/** @param {Trial['tracks'][number]} track */
function spread({ title, before, after, levels }) {
  const named = levels ?? after.slice(1).map((_, index) => ({ title: `Level ${index + 1}` }));
  return html`<div class="track"><h3>${title}</h3>
    ${before ? html`<span class="soft">Now</span>${parts(before)}<span class="soft">Then</span>` : html`<span class="soft">Then</span>`}${parts(after)}
    ${legend(named, after)}</div>`;
}

/** @param {Trial['checks']} checks */
function checkTable(checks) {
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Checks"><table class="table counts"><caption class="unseen">Checks</caption>
    <thead><tr><th scope="col">Check</th><th scope="col">Passed</th><th scope="col">Failed</th><th scope="col">Unknown</th><th scope="col">Exempt</th></tr></thead>
    <tbody>${checks.map(({ id, title, passed, failed, unknown, exempt }) => html`<tr><th scope="row">${title || id}</th>
      ${[passed, failed, unknown, exempt].map((count, index) => html`<td class="num ${count ? ['', 'bad', '', ''][index] : 'muted'}">${count.toLocaleString()}</td>`)}</tr>`)}</tbody></table></div>`;
}

/** @param {import('./data.js').Change[]} changes @param {number} total */
function changeList(changes, total) {
  return html`<details class="changes"><summary>${plural(total, 'entity', 'entities')} would change level</summary>
    <ul>${changes.map(({ entity, title, track, from, to }) => html`<li><a href=${at(tabPath(entity))}>${title || entity}</a> <span class="soft">${track}: ${from ?? 'no level'} → ${to ?? 'no level'}</span></li>`)}</ul>
    ${total > changes.length ? html`<p class="muted">and ${(total - changes.length).toLocaleString()} more</p>` : nothing}</details>`;
}
