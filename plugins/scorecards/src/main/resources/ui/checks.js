import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '@portal/ui';
import { STATE_ORDER, byEffort, plural } from './data.js';
import { effortMark, outLink, refLink, severityMark, since, stateMark } from './parts.js';

/** @typedef {import('./data.js').Check} Check */
/** @typedef {import('./data.js').Evidence} Evidence */

const LONGEST = 160;

/** The checks of a standard, those first that want something done. @param {import('./data.js').TrackScore[]} tracks @param {Check[]} checks */
export function checkList(tracks, checks) {
  const wanted = new Set(tracks.flatMap(({ next }) => next?.checks ?? []));
  const rank = (/** @type {Check} */ check) => (wanted.has(check.id) ? 0 : 1);
  const open = checks.filter(({ state }) => STATE_ORDER.indexOf(state) < 3).sort((a, b) => rank(a) - rank(b) || byEffort(a, b));
  const fine = checks.filter(({ state }) => STATE_ORDER.indexOf(state) >= 3);
  return html`${group('To do', open, wanted)}${group('Done', fine, wanted)}`;
}

/** @param {string} title @param {Check[]} checks @param {Set<string>} wanted */
function group(title, checks, wanted) {
  return checks.length ? html`<h4 class="group">${title} <span class="muted num">${checks.length}</span></h4>
    <div class="checks">${repeat(checks, ({ id }) => id, (check) => row(check, wanted.has(check.id)))}</div>` : nothing;
}

/** @param {Check} check @param {boolean} isWanted whether the next level waits for it */
function row(check, isWanted) {
  const { id, title, state, effort, severity } = check;
  const isFine = state === 'passed' || state === 'exempt';
  return html`<details class="check is-${state}" data-check=${id} ?open=${isWanted}>
    <summary><span class="turn">${icon('chevron-right', 14)}</span>${stateMark(state)}<span class="grow title">${title}</span>
      ${isFine ? nothing : html`<span class="marks">${severityMark(severity)}${effortMark(effort)}</span>`}</summary>
    <div class="about">${about(check, isFine)}</div>
  </details>`;
}

/** @param {Check} check @param {boolean} isFine */
function about(check, isFine) {
  const { description, message, state, fix, link, owner, exemption } = check;
  return html`
    ${description ? html`<p class="soft">${description}</p>` : nothing}
    ${isFine || !message ? nothing : html`<p class="message">${message}</p>`}
    ${state === 'unknown' && !message ? html`<p class="message">Nothing is known of this yet, so it does not count as passed.</p>` : nothing}
    ${exemption ? exempt(exemption) : nothing}
    ${!isFine && (fix || link) ? html`<div class="fix">${icon('wrench', 14)}<div><strong>How to fix it</strong> ${fix ? html`<p>${fix}</p>` : nothing}${link ? outLink(link, 'Read more') : nothing}</div></div>` : nothing}
    ${check.evidence?.length ? evidence(check.evidence) : nothing}
    ${owner && !isFine ? html`<p class="muted small">Asked for by ${refLink(owner)}</p>` : nothing}`;
}

/** @param {import('./data.js').Exemption} exemption */
function exempt({ reason, approver, until }) {
  return html`<p class="exemption">${icon('shield', 14)}<span>Exempt${until ? html` until <time datetime=${until}>${new Date(until).toLocaleDateString(undefined, { dateStyle: 'medium' })}</time>` : nothing}: ${reason}
    ${approver ? html`<span class="soft">Approved by ${refLink(approver)}</span>` : nothing}</span></p>`;
}

/** What the check was decided by. @param {Evidence[]} items */
function evidence(items) {
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Evidence"><table class="table evidence">
    <caption class="unseen">${plural(items.length, 'fact')} the check was decided by</caption>
    <thead><tr><th scope="col">Fact</th><th scope="col">Value</th><th scope="col">Where</th><th scope="col">As of</th></tr></thead>
    <tbody>${items.map(({ fact, path, value, file, line, source, time }) => html`<tr>
      <td class="mono">${fact}${path && path !== '$' ? html`<br><span class="muted">${path}</span>` : nothing}</td>
      <td>${shown(value)}</td>
      <td>${file ? where(file, line) : (source ?? nothing)}</td>
      <td class="num">${time ? since(time) : html`<span class="muted">never</span>`}</td></tr>`)}</tbody>
  </table></div>`;
}

/** @param {string} file @param {number | null | undefined} line */
function where(file, line) {
  const label = line ? `${file}:${line}` : file;
  return /^https?:/.test(file) ? outLink(line ? `${file}#L${line}` : file, label.replace(/^.*\/(?=[^/]+$)/, '')) : html`<span class="mono file">${label}</span>`;
}

/** @param {unknown} value */
function shown(value) {
  if (value === undefined || value === null || value === '') {
    return html`<span class="muted">nothing</span>`;
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return html`<code class="mono" title=${text.slice(0, 2000)}>${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}</code>`;
}
