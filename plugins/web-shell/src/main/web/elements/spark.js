import { html, nothing } from 'lit';

const WIDTH = 240;
const HEIGHT = 44;
const EDGE = 2;

/**
 * A line through the values, oldest first; the figure beside it says the same to those who can't see it.
 *
 * @param {number[]} values
 * @param {number} [low] the value at the bottom
 */
export function spark(values, low = Math.min(...values)) {
  if (values.length < 2) {
    return nothing;
  }
  const line = points(values, low).map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L');
  return html`<svg class="spark" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
    <path class="area" d="M${line}L${WIDTH} ${HEIGHT}L0 ${HEIGHT}z"></path>
    <path class="line" d="M${line}" vector-effect="non-scaling-stroke"></path>
  </svg>`;
}

/**
 * @param {number[]} values
 * @param {number} low
 * @returns {[number, number][]}
 */
function points(values, low) {
  const span = Math.max(...values) - low || 1;
  const step = WIDTH / (values.length - 1);
  return values.map((value, index) => [index * step, HEIGHT - EDGE - ((value - low) / span) * (HEIGHT - 2 * EDGE)]);
}
