/** How well a text fits a label: the higher the better, 0 where it doesn't. @typedef {0 | 1 | 2 | 3 | 4 | 5} Fit */

const SHORTEST_TYPO = 4;

/** @param {string} text */
function words(text) {
  return text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

/**
 * By the rules that the catalog finds entities by, for lists that are here.
 *
 * @param {string} text what was typed
 * @param {string} label
 * @param {string[]} [keywords] words that find it besides those of the label
 * @returns {Fit}
 */
export function fit(text, label, keywords = []) {
  const typed = words(text);
  const own = words(label);
  const all = [...own, ...keywords.flatMap(words)];
  if (!typed.length) {
    return 0;
  }
  if (typed.join('') === own.join('')) {
    return 5;
  }
  if (own.join(' ').startsWith(typed.join(' '))) {
    return 4;
  }
  if (typed.every((word) => own.some((one) => one.startsWith(word)))) {
    return 3;
  }
  if (typed.every((word) => all.some((one) => one.startsWith(word)))) {
    return 2;
  }
  return typed.every((word) => all.some((one) => one.startsWith(word) || (word.length >= SHORTEST_TYPO && startsAlmost(one, word)))) ? 1 : 0;
}

/**
 * @param {string} word
 * @param {string} typed
 * @returns {boolean} whether the word starts so, but for a letter that is wrong, missing, too many or swapped
 */
function startsAlmost(word, typed) {
  let at = 0;
  while (at < typed.length && word[at] === typed[at]) {
    at++;
  }
  const rest = word.slice(at);
  const behind = typed.slice(at + 1);
  const swapped = behind ? behind[0] + (typed[at] ?? '') + behind.slice(1) : '';
  return rest.startsWith(behind) || rest.slice(1).startsWith(behind) || rest.slice(1).startsWith(typed.slice(at)) || (!!swapped && rest.startsWith(swapped));
}
