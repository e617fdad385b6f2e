import { html, nothing } from 'lit';
import { STATES, STATE_OF } from './data.js';

/** @typedef {{ title: string, check: string, state: import('./data.js').State }} Tip */

/**
 * @param {import('./data.js').HeatMap} map
 * @param {import('./data.js').HeatRow | undefined} row
 * @param {number} index of the check
 * @returns {Tip | undefined} what a cell means; nothing for one that tells of no check
 */
export function tipOf({ checks }, row, index) {
  const check = checks[index];
  return row && check ? { title: row.title, check: check.title, state: STATE_OF[row.states[index]] ?? 'unknown' } : undefined;
}

/** @param {Tip | undefined} tip says in sight what the table says to screen readers */
export function tipBox(tip) {
  if (!tip) {
    return nothing;
  }
  const { tone, glyph, word } = STATES[tip.state];
  return html`<div class="tip" aria-hidden="true"><strong>${tip.title}</strong><span>${tip.check}</span><span class=${tone}>${glyph} ${word}</span></div>`;
}

/** Puts the box beside a cell, where there is room. @param {HTMLElement} tip @param {Element} cell @param {Element} around */
export function placeTip(tip, cell, around) {
  const [frame, box] = [around.getBoundingClientRect(), cell.getBoundingClientRect()];
  const x = Math.max(0, Math.min(box.left - frame.left + (box.width - tip.offsetWidth) / 2, frame.width - tip.offsetWidth));
  const above = box.top - frame.top - tip.offsetHeight - 6;
  tip.style.transform = `translate(${x}px, ${above < 0 ? box.bottom - frame.top + 6 : above}px)`;
}
