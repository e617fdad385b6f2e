import { versioned } from './versions.js';

/** Fetches the page that is probably read next, once, while the browser has nothing else to do. */
export class Ahead {
  #asked = '';
  /** @type {Promise<any> | undefined} */
  #page = undefined;

  /**
   * @param {string} asked which page of which documentation
   * @param {() => Promise<any>} load
   */
  fetch(asked, load) {
    const { saveData = false } = /** @type {any} */ (navigator).connection ?? {};
    if (asked !== this.#asked && !saveData) {
      this.#asked = asked;
      this.#page = undefined;
      whenIdle(() => {
        if (asked === this.#asked) {
          this.#page = load().catch(() => undefined);
        }
      });
    }
  }

  /** @param {string} asked @returns {Promise<any>} the page, if it was fetched; it is given once */
  async take(asked) {
    const page = asked === this.#asked ? this.#page : undefined;
    if (page) {
      this.#asked = '';
    }
    return page;
  }
}

/** @param {() => void} work */
function whenIdle(work) {
  const wait = window.requestIdleCallback ?? ((/** @type {() => void} */ later) => setTimeout(later, 500));
  wait(work, { timeout: 3000 });
}

/**
 * Where a page is asked for.
 *
 * @param {string} api
 * @param {string} page
 * @param {string} version
 * @param {string} [known] what was shown of it before
 */
export function pageAt(api, page, version, known = '') {
  return `${api}/page?at=${encodeURIComponent(page)}&known=${known}${versioned(version, '&')}`;
}

/**
 * Where a drawing of a diagram of PlantUML is asked for, up to the number of it on the page.
 *
 * @param {string} api
 * @param {string} page the one that it is on
 * @param {string} version
 */
export function umlAt(api, page, version) {
  return `${api}/uml?at=${encodeURIComponent(page)}${versioned(version, '&')}&number=`;
}
