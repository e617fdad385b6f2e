/** @typedef {import('./types.js').ChartBlock} ChartBlock */
/** @typedef {{ label: string, value: number, index: number }} Part a part of a ring; index tells its colour */

const MOST_PARTS = 8;

/**
 * Round numbers that hold all the figures between them.
 *
 * @param {number} low
 * @param {number} high
 * @param {number} [count] about how many
 * @returns {number[]} at least two, rising
 */
export function ticksOf(low, high, count = 4) {
  const span = high - low || Math.abs(high) || 1;
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5].find((factor) => factor * power >= rough * 0.999) ?? 10) * power;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/**
 * @param {ChartBlock} chart
 * @returns {[number, number] | undefined} the lowest and highest figure to be drawn; nothing where there is none
 */
export function rangeOf({ type, series }) {
  const rows = type === 'area' ? stacked(series).map(({ tops }) => tops) : series.map(({ values }) => values);
  const known = rows.flat().filter((value) => value !== null);
  if (!known.length || !series.some(({ values }) => values.some((value) => value !== null))) {
    return undefined;
  }
  const low = Math.min(...known);
  const high = Math.max(...known);
  // a line may leave out a long way down to zero; bars and areas would lie then
  const isFar = type === 'line' && low > 0 && high - low < high * 0.3;
  return isFar ? [low, high] : [Math.min(0, low), Math.max(0, high)];
}

/**
 * Puts series on top of each other.
 *
 * @param {ChartBlock['series']} series
 * @returns {{ bottoms: number[], tops: number[] }[]}
 */
export function stacked(series) {
  const count = Math.max(0, ...series.map(({ values }) => values.length));
  let bottoms = new Array(count).fill(0);
  return series.map(({ values }) => {
    const layer = { bottoms, tops: bottoms.map((bottom, index) => bottom + (values[index] ?? 0)) };
    bottoms = layer.tops;
    return layer;
  });
}

/**
 * @param {(number | null)[]} values
 * @returns {[number, number][][]} runs of index and value without gaps
 */
export function runsOf(values) {
  /** @type {[number, number][][]} */
  const runs = [];
  values.forEach((value, index) => {
    if (value === null) {
      return;
    }
    if (index === 0 || values[index - 1] === null) {
      runs.push([]);
    }
    runs.at(-1)?.push([index, value]);
  });
  return runs;
}

/**
 * @param {string[]} labels
 * @param {(number | null)[]} values
 * @returns {Part[]} what can be drawn as a ring; many small parts become one
 */
export function partsOf(labels, values) {
  const parts = labels.map((label, index) => ({ label, value: Math.max(0, values[index] ?? 0), index })).filter(({ value }) => value > 0);
  if (parts.length <= MOST_PARTS) {
    return parts.map((part, index) => ({ ...part, index }));
  }
  const falling = [...parts].sort((a, b) => b.value - a.value);
  const rest = falling.slice(MOST_PARTS - 1);
  const others = { label: `${rest.length} others`, value: rest.reduce((sum, { value }) => sum + value, 0), index: 0 };
  return [...falling.slice(0, MOST_PARTS - 1), others].map((part, index) => ({ ...part, index }));
}

/**
 * @param {number} count of labels along the axis
 * @param {number} most how many have room
 * @returns {(index: number) => boolean} which of them are written
 */
export function labelled(count, most) {
  const every = Math.max(1, Math.ceil(count / Math.max(1, most)));
  return (index) => index % every === 0;
}

/**
 * @param {number} from in turns, beginning at the top
 * @param {number} to
 * @param {number} outer
 * @param {number} inner
 * @returns {string} the path of a part of a ring around the origin
 */
export function arc(from, to, outer, inner) {
  const end = Math.min(to, from + 0.99999);
  const at = (/** @type {number} */ turn, /** @type {number} */ radius) =>
    `${(Math.sin(turn * 2 * Math.PI) * radius).toFixed(2)} ${(-Math.cos(turn * 2 * Math.PI) * radius).toFixed(2)}`;
  const large = end - from > 0.5 ? 1 : 0;
  return `M${at(from, outer)}A${outer} ${outer} 0 ${large} 1 ${at(end, outer)}L${at(end, inner)}A${inner} ${inner} 0 ${large} 0 ${at(from, inner)}Z`;
}
