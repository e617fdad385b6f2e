import { unsafeHTML } from 'lit/directives/unsafe-html.js';

/**
 * The one place where HTML becomes part of the page: the server made it out of CommonMark, with what was HTML in it turned
 * into text and every address checked.
 *
 * @param {string} html
 */
export function markdown(html) {
  return unsafeHTML(html);
}
