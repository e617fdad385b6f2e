/** How often what is shown is looked at again, in milliseconds; scores change without an event of their own. */
const LOOK_AGAIN = 10_000;
const PENDING = 1000;
/** How long after a change in the catalog scores may be others: at once, or when they are computed. */
const AFTER_CHANGE = [400, 2600];

/**
 * Reads something for an element, and again when it may have changed, for as long as the element is shown.
 *
 * @template T
 */
export class Watch {
  /** @type {T | undefined} */
  value;
  /** @type {any} */
  fault;
  /** When the answer was here, for who measures how long it takes to be painted. */
  arrived = 0;
  /** What the value is the answer to. */
  answers = '';
  #asked = '';
  #text = '';
  #number = 0;
  /** @type {Set<ReturnType<typeof setTimeout>>} */
  #timers = new Set();
  #stop = () => {};

  /**
   * @param {import('lit').ReactiveControllerHost} host
   * @param {import('./data.js').Portal} portal
   * @param {() => string | undefined} path what to ask for; nothing where nothing is wanted now
   */
  constructor(host, portal, path) {
    this.host = host;
    this.portal = portal;
    this.path = path;
    /** Settled when what was asked for last has been answered. @type {Promise<void>} */
    this.settled = Promise.resolve();
    host.addController(this);
  }

  hostConnected() {
    const timer = window.setInterval(() => this.#lookAgain(), LOOK_AGAIN);
    const still = this.portal.on('entities', () => this.#soon(AFTER_CHANGE));
    this.#stop = () => {
      still();
      clearInterval(timer);
      this.#timers.forEach(clearTimeout);
      this.#timers.clear();
    };
    this.#lookAgain();
  }

  hostDisconnected() {
    this.#stop();
  }

  hostUpdate() {
    if ((this.path() ?? '') !== this.#asked) {
      this.run();
    }
  }

  /** @param {number[]} pauses */
  #soon(pauses) {
    if (this.#timers.size) {
      return;
    }
    pauses.forEach((pause) => {
      const timer = setTimeout(() => {
        this.#timers.delete(timer);
        this.#lookAgain();
      }, pause);
      this.#timers.add(timer);
    });
  }

  #lookAgain() {
    if (this.#asked && document.visibilityState === 'visible') {
      this.run();
    }
  }

  /** Asks, unless nothing is wanted. What was there before stays while the same is asked for again. */
  run() {
    const path = this.path() ?? '';
    if (path !== this.#asked) {
      this.#asked = path;
      this.#text = '';
      this.fault = undefined;
    }
    this.settled = path ? this.#read(path) : Promise.resolve();
    return this.settled;
  }

  /** Takes an answer to another request for the one to this. @param {string} text */
  take(text) {
    this.#number += 1;
    this.#show(text);
  }

  /** @param {string} path */
  async #read(path) {
    const number = ++this.#number;
    try {
      const text = await (await this.portal.fetch(path)).text();
      if (number === this.#number) {
        this.#show(text);
      }
    } catch (reason) {
      if (number === this.#number && !this.portal.signal.aborted) {
        this.fault = reason;
        this.host.requestUpdate();
      }
    }
  }

  /** Forgets what was read, for the sake of another thing. */
  forget() {
    this.value = undefined;
    this.#asked = '';
  }

  /** @param {string} text */
  #show(text) {
    const isOther = text !== this.#text || this.value === undefined;
    if (isOther) {
      this.arrived = performance.now();
      this.#text = text;
      this.answers = this.#asked;
      this.value = JSON.parse(text);
    }
    if (isOther || this.fault) {
      this.fault = undefined;
      this.host.requestUpdate();
    }
    if (/** @type {any} */ (this.value).pending) {
      this.#soon([PENDING]);
    }
  }
}
