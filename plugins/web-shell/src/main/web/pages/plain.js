import { html } from 'lit';
import { at } from '../data/base.js';
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
      html`Run <code class="mono">callboard login</code> and open the link that it prints, or open the link that the portal
        printed when it started. Each link works once.`,
      html`<button @click=${() => location.reload()}>I have signed in</button>`,
    )}
  </div>`;
}
