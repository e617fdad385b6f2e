import { LitElement, css, html, nothing } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import '../live/element-host.js';
import { lateFaults } from '../live/late-faults.js';
import { icon } from './icon.js';
import { noteStyles, staleNote, waitingNote } from './notes.js';
import { bars } from './states.js';
import { stateStyles } from './state-styles.js';
import { shared } from './styles.js';

/** @typedef {import('../data/types.js').Shown} Shown */
/** @typedef {import('../live/element-host.js').ElementHost} ElementHost */

/** What draws itself, or why it does not. Fires `settled` when it has come out how the last revision fared. */
export class ElementFrame extends LitElement {
  static properties = {
    shown: { attribute: false },
    subject: { attribute: false, hasChanged: differs },
    noun: {},
    fault: { state: true },
    note: { state: true },
    isReady: { state: true },
    isWaiting: { state: true },
  };

  static styles = [
    shared,
    stateStyles,
    noteStyles,
    css`
      :host { display: block; min-width: 0; }
      .broken { display: grid; gap: 10px; justify-items: start; color: var(--p-fg2); overflow-wrap: anywhere; }
    `,
  ];

  /** @type {import('lit/directives/ref.js').Ref<ElementHost>} */
  #host = createRef();
  #stop = () => {};

  constructor() {
    super();
    /** @type {Shown | undefined} */
    this.shown = undefined;
    /** What the element is told of. @type {Record<string, unknown>} */
    this.subject = {};
    this.noun = 'page';
    this.fault = '';
    this.note = '';
    this.isReady = false;
    this.isWaiting = false;
    /** Settled when what was last given is on the page. @type {Promise<void>} */
    this.drawn = Promise.resolve();
  }

  connectedCallback() {
    super.connectedCallback();
    this.#stop = lateFaults.listen(({ plugin, message }) => {
      if (plugin === this.shown?.plugin) {
        this.note = `Something in this ${this.noun} failed: ${message}`;
      }
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop();
  }

  /** The revision that is on the page, which is an earlier one where the last could not be shown. */
  get digest() {
    return this.#host.value?.digest ?? '';
  }

  /** How the last that was given fared. @returns {'shown' | 'waiting' | 'broken'} */
  get outcome() {
    return this.isWaiting ? 'waiting' : this.fault || this.note ? 'broken' : 'shown';
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has('shown')) {
      this.fault = '';
      this.note = '';
    }
  }

  /** @param {import('lit').PropertyValues} changed */
  updated(changed) {
    if (changed.has('shown') || changed.has('subject')) {
      const before = changed.get('shown');
      this.isWaiting = !!before && before.digest !== this.shown?.digest && !!this.#host.value?.isInUse;
      if (!this.isWaiting) {
        this.drawn = this.#show();
      }
    }
  }

  async #show() {
    const { shown, subject } = this;
    const host = this.#host.value;
    if (!shown || !host) {
      return;
    }
    host.failed = (error) => (this.note = `This ${this.noun} had trouble drawing itself: ${error.message}`);
    this.isWaiting = false;
    try {
      await host.show(shown, subject);
      this.isReady = true;
      this.fault = '';
      this.note = '';
    } catch (reason) {
      this.#refused(/** @type {Error} */ (reason));
    }
    this.dispatchEvent(new CustomEvent('settled'));
  }

  /** What was shown before stays; without it this says what is wrong. @param {Error} reason */
  #refused(reason) {
    console.error(`[${this.shown?.plugin}]`, reason);
    if (this.isReady) {
      this.note = `Version ${this.shown?.version} can't be shown: ${reason.message}`;
    } else {
      this.fault = reason.message;
    }
  }

  async #again() {
    this.fault = '';
    await this.updateComplete;
    this.drawn = this.#show();
  }

  render() {
    if (this.fault) {
      return html`<div class="broken">
        <p>This ${this.noun} does not work at the moment. ${this.fault}</p>
        <button class="small" @click=${this.#again}>${icon('refresh-cw', 13)}Try again</button>
      </div>`;
    }
    return html`${this.isReady ? nothing : html`<div aria-busy="true">${bars([70, 90, 40])}</div>`}
      <cb-element-host ${ref(/** @type {any} */ (this.#host))}></cb-element-host>
      ${this.isWaiting ? waitingNote(`Version ${this.shown?.version} is ready.`, () => (this.drawn = this.#show())) : nothing}
      ${!this.isWaiting && this.note ? staleNote(this.note) : nothing}`;
  }
}

/**
 * @param {Record<string, unknown>} now
 * @param {Record<string, unknown>} [before]
 */
function differs(now, before) {
  return !before || Object.keys({ ...before, ...now }).some((key) => now[key] !== before[key]);
}

customElements.define('cb-element-frame', ElementFrame);
