import { css, html, nothing } from 'lit';
import { refLink, statusPill } from '../elements/value.js';

/** @typedef {import('../data/types.js').Problem} Problem */

/** @type {Record<Problem['level'], import('../data/types.js').Status>} */
export const STATUS_OF = { error: 'error', warning: 'warn', info: 'info' };

/**
 * @param {Problem[]} problems
 * @param {{ withEntity?: boolean }} [how]
 */
export function problemList(problems, { withEntity = false } = {}) {
  return html`<ul class="problems panel">
    ${problems.map((problem) => html`<li>
      <div class="level">${statusPill(STATUS_OF[problem.level], problem.level)}</div>
      <div class="grow">
        <p class="reason">${problem.reason}</p>
        ${problem.fix ? html`<p class="fix"><span class="muted">Fix:</span> ${problem.fix}</p>` : nothing}
        <p class="where mono">${placeOf(problem)} <span class="code">${problem.code}</span></p>
      </div>
      ${withEntity && problem.entityRef ? html`<div class="entity">${refLink(problem.entityRef)}</div>` : nothing}
    </li>`)}
  </ul>`;
}

/** @param {Problem} problem */
function placeOf({ target, line, column }) {
  return [target, line, line && column].filter(Boolean).join(':');
}

export const problemStyles = css`
  .problems li { display: flex; gap: 14px; padding: 12px 16px; border-top: 1px solid var(--p-line); }
  .problems li:first-child { border-top: 0; }
  .problems .level { flex: 0 0 84px; }
  .problems .grow { display: grid; gap: 3px; overflow-wrap: anywhere; }
  .problems .reason { font-weight: 500; }
  .problems .fix { color: var(--p-fg2); }
  .problems .where { color: var(--p-fg3); }
  .problems .code { margin-left: 8px; padding: 0 5px; border-radius: var(--p-radius-s); background: var(--p-selected); color: var(--p-fg2); font-size: 11px; }
  .problems .entity { flex: 0 1 240px; min-width: 0; }
  .problems .ref { display: inline-flex; align-items: center; gap: 5px; overflow-wrap: anywhere; }
  .problems .ref svg { color: var(--p-fg3); }
  @media (max-width: 760px) {
    .problems li { flex-wrap: wrap; }
    .problems .grow { flex-basis: 100%; order: 3; }
  }
`;
