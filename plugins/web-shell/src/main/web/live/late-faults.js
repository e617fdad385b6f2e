import { Topic } from '../data/topic.js';

/** Failures in a plugin's timers, listeners and promises. @type {Topic<{ plugin: string, message: string }>} */
export const lateFaults = new Topic();

addEventListener('error', (event) => attribute(event.error, event.filename));
addEventListener('unhandledrejection', (event) => attribute(event.reason, ''));

/**
 * Finds the plugin by the address of its module.
 *
 * @param {unknown} reason
 * @param {string} file
 */
function attribute(reason, file) {
  const stack = reason instanceof Error ? (reason.stack ?? '') : '';
  const plugin = /\/ui\/([^/]+)\//.exec(`${file} ${stack}`)?.[1];
  if (plugin && plugin !== 'web-shell') {
    lateFaults.tell({ plugin, message: reason instanceof Error ? reason.message : String(reason) });
  }
}
