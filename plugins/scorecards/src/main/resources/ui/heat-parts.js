/** @typedef {import('./data.js').HeatMap} HeatMap */
/** @typedef {import('./data.js').HeatRow} HeatRow */

/** How many rows are asked for at once; the first of them come with the map. */
export const PART = 200;
/** So many parts are kept. */
const MOST = 40;
/** Who scrolls on within this time, in milliseconds, is not in want of what went by. */
const PAUSE = 40;

/** The rows of a heat map, of which only what was in sight is here. */
export class HeatParts {
  /** @type {Map<number, { rows: HeatRow[], version: string }>} */
  #parts = new Map();
  /** @type {Set<number>} */
  #asked = new Set();
  #question = '';
  #version = '';
  #wanted = [0, 0];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  total = 0;

  /** @param {import('./data.js').Portal} portal @param {() => void} told when more is here */
  constructor(portal, told) {
    this.portal = portal;
    this.told = told;
  }

  /** Begins with what came with a map. Of the same question what was here before is shown until it was asked for anew. @param {HeatMap} map @param {string} question */
  begin({ rows, total, version }, question) {
    if (question !== this.#question) {
      this.#parts.clear();
    }
    this.#question = question;
    this.#version = version;
    this.total = total;
    this.#asked.clear();
    this.#parts.set(0, { rows, version });
  }

  /** @param {number} index @returns {HeatRow | undefined} nothing where it is not here yet */
  at(index) {
    return this.#parts.get(Math.floor(index / PART))?.rows[index % PART];
  }

  /** @param {number} first @param {number} last */
  slice(first, last) {
    return Array.from({ length: last - first }, (_, place) => this.at(first + place));
  }

  /** Asks for what is missing of these rows and those beside them. @param {number} first @param {number} last */
  want(first, last) {
    this.#wanted = [Math.max(0, first - PART / 2), Math.min(this.total, last + PART / 2)];
    if (!this.#timer && this.#missing().length) {
      this.#timer = setTimeout(() => {
        this.#timer = undefined;
        this.#missing().forEach((place) => this.#read(place));
      }, PAUSE);
    }
  }

  #missing() {
    const [first, last] = this.#wanted;
    const places = [];
    for (let place = Math.floor(first / PART); place * PART < last; place += 1) {
      if (!this.#asked.has(place) && this.#parts.get(place)?.version !== this.#version) {
        places.push(place);
      }
    }
    return places;
  }

  /** @param {number} place */
  async #read(place) {
    const question = this.#question;
    this.#asked.add(place);
    try {
      const { rows, version } = await (await this.portal.fetch(`${question.replace('heatmap?', 'heatmap/rows?')}&offset=${place * PART}`)).json();
      if (question === this.#question) {
        this.#parts.delete(place);
        this.#parts.set(place, { rows, version });
        this.#forget();
        this.told();
      }
    } catch {
      this.#asked.delete(place);
    }
  }

  /** Drops what came first and is out of sight. */
  #forget() {
    const [first, last] = this.#wanted;
    for (const place of this.#parts.keys()) {
      if (this.#parts.size <= MOST) {
        return;
      }
      if (place > 0 && ((place + 1) * PART <= first || place * PART >= last)) {
        this.#parts.delete(place);
        this.#asked.delete(place);
      }
    }
  }
}
