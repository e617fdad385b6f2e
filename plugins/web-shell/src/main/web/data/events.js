import { at } from './base.js';
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

const NAMES = ['hello', ...Object.keys(TOPICS)];

const ADDRESS = at('/api/events');
/** Begins with what was told while the page was on its way. */
const WITH_RECENT = `${ADDRESS}?recent`;

/**
 * Follows the portal's events for as long as the page lives, over one stream for all pages of the browser where that can be.
 * Events are hints; what the REST API answers is the truth.
 */
export class EventStream {
  #wait = 500;
  #isStarted = false;
  /** Whether events have reached us before. */
  #hasHeard = false;
  /** Whether the portal answered when the stream was opened. */
  #isAnswering = false;
  #unheard = 0;
  #session = '';
  /** @type {MessagePort | undefined} */
  #shared;

  /** Hears what there is from when the page was asked for, so that nobody has to wait with their reading. */
  start() {
    if (!this.#isStarted) {
      this.#isStarted = true;
      this.#expect();
      this.#shared = this.#share();
      if (!this.#shared) {
        this.#listen(WITH_RECENT);
      }
    }
  }

  /** Lets nobody hear what another may, who was signed in before. @param {string} csrf of the session */
  belongsTo(csrf) {
    this.#session = csrf;
    this.#shared?.postMessage({ want: 'session', csrf });
  }

  /** @returns {MessagePort | undefined} of the worker; nothing where the browser has no such thing */
  #share() {
    if (!('SharedWorker' in globalThis)) {
      return undefined;
    }
    const here = /** @type {HTMLLinkElement} */ (document.querySelector('link[rel=icon]')).href;
    const worker = new SharedWorker(new URL('events-worker.js', here));
    worker.addEventListener('error', () => {
      this.#shared = undefined;
      this.#listen(WITH_RECENT);
    });
    worker.port.addEventListener('message', ({ data }) => this.#heard(data.name, data.data));
    worker.port.start();
    // who came by a redirect may see a preview from now on
    const anew = performance.getEntriesByType('navigation').some((entry) => /** @type {PerformanceNavigationTiming} */ (entry).redirectCount > 0);
    // first, so that nothing is handed on that somebody else heard
    worker.port.postMessage({ want: 'session', csrf: this.#session });
    worker.port.postMessage({ want: 'open', url: WITH_RECENT, names: NAMES, anew });
    addEventListener('pagehide', () => worker.port.postMessage({ want: 'bye' }));
    return worker.port;
  }

  #expect() {
    clearTimeout(this.#unheard);
    this.#unheard = window.setTimeout(() => this.#ask().then(() => this.#isAnswering && connection.tell('deaf')), GREETING);
  }

  /** What was missed is read again, so nothing need be told of it. */
  #open() {
    this.#expect();
    if (this.#shared) {
      this.#shared.postMessage({ want: 'open', url: ADDRESS, names: NAMES, anew: false });
    } else {
      this.#listen(ADDRESS);
    }
  }

  /** @param {string} url */
  #listen(url) {
    const source = new EventSource(url);
    for (const name of NAMES) {
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

  /** @param {{ preview?: import('./types.js').Preview | null, recent: number }} greeting for how long before it nothing is missing */
  #greeted({ preview, recent }) {
    this.#wait = 500;
    this.#isAnswering = false;
    clearTimeout(this.#unheard);
    previewed.tell(preview ?? null);
    connection.tell('there');
    if (this.#hasHeard || performance.now() > recent) {
      resync.tell();
    }
    this.#hasHeard = true;
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
