import { at } from './base.js';
import { Topic } from './topic.js';
import { request } from './http.js';

/** @type {Topic<import('./types.js').PluginEvent>} */
export const pluginChanged = new Topic();

/** @type {Topic<import('./types.js').EntitiesEvent>} */
export const entitiesChanged = new Topic();

/** Told when events may have been missed: whoever shows something reads it again. @type {Topic<void>} */
export const resync = new Topic();

/** Whether events reach us. @type {Topic<boolean>} */
export const connection = new Topic();

const LONGEST_WAIT = 10_000;
const PATIENCE = 500;

/** Follows the portal's events for as long as the page lives. Events are hints; what the REST API answers is the truth. */
export class EventStream {
  #wait = 500;
  #counting = false;
  /** @type {Promise<void> | undefined} */
  #started;
  /** @type {() => void} */
  #ready = () => {};

  /** @returns {Promise<void>} when nothing read from now on can miss an event, or after a moment */
  start() {
    this.#started ??= new Promise((resolve) => {
      this.#ready = () => {
        this.#counting = true;
        resolve();
      };
      setTimeout(this.#ready, PATIENCE);
      this.#open();
    });
    return this.#started;
  }

  #open() {
    const source = new EventSource(at('/api/events'));
    source.addEventListener('hello', () => this.#greeted());
    source.addEventListener('plugin', (event) => pluginChanged.tell(JSON.parse(event.data)));
    source.addEventListener('entities', (event) => entitiesChanged.tell(JSON.parse(event.data)));
    source.addEventListener('error', () => this.#lost(source));
    addEventListener('pagehide', () => source.close(), { once: true });
  }

  #greeted() {
    this.#wait = 500;
    connection.tell(true);
    if (this.#counting) {
      resync.tell();
    }
    this.#ready();
  }

  /** @param {EventSource} source */
  #lost(source) {
    source.close();
    connection.tell(false);
    setTimeout(() => this.#again(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
  }

  /** A stream can't say that the session ended; a request can, and tells the page. */
  async #again() {
    const failure = await request('/api/session').then(() => null, (reason) => reason);
    if (failure?.status !== 401) {
      this.#open();
    }
  }
}
