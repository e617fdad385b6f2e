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

/**
 * Does something soon after it was called for, and once more where that was called for meanwhile: who calls on and on neither
 * puts it off nor breaks it off.
 *
 * @param {() => Promise<unknown>} action
 * @param {number} [millis]
 * @returns {() => void}
 */
export function soon(action, millis = 30) {
  let isWaiting = false;
  let isCalled = false;
  const act = async () => {
    isCalled = false;
    try {
      await action();
    } finally {
      isWaiting = false;
      if (isCalled) {
        call();
      }
    }
  };
  const call = () => {
    isCalled = true;
    if (!isWaiting) {
      isWaiting = true;
      setTimeout(act, millis);
    }
  };
  return call;
}
