import { html } from 'lit';
import { at } from '../data/base.js';
import { plural } from '../data/format.js';
import { knownPages } from '../data/plugin-pages.js';

/** @typedef {import('../data/types.js').Contribution} Contribution */

/**
 * @typedef {object} Point what extensions of a point are, and where they are to be seen
 * @property {string} one
 * @property {string} many
 * @property {import('../elements/icon.js').IconName} icon
 * @property {string} where
 * @property {string} [href]
 */

/** @type {Record<string, Point>} */
const POINTS = {
  'page': { one: 'page', many: 'pages', icon: 'file-text', where: 'in the list at the side' },
  'page.element': { one: 'page', many: 'pages', icon: 'file-text', where: 'in the list at the side' },
  'entity.tab': { one: 'tab', many: 'tabs', icon: 'layout-template', where: 'on pages of entities', href: '/catalog' },
  'entity.card': { one: 'card', many: 'cards', icon: 'layout-template', where: 'on pages of entities', href: '/catalog' },
  'entity.card.element': { one: 'card', many: 'cards', icon: 'layout-template', where: 'on pages of entities', href: '/catalog' },
  'home.card': { one: 'home card', many: 'home cards', icon: 'house', where: 'on the home page', href: '/' },
  'rest.resource': { one: 'resource', many: 'resources', icon: 'code-xml', where: 'REST' },
  'http.endpoint': { one: 'endpoint', many: 'endpoints', icon: 'code-xml', where: 'HTTP' },
  'catalog.kind': { one: 'kind', many: 'kinds', icon: 'boxes', where: 'of entities in the catalog', href: '/catalog' },
  'catalog.processor': { one: 'processor', many: 'processors', icon: 'settings', where: 'on every entity\'s way into the catalog' },
  'catalog.provider': { one: 'provider', many: 'providers', icon: 'database', where: 'brings entities into the catalog' },
  'catalog.listener': { one: 'listener', many: 'listeners', icon: 'bell', where: 'hears of changed entities' },
  'config.listener': { one: 'listener', many: 'listeners', icon: 'bell', where: 'hears of changed settings' },
  'task': { one: 'task', many: 'tasks', icon: 'calendar', where: 'by its schedule' },
  'permission': { one: 'permission', many: 'permissions', icon: 'key', where: 'for policies to give' },
  'health.check': { one: 'health check', many: 'health checks', icon: 'gauge', where: 'asked while it serves' },
  'secret.provider': { one: 'secret provider', many: 'secret providers', icon: 'key', where: 'fetches secrets for settings' },
  'sign-in.provider': { one: 'sign-in', many: 'sign-ins', icon: 'user', where: 'on the sign-in page' },
};

/** @param {string} point @returns {Point} */
export function pointOf(point) {
  const name = point.replaceAll('.', ' ');
  return POINTS[point] ?? { one: name, many: `${name}s`, icon: 'puzzle', where: '' };
}

/**
 * @param {Contribution[]} contributes
 * @returns {(Point & { items: Contribution[] })[]} those that people call the same, together
 */
export function groupsOf(contributes) {
  /** @type {Map<string, Point & { items: Contribution[] }>} */
  const groups = new Map();
  for (const one of contributes) {
    const point = pointOf(one.point);
    const group = groups.get(point.one) ?? { ...point, items: [] };
    group.items.push(one);
    groups.set(point.one, group);
  }
  return [...groups.values()];
}

/** @param {Contribution[]} contributes */
export function countsOf(contributes) {
  return groupsOf(contributes).map(({ one, many, items }) => plural(items.length, one, many)).join(' · ');
}

/**
 * Where an extension is to be seen; a link where there is one place.
 *
 * @param {string} plugin
 * @param {Contribution} contribution
 */
export function placeOf(plugin, { point, id }) {
  const { where, href } = pointOf(point);
  const page = point.startsWith('page') ? knownPages().find((one) => one.plugin === plugin && one.id === id) : undefined;
  const path = page?.path ?? href;
  if (path) {
    return html`<a href=${at(path)}>${page?.path ?? where}</a>`;
  }
  return point === 'rest.resource' ? html`<span class="mono">/api/${plugin}/</span>` : where;
}
