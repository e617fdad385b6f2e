/**
 * Something that can be listened to.
 *
 * @template T
 */
export class Topic {
  /** @type {Set<(value: T) => void>} */
  #listeners = new Set();

  /**
   * @param {(value: T) => void} listener
   * @returns {() => void} stops listening
   */
  listen(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** @param {T} value */
  tell(value) {
    for (const listener of [...this.#listeners]) {
      listener(value);
    }
  }
}

/**
 * Makes many calls in a short time into one.
 *
 * @param {() => void} action
 * @param {number} [millis]
 * @returns {() => void}
 */
export function coalesced(action, millis = 50) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = window.setTimeout(action, millis);
  };
}
