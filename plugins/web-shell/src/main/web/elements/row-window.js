import { render } from 'lit';

/** How many rows there are at once, unless more can be seen. */
const MOST = 40;
const SPARE = 6;

/** For so long rows must have stood still before their nodes are put in order, in milliseconds. */
const REST = 120;

/** @typedef {{ index: number, element: HTMLElement, isWaiting: boolean }} Row */

/**
 * Keeps only the rows that can be seen in the document, and uses each row's nodes again for another. Nodes that change their
 * place in the document are styled and laid out from scratch, so those of moving rows stay where they are; when the rows
 * stand still, the nodes are put in the order of the rows.
 */
export class RowWindow {
  /** In the order in which they are seen. @type {Row[]} */
  #rows = [];
  #count = 0;
  #rest = 0;

  /**
   * @param {HTMLElement} scroller what scrolls
   * @param {HTMLElement} body gets the rows, and the height of all of them
   * @param {number} height of a row, in pixels
   * @param {(index: number) => unknown} draw makes the template of a row's cells; nothing for a row that has not come yet
   */
  constructor(scroller, body, height, draw) {
    this.scroller = scroller;
    this.body = body;
    this.height = height;
    this.draw = draw;
  }

  /** @param {number} count of all rows */
  setCount(count) {
    if (count !== this.#count) {
      this.#count = count;
      this.body.style.height = `${count * this.height}px`;
    }
  }

  /** Puts the rows where they are to be seen and draws those that moved; all of them where their content changed. */
  update({ all = false } = {}) {
    const [first, last] = this.#visible();
    const wanted = Math.max(0, last - first);
    this.#resize(wanted);
    this.#turn(first);
    this.#rows.forEach((row, place) => {
      if (all || row.index !== first + place) {
        this.#fill(row, first + place);
      }
    });
  }

  /** Draws these again, as far as they are there. @param {number[]} indexes */
  redraw(indexes) {
    this.#rows.filter(({ index }) => indexes.includes(index)).forEach((row) => this.#fill(row, row.index));
  }

  /**
   * @param {number} index
   * @returns {HTMLElement | undefined} the row, scrolled into sight
   */
  reveal(index) {
    const top = index * this.height;
    const room = this.scroller.clientHeight - this.body.offsetTop;
    if (top < this.scroller.scrollTop) {
      this.scroller.scrollTop = top;
    } else if (top + this.height > this.scroller.scrollTop + room) {
      this.scroller.scrollTop = top + this.height - room;
    }
    this.update();
    return this.#rows.find((row) => row.index === index)?.element;
  }

  /** @returns {[number, number]} the first row, and the one behind the last */
  #visible() {
    const seen = Math.ceil(this.scroller.clientHeight / this.height) + 1;
    const spare = Math.max(1, Math.min(SPARE, Math.floor((MOST - seen) / 2)));
    const first = Math.floor(this.scroller.scrollTop / this.height) - spare;
    const fits = seen + 2 * spare;
    const start = Math.max(0, Math.min(first, this.#count - fits));
    return [start, Math.min(this.#count, start + fits)];
  }

  /** @param {number} wanted */
  #resize(wanted) {
    if (wanted !== this.#rows.length) {
      this.#order();
    }
    while (this.#rows.length > wanted) {
      this.#rows.pop()?.element.remove();
    }
    while (this.#rows.length < wanted) {
      const element = document.createElement('div');
      element.setAttribute('role', 'row');
      element.className = 'line';
      this.body.append(element);
      this.#rows.push({ index: -1, element, isWaiting: false });
    }
  }

  /** Rows that scrolled out at one end are seen at the other. @param {number} first */
  #turn(first) {
    const moved = first - (this.#rows[0]?.index ?? first);
    if (moved === 0 || Math.abs(moved) >= this.#rows.length) {
      return;
    }
    if (moved > 0) {
      this.#rows.push(...this.#rows.splice(0, moved));
    } else {
      this.#rows.unshift(...this.#rows.splice(moved));
    }
    clearTimeout(this.#rest);
    this.#rest = window.setTimeout(() => this.#order(), REST);
  }

  /** The nodes are a ring: the shorter part goes to its other end, unless it has the focus, which moving would take from it. */
  #order() {
    const elements = this.#rows.map(({ element }) => element);
    const start = elements.indexOf(/** @type {HTMLElement} */ (this.body.firstElementChild));
    const [before, behind] = [elements.slice(0, start), elements.slice(start)];
    const isFocused = (/** @type {HTMLElement[]} */ part) => part.some((element) => element.matches(':focus-within'));
    if (isFocused(behind) || (before.length <= behind.length && !isFocused(before))) {
      this.body.prepend(...before);
    } else {
      this.body.append(...behind);
    }
  }

  /**
   * What the nodes of a row show stays in them, out of sight, until the other row has come: that is then mere text to change.
   *
   * @param {Row} row
   * @param {number} index
   */
  #fill(row, index) {
    const { element } = row;
    if (row.index !== index) {
      row.index = index;
      element.style.transform = `translateY(${index * this.height}px)`;
      element.setAttribute('aria-rowindex', String(index + 2));
    }
    const cells = this.draw(index);
    if (row.isWaiting !== !cells) {
      row.isWaiting = !cells;
      element.classList.toggle('waiting', row.isWaiting);
      element.ariaLabel = row.isWaiting ? 'Loading' : null;
      element.ariaBusy = row.isWaiting ? 'true' : null;
    }
    if (cells) {
      render(cells, element);
    }
  }
}
