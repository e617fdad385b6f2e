const LOCALE = 'callboard.locale';
const ZONE = 'callboard.zone';

/** How the language of numbers and times may be chosen besides the browser's own. */
export const LOCALES = ['en-GB', 'en-US', 'de', 'es', 'fr', 'it', 'ja', 'nl', 'pl', 'pt-BR', 'sv'];

/** @param {string} key */
function kept(key) {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** @returns {string | undefined} the language for numbers and times; undefined for the browser's own */
export function chosenLocale() {
  const stored = kept(LOCALE);
  return stored && LOCALES.includes(stored) ? stored : undefined;
}

/** @returns {'UTC' | undefined} undefined for the browser's own */
export function chosenZone() {
  return kept(ZONE) === 'UTC' ? 'UTC' : undefined;
}

/** Takes effect when the page is loaded again. @param {string} locale empty for the browser's own */
export function chooseLocale(locale) {
  localStorage.setItem(LOCALE, locale);
}

/** Takes effect when the page is loaded again. @param {string} zone empty for the browser's own */
export function chooseZone(zone) {
  localStorage.setItem(ZONE, zone);
}
