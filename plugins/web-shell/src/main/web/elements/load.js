/** @typedef {import('lit').ReactiveController} ReactiveController */

/**
 * Reads something for an element and keeps it: what was read last stays while it is read again.
 *
 * @template T
 * @implements {ReactiveController}
 */
export class Load {
  /** @type {T | undefined} */
  value;
  /** @type {{ message: string, hint?: string, status?: number } | undefined} */
  error;
  #aborter = new AbortController();
  #started = false;
  /** @type {Promise<void> | undefined} */
  #last;

  /**
   * @param {import('lit').ReactiveControllerHost} host
   * @param {(signal: AbortSignal) => Promise<T>} read
   */
  constructor(host, read) {
    this.host = host;
    this.read = read;
    host.addController(this);
  }

  hostConnected() {
    if (this.#started) {
      this.run();
    }
  }

  hostDisconnected() {
    this.#aborter.abort();
  }

  /** Forgets what was read, for the sake of another thing. */
  forget() {
    this.value = undefined;
    this.error = undefined;
  }

  /** Reads, unless another run overtakes this one; it is over when the last one is. */
  async run() {
    let run = (this.#last = this.#readOnce());
    await run;
    while (run !== this.#last) {
      run = this.#last;
      await run;
    }
  }

  async #readOnce() {
    this.#started = true;
    this.#aborter.abort();
    this.#aborter = new AbortController();
    const { signal } = this.#aborter;
    try {
      const value = await this.read(signal);
      this.#settle(signal, value, undefined);
    } catch (reason) {
      this.#settle(signal, this.value, /** @type {Error} */ (reason));
    }
  }

  /**
   * @param {AbortSignal} signal
   * @param {T | undefined} value
   * @param {Error | undefined} error
   */
  #settle(signal, value, error) {
    if (!signal.aborted) {
      this.value = value;
      this.error = error;
      this.host.requestUpdate();
    }
  }

  /**
   * @param {{ loading: () => unknown, failed: (error: { message: string, hint?: string }) => unknown, done: (value: T) => unknown }} states
   */
  render({ loading, failed, done }) {
    if (this.value !== undefined) {
      return done(this.value);
    }
    return this.error ? failed(this.error) : loading();
  }
}
