import { render } from 'lit';

/** How many rows there are at once, unless more can be seen. */
const MOST = 40;
const SPARE = 6;

/** Keeps only the rows that can be seen in the document, in their order, and uses each row's nodes again for another. */
export class RowWindow {
  /** @type {{ index: number, element: HTMLElement }[]} */
  #rows = [];
  #count = 0;

  /**
   * @param {HTMLElement} scroller what scrolls
   * @param {HTMLElement} body gets the rows, and the height of all of them
   * @param {number} height of a row, in pixels
   * @param {(index: number) => unknown} draw makes the template of a row's cells
   */
  constructor(scroller, body, height, draw) {
    this.scroller = scroller;
    this.body = body;
    this.height = height;
    this.draw = draw;
  }

  /** @param {number} count of all rows */
  setCount(count) {
    this.#count = count;
    this.body.style.height = `${count * this.height}px`;
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
    while (this.#rows.length > wanted) {
      this.#rows.pop()?.element.remove();
    }
    while (this.#rows.length < wanted) {
      const element = document.createElement('div');
      element.setAttribute('role', 'row');
      element.className = 'line';
      this.body.append(element);
      this.#rows.push({ index: -1, element });
    }
  }

  /** Moves rows that scrolled out at one end to the other. @param {number} first */
  #turn(first) {
    const moved = first - (this.#rows[0]?.index ?? first);
    if (Math.abs(moved) >= this.#rows.length) {
      return;
    }
    if (moved > 0) {
      const rows = this.#rows.splice(0, moved);
      this.body.append(...rows.map(({ element }) => element));
      this.#rows.push(...rows);
    } else if (moved < 0) {
      const rows = this.#rows.splice(moved);
      this.body.prepend(...rows.map(({ element }) => element));
      this.#rows.unshift(...rows);
    }
  }

  /**
   * @param {{ index: number, element: HTMLElement }} row
   * @param {number} index
   */
  #fill(row, index) {
    row.index = index;
    row.element.style.transform = `translateY(${index * this.height}px)`;
    row.element.setAttribute('aria-rowindex', String(index + 2));
    render(this.draw(index), row.element);
  }
}
