import { Topic } from './topic.js';

const KEY = 'callboard.theme';
const system = matchMedia('(prefers-color-scheme: dark)');

/** @typedef {'system' | 'light' | 'dark'} Choice */

/** Told when what is shown changes. @type {Topic<'light' | 'dark'>} */
export const themeChanged = new Topic();

system.addEventListener('change', () => themeChanged.tell(shownTheme()));

/** @returns {Choice} */
export function chosenTheme() {
  const stored = localStorage.getItem(KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

/** @returns {'light' | 'dark'} */
export function shownTheme() {
  const choice = chosenTheme();
  if (choice === 'system') {
    return system.matches ? 'dark' : 'light';
  }
  return choice;
}

/** @param {Choice} choice */
export function chooseTheme(choice) {
  localStorage.setItem(KEY, choice);
  if (choice === 'system') {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = choice;
  }
  themeChanged.tell(shownTheme());
}
