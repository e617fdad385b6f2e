import { html, nothing } from 'lit';
import { searchByWords } from '../data/catalog.js';
import { isSameCommand } from '../data/commands.js';
import { modelChanged, pluginChanged, resync } from '../data/events.js';
import { pagesChanged } from '../data/plugin-pages.js';
import { coalesced } from '../data/topic.js';
import { plural } from '../data/format.js';
import { icon } from '../elements/icon.js';
import { Page } from '../elements/page.js';
import { shared } from '../elements/styles.js';
import './command-form.js';
import { groupsFor } from './palette-items.js';
import { learn } from './palette-known.js';
import { commandHead, keys, options } from './palette-list.js';
import { paletteStyles } from './palette-styles.js';
import { Texts } from './palette-texts.js';

/** @typedef {import('../data/commands.js').Command} Command */
/** @typedef {import('./palette-items.js').Item} Item */

const WHAT = 'Search entities, documents, pages and commands';
const MOST = 8;
const PAUSE = 60;

/** What was there when it was last looked for, so that the next one who opens it need not wait. @type {import('./palette-known.js').Known} */
let known = { commands: [], plugins: [], held: new Set() };

/** Opens it, unless it is. */
export function open(typed = '') {
  return document.querySelector('cb-palette') ?? document.body.append(Object.assign(new Palette(), { text: typed }));
}

/** @param {Command} command */
export function run(command) {
  const palette = new Palette();
  palette.command = command;
  document.body.append(palette);
}

/** Finds entities, pages, plugins and commands by a few letters, and runs commands. It removes itself. */
export class Palette extends Page {
  static properties = {
    text: { state: true }, found: { state: true }, active: { state: true }, failed: { state: true },
    isBusy: { state: true }, command: { attribute: false }, notice: { state: true },
  };

  static styles = [shared, paletteStyles];

  #aborter = new AbortController();
  #timer = 0;
  /** @type {Promise<void> | undefined} */
  #searching;
  #isDirect = false;
  #texts = new Texts(this);

  constructor() {
    super();
    this.text = this.failed = this.notice = '';
    /** @type {import('../data/types.js').Entity[]} */
    this.found = [];
    this.active = 0;
    this.isBusy = false;
    /** The one that is being run. @type {Command | undefined} */
    this.command = undefined;
  }

  follow() {
    const again = coalesced(() => this.#learn());
    return [pluginChanged.listen(again), modelChanged.listen(again), resync.listen(again), pagesChanged.listen(() => this.requestUpdate())];
  }

  firstUpdated() {
    this.#isDirect = !!this.command;
    this.#dialog.showModal();
    this.#learn();
    this.#look();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#aborter.abort();
  }

  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.renderRoot.querySelector('dialog'));
  }

  async #learn() {
    known = await learn(known);
    this.#checkCommand();
    this.requestUpdate();
  }

  /** What somebody is typing for a command stays for as long as that is there. */
  #checkCommand() {
    const { command } = this;
    if (!command) {
      return;
    }
    this.command = known.commands.find((one) => isSameCommand(one, command));
    if (!this.command) {
      this.notice = `“${command.title}” is no longer there: plugin '${command.plugin}' has changed.`;
      this.#focus();
    }
  }

  get #groups() {
    return groupsFor(this.text.trimStart(), known, this.found, this.#texts.found);
  }

  get #items() {
    return this.#groups.flatMap(({ items }) => items);
  }

  /** @param {InputEvent} event */
  #typed(event) {
    this.text = /** @type {HTMLInputElement} */ (event.target).value;
    this.#look();
  }

  #look() {
    this.active = 0;
    this.notice = '';
    this.#aborter.abort();
    clearTimeout(this.#timer);
    const text = this.text.trim();
    this.isBusy = !!text && !text.startsWith('>');
    this.#texts.look(this.isBusy ? text : '');
    if (!this.isBusy) {
      this.found = [];
      this.#searching = undefined;
      return;
    }
    this.#searching = new Promise((resolve) => (this.#timer = window.setTimeout(resolve, PAUSE))).then(() => this.#search(text));
  }

  /** @param {string} text */
  async #search(text) {
    this.#aborter = new AbortController();
    const { signal } = this.#aborter;
    try {
      const found = await searchByWords(text, { limit: MOST }, signal);
      this.found = signal.aborted ? this.found : found;
      this.failed = '';
    } catch (reason) {
      this.failed = signal.aborted ? this.failed : /** @type {Error} */ (reason).message;
      this.found = signal.aborted ? this.found : [];
    }
    this.isBusy = this.isBusy && signal.aborted;
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const count = this.#items.length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.active = (this.active + (event.key === 'ArrowDown' ? 1 : count - 1)) % Math.max(1, count);
      this.updateComplete.then(() => this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }));
    } else if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      this.#enter();
    }
  }

  /** Who types fast means what will be found by it, and not what was there before. */
  async #enter() {
    const text = this.text;
    if (this.isBusy && this.active === 0) {
      await this.#searching;
    }
    if (text === this.text && this.isConnected) {
      this.#choose(this.#items[this.active]);
    }
  }

  /** @param {Item | undefined} item */
  #choose(item) {
    if (item?.command) {
      this.command = item.command;
      this.notice = '';
    } else if (item?.run) {
      this.#dialog.close();
      item.run();
    }
  }

  /** The first Escape leads from a command's form back to the list, where it was chosen there. @param {Event} event */
  #cancelled(event) {
    if (this.command && !this.#isDirect) {
      event.preventDefault();
      this.#back();
    }
  }

  #back() {
    if (this.#isDirect) {
      this.#dialog.close();
    } else {
      this.command = undefined;
      this.#focus();
    }
  }

  #focus() {
    this.updateComplete.then(() => this.renderRoot.querySelector('input')?.focus());
  }

  /** A click on the backdrop has the dialog itself as its target. @param {MouseEvent} event */
  #clicked(event) {
    if (event.target === this.#dialog) {
      this.#dialog.close();
    }
  }

  render() {
    const { command } = this;
    return html`<dialog aria-label=${command?.title ?? 'Search'} @click=${this.#clicked} @cancel=${this.#cancelled} @close=${() => this.remove()}>
      ${command ? this.#running(command) : this.#list()}
    </dialog>`;
  }

  /** @param {Command} command */
  #running(command) {
    return html`${commandHead(command, this.#isDirect, () => this.#back())}
      <div class="body"><cb-command-form .command=${command} @done=${() => this.#dialog.close()} @left=${() => this.#back()}></cb-command-form></div>`;
  }

  #list() {
    const groups = this.#groups;
    const count = groups.reduce((sum, { items }) => sum + items.length, 0);
    const active = Math.min(this.active, count - 1);
    return html`<div class="field">
        <span class="row ${this.isBusy ? 'spin' : ''}">${icon(this.isBusy ? 'loader-circle' : 'search')}</span>
        <input type="text" role="combobox" aria-label=${WHAT} aria-expanded=${count > 0} aria-controls="found"
          aria-activedescendant=${count ? `c${active}` : nothing} aria-autocomplete="list" autocomplete="off" maxlength="200"
          placeholder=${WHAT} autofocus spellcheck="false" .value=${this.text} @input=${this.#typed} @keydown=${this.#pressed} />
      </div>
      ${this.notice ? html`<p class="notice" role="alert">${icon('info', 15)}<span>${this.notice}</span></p>` : nothing}
      <div class="list" id="found" role="listbox" aria-label="Found" aria-busy=${this.isBusy}>
        ${options(groups, active, (item) => this.#choose(item), (place) => (this.active = place))}</div>
      ${this.failed && !this.isBusy ? html`<p class="none" role="alert">${this.failed}</p>` : nothing}
      ${count || this.isBusy || this.#texts.isBusy || this.failed ? nothing : html`<p class="none">Nothing is called “${this.text.replace(/^\s*>/, '').trim()}”.</p>`}
      <p class="unseen" role="status">${this.isBusy ? '' : plural(count, 'result')}</p>
      ${keys()}`;
  }
}

customElements.define('cb-palette', Palette);
