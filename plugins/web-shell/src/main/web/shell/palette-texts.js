import { searchTexts } from '../data/search.js';

/** @typedef {import('../data/search.js').Hit} Hit */

export const MOST_TEXTS = 5;
/** Longer than entities are waited for: those are not to wait for texts. */
const PAUSE = 180;

/** What plugins' texts say of what is typed; what was found last stays until there is something else. */
export class Texts {
  /** @type {Hit[]} */
  found = [];
  isBusy = false;
  #timer = 0;
  #aborter = new AbortController();

  /** @param {import('lit').ReactiveControllerHost} host */
  constructor(host) {
    this.host = host;
    host.addController(this);
  }

  hostDisconnected() {
    this.look('');
  }

  /** @param {string} words */
  look(words) {
    clearTimeout(this.#timer);
    this.#aborter.abort();
    this.isBusy = !!words;
    if (words) {
      this.#timer = window.setTimeout(() => this.#search(words), PAUSE);
    } else {
      this.found = [];
    }
  }

  /** Where it fails there are entities still. @param {string} words */
  async #search(words) {
    this.#aborter = new AbortController();
    const { signal } = this.#aborter;
    const found = await searchTexts(words, MOST_TEXTS, signal).catch(() => []);
    if (!signal.aborted) {
      this.found = found;
      this.isBusy = false;
      this.host.requestUpdate();
    }
  }
}
