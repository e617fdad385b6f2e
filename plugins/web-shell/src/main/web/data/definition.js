import { getJson, request } from './http.js';

/**
 * @typedef {object} DefinedField
 * @property {string} name
 * @property {number} [depth]
 * @property {string} [type]
 * @property {string} [target] the id of the item that tells more of the type
 * @property {boolean} [required]
 * @property {boolean} [deprecated]
 * @property {string} [description] HTML
 * @property {string} [rule]
 *
 * @typedef {object} DefinedPart fields, or a text
 * @property {string} title
 * @property {string} [type]
 * @property {string} [target]
 * @property {string} [description] HTML
 * @property {DefinedField[]} [fields]
 * @property {string} [language]
 * @property {string} [text]
 * @property {import('./trial.js').DefinedCall} [call] how it is called
 *
 * @typedef {object} DefinedItem
 * @property {string} id
 * @property {string} [mark]
 * @property {string} name
 * @property {string} [summary]
 * @property {boolean} [deprecated]
 * @property {string} [description] HTML
 * @property {DefinedPart[]} parts
 *
 * @typedef {{ title: string, description?: string, items: DefinedItem[] }} DefinedSection
 *
 * @typedef {object} Definition
 * @property {string} format
 * @property {string} language
 * @property {string} [title]
 * @property {string} [version]
 * @property {string} [description] HTML
 * @property {{ address: string, description?: string }[]} servers
 * @property {DefinedSection[]} sections
 * @property {string[]} notes
 * @property {number} size
 * @property {string[]} providers
 * @property {string[]} consumers
 */

/**
 * @param {string} entity
 * @param {AbortSignal} [signal]
 * @returns {Promise<Definition>}
 */
export function definitionOf(entity, signal) {
  return getJson(`/api/web-shell/definition?${new URLSearchParams({ entity })}`, signal);
}

/** @param {string} entity */
export function textPathOf(entity) {
  return `/api/web-shell/definition/text?${new URLSearchParams({ entity })}`;
}

/**
 * @param {string} entity
 * @param {AbortSignal} [signal]
 * @returns {Promise<string>}
 */
export async function definitionText(entity, signal) {
  return (await request(textPathOf(entity), { signal, headers: { Accept: 'text/plain' } })).text();
}

/**
 * @param {DefinedSection[]} sections
 * @param {string} text
 * @returns {DefinedSection[]} those of their items that have all the words somewhere
 */
export function matching(sections, text) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.length) {
    return sections;
  }
  return sections
    .map((section) => ({ ...section, items: section.items.filter((item) => words.every((word) => hayOf(item).includes(word))) }))
    .filter(({ items }) => items.length);
}

/** @type {WeakMap<DefinedItem, string>} */
const hays = new WeakMap();

/** @param {DefinedItem} item */
function hayOf(item) {
  let hay = hays.get(item);
  if (hay === undefined) {
    const fields = item.parts.flatMap(({ title, type, fields: rows = [] }) => [title, type, ...rows.flatMap(({ name, type: kind }) => [name, kind])]);
    hay = [item.mark, item.name, item.summary, item.id, ...fields].filter(Boolean).join(' ').toLowerCase();
    hays.set(item, hay);
  }
  return hay;
}
