import { entitiesChanged, pluginChanged } from '../data/events.js';
import { request } from '../data/http.js';
import { shownTheme, themeChanged } from '../data/theme.js';
import { confirm } from '../elements/dialog.js';
import { toast } from '../elements/toasts.js';
import { navigate } from '../shell/router.js';

/** @type {Record<string, import('../data/topic.js').Topic<any>>} */
const TOPICS = { plugin: pluginChanged, entities: entitiesChanged, theme: themeChanged };

/**
 * What a plugin's module is given: the one way from it to the page.
 *
 * @typedef {object} Portal
 * @property {(name: string, element: CustomElementConstructor) => string} define registers a private element of the
 *     plugin's and returns its tag, for use with Lit's static html
 * @property {(path: string, init?: RequestInit) => Promise<Response>} fetch asks the plugin's own REST resources, or
 *     those of the portal by a path that begins with /api/; throws an error with the portal's message
 * @property {(message: import('../elements/toasts.js').Toast) => void} toast
 * @property {(question: import('../elements/dialog.js').Question) => Promise<boolean>} confirm
 * @property {(path: string) => void} navigate goes to a page of the portal
 * @property {'light' | 'dark'} theme what is shown at the moment
 * @property {(topic: 'plugin' | 'entities' | 'theme', listener: (value: any) => void) => () => void} on
 * @property {AbortSignal} signal aborted when this revision is replaced or removed; timers and listeners hang on it
 * @property {(...parts: unknown[]) => void} log writes to the console under the plugin's name
 */

/**
 * @param {string} plugin
 * @param {AbortSignal} signal
 * @param {Portal['define']} define
 * @returns {Portal}
 */
export function portalFor(plugin, signal, define) {
  return Object.freeze({
    define,
    fetch: (path, init = {}) => request(ownPath(plugin, path), { signal, ...init }),
    toast,
    confirm,
    navigate,
    get theme() {
      return shownTheme();
    },
    on(topic, listener) {
      const stop = TOPICS[topic].listen((value) => signal.aborted || listener(value));
      signal.addEventListener('abort', stop, { once: true });
      return stop;
    },
    signal,
    log: (...parts) => console.info(`[${plugin}]`, ...parts),
  });
}

/**
 * @param {string} plugin
 * @param {string} path
 */
function ownPath(plugin, path) {
  if (path.startsWith('/api/')) {
    return path;
  }
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(path)) {
    throw new TypeError(`'${path}' leads out of the portal.`);
  }
  return `/api/${plugin}/${path.replace(/^\//, '')}`;
}
