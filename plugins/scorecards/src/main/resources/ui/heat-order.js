/** @typedef {import('./data.js').HeatMap} HeatMap */

const NAME = [150, 230];
const OWNER = 130;
const LEVEL = [76, 104];
const FLAT_FROM = 92;
/** Scrollbars come and go with what is drawn; columns stay as they are then. */
const SCROLLBAR = 17;

/**
 * @param {HeatMap} map
 * @param {number} room in pixels
 * @returns {{ look: string, widths: Record<string, number> }} how the heads of checks stand and which columns there is room for, and how wide all are
 */
export function columnsOf({ tracks, checks }, room) {
  const isNarrow = room < 640;
  const name = NAME[isNarrow ? 0 : 1];
  const owner = isNarrow ? 0 : OWNER;
  const level = room < 440 ? 0 : LEVEL[isNarrow ? 0 : 1];
  const before = name + owner + level * tracks.length;
  const rest = (room - 2 * SCROLLBAR - before) / Math.max(1, checks.length);
  const isFlat = rest >= FLAT_FROM;
  const check = Math.floor(isFlat ? Math.min(rest, 132) : Math.max(26, Math.min(rest, 48)));
  const look = `${isFlat ? 'flat' : 'upright'} ${owner ? '' : 'narrow'} ${level ? '' : 'tiny'}`;
  return { look, widths: { name, owner, level, check, checks: check * checks.length, all: before + check * checks.length } };
}

/** @param {HeatMap} before @param {HeatMap} now @returns {boolean} whether both have the same columns */
export function isAlike(before, now) {
  const columns = (/** @type {HeatMap} */ { checks, tracks }) => JSON.stringify([checks, tracks]);
  return before === now || columns(before) === columns(now);
}

/** @param {number} before @param {number} now @returns {number} what to draw for: a little more or less is all the same, and nothing is seen of what has no width */
export function widthAfter(before, now) {
  return now && Math.abs(now - before) > SCROLLBAR ? Math.round(now) : before;
}
