import { LitElement, css, html, nothing } from 'lit';
import { queryRows } from '../data/catalog.js';
import { recentVisits } from '../data/recent.js';
import { pathOf, refOf } from '../data/ref.js';
import { chooseTheme } from '../data/theme.js';
import { Topic, coalesced } from '../data/topic.js';
import { icon, kindIcon } from '../elements/icon.js';
import { shared } from '../elements/styles.js';
import { navigate } from './router.js';

/** @typedef {{ label: string, detail: string, icon: unknown, run: () => void }} Command */

/** @type {Topic<void>} */
const opened = new Topic();

/** @type {Command[]} */
const PAGES = [
  { label: 'Home', detail: 'Page', icon: icon('house'), run: () => navigate('/') },
  { label: 'Catalog', detail: 'Page', icon: icon('boxes'), run: () => navigate('/catalog') },
  { label: 'Problems', detail: 'Page', icon: icon('triangle-alert'), run: () => navigate('/problems') },
  { label: 'Plugins', detail: 'Page', icon: icon('puzzle'), run: () => navigate('/plugins') },
];
/** @type {Command[]} */
const THEMES = [
  { label: 'Light theme', detail: 'Command', icon: icon('sun'), run: () => chooseTheme('light') },
  { label: 'Dark theme', detail: 'Command', icon: icon('moon'), run: () => chooseTheme('dark') },
  { label: 'Theme as the system', detail: 'Command', icon: icon('monitor'), run: () => chooseTheme('system') },
];
const MOST = 8;
const LOOKED_AT = 60;

/** Opens the search over everything. */
export function openPalette() {
  opened.tell();
}

/** Finds entities, pages and commands by a few letters. */
export class Palette extends LitElement {
  static properties = { text: { state: true }, found: { state: true }, active: { state: true }, failed: { state: true } };
  static styles = [
    shared,
    css`
      dialog {
        width: min(600px, calc(100vw - 48px)); margin: 12vh auto auto; padding: 0; border: 1px solid var(--p-line);
        border-radius: 12px; background: var(--p-surface); color: var(--p-fg); box-shadow: var(--p-shadow); overflow: hidden;
      }
      dialog::backdrop { background: var(--p-scrim); }
      .field { display: flex; align-items: center; gap: 10px; padding: 0 16px; border-bottom: 1px solid var(--p-line); color: var(--p-fg3); }
      input { flex: 1; height: 48px !important; padding: 0 !important; border: 0 !important; background: none !important; font-size: 15px !important; outline: none !important; }
      ul { max-height: 396px; padding: 6px; overflow-y: auto; }
      li { display: flex; align-items: center; gap: 10px; height: 36px; padding: 0 10px; border-radius: var(--p-radius); cursor: pointer; }
      li[aria-selected='true'] { background: var(--p-selected); }
      li svg { color: var(--p-fg3); }
      .detail { margin-left: auto; padding-left: 12px; color: var(--p-fg2); font-size: 12px; }
      .none { padding: 24px; color: var(--p-fg2); text-align: center; }
    `,
  ];

  #aborter = new AbortController();
  #search = coalesced(() => this.#read(), 90);

  constructor() {
    super();
    this.text = '';
    /** @type {Command[]} */
    this.found = [];
    this.active = 0;
    this.failed = '';
  }

  connectedCallback() {
    super.connectedCallback();
    opened.listen(() => this.#open());
    addEventListener('keydown', (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        this.#open();
      }
    });
  }

  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.renderRoot.querySelector('dialog'));
  }

  /** @returns {Command[]} */
  get #commands() {
    const text = this.text.trim().toLowerCase();
    const fixed = text ? [...PAGES, ...THEMES] : PAGES;
    return [...this.found, ...fixed.filter(({ label }) => label.toLowerCase().includes(text))];
  }

  #open() {
    if (!this.#dialog.open) {
      this.text = '';
      this.active = 0;
      this.found = recentVisits().slice(0, 5).map(({ ref, kind, title, type }) => entityCommand(ref, kind, title, type));
      this.#dialog.showModal();
    }
  }

  /** @param {InputEvent} event */
  #typed(event) {
    this.text = /** @type {HTMLInputElement} */ (event.target).value;
    this.active = 0;
    this.#search();
  }

  async #read() {
    this.#aborter.abort();
    this.#aborter = new AbortController();
    const { signal } = this.#aborter;
    try {
      const text = this.text.trim().toLowerCase();
      const { items } = await queryRows({ text, offset: 0, limit: LOOKED_AT }, signal);
      this.found = bestFirst(items, text).slice(0, MOST).map((item) => entityCommand(refOf(item), item.kind, item.metadata.title ?? item.metadata.name, item.spec?.type));
      this.failed = '';
    } catch (reason) {
      this.failed = signal.aborted ? this.failed : /** @type {Error} */ (reason).message;
    }
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const count = this.#commands.length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.active = (this.active + (event.key === 'ArrowDown' ? 1 : count - 1)) % Math.max(1, count);
      this.updateComplete.then(() => this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.#run(this.#commands[this.active]);
    }
  }

  /** @param {Command | undefined} command */
  #run(command) {
    if (command) {
      this.#dialog.close();
      command.run();
    }
  }

  /** A click on the backdrop has the dialog itself as its target. @param {MouseEvent} event */
  #clicked(event) {
    if (event.target === this.#dialog) {
      this.#dialog.close();
    }
  }

  render() {
    const commands = this.#commands;
    return html`<dialog aria-label="Search" @click=${this.#clicked}>
      <div class="field">
        ${icon('search')}
        <input type="text" role="combobox" aria-label="Search entities and pages" aria-expanded="true" aria-controls="found"
          aria-activedescendant=${commands.length ? `c${this.active}` : nothing} aria-autocomplete="list" autocomplete="off"
          placeholder="Search entities and pages" autofocus spellcheck="false"
          .value=${this.text} @input=${this.#typed} @keydown=${this.#pressed} />
        <kbd>Esc</kbd>
      </div>
      <ul id="found" role="listbox" aria-label="Found">${commands.map((command, index) => this.#option(command, index))}</ul>
      ${commands.length ? nothing : html`<p class="none" role="status">${this.failed || `Nothing is called “${this.text}”.`}</p>`}
    </dialog>`;
  }

  /**
   * @param {Command} command
   * @param {number} index
   */
  #option(command, index) {
    return html`<li id="c${index}" role="option" aria-selected=${index === this.active}
      @click=${() => this.#run(command)} @pointermove=${() => (this.active = index)}>
      ${command.icon}<span class="cut">${command.label}</span><span class="detail cut">${command.detail}</span>
    </li>`;
  }
}

/**
 * @param {import('../data/types.js').Entity[]} entities
 * @param {string} text in lower case
 */
function bestFirst(entities, text) {
  const rank = (/** @type {import('../data/types.js').Entity} */ { metadata }) => {
    const places = [metadata.title, metadata.name].map((name) => name?.toLowerCase().indexOf(text) ?? -1);
    return Math.min(...places.map((place) => (place < 0 ? 1000 : place))) + metadata.name.length / 100;
  };
  return entities.sort((a, b) => rank(a) - rank(b));
}

/**
 * @param {string} ref
 * @param {string} kind
 * @param {string} title
 * @param {string} [type]
 * @returns {Command}
 */
function entityCommand(ref, kind, title, type) {
  return { label: title, detail: type ? `${kind} · ${type}` : kind, icon: kindIcon(kind), run: () => navigate(pathOf(ref)) };
}

customElements.define('cb-palette', Palette);
