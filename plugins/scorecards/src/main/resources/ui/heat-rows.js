/** Rows that are there beside those that can be seen, at each end. */
const SPARE = 5;


/** Keeps only the rows of a table that can be seen in the document, in their order, and uses each again for another. */
export class HeatRows {
  /** @type {{ index: number, element: HTMLTableRowElement }[]} */
  #lines = [];
  #count = 0;

  /**
   * @param {HTMLElement} scroller what scrolls
   * @param {HTMLTableSectionElement} body begins and ends with a row that takes the place of those that are not there
   * @param {number} height of a row, in pixels
   * @param {{ make: () => HTMLTableRowElement, fill: (row: HTMLTableRowElement, index: number) => void }} draw
   */
  constructor(scroller, body, height, draw) {
    this.scroller = scroller;
    this.body = body;
    this.height = height;
    this.draw = draw;
  }

  /** @returns {HTMLTableRowElement} */
  get #end() {
    return /** @type {HTMLTableRowElement} */ (this.body.lastElementChild);
  }

  /** Throws all rows away: those to come have other columns. */
  clear() {
    this.#lines.forEach(({ element }) => element.remove());
    this.#lines = [];
  }

  /** @param {number} count of all rows */
  show(count) {
    this.#count = count;
    this.update({ all: true });
  }

  /** Puts the rows where they are to be seen; draws those that are new, or all where their content changed. */
  update({ all = false } = {}) {
    const [first, last] = this.#visible();
    this.#resize(last - first);
    this.#turn(first);
    this.#lines.forEach((line, place) => {
      if (all || line.index !== first + place) {
        line.index = first + place;
        this.draw.fill(line.element, line.index);
      }
    });
    stretch(/** @type {HTMLElement} */ (this.body.firstElementChild), first * this.height);
    stretch(this.#end, (this.#count - last) * this.height);
  }

  /** @param {number} index @returns {HTMLTableRowElement | undefined} the row, where it is in the document */
  at(index) {
    return this.#lines.find((line) => line.index === index)?.element;
  }

  /** @param {Element} row @returns {number} which it is; -1 where it is none of these */
  indexOf(row) {
    return this.#lines.find(({ element }) => element === row)?.index ?? -1;
  }

  /** Scrolls a row into sight. @param {number} index */
  reveal(index) {
    const top = index * this.height;
    const room = this.scroller.clientHeight - this.body.offsetTop;
    if (top < this.scroller.scrollTop) {
      this.scroller.scrollTop = top;
    } else if (top + this.height > this.scroller.scrollTop + room) {
      this.scroller.scrollTop = top + this.height - room;
    }
    this.update();
  }

  /** @returns {[number, number]} the first row, and the one behind the last */
  #visible() {
    const fits = Math.ceil(this.scroller.clientHeight / this.height) + 2 * SPARE;
    const first = Math.floor(this.scroller.scrollTop / this.height) - SPARE;
    const start = Math.max(0, Math.min(first, this.#count - fits));
    return [start, Math.min(this.#count, start + fits)];
  }

  /** @param {number} wanted */
  #resize(wanted) {
    while (this.#lines.length > wanted) {
      this.#lines.pop()?.element.remove();
    }
    while (this.#lines.length < wanted) {
      const element = this.draw.make();
      this.#end.before(element);
      this.#lines.push({ index: -1, element });
    }
  }

  /** Moves rows that scrolled out at one end to the other. @param {number} first */
  #turn(first) {
    const moved = first - (this.#lines[0]?.index ?? first);
    if (Math.abs(moved) >= this.#lines.length || this.#lines[0]?.index === -1) {
      return;
    }
    if (moved > 0) {
      const lines = this.#lines.splice(0, moved);
      this.#end.before(...lines.map(({ element }) => element));
      this.#lines.push(...lines);
    } else if (moved < 0) {
      const lines = this.#lines.splice(moved);
      this.body.firstElementChild?.after(...lines.map(({ element }) => element));
      this.#lines.unshift(...lines);
    }
  }
}

/** @param {HTMLElement} spacer @param {number} height */
function stretch(spacer, height) {
  spacer.style.height = `${height}px`;
  spacer.hidden = height === 0;
}
