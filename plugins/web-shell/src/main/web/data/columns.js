import { parseRef, shortRef } from './ref.js';

/** @typedef {import('./types.js').Entity} Entity */
/** @typedef {import('./types.js').PluginPlace} PluginPlace */

/**
 * A column of the catalog.
 *
 * @typedef {object} Column
 * @property {string} key stands for it in addresses: the path of a field, or `plugin:` with plugin and id
 * @property {string} title
 * @property {string} [plugin] the plugin and the id of a plugin's, with a slash between them
 * @property {string} [of] what says whose it is
 * @property {number} least how wide it must be, in pixels
 * @property {number} share of the room that is left
 * @property {boolean} [isSortable]
 */

const PLUGIN = 'plugin:';

/** @type {Column} */
export const NAME = { key: 'metadata.name', title: 'Name', least: 220, share: 3, isSortable: true };

/** @type {Column[]} */
const KNOWN = [
  { key: 'kind', title: 'Kind', least: 88, share: 0, isSortable: true },
  { key: 'spec.type', title: 'Type', least: 80, share: 0.8, isSortable: true },
  { key: 'spec.owner', title: 'Owner', least: 100, share: 1.1, isSortable: true },
  { key: 'spec.system', title: 'System', least: 100, share: 1.1, isSortable: true },
  { key: 'spec.lifecycle', title: 'Lifecycle', least: 108, share: 0, isSortable: true },
  { key: 'metadata.tags', title: 'Tags', least: 110, share: 1.4 },
  { key: 'metadata.description', title: 'Description', least: 200, share: 2.4, isSortable: true },
  { key: 'metadata.namespace', title: 'Namespace', least: 100, share: 0.8, isSortable: true },
  { key: 'spec.domain', title: 'Domain', least: 100, share: 1, isSortable: true },
];
const USUAL = KNOWN.slice(0, 6).map(({ key }) => key);
/** Which of the usual columns go first where there is little room. */
const SPARED = ['metadata.tags', 'spec.type', 'spec.system', 'spec.lifecycle', 'spec.owner', 'kind'];
const GAP = 16;
const EDGES = 28;

/**
 * @param {string} path of a field
 * @returns {string} what people call it
 */
export function fieldTitle(path) {
  const known = KNOWN.find(({ key }) => key === path);
  if (path.startsWith('relations.')) {
    const words = path.slice('relations.'.length).replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    return words.slice(0, 1).toUpperCase() + words.slice(1);
  }
  return known?.title ?? path.replace(/^(metadata\.(annotations|labels)|metadata|spec)\./, '');
}

/** @param {string[]} keys @returns {boolean} whether they are what everybody sees who has chosen nothing */
export function areUsual(keys) {
  return keys.join() === USUAL.join();
}

/**
 * @param {URLSearchParams} query of an address
 * @param {string[]} [otherwise] where the address says nothing
 * @returns {string[]} the keys of the columns behind the name
 */
export function columnKeys(query, otherwise = USUAL) {
  return query.has('column') ? [...new Set(query.getAll('column'))].filter(Boolean) : otherwise;
}

/**
 * Says in an address which columns are shown; one empty key means none.
 *
 * @param {URLSearchParams} query
 * @param {string[]} keys
 */
export function putColumns(query, keys) {
  query.delete('column');
  (keys.length ? keys : ['']).forEach((key) => query.append('column', key));
}

/**
 * @param {string} key
 * @param {PluginPlace[]} offered by plugins
 * @returns {Column}
 */
export function columnOf(key, offered) {
  if (key.startsWith(PLUGIN)) {
    const plugin = key.slice(PLUGIN.length);
    const place = offered.find((one) => nameOf(one) === plugin);
    return { key, title: place?.title ?? plugin, plugin, of: plugin.split('/')[0], least: 110, share: 1 };
  }
  return KNOWN.find((known) => known.key === key) ?? { key, title: fieldTitle(key), of: key, least: 120, share: 1.2, isSortable: true };
}

/** @param {PluginPlace} place */
function nameOf({ plugin, id }) {
  return `${plugin}/${id}`;
}

/**
 * @param {string[]} chosen
 * @param {PluginPlace[]} offered
 * @returns {Column[]} what else can be chosen without naming a field
 */
export function otherColumns(chosen, offered) {
  const keys = [...KNOWN.map(({ key }) => key), ...offered.map((place) => PLUGIN + nameOf(place))];
  return keys.filter((key) => !chosen.includes(key)).map((key) => columnOf(key, offered));
}

/**
 * Leaves out what there is no room for, where nobody has asked for it.
 *
 * @param {Column[]} columns
 * @param {number} width
 */
export function fitting(columns, width) {
  let shown = columns;
  if (areUsual(columns.map(({ key }) => key))) {
    for (const key of SPARED) {
      if (leastWidth(shown) <= width) {
        break;
      }
      shown = shown.filter((column) => column.key !== key);
    }
  }
  return shown;
}

/** @param {Column[]} columns behind the name @returns {number} in pixels */
export function leastWidth(columns) {
  return [NAME, ...columns].reduce((sum, { least }) => sum + least + GAP, EDGES - GAP);
}

/** @param {Column[]} columns behind the name @returns {string} as CSS has it */
export function gridOf(columns) {
  return [NAME, ...columns].map(({ least, share }) => (share ? `minmax(${least}px, ${share}fr)` : `${least}px`)).join(' ');
}

/**
 * What an entity has at a path. A key may hold dots itself; an array stands for its items.
 *
 * @param {Entity} entity
 * @param {string} path
 * @returns {any}
 */
export function valueAt(entity, path) {
  if (path.startsWith('relations.')) {
    const type = path.slice('relations.'.length).toLowerCase();
    const targets = (entity.relations ?? []).filter((relation) => relation.type.toLowerCase() === type);
    return targets.map(({ targetRef }) => shortRef(targetRef));
  }
  return within(entity, path.split('.'));
}

/**
 * @param {any} value
 * @param {string[]} steps
 * @returns {any}
 */
function within(value, steps) {
  if (!steps.length || value === null || typeof value !== 'object') {
    return steps.length ? undefined : value;
  }
  if (Array.isArray(value)) {
    return value.flatMap((item) => within(item, steps) ?? []);
  }
  for (let end = 1; end <= steps.length; end++) {
    const key = steps.slice(0, end).join('.');
    if (Object.hasOwn(value, key)) {
      return within(value[key], steps.slice(end));
    }
  }
  return undefined;
}

/**
 * @param {string[]} keys of columns
 * @returns {string[]} the fields that have to be read for them
 */
export function fieldsFor(keys) {
  const paths = keys.filter((key) => !key.startsWith(PLUGIN));
  return [...new Set(paths.map((path) => (path.startsWith('relations.') ? 'relations' : path)))];
}

/**
 * @param {unknown} ref
 * @param {string} kind that it has where it names none
 */
export function refText(ref, kind) {
  return typeof ref === 'string' && ref ? shortRef(`${kind}:${parseRef(ref).namespace}/${parseRef(ref).name}`) : '';
}
