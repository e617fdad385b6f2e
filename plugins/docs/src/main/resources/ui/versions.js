import { html, nothing } from 'lit';

/**
 * Chooses the version of the documentation, where it has several.
 *
 * @param {{ versions?: string[], version?: string }} site
 * @param {(version: string) => void} choose is told the version; nothing for the first, which needs no name
 */
export function versions({ versions: all = [], version }, choose) {
  const change = (/** @type {Event} */ { target }) => {
    const chosen = /** @type {HTMLSelectElement} */ (target).value;
    choose(chosen === all[0] ? '' : chosen);
  };
  return all.length < 2 ? nothing : html`<select class="versions" aria-label="Version" @change=${change}>
    ${all.map((one) => html`<option .selected=${one === version}>${one}</option>`)}</select>`;
}

/** What the address of a page or resource says of it. @param {string} version @param {string} [before] */
export function versioned(version, before = '?') {
  return version ? `${before}version=${encodeURIComponent(version)}` : '';
}
