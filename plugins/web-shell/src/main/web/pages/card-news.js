import { toast } from '../elements/toasts.js';

/** @typedef {import('../data/types.js').Card} Card */

/**
 * Says what a plugin's change did to this page, if it did anything.
 *
 * @param {{ plugin: string, old: Card[], now: Card[], outcomes: string[], millis: number }} news
 */
export function tellOf({ plugin, old, now, outcomes, millis }) {
  const name = nameOf(plugin, now.length ? now : old);
  const time = `${Math.round(millis)} ms`;
  const link = { label: 'See plugin', href: '/plugins' };
  if (!now.length) {
    if (old.length) {
      toast({ title: `${name} was removed`, detail: `It left this page · ${time}`, icon: 'puzzle', link });
    }
  } else if (old[0]?.digest === now[0].digest) {
    return;
  } else if (outcomes.includes('broken')) {
    toast({ title: `${name} does not work on this page`, detail: 'Its card says why.', tone: 'error', link });
  } else if (outcomes.includes('waiting')) {
    toast({ title: `${name} is ready`, detail: 'Update its card when you have finished writing.', icon: 'puzzle', link });
  } else {
    const detail = old.length ? `Replaced ${old[0].version} on this page` : 'New on this page';
    toast({ title: `${name} is live`, detail: `${detail} · ${time}`, icon: 'puzzle', link });
  }
}

/**
 * @param {string} plugin
 * @param {Card[]} cards of the plugin
 */
function nameOf(plugin, cards) {
  return `${cards.length === 1 ? cards[0].title : plugin} ${cards[0]?.version ?? ''}`;
}
