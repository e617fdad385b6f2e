import { css, html, nothing } from 'lit';
import { formatClock } from '../data/format.js';
import { STATUS_ICONS, icon } from '../elements/icon.js';

/** @typedef {import('../data/types.js').Diagnosis} Diagnosis */

export const diagnosisStyles = css`
  .diagnosis { display: flex; gap: 12px; margin-bottom: 12px; padding: 14px 16px; border: 1px solid var(--p-line); border-radius: var(--p-radius-l); background: var(--p-surface); }
  .diagnosis > .sign { display: inline-flex; padding-top: 2px; }
  .diagnosis.tone-error { border-color: color-mix(in srgb, var(--p-bad) 35%, var(--p-line)); background: var(--p-bad-tint); }
  .diagnosis.tone-warn { border-color: color-mix(in srgb, var(--p-warn) 35%, var(--p-line)); background: var(--p-warn-tint); }
  .diagnosis > div { display: grid; gap: 4px; min-width: 0; max-width: 92ch; overflow-wrap: anywhere; color: var(--p-fg); }
  .diagnosis .fix { font-weight: 600; }
  .diagnosis .why { color: var(--p-fg2); }
  .probation { display: flex; align-items: center; gap: 8px; margin-bottom: 12px; color: var(--p-fg2); }
`;

/** Says how long a revision can go back by itself, where it can. @param {import('../data/types.js').PluginInfo} plugin */
export function probationNotice({ version, previous, probation }) {
  return probation && Date.parse(probation) > Date.now()
    ? html`<p class="probation" role="note">${icon('gauge', 15)}<span>${version} is on probation until <time datetime=${probation}>${formatClock(probation)}</time>: where it fails before, ${previous[0]?.version} serves again by itself.</span></p>`
    : nothing;
}

/**
 * What to do, and then why.
 *
 * @param {Diagnosis} diagnosis
 * @param {'error' | 'warn'} tone
 * @param {unknown} [more]
 */
export function diagnosisNotice({ summary, cause, fix }, tone, more = nothing) {
  return html`<section class="diagnosis tone-${tone}" aria-label="Diagnosis: ${summary}">
    <span class="sign ${tone}">${icon(STATUS_ICONS[tone], 18)}</span>
    <div><p class="fix">${fix}</p><p>${summary}</p><p class="why">${cause}</p>${more}</div>
  </section>`;
}
