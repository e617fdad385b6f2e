import { nothing, svg } from 'lit';
import { labelled, rangeOf, runsOf, stacked, ticksOf } from '../data/chart-scale.js';
import { formatCompact } from '../data/format.js';

/** @typedef {import('../data/types.js').ChartBlock} ChartBlock */
/** @typedef {{ x: (index: number) => number, y: (value: number) => number, band: number, ticks: number[], left: number, right: number, bottom: number }} Frame */

export const HEIGHT = 200;
export const LOW = 116;
const TOP = 8;
const BOTTOM = 24;
const LETTER = 6.2;

/**
 * @param {ChartBlock} chart
 * @param {string[]} steps
 * @param {number} width
 * @param {number} height
 * @returns {Frame | undefined} where things stand; nothing where there are no figures
 */
export function frameOf(chart, steps, width, height) {
  const range = rangeOf(chart);
  if (!range || !steps.length) {
    return undefined;
  }
  const ticks = ticksOf(...range, height < HEIGHT ? 2 : undefined);
  const left = Math.ceil(Math.max(...ticks.map((tick) => formatCompact(tick).length)) * LETTER) + 10;
  const right = width - 8;
  const bottom = height - BOTTOM;
  const band = (right - left) / steps.length;
  const [low, high] = [ticks[0], ticks[ticks.length - 1]];
  const inset = chart.type === 'bar' || steps.length === 1 ? band / 2 : 0;
  const distance = chart.type === 'bar' || steps.length === 1 ? band : (right - left) / (steps.length - 1);
  return {
    x: (index) => left + inset + index * distance,
    y: (value) => bottom - ((value - low) / (high - low)) * (bottom - TOP),
    band: distance,
    ticks,
    left,
    right,
    bottom,
  };
}

/**
 * @param {ChartBlock} chart
 * @param {string[]} steps
 * @param {Frame} frame
 * @param {number} active the step that is looked at; -1 for none
 */
export function plot(chart, steps, frame, active) {
  const drawings = { line: lines, area: areas, bar: bars, ring: () => nothing };
  return svg`${axes(steps, frame)}
    ${active >= 0 && chart.type !== 'bar' ? svg`<path class="cross" d="M${frame.x(active).toFixed(1)} ${TOP}V${frame.bottom}"></path>` : nothing}
    ${drawings[chart.type](chart, frame, active)}`;
}

/**
 * @param {string[]} steps
 * @param {Frame} frame
 */
function axes(steps, { x, y, ticks, left, right, bottom }) {
  const longest = Math.max(...steps.map(({ length }) => length)) * LETTER + 16;
  const isWritten = labelled(steps.length, (right - left) / longest);
  const half = longest / 2 - 8;
  const edge = (/** @type {number} */ place) => (place < half ? 'start' : place + half > right + 8 ? 'end' : 'middle');
  return svg`
    ${ticks.map((tick) => svg`<path class=${tick === 0 ? 'base' : 'grid'} d="M${left} ${y(tick).toFixed(1)}H${right}"></path>
      <text class="tick" x=${left - 8} y=${(y(tick) + 4).toFixed(1)} text-anchor="end">${formatCompact(tick)}</text>`)}
    ${steps.map((step, index) => isWritten(index)
      ? svg`<text class="tick" x=${x(index).toFixed(1)} y=${bottom + 18} text-anchor=${edge(x(index))}>${step}</text>`
      : nothing)}`;
}

/**
 * @param {ChartBlock} chart
 * @param {Frame} frame
 * @param {number} active
 */
function lines({ series }, { x, y }, active) {
  return series.map(({ values }, index) => svg`<g class="series s${index % 8}">
    ${runsOf(values).map((run) => run.length === 1
      ? svg`<circle class="dot" cx=${x(run[0][0])} cy=${y(run[0][1])} r="2.5"></circle>`
      : svg`<path class="line" d="M${run.map(([at, value]) => `${x(at).toFixed(1)} ${y(value).toFixed(1)}`).join('L')}"></path>`)}
    ${marker(values[active], x(active), y)}
  </g>`);
}

/**
 * @param {ChartBlock} chart
 * @param {Frame} frame
 * @param {number} active
 */
function areas({ series }, { x, y }, active) {
  const point = (/** @type {number} */ value, /** @type {number} */ index) => `${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
  return stacked(series).map(({ bottoms, tops }, index) => {
    const back = bottoms.map(point).reverse();
    return svg`<g class="series s${index % 8}">
      <path class="area" d="M${tops.map(point).join('L')}L${back.join('L')}Z"></path>
      <path class="line" d="M${tops.map(point).join('L')}"></path>
      ${marker(series[index].values[active] === null ? null : tops[active], x(active), y)}
    </g>`;
  });
}

/**
 * @param {number | null | undefined} value
 * @param {number} x
 * @param {(value: number) => number} y
 */
function marker(value, x, y) {
  return value === null || value === undefined ? nothing : svg`<circle class="dot now" cx=${x.toFixed(1)} cy=${y(value).toFixed(1)} r="4"></circle>`;
}

/**
 * @param {ChartBlock} chart
 * @param {Frame} frame
 * @param {number} active
 */
function bars({ series }, { x, y, band, bottom }, active) {
  const room = Math.min(band * 0.72, 44 * series.length);
  const width = room / series.length;
  const gap = width > 6 ? 2 : 0;
  const zero = Math.min(bottom, y(0));
  return svg`${active >= 0 ? svg`<rect class="glow" x=${(x(active) - band / 2).toFixed(1)} y=${TOP} width=${band.toFixed(1)} height=${bottom - TOP}></rect>` : nothing}
    ${series.map(({ values }, index) => svg`<g class="series s${index % 8}">
      ${values.map((value, step) => (value === null ? nothing
        : svg`<path class="bar" d=${bar(x(step) - room / 2 + index * width + gap / 2, Math.max(1, width - gap), y(value), zero)}></path>`))}
    </g>`)}`;
}

/**
 * A bar whose far end is a little round.
 *
 * @param {number} left
 * @param {number} width
 * @param {number} top where its value is
 * @param {number} zero where it begins
 */
function bar(left, width, top, zero) {
  const isUp = top <= zero;
  const radius = Math.min(3, width / 2, Math.abs(zero - top));
  const turn = isUp ? radius : -radius;
  const right = left + width;
  const number = (/** @type {number} */ value) => value.toFixed(1);
  return `M${number(left)} ${number(zero)}V${number(top + turn)}Q${number(left)} ${number(top)} ${number(left + radius)} ${number(top)}`
    + `H${number(right - radius)}Q${number(right)} ${number(top)} ${number(right)} ${number(top + turn)}V${number(zero)}Z`;
}
