import { LitElement, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { queryRows } from '../data/catalog.js';
import { plural } from '../data/format.js';
import { refOf } from '../data/ref.js';
import { coalesced } from '../data/topic.js';
import { describedBy, labelled } from './form-fields.js';
import { formStyles } from './form-styles.js';
import { icon, kindIcon } from './icon.js';
import { shared } from './styles.js';
import { announce } from './toasts.js';

/** @typedef {import('../data/types.js').Entity} Entity */

const MOST = 8;

/** An input for a reference to an entity, which suggests entities while one types. */
export class EntityInput extends LitElement {
  static properties = { filled: { attribute: false }, found: { state: true }, active: { state: true }, isOpen: { state: true } };
  static styles = [shared, formStyles];

  #aborter = new AbortController();
  #search = coalesced(() => this.#read(), 120);
  /** @param {Event} event */
  #moved = (event) => event.composedPath().includes(/** @type {EventTarget} */ (this.#list)) || (this.isOpen = false);

  constructor() {
    super();
    /** @type {import('./form-fields.js').Filled | undefined} */
    this.filled = undefined;
    /** @type {Entity[]} */
    this.found = [];
    this.active = -1;
    this.isOpen = false;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#aborter.abort();
    removeEventListener('scroll', this.#moved, true);
    removeEventListener('resize', this.#moved);
  }

  focus() {
    this.#input?.focus();
  }

  /** @returns {HTMLInputElement | null} */
  get #input() {
    return this.renderRoot.querySelector('input');
  }

  /** @returns {HTMLElement | null} */
  get #list() {
    return this.renderRoot.querySelector('[role=listbox]');
  }

  /** The list floats above everything, so it is placed by hand; it goes when what is below it moves. */
  updated() {
    const list = this.#list;
    const box = this.#input?.getBoundingClientRect();
    removeEventListener('scroll', this.#moved, true);
    removeEventListener('resize', this.#moved);
    if (!list || !box) {
      return;
    }
    if (!this.isOpen) {
      list.hidePopover();
      return;
    }
    list.style.width = `${box.width}px`;
    list.style.left = `${box.left}px`;
    list.showPopover();
    const isAbove = box.bottom + 4 + list.offsetHeight > window.innerHeight && box.top > list.offsetHeight;
    list.style.top = `${isAbove ? box.top - 4 - list.offsetHeight : box.bottom + 4}px`;
    addEventListener('scroll', this.#moved, true);
    addEventListener('resize', this.#moved);
  }

  /** @param {string} text */
  #typed(text) {
    this.filled?.change([text]);
    this.active = -1;
    this.#search();
  }

  async #read() {
    this.#aborter.abort();
    this.#aborter = new AbortController();
    const { signal } = this.#aborter;
    const kinds = (this.filled?.input.options ?? []).map(({ value }) => value);
    const text = (this.#input?.value ?? '').replace(/^[^:]*:([^/]*\/)?/, '').trim();
    try {
      /** @type {Record<string, string[]>} */
      const filter = kinds.length ? { kind: kinds } : {};
      const { items } = await queryRows({ filter, text, offset: 0, limit: MOST }, signal);
      this.found = items;
      this.active = -1;
      this.isOpen = items.length > 0 && !!this.#input?.matches(':focus');
      announce(items.length ? plural(items.length, 'suggestion') : 'No suggestions');
    } catch {
      this.isOpen = false;
    }
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const count = this.found.length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!this.isOpen) {
        this.#read();
      } else {
        this.active = event.key === 'ArrowDown' ? (this.active + 1) % count : (this.active < 1 ? count : this.active) - 1;
        this.updateComplete.then(() => this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }));
      }
    } else if (event.key === 'Enter' && this.isOpen && this.active >= 0) {
      event.preventDefault();
      this.#choose(this.found[this.active]);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent('send', { bubbles: true }));
    } else if (event.key === 'Escape' && this.isOpen) {
      event.preventDefault();
      event.stopPropagation();
      this.isOpen = false;
    }
  }

  /** @param {Entity} entity */
  #choose(entity) {
    this.filled?.change([refOf(entity)]);
    this.isOpen = false;
    this.active = -1;
  }

  render() {
    const { filled } = this;
    if (!filled) {
      return nothing;
    }
    const { input, values, fault } = filled;
    return labelled(filled, html`<div class="combo">
      ${icon('search', 15)}
      <input id=${input.name} type="text" role="combobox" autocomplete="off" spellcheck="false" placeholder="Search by name" aria-autocomplete="list"
        aria-expanded=${this.isOpen} aria-controls="list" aria-activedescendant=${this.isOpen && this.active >= 0 ? `o${this.active}` : nothing}
        aria-required=${!!input.required} aria-invalid=${!!fault} aria-describedby=${describedBy(filled)}
        .value=${live(values[0] ?? '')} @input=${(/** @type {any} */ { target }) => this.#typed(target.value)}
        @click=${() => this.isOpen || this.#read()} @keydown=${this.#pressed} @blur=${() => (this.isOpen = false)} />
      <ul id="list" role="listbox" aria-label="Entities" popover="manual">${this.found.map((entity, index) => this.#option(entity, index))}</ul>
    </div>`);
  }

  /**
   * @param {Entity} entity
   * @param {number} index
   */
  #option(entity, index) {
    const { kind, metadata } = entity;
    return html`<li id="o${index}" role="option" aria-selected=${index === this.active}
      @pointerdown=${(/** @type {Event} */ event) => event.preventDefault()} @click=${() => this.#choose(entity)}>
      ${kindIcon(kind, 15)}<span class="cut">${metadata.title ?? metadata.name}</span><span class="also cut">${refOf(entity)}</span>
    </li>`;
  }
}

customElements.define('cb-entity-input', EntityInput);
