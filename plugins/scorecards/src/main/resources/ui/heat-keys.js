/** @typedef {{ row: number, column: number }} Cell where the row -1 is that of the heads */

/**
 * Where a key leads, as in a spreadsheet.
 *
 * @param {{ key: string, ctrlKey: boolean }} event
 * @param {Cell} from
 * @param {Cell} last
 * @param {number} page how many rows can be seen
 * @returns {Cell | undefined} nothing where it leads nowhere
 */
export function cellAfter({ key, ctrlKey }, { row, column }, last, page) {
  /** @type {Record<string, [number, number]>} */
  const ways = {
    ArrowDown: [row + 1, column],
    ArrowUp: [row - 1, column],
    ArrowRight: [row, column + 1],
    ArrowLeft: [row, column - 1],
    PageDown: [row + page, column],
    PageUp: [row - page, column],
    Home: ctrlKey ? [-1, 0] : [row, 0],
    End: ctrlKey ? [last.row, last.column] : [row, last.column],
  };
  const way = ways[key];
  return way && { row: clamp(way[0], -1, last.row), column: clamp(way[1], 0, last.column) };
}

/** @param {number} value @param {number} least @param {number} most */
function clamp(value, least, most) {
  return Math.max(least, Math.min(most, value));
}

/** Gives the cell that keys act on its name; the one that had it may be another's by now. @param {Element | DocumentFragment} root @param {Element | undefined} cell */
export function nameActive(root, cell) {
  root.querySelector('#active')?.removeAttribute('id');
  if (cell) {
    cell.id = 'active';
  }
}
