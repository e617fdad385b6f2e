import { isWritingIn } from '../data/focus.js';
import { onFault } from './guard.js';
import { revisionOf } from './revision.js';

/** @typedef {import('../data/types.js').Shown} Shown */
/** @typedef {HTMLElement & { ctx?: object, updateComplete?: Promise<unknown>, saveState?: () => unknown, restoreState?: (state: unknown) => void }} PluginElement */

/**
 * The box around a plugin's element. A new revision's element is drawn out of sight first; only when that worked does it
 * take the place, and the state, of the one before.
 */
export class ElementHost extends HTMLElement {
  /** @type {PluginElement | undefined} */
  #shown;
  #digest = '';
  /** @type {Promise<void>} */
  #last = Promise.resolve();

  constructor() {
    super();
    /** Told when an element that is shown fails. @type {(error: Error) => void} */
    this.failed = () => {};
    onFault(this, (error) => this.failed(error));
  }

  /**
   * Shows a plugin's element; calls wait for one another.
   *
   * @param {Shown} what
   * @param {object} subject what it is told of, besides who it is
   * @returns {Promise<void>} fails where the element can't be shown; the one before then stays
   */
  show(what, subject) {
    const next = this.#last.catch(() => {}).then(() => this.#show(what, subject));
    this.#last = next;
    return next;
  }

  /** The revision whose element is shown; empty where there is none. */
  get digest() {
    return this.#digest;
  }

  /** Whether the reader is writing in it, and must not be disturbed. */
  get isInUse() {
    return isWritingIn(this);
  }

  /**
   * @param {Shown} what
   * @param {object} subject
   */
  async #show(what, subject) {
    const ctx = { plugin: what.plugin, version: what.version, rev: what.digest, ...subject };
    if (this.#shown && this.#digest === what.digest) {
      this.#shown.ctx = ctx;
      return;
    }
    const revision = await revisionOf(what);
    const element = /** @type {PluginElement} */ (await revision.create(what.element ?? ''));
    element.ctx = ctx;
    await this.#tryOut(element);
    this.#shown?.remove();
    element.hidden = false;
    this.#shown = element;
    this.#digest = what.digest;
  }

  /** @param {PluginElement} element */
  async #tryOut(element) {
    /** @type {Error | undefined} */
    let fault;
    const stop = onFault(element, (error) => (fault = error));
    element.hidden = true;
    try {
      this.#handOver(element);
      this.append(element);
      await element.updateComplete;
      if (fault) {
        throw fault;
      }
    } catch (reason) {
      element.remove();
      throw reason;
    } finally {
      stop();
    }
  }

  /** A state that can't be saved or is not understood is lost, and the element starts afresh. @param {PluginElement} next */
  #handOver(next) {
    try {
      const state = this.#shown?.saveState?.();
      if (state !== undefined) {
        next.restoreState?.(structuredClone(state));
      }
    } catch (reason) {
      console.warn('The state of the earlier revision was not taken over.', reason);
    }
  }
}

customElements.define('cb-element-host', ElementHost);
