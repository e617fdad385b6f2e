import { html, svg } from 'lit';
import { arc } from '../data/chart-scale.js';
import { formatCompact, formatPercent } from '../data/format.js';

/** @typedef {import('../data/chart-scale.js').Part} Part */

const OUTER = 78;
const INNER = 54;

/**
 * @param {Part[]} parts
 * @param {string} unit
 * @param {number} active the part that is looked at; -1 for none
 */
export function ring(parts, unit, active) {
  const all = parts.reduce((sum, { value }) => sum + value, 0);
  const shown = parts[active];
  let from = 0;
  return html`<svg class="ring" viewBox="-84 -84 168 168" width="168" height="168" aria-hidden="true">
    ${parts.map(({ value, index }) => {
      const path = arc(from / all, (from + value) / all, index === active ? OUTER + 4 : OUTER, INNER);
      from += value;
      return svg`<path class="part s${index % 8} ${active >= 0 && index !== active ? 'dim' : ''}" d=${path} data-index=${index}></path>`;
    })}
    <text class="sum" y="4">${shown ? formatPercent(shown.value / all) : formatCompact(all)}</text>
    <text class="of" y="22">${shown ? `${formatCompact(shown.value)}${unit ? ` ${unit}` : ''}` : unit || 'in all'}</text>
  </svg>`;
}

/**
 * @param {Part[]} parts
 * @param {number} active
 */
export function ringLegend(parts, active) {
  const all = parts.reduce((sum, { value }) => sum + value, 0);
  return html`<ul class="parts">
    ${parts.map(({ label, value, index }) => html`<li class=${index === active ? 'on' : ''} data-index=${index}>
      <i class="s${index % 8}"></i><span class="cut grow">${label}</span><span class="num soft">${formatPercent(value / all)}</span>
    </li>`)}
  </ul>`;
}
