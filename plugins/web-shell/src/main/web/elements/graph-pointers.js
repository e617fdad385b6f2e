/** @typedef {{ x: number, y: number }} Point */
/** @typedef {{ move: (x: number, y: number) => void, zoom: (factor: number, at: Point) => void }} Moves */

const STILL = 4;

/** What fingers and the mouse do to a picture: one moves it, two make it larger or smaller. */
export class Pointers {
  /** @type {Map<number, Point>} */
  #down = new Map();

  /** @param {Element} box @param {Moves} moves */
  constructor(box, moves) {
    this.box = box;
    this.moves = moves;
    /** Whether the picture was moved, so that the click at the end is none. */
    this.drags = false;
  }

  /** @param {MouseEvent} event @returns {Point} where it is in the box */
  at({ clientX, clientY }) {
    const { left, top } = this.box.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }

  /** @param {WheelEvent} event */
  wheel(event) {
    event.preventDefault();
    this.moves.zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0018)), this.at(event));
  }

  /** @param {PointerEvent} event */
  down(event) {
    if (event.button === 0) {
      this.#down.set(event.pointerId, this.at(event));
      this.drags = false;
    }
  }

  /** @param {PointerEvent} event */
  moved(event) {
    const before = this.#down.get(event.pointerId);
    const now = this.at(event);
    if (!before || (!this.drags && distance(before, now) < STILL)) {
      return;
    }
    this.drags = true;
    /** @type {Element} */ (event.currentTarget).setPointerCapture(event.pointerId);
    this.#down.set(event.pointerId, now);
    const other = [...this.#down].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      this.moves.zoom(distance(now, other) / distance(before, other), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
    } else {
      this.moves.move(now.x - before.x, now.y - before.y);
    }
  }

  /** @param {PointerEvent} event */
  up(event) {
    this.#down.delete(event.pointerId);
    // the click that ends a drag comes right behind
    setTimeout(() => (this.drags = false));
  }
}

/** @param {Point} one @param {Point} other */
function distance(one, other) {
  return Math.hypot(one.x - other.x, one.y - other.y) || 1;
}
