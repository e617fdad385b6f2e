import { getJson } from './http.js';
import { Topic } from './topic.js';

/** @typedef {import('./types.js').PageEntry} PageEntry */

/** Told when plugins have other pages than before. @type {Topic<PageEntry[]>} */
export const pagesChanged = new Topic();

/** @type {PageEntry[]} */
let known = [];

/** @returns {PageEntry[]} the pages of plugins, as they were when last asked for */
export function knownPages() {
  return known;
}

/** Asks which pages plugins have. */
export async function readPages() {
  const { pages } = await getJson('/api/web-shell/pages');
  if (JSON.stringify(pages) !== JSON.stringify(known)) {
    known = pages;
    pagesChanged.tell(known);
  }
}

/**
 * @param {PageEntry[]} pages
 * @param {string} path
 * @returns {PageEntry[]} those on the way to this path, from the front to the path itself
 */
export function pagesTo(pages, path) {
  return pages
    .filter((page) => path === page.path || path.startsWith(`${page.path}/`))
    .sort((a, b) => a.path.length - b.path.length);
}
