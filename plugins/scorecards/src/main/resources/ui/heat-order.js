/** @typedef {import('./data.js').HeatMap} HeatMap */
/** @typedef {import('./data.js').HeatRow} HeatRow */

const NAME = [150, 230];
const OWNER = 130;
const LEVEL = [76, 104];
const FLAT_FROM = 92;

/** The states in the order in which they want to be seen. */
const URGENCY = 'feuxp';

/**
 * @param {HeatMap} map
 * @param {string} order `level`, `name`, `owner` or `check:ID`
 * @returns {HeatRow[]} the rows in that order, alike ones by name
 */
export function sortedBy({ rows, checks }, order) {
  const index = order.startsWith('check:') ? checks.findIndex(({ id }) => id === order.slice(6)) : -1;
  const failed = new Map(rows.map((row) => [row, [...row.states].filter((letter) => letter === 'f').length]));
  const sum = (/** @type {HeatRow} */ { ranks }) => Object.values(ranks).reduce((all, rank) => all + rank, 0);
  /** @type {(a: HeatRow, b: HeatRow) => number} */
  let compare = (a, b) => sum(a) - sum(b) || (failed.get(b) ?? 0) - (failed.get(a) ?? 0);
  if (index >= 0) {
    compare = (a, b) => URGENCY.indexOf(a.states[index]) - URGENCY.indexOf(b.states[index]);
  } else if (order === 'name') {
    compare = () => 0;
  } else if (order === 'owner') {
    compare = (a, b) => (a.owner ?? '~').localeCompare(b.owner ?? '~');
  }
  const names = new Intl.Collator(undefined, { numeric: true });
  return [...rows].sort((a, b) => compare(a, b) || names.compare(a.title, b.title));
}

/**
 * @param {HeatMap} map
 * @param {number} room in pixels
 * @returns {{ isFlat: boolean, isNarrow: boolean, columns: number[] }} how wide the columns are, whether the heads of checks can be read without turning
 *     one's own, and whether owners have no room
 */
export function widthsOf({ tracks, checks }, room) {
  const isNarrow = room < 640;
  const before = [NAME[isNarrow ? 0 : 1], ...(isNarrow ? [] : [OWNER]), ...tracks.map(() => LEVEL[isNarrow ? 0 : 1])];
  const rest = (room - 14 - before.reduce((sum, width) => sum + width, 0)) / Math.max(1, checks.length);
  const isFlat = rest >= FLAT_FROM;
  const width = Math.floor(isFlat ? Math.min(rest, 160) : Math.max(26, Math.min(rest, 48)));
  return { isFlat, isNarrow, columns: [...before, ...checks.map(() => width)] };
}
