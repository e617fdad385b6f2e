import { at, ownPath } from '../data/base.js';
import { Topic } from '../data/topic.js';

/**
 * @typedef {object} Route
 * @property {'home' | 'catalog' | 'entity' | 'problems' | 'plugins' | 'console' | 'audit' | 'permissions' | 'portal' | 'graph' | 'register' | 'search' | 'settings' | 'plugin' | 'nowhere'} page
 * @property {string[]} steps the variable parts of the path
 * @property {URLSearchParams} query
 */

/** @type {[RegExp, Route['page']][]} */
const PAGES = [
  [/^\/$/, 'home'],
  [/^\/catalog\/?$/, 'catalog'],
  [/^\/catalog\/([^/]+)\/([^/]+)\/([^/]+)(?:\/([^/]+))?\/?$/, 'entity'],
  [/^\/problems\/?$/, 'problems'],
  [/^\/plugins\/?$/, 'plugins'],
  [/^\/plugins\/([^/]+)(?:\/([^/]+))?\/?$/, 'console'],
  [/^\/audit\/?$/, 'audit'],
  [/^\/settings\/permissions\/?$/, 'permissions'],
  [/^\/settings\/health\/?$/, 'portal'],
  [/^\/graph\/([^/]+)\/([^/]+)\/([^/]+)\/?$/, 'graph'],
  [/^\/register\/?$/, 'register'],
  [/^\/search\/?$/, 'search'],
  [/^\/settings\/?$/, 'settings'],
];
/** The first steps of addresses that no plugin can have. */
const OWN = new Set(['', 'audit', 'catalog', 'graph', 'plugins', 'problems', 'register', 'rescue', 'search', 'settings', 'signin']);
const NOT_OURS = /^\/(api|ui|health|metrics|maven)(\/|$)/;

/** Told when another address is shown. @type {Topic<Route>} */
export const routeChanged = new Topic();

/** @type {Map<string, Record<string, number>>} */
const memories = new Map();

/** @returns {Route} */
export function currentRoute() {
  return routeOf(ownPath(location.pathname) ?? '', new URLSearchParams(location.search));
}

/**
 * @param {string} path
 * @param {URLSearchParams} query
 * @returns {Route} the pages of plugins have their whole path as the one step
 */
export function routeOf(path, query) {
  for (const [pattern, page] of PAGES) {
    const match = pattern.exec(path);
    if (match) {
      return { page, steps: match.slice(1).map((step) => decode(step ?? '')), query };
    }
  }
  return OWN.has(path.split('/')[1] ?? '') ? { page: 'nowhere', steps: [], query } : { page: 'plugin', steps: [path.replace(/\/+$/, '')], query };
}

/** @param {string} step */
function decode(step) {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

/**
 * @param {string} path
 * @param {{ replace?: boolean }} [how] replace leaves no step for the browser's Back
 */
export function navigate(path, { replace = false } = {}) {
  const state = { key: replace ? (history.state?.key ?? newKey()) : newKey() };
  history[replace ? 'replaceState' : 'pushState'](state, '', at(path));
  routeChanged.tell(currentRoute());
}

/** @returns {Record<string, number>} what a page wants to find again when the reader comes back to this address */
export function memory() {
  const key = history.state?.key ?? '';
  const kept = memories.get(key) ?? {};
  memories.set(key, kept);
  return kept;
}

/** Follows links and the browser's buttons. */
export function startRouter() {
  history.replaceState({ key: history.state?.key ?? newKey() }, '');
  addEventListener('popstate', () => routeChanged.tell(currentRoute()));
  document.addEventListener('click', followLink);
}

function newKey() {
  return Math.random().toString(36).slice(2);
}

/** @param {MouseEvent} event */
function followLink(event) {
  const link = /** @type {HTMLAnchorElement | undefined} */ (
    event.composedPath().find((node) => node instanceof HTMLAnchorElement)
  );
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!link || !isPlain || event.defaultPrevented || link.target || link.hasAttribute('download')) {
    return;
  }
  const path = link.origin === location.origin ? ownPath(link.pathname) : undefined;
  if (path !== undefined && !NOT_OURS.test(path)) {
    event.preventDefault();
    navigate(path + link.search + link.hash);
  }
}
