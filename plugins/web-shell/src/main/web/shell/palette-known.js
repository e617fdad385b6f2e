import { commands } from '../data/commands.js';
import { plugins } from '../data/plugins.js';
import { rights } from '../data/session.js';
import { currentRoute } from './router.js';

/**
 * @typedef {object} Known what there is to choose from, besides entities
 * @property {import('../data/commands.js').Command[]} commands
 * @property {import('../data/types.js').PluginInfo[]} plugins
 * @property {Set<string>} held the permissions of the reader
 */

/**
 * @param {Known} before stays where it can't be read anew
 * @returns {Promise<Known>} what is there for the reader on the page that they see
 */
export async function learn(before) {
  const { page, steps: [namespace, kind, name] } = currentRoute();
  const held = await rights().catch(() => before.held);
  const [here, everywhere, installed] = await Promise.all([
    page === 'entity' ? commands(`${kind}:${namespace}/${name}`).catch(() => []) : [],
    commands().catch(() => before.commands.filter(({ entity }) => !entity)),
    held.has('plugin.read') ? plugins().catch(() => before.plugins) : [],
  ]);
  return { held, plugins: installed, commands: [...here, ...everywhere] };
}
