import { css, html, nothing } from 'lit';
import { STEPS } from '../data/deploys.js';
import { icon } from '../elements/icon.js';

/** @typedef {import('../data/types.js').DeployEvent} DeployEvent */

export const stepStyles = css`
  .steps { display: grid; gap: 0; margin: 14px 0 4px; }
  .steps li { display: grid; grid-template-columns: 20px 1fr auto; gap: 10px; align-items: center; min-height: 30px; color: var(--p-fg3); }
  .steps .mark { display: grid; place-items: center; width: 20px; height: 20px; }
  .steps .mark i { width: 8px; height: 8px; border-radius: 50%; background: var(--p-line-control); }
  .steps .done { color: var(--p-fg); }
  .steps .done .mark { color: var(--p-ok); }
  .steps .now { color: var(--p-fg); font-weight: 500; }
  .steps .now .mark { color: var(--p-accent); }
  .steps .failed { color: var(--p-fg); font-weight: 500; }
  .steps .failed .mark { color: var(--p-bad); }
  .steps .took { color: var(--p-fg3); font-weight: 400; }
`;

/** @type {Record<string, (from: string | null) => string>} */
const LABELS = {
  CHECK: () => 'Compare its code, needs and settings with this portal',
  PREPARE: () => 'Wire it and bring its tables up to date',
  START: (from) => (from ? `Start it beside ${from}` : 'Start it'),
  PROVE: () => 'Prove its components and health',
  TAKE_OVER: (from) => (from ? `Take over from ${from}` : 'Let it serve'),
};

/**
 * @param {DeployEvent[]} steps that were come to
 * @param {string | null} from the version that serves meanwhile
 * @param {boolean} [isOver] whether nothing more is to come
 */
export function deploySteps(steps, from, isOver = false) {
  const came = new Map(steps.map((event) => [event.step, event]));
  const ended = came.has('SERVES') || came.has('FAILED') || isOver;
  const last = steps.filter(({ step }) => LABELS[step]).at(-1)?.step;
  return html`<ol class="steps" aria-label="Steps">${STEPS.filter((step) => LABELS[step]).map((step) => {
    const state = !came.has(step) ? 'later' : step !== last || came.has('SERVES') ? 'done' : ended ? 'failed' : 'now';
    return html`<li class=${state}><span class="mark">${sign(state)}</span><span>${LABELS[step](from)}<span class="unseen">: ${SAID[state]}</span></span><span class="took num">${took(steps, step)}</span></li>`;
  })}</ol>`;
}

/** @type {Record<string, string>} */
const SAID = { later: 'to come', done: 'done', failed: 'failed', now: 'under way' };

/** @param {string} state */
function sign(state) {
  switch (state) {
    case 'done':
      return icon('check', 15);
    case 'failed':
      return icon('x', 15);
    case 'now':
      return html`<span class="spin row">${icon('loader-circle', 15)}</span>`;
    default:
      return html`<i></i>`;
  }
}

/**
 * @param {DeployEvent[]} steps
 * @param {string} step
 */
function took(steps, step) {
  const index = steps.findIndex((event) => event.step === step);
  const next = steps[index + 1];
  return index < 0 || !next ? nothing : `${Math.max(0, Date.parse(next.at) - Date.parse(steps[index].at))} ms`;
}
