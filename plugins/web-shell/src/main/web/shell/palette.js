import { toast } from '../elements/toasts.js';

/** @typedef {import('../data/commands.js').Command} Command */

const load = () => import('./palette-dialog.js');

/** Opens the search over everything, with what is typed while its code comes. */
export function openPalette() {
  const typed = gather();
  load().then(({ open }) => open(typed()), missing).finally(typed);
}

/** @returns {() => string} ends the gathering of what is typed, and says it */
function gather() {
  let text = '';
  /** @param {KeyboardEvent} event */
  const key = (event) => {
    if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      text += event.key;
    }
  };
  addEventListener('keydown', key, true);
  return () => {
    removeEventListener('keydown', key, true);
    return text;
  };
}

/** @param {Command} command is run: it asks first what it has to know */
export function runCommand(command) {
  load().then(({ run }) => run(command), missing);
}

/** Opens the search by its keys; its code comes as soon as the page has nothing better to do. */
export function listenForKeys() {
  addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      openPalette();
    }
  });
  addEventListener('load', () => setTimeout(() => load().catch(() => {}), 1000));
}

function missing() {
  toast({ title: 'A part of this page can\'t be loaded', detail: 'Load the page again.', tone: 'error' });
}
