import { html } from 'lit';
import { at, ownPath } from '../data/base.js';
import { logo } from '../elements/logo.js';
import { empty } from '../elements/states.js';

/** The page for addresses that lead nowhere. */
export function nowhere() {
  return html`<div class="page">
    ${empty(html`<h1>There is no such page</h1>`, 'The address may have been mistyped, or what it showed is gone.',
      html`<a class="button" href=${at('/catalog')}>Look in the catalog</a>`)}
  </div>`;
}

/** The page for those whose session has ended. */
export function signedOut() {
  return html`<div class="panel">
    ${empty(
      html`${logo(32)}<h1>You are signed out</h1>`,
      'Sign in again to go on where you were.',
      html`<a class="button" href=${at(`/signin?return=${encodeURIComponent(here())}`)}>Sign in</a>`,
    )}
  </div>`;
}

/** @returns {string} the portal's own address of this page */
function here() {
  return (ownPath(location.pathname) ?? '/') + location.search;
}
