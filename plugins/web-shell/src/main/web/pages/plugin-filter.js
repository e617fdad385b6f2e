/** @typedef {import('../data/types.js').PluginInfo} PluginInfo */

/** What the address of the list may hold. */
export const FILTERS = ['text', 'state', 'owner'];
const WELL = ['ACTIVE', 'DISABLED', 'STARTING'];

/** @param {PluginInfo} plugin @returns {boolean} whether somebody should look at it */
export function needsAttention({ state, candidate, diagnosis }) {
  return !WELL.includes(state) || !!diagnosis || (!!candidate && candidate.state !== 'STARTING');
}

/**
 * @param {PluginInfo[]} plugins
 * @returns {string[]}
 */
export function ownersOf(plugins) {
  return [...new Set(plugins.flatMap(({ owner }) => (owner ? [owner] : [])))].sort();
}

/**
 * @param {PluginInfo[]} plugins
 * @param {URLSearchParams} query
 * @returns {PluginInfo[]} those that are wanted, in their order
 */
export function filtered(plugins, query) {
  const words = (query.get('text') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const state = query.get('state') ?? '';
  const owner = query.get('owner') ?? '';
  return plugins.filter((plugin) => {
    const text = `${plugin.id} ${plugin.title} ${plugin.owner ?? ''} ${plugin.version} ${plugin.candidate?.version ?? ''}`.toLowerCase();
    const isState = !state || (state === 'attention' ? needsAttention(plugin) : plugin.state === state);
    const isOwner = !owner || (owner === 'mine' ? !!plugin.may?.includes('install') : plugin.owner === owner);
    return isState && isOwner && words.every((word) => text.includes(word));
  });
}
