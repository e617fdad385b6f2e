import { css, html, nothing } from 'lit';
import { commands } from '../data/commands.js';
import { modelChanged, pluginChanged, resync } from '../data/events.js';
import { refreshEntity } from '../data/locations.js';
import { pathOf } from '../data/ref.js';
import { rights } from '../data/session.js';
import { coalesced } from '../data/topic.js';
import { icon } from '../elements/icon.js';
import '../elements/menu.js';
import { Page } from '../elements/page.js';
import { shared } from '../elements/styles.js';
import { announce, toast } from '../elements/toasts.js';
import { runCommand } from '../shell/palette.js';
import { navigate } from '../shell/router.js';
import { ownPath } from '../data/base.js';

/** @typedef {import('../elements/menu.js').MenuItem} MenuItem */

/** What can be done with an entity by whoever looks at it. */
export class EntityActions extends Page {
  static properties = { entityRef: {}, view: {}, held: { state: true }, commands: { state: true }, isBusy: { state: true } };
  static styles = [
    shared,
    css`
      :host { display: contents; }
    `,
  ];

  constructor() {
    super();
    this.entityRef = '';
    /** Where people look at its descriptor. */
    this.view = '';
    /** What plugins let the reader do with it. @type {import('../data/commands.js').Command[]} */
    this.commands = [];
    /** @type {Set<string>} */
    this.held = new Set();
    this.isBusy = false;
  }

  follow() {
    rights().then((held) => (this.held = held), () => {});
    const again = coalesced(() => this.#readCommands());
    return [pluginChanged.listen(again), modelChanged.listen(again), resync.listen(again)];
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has('entityRef')) {
      this.commands = [];
      this.#readCommands();
    }
  }

  /** The menu stays as it was where they can't be read. */
  async #readCommands() {
    const { entityRef } = this;
    const found = await commands(entityRef).catch(() => this.commands);
    if (entityRef === this.entityRef) {
      this.commands = found;
    }
  }

  async #refresh() {
    this.isBusy = true;
    announce('Reading it again');
    try {
      await refreshEntity(this.entityRef);
      toast({ title: 'Read again', detail: 'Its descriptor, and what leads to it.', icon: 'refresh-cw' });
    } catch (reason) {
      const { message, hint } = /** @type {import('../data/http.js').HttpError} */ (reason);
      toast({ title: message, detail: hint, tone: 'error' });
    }
    this.isBusy = false;
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.entityRef);
      toast({ title: 'Copied', detail: this.entityRef, icon: 'copy' });
    } catch {
      toast({ title: 'This browser does not let the page copy', detail: this.entityRef, tone: 'error' });
    }
  }

  async #unregister() {
    const { unregister } = await import('./unregister.js');
    if (await unregister({ entity: this.entityRef })) {
      navigate('/catalog');
    }
  }

  #why() {
    navigate(`${ownPath(pathOf(this.entityRef)) ?? pathOf(this.entityRef)}/source`);
  }

  /** @returns {MenuItem[]} */
  get #items() {
    /** @type {MenuItem[]} */
    const items = [
      ...this.commands.map((command) => ({ label: command.title, icon: command.icon, run: () => runCommand(command) })),
      { label: 'Copy the reference', icon: 'copy', run: () => this.#copy() },
      { label: 'Why is it here?', icon: 'git-branch', run: () => this.#why() },
    ];
    if (this.held.has('catalog.location.delete')) {
      items.push({ label: 'Unregister…', icon: 'trash', isDanger: true, run: () => this.#unregister() });
    }
    return items;
  }

  render() {
    return html`
      ${/^https?:/.test(this.view) ? html`<a class="button" href=${this.view} target="_blank" rel="noopener noreferrer">${icon('external-link', 14)}Descriptor</a>` : nothing}
      ${this.held.has('catalog.entity.refresh')
        ? html`<button aria-disabled=${this.isBusy} @click=${() => this.isBusy || this.#refresh()}>
            <span class="row ${this.isBusy ? 'spin' : ''}">${icon('refresh-cw', 14)}</span>Refresh</button>`
        : nothing}
      <cb-menu label="Actions" .items=${this.#items}></cb-menu>`;
  }
}

customElements.define('cb-entity-actions', EntityActions);
