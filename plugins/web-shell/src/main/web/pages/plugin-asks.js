import { css, html, nothing } from 'lit';
import { bars, empty, failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import { KeptRevisions } from './kept-revisions.js';

/** @typedef {import('../data/types.js').Need} Need */

/** @type {[string, string, string][]} */
const GROUPS = [
  ['permission', 'Permissions', 'What callers of it must hold.'],
  ['host', 'Servers', 'What it asks over the network; the operator allows each.'],
  ['port', 'Ports of its own', 'The portal guards nothing there.'],
  ['config', 'Settings', 'What it can be told.'],
  ['package', 'Other plugins', 'Whose API it uses.'],
];

/** What a plugin asks for, as its jar says; and which permissions it declares itself. */
export class PluginAsks extends KeptRevisions {
  static styles = [
    shared,
    stateStyles,
    css`
      :host { display: grid; gap: 16px; }
      .panel { padding: 14px 16px; }
      h2 { font-size: 14px; line-height: 20px; }
      .panel > p { margin-bottom: 8px; color: var(--p-fg2); }
      li { padding: 7px 0; border-top: 1px solid var(--p-line); overflow-wrap: anywhere; }
      .note { display: block; color: var(--p-fg2); font-size: 12px; line-height: 18px; white-space: pre-wrap; }
    `,
  ];

  render() {
    return this.revisions.render({
      loading: () => html`<div class="panel" aria-busy="true">${bars([20, 50, 40])}</div>`,
      failed: (error) => failure(error, () => this.revisions.run()),
      done: ([current]) => this.#asks(current?.asks ?? []),
    });
  }

  /** @param {Need[]} asks */
  #asks(asks) {
    const declared = (this.info?.contributes ?? []).filter(({ point }) => point === 'permission').map(({ id, title }) => ({ name: id, note: title === id ? null : title }));
    const groups = GROUPS.map(([kind, title, text]) => ({ title, text, items: asks.filter((need) => need.kind === kind) }));
    const shown = [...groups, { title: 'Declares', text: 'Permissions of its own, for policies to give.', items: declared }].filter(({ items }) => items.length);
    if (!shown.length) {
      return html`<div class="panel">${empty('It asks for nothing', 'It needs no permission, server, port or setting.')}</div>`;
    }
    return shown.map(({ title, text, items }) => html`<section class="panel"><h2>${title}</h2><p>${text}</p>
      <ul>${items.map(({ name, note }) => html`<li><span class="mono">${name}</span>${note ? html`<span class="note">${note}</span>` : nothing}</li>`)}</ul></section>`);
  }
}

customElements.define('cb-plugin-asks', PluginAsks);
