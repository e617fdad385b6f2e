import { modelChanged } from '../data/events.js';
import { coalesced } from '../data/topic.js';
import { announce } from './toasts.js';

/** @typedef {import('lit').ReactiveController} ReactiveController */
/** @typedef {import('../data/types.js').Shown} Shown */
/** @typedef {import('../data/types.js').ModelEvent} ModelEvent */

/**
 * Keeps a view up to date: reads it again when its plugin says that it changed, and as often as the view itself wants.
 * Nothing is read while nobody looks; once at a time, and once more where it changed meanwhile.
 *
 * @implements {ReactiveController}
 */
export class Liveness {
  /** @type {Shown | undefined} */
  #shown;
  #entity = '';
  #refresh = 0;
  #timer = 0;
  #isReading = false;
  #isStale = false;
  #stop = () => {};
  #looked = () => !document.hidden && this.#isStale && this.#read();

  /**
   * @param {import('lit').ReactiveControllerHost} host
   * @param {() => Promise<boolean>} read tells whether it put another thing on the page
   */
  constructor(host, read) {
    this.read = read;
    host.addController(this);
  }

  hostConnected() {
    this.#stop = modelChanged.listen((event) => this.#isMeant(event) && this.#read(true));
    document.addEventListener('visibilitychange', this.#looked);
    this.#schedule();
  }

  hostDisconnected() {
    this.#stop();
    document.removeEventListener('visibilitychange', this.#looked);
    clearTimeout(this.#timer);
    this.#isStale = false;
  }

  /**
   * @param {Shown | undefined} shown
   * @param {string} entity
   * @param {number} refresh in seconds; 0 for never
   */
  follow(shown, entity, refresh) {
    this.#shown = shown;
    this.#entity = entity.toLowerCase();
    if (refresh !== this.#refresh) {
      this.#refresh = refresh;
      this.#schedule();
    }
  }

  /** @param {ModelEvent} event */
  #isMeant({ plugin, ext, ref }) {
    const isOurs = plugin === this.#shown?.plugin && (!ext || ext === this.#shown.id);
    return isOurs && (!ref || ref.toLowerCase() === this.#entity);
  }

  #schedule() {
    clearTimeout(this.#timer);
    if (this.#refresh > 0) {
      this.#timer = window.setTimeout(() => this.#read(), this.#refresh * 1000);
    }
  }

  /** @param {boolean} [isNews] whether the plugin said that something changed */
  async #read(isNews = false) {
    this.#isStale = true;
    if (document.hidden || this.#isReading) {
      return;
    }
    this.#isReading = true;
    while (this.#isStale && !document.hidden) {
      this.#isStale = false;
      if ((await this.read()) && isNews) {
        updated(this.#shown?.model?.title || this.#shown?.title || '');
      }
    }
    this.#isReading = false;
    this.#schedule();
  }
}

const PAUSE = 1000;
/** @type {Set<string>} */
const titles = new Set();
const say = coalesced(() => {
  announce(titles.size === 1 ? `${[...titles][0]} was updated` : `${titles.size} parts of this page were updated`);
  titles.clear();
}, PAUSE);

/** Much that changes at once is said once. @param {string} title */
function updated(title) {
  titles.add(title);
  say();
}
