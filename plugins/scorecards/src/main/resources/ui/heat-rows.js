/** Rows that are there beside those that can be seen, at each end; and by how many they go on at a time. */
const SPARE = 6;
const STEP = 4;

/** Keeps only the rows that can be seen in the document, in their order; they are filled anew instead of being moved. */
export class HeatRows {
  /** @type {HTMLElement[]} */
  #rows = [];
  #count = 0;
  #first = -1;

  /**
   * @param {HTMLElement} scroller what scrolls
   * @param {HTMLElement} body as high as all rows; its one child has those that are there
   * @param {number} height of a row, in pixels
   * @param {{ make: () => HTMLElement, fill: (row: HTMLElement, index: number) => void, paint: (first: number, last: number) => void }} draw
   */
  constructor(scroller, body, height, draw) {
    this.scroller = scroller;
    this.body = body;
    this.height = height;
    this.draw = draw;
    this.part = /** @type {HTMLElement} */ (body.firstElementChild);
  }

  /** Throws all rows away: those to come have other columns. */
  clear() {
    this.#rows.forEach((row) => row.remove());
    this.#rows = [];
  }

  /** @param {number} count of all rows */
  show(count) {
    this.#count = count;
    this.body.style.height = `${count * this.height}px`;
    this.#first = -1;
    this.update();
  }

  /** Fills the rows with what is to be seen, where that is something else than before. */
  update() {
    const fits = Math.ceil(this.scroller.clientHeight / this.height) + SPARE + STEP;
    const wanted = Math.floor((this.scroller.scrollTop / this.height - SPARE / 2) / STEP) * STEP;
    const first = Math.max(0, Math.min(wanted, this.#count - fits));
    const last = Math.min(this.#count, first + fits);
    if (first === this.#first && last - first === this.#rows.length) {
      return;
    }
    this.#first = first;
    this.#resize(last - first);
    this.part.style.transform = `translateY(${first * this.height}px)`;
    this.#rows.forEach((row, place) => this.draw.fill(row, first + place));
    this.draw.paint(first, last);
  }

  /** Paints what is there once more: colours are others. */
  repaint() {
    this.draw.paint(this.#first, this.#first + this.#rows.length);
  }

  /** @param {number} index @returns {HTMLElement | undefined} the row, where it is in the document */
  at(index) {
    return this.#rows[index - this.#first];
  }

  /** @param {Element} row @returns {number} which it is; -1 where it is none of these */
  indexOf(row) {
    const place = this.#rows.indexOf(/** @type {HTMLElement} */ (row));
    return place < 0 ? -1 : this.#first + place;
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

  /** @param {number} wanted */
  #resize(wanted) {
    while (this.#rows.length > wanted) {
      this.#rows.pop()?.remove();
    }
    while (this.#rows.length < wanted) {
      const row = this.draw.make();
      row.style.top = `${this.#rows.length * this.height}px`;
      this.part.append(row);
      this.#rows.push(row);
    }
  }
}
