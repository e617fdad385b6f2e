/**
 * @typedef {object} Parts
 * @property {() => HTMLInputElement} field
 * @property {() => import('./entity-table.js').EntityTable | null} table
 * @property {() => void} clear the field and what it says
 */

/**
 * What the keys do on the page of the catalog: `/` goes to the field, j and k from row to row, and from the field an arrow
 * leads into the rows.
 *
 * @param {Parts} parts
 */
export function keysOf({ field, table, clear }) {
  return {
    /** @param {KeyboardEvent} event */
    pressed(event) {
      const target = /** @type {HTMLElement} */ (event.composedPath()[0]);
      const isWriting = target.matches?.('input:not([type=checkbox]), textarea, select');
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting) {
        return;
      }
      if (event.key === '/') {
        event.preventDefault();
        field().focus();
        field().select();
      } else if (event.key === 'j' || event.key === 'k') {
        event.preventDefault();
        table()?.move(event.key === 'j' ? 1 : -1);
      }
    },

    /** @param {KeyboardEvent} event */
    pressedInField(event) {
      if (event.key === 'ArrowDown' || event.key === 'Enter') {
        event.preventDefault();
        table()?.move(0);
      } else if (event.key === 'Escape') {
        field().value = '';
        clear();
      }
    },
  };
}
