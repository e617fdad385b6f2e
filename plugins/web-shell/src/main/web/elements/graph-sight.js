/** How much of a picture is seen, and from where: the picture is put at x and y, and made k times as large. */

/** @typedef {{ x: number, y: number, k: number }} Sight */
/** @typedef {{ width: number, height: number }} Size */

const SMALLEST = 0.15;
const LARGEST = 2.5;
const LEGIBLE = 0.8;

/**
 * @param {Size} room
 * @param {Size} picture
 * @param {{ x: number, y: number }} middle what is in the middle where not all can be read at once
 * @param {boolean} [isWhole] all of it, however small
 * @returns {Sight}
 */
export function fitted(room, picture, middle, isWhole = false) {
  const all = Math.min(room.width / picture.width, room.height / picture.height);
  const k = Math.max(isWhole ? SMALLEST : LEGIBLE, Math.min(1.15, all));
  const place = (/** @type {number} */ space, /** @type {number} */ length, /** @type {number} */ point) =>
    length * k <= space ? (space - length * k) / 2 : Math.min(0, Math.max(space - length * k, space / 2 - point * k));
  return { x: place(room.width, picture.width, middle.x), y: place(room.height, picture.height, middle.y), k };
}

/**
 * @param {Sight} sight
 * @param {number} factor
 * @param {{ x: number, y: number }} at stays where it is
 * @returns {Sight}
 */
export function zoomed({ x, y, k }, factor, at) {
  const larger = Math.max(SMALLEST, Math.min(LARGEST, k * factor));
  return { x: at.x - ((at.x - x) * larger) / k, y: at.y - ((at.y - y) * larger) / k, k: larger };
}

/**
 * @param {Sight} sight
 * @param {Size} room
 * @param {{ x: number, y: number, width: number, height: number }} box on the picture
 * @returns {Sight} moved no further than it must so that the box is seen
 */
export function revealing({ x, y, k }, room, box) {
  const shift = (/** @type {number} */ start, /** @type {number} */ length, /** @type {number} */ space) => {
    const margin = Math.min(24, (space - length) / 2);
    return Math.max(0, margin - start) || Math.min(0, space - margin - start - length);
  };
  return { x: x + shift(x + box.x * k, box.width * k, room.width), y: y + shift(y + box.y * k, box.height * k, room.height), k };
}
