import { plural } from '../data/format.js';
import { plugin as known, remove, steer } from '../data/plugins.js';
import { confirm } from '../elements/dialog.js';
import { announce, toast } from '../elements/toasts.js';
import { groupsOf } from './plugin-points.js';

/** @typedef {import('../data/types.js').PluginInfo} PluginInfo */
/** @typedef {import('../data/types.js').PluginAct} PluginAct */
/** @typedef {import('../elements/menu.js').MenuItem} MenuItem */

/**
 * @typedef {object} Way something that can be done with a plugin
 * @property {PluginAct} act
 * @property {string} label
 * @property {import('../elements/icon.js').IconName} icon
 * @property {boolean} [isDanger]
 * @property {import('../elements/dialog.js').Question} question
 * @property {(now: PluginInfo) => string} [text] in place of the question's, once it is known who uses the plugin and what it keeps
 * @property {string} id of the plugin
 * @property {() => Promise<string>} run tells how it went
 */

/** @param {PluginInfo} plugin @returns {Way} */
function rollback({ id, title, version, previous }) {
  const former = previous[0]?.version;
  return {
    act: 'rollback', id, label: `Roll back to ${former}`, icon: 'undo-2',
    question: {
      title: `Roll ${title} back to ${former}?`,
      text: `${former} is started beside ${version}, takes over when it has proven itself, and ${version} finishes its requests. ${version} is forgotten then: to have it again, install it again.`,
      yes: 'Roll back',
    },
    run: async () => `${title} ${(await steer(id, 'rollback')).version} serves again`,
  };
}

/** @param {PluginInfo} plugin @returns {Way} */
function enable({ id, title, version, state }) {
  const isReleased = state === 'QUARANTINED';
  return {
    act: 'enable', id, label: isReleased ? 'Release from quarantine' : 'Switch on', icon: 'play',
    question: {
      title: isReleased ? `Release ${title} ${version} from quarantine?` : `Switch ${title} ${version} on?`,
      text: isReleased ? 'It is started and counted anew: three more failures put it back.' : 'It is started and serves when it has proven itself.',
      yes: isReleased ? 'Release' : 'Switch on',
    },
    run: async () => `${title} ${(await steer(id, 'enable')).version} serves`,
  };
}

/** @param {PluginInfo} plugin @returns {Way} */
function disable(plugin) {
  const { id, title, version } = plugin;
  return {
    act: 'disable', id, label: 'Switch off', icon: 'power',
    text: (now) => [leaves(now), others(now, 'off'), 'Its revisions, its tables and its settings stay, and it can be switched on again.'].filter(Boolean).join('\n\n'),
    question: {
      title: `Switch ${title} ${version} off?`,
      text: leaves(plugin),
      yes: 'Switch off', danger: true,
    },
    run: async () => {
      await steer(id, 'disable');
      return `${title} is off`;
    },
  };
}

/** @param {PluginInfo} plugin @returns {Way} */
function removal(plugin) {
  const { id, title, version, previous } = plugin;
  const kept = previous.length ? ` So ${previous.length === 1 ? 'does' : 'do'} the ${plural(previous.length, 'former revision')} that could be rolled back to.` : '';
  return {
    act: 'remove', id, text: (now) => [leaves(now) + kept, others(now, 'gone'), stays(now)].filter(Boolean).join('\n\n'), label: 'Remove', icon: 'trash', isDanger: true,
    question: {
      title: `Remove ${title} ${version}?`,
      text: leaves(plugin) + kept,
      yes: 'Remove', danger: true,
    },
    run: async () => {
      await remove(id);
      return `${title} was removed`;
    },
  };
}

/** @param {PluginInfo} plugin */
function leaves(plugin) {
  return `${goes(plugin)} at once and in every open page; requests that are running are let finish.`;
}

/** @param {PluginInfo} plugin @param {string} how */
function others({ usedBy = [] }, how) {
  const one = usedBy.length === 1;
  return usedBy.length ? `${list(usedBy)} ${one ? 'uses' : 'use'} it: ${one ? 'it stops' : 'they stop'} with it, and ${one ? 'waits' : 'wait'} while it is ${how}.` : '';
}

/** @param {PluginInfo} plugin */
function stays({ id, tables = [] }) {
  return tables.length
    ? `Its own ${tables.length === 1 ? 'table' : 'tables'} (${list(tables)}) and all that is in ${tables.length === 1 ? 'it' : 'them'}, its name, and what the configuration sets for it stay. Once it is removed, callboard plugin drop-tables ${id} drops them for good.`
    : 'It has no tables of its own. Its name and what the configuration sets for it stay.';
}

/** @param {PluginInfo} plugin */
function goes({ contributes }) {
  const groups = groupsOf(contributes).map(({ one, many, items }) => plural(items.length, one, many));
  return groups.length ? `Its ${list(groups)} ${contributes.length === 1 ? 'goes' : 'go'}` : 'It goes';
}

/** @param {string[]} words */
function list(words) {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/**
 * @param {PluginInfo} plugin
 * @returns {Way[]} what the portal would let the reader do with it now
 */
export function waysOf(plugin) {
  const may = new Set(plugin.may);
  const makers = { enable, rollback, disable, remove: removal };
  return Object.entries(makers).flatMap(([act, make]) => (may.has(/** @type {PluginAct} */ (act)) ? [make(plugin)] : []));
}

/**
 * Asks, does it, and says how it went.
 *
 * @param {Way} way
 * @returns {Promise<boolean>} whether it was done
 */
export async function go({ id, question, text, run }) {
  // where it can't be asked for, the question stays as it is
  const now = text ? await known(id).catch(() => undefined) : undefined;
  if (!(await confirm(text && now ? { ...question, text: text(now) } : question))) {
    return false;
  }
  announce(`${question.yes}…`);
  try {
    toast({ title: await run(), icon: 'puzzle' });
    return true;
  } catch (reason) {
    const { message, hint } = /** @type {import('../data/http.js').HttpError} */ (reason);
    toast({ title: message, detail: hint, tone: 'error' });
    return false;
  }
}

/**
 * @param {PluginInfo} plugin
 * @param {(way: Way) => void} chosen
 * @returns {MenuItem[]}
 */
export function itemsOf(plugin, chosen) {
  return waysOf(plugin).map((way) => ({ label: `${way.label}…`, icon: way.icon, isDanger: way.isDanger, run: () => chosen(way) }));
}
