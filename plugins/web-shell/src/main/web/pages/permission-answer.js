import { LitElement } from 'lit';
import { Load } from '../elements/load.js';

/**
 * What the policy answers to the question in the address, once that is complete, and again when the policy is another.
 *
 * @template T
 */
export class PermissionAnswer extends LitElement {
  static properties = { query: { attribute: false }, policy: { attribute: false } };

  /** @type {string | undefined} */
  #asked;
  #key;

  /**
   * @param {string} key what must be in the address
   * @param {(query: URLSearchParams, signal: AbortSignal) => Promise<T>} ask
   */
  constructor(key, ask) {
    super();
    this.#key = key;
    this.query = new URLSearchParams();
    /** @type {import('../data/permissions.js').Policy | undefined} */
    this.policy = undefined;
    /** @type {Load<T>} */
    this.answer = new Load(this, (signal) => ask(this.query, signal));
  }

  get isComplete() {
    return !!this.query.get(this.#key);
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    const asked = this.query.toString();
    if (this.isComplete && (asked !== this.#asked || changed.get('policy'))) {
      if (asked !== this.#asked) {
        this.answer.forget();
      }
      this.#asked = asked;
      this.answer.run();
    }
  }
}
