import { getJson } from './http.js';

/**
 * @typedef {object} Hit a text of a plugin's that has what was looked for
 * @property {string} plugin
 * @property {string | null} entity what it is about
 * @property {string} title of its page
 * @property {string} heading of the part of it; empty for the whole
 * @property {string} text some of it
 * @property {{ start: number, end: number }[]} marks where the words are in that
 * @property {string} address
 */

/**
 * @param {string} words
 * @param {number} limit
 * @param {AbortSignal} [signal]
 * @returns {Promise<Hit[]>} the likeliest first
 */
export async function searchTexts(words, limit, signal) {
  const parameters = new URLSearchParams({ q: words, limit: String(limit) });
  return (await getJson(`/api/web-shell/search?${parameters}`, signal)).hits;
}

/**
 * @param {Pick<Hit, 'text' | 'marks'>} hit
 * @returns {{ text: string, isMarked: boolean }[]} what its text is made of
 */
export function piecesOfHit({ text, marks }) {
  const pieces = [];
  let at = 0;
  for (const { start, end } of marks) {
    pieces.push({ text: text.slice(at, start), isMarked: false }, { text: text.slice(start, end), isMarked: true });
    at = end;
  }
  return [...pieces, { text: text.slice(at), isMarked: false }].filter((piece) => piece.text);
}

/** @param {Hit} hit */
export function labelOf({ title, heading }) {
  return heading ? `${title}: ${heading}` : title;
}
