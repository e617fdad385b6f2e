import { fit } from '../data/match.js';
import { knownPages } from '../data/plugin-pages.js';
import { recentVisits } from '../data/recent.js';
import { pathOf, refOf, shortRef } from '../data/ref.js';
import { labelOf } from '../data/search.js';
import { chooseTheme } from '../data/theme.js';
import { icon, kindIcon, pageIcon } from '../elements/icon.js';
import { ITEMS, OPERATE } from './nav.js';
import { MOST_TEXTS } from './palette-texts.js';
import { navigate } from './router.js';

/** @typedef {import('../data/commands.js').Command} Command */
/** @typedef {import('../data/types.js').Entity} Entity */
/** @typedef {import('../data/search.js').Hit} Hit */
/** @typedef {import('../data/types.js').PluginInfo} PluginInfo */
/** @typedef {import('./palette-known.js').Known} Known */

/**
 * @typedef {object} Item something to choose
 * @property {string} label
 * @property {string} detail
 * @property {unknown} icon
 * @property {string[]} [keywords]
 * @property {() => void} [run] what choosing it does
 * @property {Command} [command] or the command that it is
 *
 * @typedef {{ title: string, items: Item[] }} Group
 */

const MOST_LOCAL = 5;
const MOST_RECENT = 5;

/** @type {(Item & { needs?: string })[]} */
const DEEDS = [
  { label: 'Register a location', detail: 'Portal', icon: icon('map-pin'), keywords: ['add', 'import', 'catalog'], needs: 'catalog.location.create', run: () => navigate('/register') },
  { label: 'Light theme', detail: 'Portal', icon: icon('sun'), keywords: ['bright', 'colours'], run: () => chooseTheme('light') },
  { label: 'Dark theme', detail: 'Portal', icon: icon('moon'), keywords: ['night', 'colours'], run: () => chooseTheme('dark') },
  { label: 'Theme as the system', detail: 'Portal', icon: icon('monitor'), keywords: ['colours'], run: () => chooseTheme('system') },
];

/**
 * @param {string} text what was typed; `>` before it asks for commands alone
 * @param {Known} known
 * @param {Entity[]} entities what the catalog found by it
 * @param {Hit[]} texts what plugins' texts say of it
 * @returns {Group[]} none of them empty, the one with the best fit first, texts last
 */
export function groupsFor(text, known, entities, texts) {
  const isCommand = text.startsWith('>');
  const words = text.replace(/^>/, '').trim();
  const local = isCommand ? commandGroups(known) : [...commandGroups(known), ...placeGroups(known)];
  if (!words) {
    const groups = isCommand ? local : [recent(), ...withoutDeeds(local)];
    return groups.filter(({ items }) => items.length);
  }
  const found = local.map((group) => fitting(group, words));
  const best = entities.slice(0, 1).map(({ metadata }) => Math.max(fit(words, metadata.name), fit(words, metadata.title ?? '')));
  const named = [{ title: 'Entities', items: isCommand ? [] : entities.map(entityItem), best: best[0] ?? 0 }, ...found]
    .filter(({ items }) => items.length)
    .sort((one, other) => other.best - one.best);
  return isCommand || !texts.length ? named : [...named, { title: 'Documents', items: textItems(texts, words) }];
}

/** @param {Known} known @returns {Group[]} */
function commandGroups({ commands, held }) {
  const deeds = DEEDS.filter(({ needs }) => !needs || held.has(needs));
  return [
    { title: 'On this page', items: commands.filter(({ entity }) => entity).map(commandItem) },
    { title: 'Commands', items: [...commands.filter(({ entity }) => !entity).map(commandItem), ...deeds] },
  ];
}

/** @param {Known} known @returns {Group[]} */
function placeGroups({ plugins, held }) {
  const own = [...ITEMS, ...OPERATE].filter(({ needs }) => !needs || held.has(needs));
  const pages = [
    ...own.map(({ href, label, icon: name }) => ({ label, detail: 'Page', icon: pageIcon(name), run: () => navigate(href) })),
    ...knownPages().map(({ path, title, plugin, icon: name }) => ({ label: title, detail: plugin, icon: pageIcon(name), keywords: [plugin], run: () => navigate(path) })),
  ];
  return [
    { title: 'Pages', items: pages },
    { title: 'Plugins', items: plugins.map(pluginItem) },
  ];
}

/** Who has typed nothing yet sees what they may want, and not all there is. @param {Group[]} groups */
function withoutDeeds(groups) {
  return groups
    .filter(({ title }) => title !== 'Plugins')
    .map(({ title, items }) => ({ title, items: items.filter((item) => !DEEDS.includes(item)) }));
}

/**
 * @param {Group} group
 * @param {string} words
 */
function fitting({ title, items }, words) {
  const found = items
    .map((item) => ({ item, how: fit(words, item.label, item.keywords) }))
    .filter(({ how }) => how)
    .sort((one, other) => other.how - one.how)
    .slice(0, MOST_LOCAL);
  return { title, items: found.map(({ item }) => item), best: found[0]?.how ?? 0 };
}

/** Where the reader is they need not be led. @returns {Group} */
function recent() {
  const visits = recentVisits().filter(({ ref }) => !`${location.pathname}/`.startsWith(`${pathOf(ref)}/`)).slice(0, MOST_RECENT);
  return { title: 'Recently visited', items: visits.map(({ ref, kind, title, type }) => visit(ref, kind, title, type)) };
}

/** @param {Entity} entity @returns {Item} */
function entityItem(entity) {
  const { kind, metadata, spec } = entity;
  return visit(refOf(entity), kind, metadata.title ?? metadata.name, spec?.type);
}

/**
 * @param {string} ref
 * @param {string} kind
 * @param {string} title
 * @param {string} [type]
 * @returns {Item}
 */
function visit(ref, kind, title, type) {
  return { label: title, detail: type ? `${kind} · ${type}` : kind, icon: kindIcon(kind), run: () => navigate(pathOf(ref)) };
}

/** @param {Hit[]} texts @param {string} words @returns {Item[]} */
function textItems(texts, words) {
  const found = texts.map((hit) => ({ label: labelOf(hit), detail: hit.entity ? shortRef(hit.entity) : hit.plugin, icon: icon('file-text'), run: () => navigate(hit.address) }));
  const all = { label: `All documents with “${words}”`, detail: 'Search', icon: icon('search'), run: () => navigate(`/search?q=${encodeURIComponent(words)}`) };
  return texts.length < MOST_TEXTS ? found : [...found, all];
}

/** @param {Command} command @returns {Item} */
function commandItem(command) {
  return { label: command.title, detail: command.plugin, icon: pageIcon(command.icon), keywords: [...command.keywords, command.plugin], command };
}

/** @param {PluginInfo} plugin @returns {Item} */
function pluginItem({ id, title, version }) {
  return { label: title, detail: `${id} ${version}`, icon: icon('puzzle'), keywords: [id], run: () => navigate('/plugins') };
}
