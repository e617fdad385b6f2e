import { LitElement, css, html, nothing } from 'lit';
import { isWritingIn } from '../data/focus.js';
import { isFor, view } from '../data/views.js';
import { blockStyles, renderBlocks } from './blocks.js';
import { TURN } from './turn.js';
import { Liveness } from './liveness.js';
import { noteStyles, staleNote, waitingNote } from './notes.js';
import { needed } from './pieces.js';
import { PRESS } from './press.js';
import { send } from './pressing.js';
import { stateStyles } from './state-styles.js';
import { shared } from './styles.js';
import { announce } from './toasts.js';
import { within } from './within.js';

/** @typedef {import('../data/types.js').Shown} Shown */
/** @typedef {import('../data/types.js').View} Model */
/** @typedef {import('../data/http.js').HttpError} HttpError */

/**
 * What Java shows in a card, tab or page. It asks again when it is told to, and never draws anew under a reader who is
 * writing. Fires `answered` with what the portal said, `gone` where there is no such view any more, and `turned` with the
 * pages of its tables that are wanted; who prevents the default sets `tables` then.
 */
export class PluginView extends LitElement {
  static properties = {
    shown: { attribute: false },
    address: { attribute: false },
    entity: {},
    tables: { attribute: false },
    framed: { type: Boolean },
    model: { state: true },
    next: { state: true },
    note: { state: true },
  };

  static styles = [
    shared,
    blockStyles,
    stateStyles,
    noteStyles,
    css`
      :host { display: block; min-width: 0; }
      .blocks { outline: none !important; display: grid; grid-template-columns: minmax(0, 1fr); gap: 14px; align-content: start; }
      .blocks.all-framed { gap: var(--p-gap); }
      .note { margin: 0 0 12px; }
    `,
  ];

  #live = new Liveness(this, () => this.again());
  #aborter = new AbortController();
  #isSending = false;

  constructor() {
    super();
    /** What the plugin shows, as the page around was told. @type {Shown | undefined} */
    this.shown = undefined;
    /** @type {import('../data/views.js').Address} */
    this.address = { path: '', query: {} };
    /** The reference of the entity that it is about; empty for none. */
    this.entity = '';
    /** @type {import('../data/views.js').Tables} */
    this.tables = {};
    this.framed = false;
    /** What is on the page. @type {Model | undefined} */
    this.model = undefined;
    /** What waits until the reader has finished writing. @type {Model | undefined} */
    this.next = undefined;
    this.note = '';
    /** Settled when what was last given is on the page. @type {Promise<void>} */
    this.drawn = Promise.resolve();
    this.addEventListener(PRESS, (event) => this.#take(/** @type {CustomEvent<import('./press.js').Press>} */ (event)));
    this.addEventListener(TURN, (event) => this.#turn(/** @type {CustomEvent} */ (event)));
  }

  /** The focus goes inside: a host that no Tab stops at would take all that it holds out of the reader's way. @param {FocusOptions} [how] */
  focus(how) {
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('.blocks'))?.focus(how);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#aborter.abort();
  }

  /** Whether the reader is writing in it, or has written something that is not sent yet. */
  get isInUse() {
    return isWritingIn(this) || within(this.renderRoot, 'cb-form').some((form) => form.isDirty);
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    const model = this.shown?.model;
    if (model && changed.has('shown') && model !== this.model && model !== this.next) {
      // a model that came with many others knows nothing of the pages that the reader has turned
      if (isFor(model, this.tables) || !this.model) {
        this.drawn = this.#offer(model);
      } else {
        this.again();
      }
    } else if (this.model && changed.has('tables') && !isFor(this.model, this.tables)) {
      this.again({ isWanted: true });
    }
    this.#live.follow(this.shown, this.entity, (this.next ?? this.model)?.refresh ?? 0);
  }

  /** Shows it, or has it wait until the reader has finished writing. @param {Model} model */
  async #offer(model) {
    if (!this.model || !this.isInUse || isSame(model, this.model)) {
      await this.replace(model);
    } else {
      announce('New data is ready');
      this.next = model;
    }
  }

  /** Shows it at once; what is written into its forms stays. @param {Model} model */
  async replace(model) {
    const hadFocus = this.matches(':focus-within');
    this.next = undefined;
    this.note = '';
    await needed(model.blocks);
    this.model = model;
    await this.updateComplete;
    await new Promise(requestAnimationFrame);
    if (hadFocus && document.hasFocus() && !this.matches(':focus-within')) {
      this.focus({ preventScroll: true });
    }
  }

  /**
   * Asks again what there is to show.
   *
   * @param {{ isWanted?: boolean }} [how] whether the reader wants it, and so at once
   * @returns {Promise<boolean>} whether another thing is on the page then
   */
  async again({ isWanted = false } = {}) {
    this.#aborter.abort();
    this.#aborter = new AbortController();
    const { signal } = this.#aborter;
    const before = this.model;
    try {
      const answer = await view(this.address, this.tables, signal);
      await this.#answered(answer, isWanted);
      return !!answer.model && !this.next && !isSame(answer.model, before);
    } catch (reason) {
      if (!signal.aborted) {
        this.#stays(/** @type {HttpError} */ (reason));
      }
      return false;
    }
  }

  /**
   * @param {Shown} answer
   * @param {boolean} isWanted
   */
  async #answered(answer, isWanted) {
    if (answer.error && this.isInUse) {
      this.#stays(answer.error);
      return;
    }
    if (answer.model) {
      await (isWanted ? this.replace(answer.model) : this.#offer(answer.model));
    }
    this.dispatchEvent(new CustomEvent('answered', { detail: answer }));
  }

  /** @param {{ message: string, status?: number }} reason */
  #stays({ message, status }) {
    this.note = message;
    within(this.renderRoot, 'cb-data-table').forEach((table) => table.stay());
    if (status === 404 && !this.isInUse) {
      this.dispatchEvent(new CustomEvent('gone'));
    }
  }

  /** @param {CustomEvent} event */
  #turn(event) {
    event.stopPropagation();
    const { id, page } = event.detail;
    const tables = { ...this.tables, [id]: page };
    if (this.dispatchEvent(new CustomEvent('turned', { detail: tables, cancelable: true }))) {
      this.tables = tables;
    }
  }

  /** @param {CustomEvent<import('./press.js').Press>} event */
  #take(event) {
    event.stopPropagation();
    event.detail.outcome = this.#send(event.detail);
  }

  /**
   * @param {import('./press.js').Press} press
   * @returns {Promise<import('../data/types.js').Outcome>}
   */
  async #send(press) {
    if (this.#isSending) {
      return { status: 'warn', message: 'Something else is still being done. Try again when it has finished.' };
    }
    this.#isSending = true;
    const outcome = await send(this, press);
    this.#isSending = false;
    return outcome;
  }

  render() {
    const { model, next } = this;
    if (!model) {
      return nothing;
    }
    return html`${next ? waitingNote('New data is ready.', () => this.replace(next)) : this.#stale()}
      <div class="blocks ${this.framed ? 'all-framed' : ''}" tabindex="-1">${renderBlocks(model.blocks, { framed: this.framed })}</div>`;
  }

  #stale() {
    return this.note ? staleNote(`Not up to date: ${this.note}`, () => this.again({ isWanted: true })) : nothing;
  }
}

/**
 * @param {Model | undefined} one
 * @param {Model | undefined} other
 */
function isSame(one, other) {
  return JSON.stringify([one?.title, one?.status, one?.blocks]) === JSON.stringify([other?.title, other?.status, other?.blocks]);
}

customElements.define('cb-view', PluginView);
