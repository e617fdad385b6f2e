import { Topic } from './topic.js';
import { forgetAhead, request } from './http.js';

/** @type {Topic<import('./types.js').PluginEvent>} */
export const pluginChanged = new Topic();

/** Told when a plugin stands otherwise, whatever serves. @type {Topic<import('./types.js').PluginStateEvent>} */
export const pluginStateChanged = new Topic();

/** Told how far revisions have come on their way to serve. @type {Topic<import('./types.js').DeployEvent>} */
export const deployStepped = new Topic();

/** Told when a run of a plugin's task has begun or ended. @type {Topic<{ plugin: string, id: string }>} */
export const taskRan = new Topic();

/** @type {Topic<import('./types.js').EntitiesEvent>} */
export const entitiesChanged = new Topic();

/** What stands between authors' sources and this portal, by plugin. @type {Topic<Record<string, string>>} */
export const reported = new Topic();

/** Told when views of a plugin have something else to show. @type {Topic<import('./types.js').ModelEvent>} */
export const modelChanged = new Topic();

/** Told what this page shows in place of what serves, or null; its author alone. @type {Topic<import('./types.js').Preview | null>} */
export const previewed = new Topic();

/** Told when events may have been missed: whoever shows something reads it again. @type {Topic<void>} */
export const resync = new Topic();

/** Whether events reach us; where they do not, whether the portal answers at all. @type {Topic<'there' | 'deaf' | 'gone'>} */
export const connection = new Topic();

const LONGEST_WAIT = 10_000;
const PATIENCE = 500;
/** How long the first event may take, in milliseconds; there are proxies that keep all of them back. */
const GREETING = 8000;

/** @type {Record<string, (data: any) => void>} */
const TOPICS = {
  preview: ({ preview }) => previewed.tell(preview),
  plugin: (data) => pluginChanged.tell(data),
  'plugin.state': (data) => pluginStateChanged.tell(data),
  'plugin.deploy': (data) => deployStepped.tell(data),
  task: (data) => taskRan.tell(data),
  entities: (data) => entitiesChanged.tell(data),
  reports: (data) => reported.tell(data),
  'model.changed': (data) => modelChanged.tell(data),
};

const EARLY = /** @type {{ callboardEvents: import('./types.js').EarlyEvents }} */ (/** @type {any} */ (globalThis)).callboardEvents;

/**
 * Follows the portal's events for as long as the page lives, over one stream for all pages of the browser where that can be.
 * Events are hints; what the REST API answers is the truth.
 */
export class EventStream {
  #wait = 500;
  #counting = false;
  /** Whether the portal answered when the stream was opened. */
  #isAnswering = false;
  #unheard = 0;
  /** @type {Promise<void> | undefined} */
  #started;
  /** @type {() => void} */
  #ready = () => {};
  /** @type {MessagePort | undefined} */
  #shared;

  /** @returns {Promise<void>} when nothing read from now on can miss an event, or after a moment */
  start() {
    this.#started ??= new Promise((resolve) => {
      this.#ready = () => {
        this.#counting = true;
        resolve();
      };
      setTimeout(this.#ready, PATIENCE);
      this.#shared = this.#share();
      this.#expect();
      if (!this.#shared) {
        this.#open();
      }
    });
    return this.#started;
  }

  /** Lets nobody hear what another may, who was signed in before. @param {string} csrf of the session */
  belongsTo(csrf) {
    this.#shared?.postMessage({ want: 'session', csrf });
  }

  /** @returns {MessagePort | undefined} of the worker that has been asked already; nothing where the browser has no such thing */
  #share() {
    const { worker } = EARLY;
    if (!worker) {
      return undefined;
    }
    worker.addEventListener('error', () => {
      this.#shared = undefined;
      this.#open();
    });
    worker.port.addEventListener('message', ({ data }) => this.#heard(data.name, data.data));
    worker.port.start();
    addEventListener('pagehide', () => worker.port.postMessage({ want: 'bye' }));
    return worker.port;
  }

  #expect() {
    clearTimeout(this.#unheard);
    this.#unheard = window.setTimeout(() => this.#ask().then(() => this.#isAnswering && connection.tell('deaf')), GREETING);
  }

  #open() {
    const { url, names } = EARLY;
    this.#expect();
    if (this.#shared) {
      this.#shared.postMessage({ want: 'open', url, names, anew: false });
      return;
    }
    const source = new EventSource(url);
    for (const name of names) {
      source.addEventListener(name, (event) => this.#heard(name, JSON.parse(event.data)));
    }
    source.addEventListener('error', () => {
      source.close();
      this.#heard('lost', null);
    });
    addEventListener('pagehide', () => source.close(), { once: true });
  }

  /**
   * @param {string} name
   * @param {any} data
   */
  #heard(name, data) {
    if (name === 'hello') {
      this.#greeted(data);
    } else if (name === 'lost') {
      this.#lost();
    } else {
      forgetAhead();
      TOPICS[name]?.(data);
    }
  }

  /** @param {{ preview?: import('./types.js').Preview | null }} greeting */
  #greeted({ preview }) {
    this.#wait = 500;
    this.#isAnswering = false;
    clearTimeout(this.#unheard);
    previewed.tell(preview ?? null);
    connection.tell('there');
    if (this.#counting) {
      resync.tell();
    }
    this.#ready();
  }

  #lost() {
    clearTimeout(this.#unheard);
    connection.tell(this.#isAnswering ? 'deaf' : 'gone');
    setTimeout(() => this.#again(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
  }

  /** A stream can't say that the session ended; a request can, and tells the page. */
  async #again() {
    if ((await this.#ask()) !== 401) {
      this.#open();
    }
  }

  /** @returns {Promise<number>} the status of the answer; 0 for none */
  async #ask() {
    const status = await request('/api/session').then(() => 200, (reason) => reason.status ?? 0);
    this.#isAnswering = status > 0 && status < 500;
    return status;
  }
}
