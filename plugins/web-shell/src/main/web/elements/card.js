import { LitElement, css, html, nothing } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { createRef, ref } from 'lit/directives/ref.js';
import { at } from '../data/base.js';
import { cardAgain } from '../data/cards.js';
import { refOf } from '../data/ref.js';
import { lateFaults } from '../live/late-faults.js';
import '../live/element-host.js';
import { blockStyles, cardStatus, renderBlocks } from './blocks.js';
import { icon } from './icon.js';
import { bars } from './states.js';
import { stateStyles } from './state-styles.js';
import { shared } from './styles.js';

/** @typedef {import('../data/types.js').Card} Card */
/** @typedef {import('../live/element-host.js').ElementHost} ElementHost */

/** A card of some plugin: its frame, and in it what the plugin shows or why it does not. */
export class CardFrame extends LitElement {
  static properties = {
    card: { attribute: false },
    entity: { attribute: false },
    fresh: { type: Boolean, reflect: true },
    fault: { state: true },
    note: { state: true },
    ready: { state: true },
    waiting: { state: true },
  };

  static styles = [
    shared,
    blockStyles,
    stateStyles,
    css`
      :host { display: block; min-width: 0; contain: layout style; }
      article { display: flex; flex-direction: column; height: 100%; padding: 14px 16px 16px; }
      article.failed { border-color: light-dark(#f0c4c0, #55231f); }
      header { display: flex; align-items: center; gap: 8px; min-height: 24px; margin-bottom: 10px; }
      h2 { font: 600 13px/20px var(--p-font); letter-spacing: 0; }
      .from { margin-left: auto; color: var(--p-fg3); font-size: 11px; white-space: nowrap; }
      .blocks { display: grid; gap: 14px; align-content: start; flex: 1; }
      .new { animation: fade 200ms ease-out; }
      @keyframes fade { from { opacity: 0; } }
      :host([fresh]) article { border-color: var(--p-accent); outline: 3px solid var(--p-accent-tint); }
      .broken { display: grid; gap: 10px; justify-items: start; color: var(--p-fg2); overflow-wrap: anywhere; }
      .note {
        display: flex; align-items: center; gap: 8px; margin-top: 12px; padding: 6px 8px; border-radius: var(--p-radius);
        background: var(--p-sunken); color: var(--p-fg2); font-size: 12px; overflow-wrap: anywhere;
      }
      .note span:first-child { display: inline-flex; }
    `,
  ];

  /** @type {import('lit/directives/ref.js').Ref<ElementHost>} */
  #host = createRef();
  #stop = () => {};

  constructor() {
    super();
    /** @type {Card | undefined} */
    this.card = undefined;
    /** @type {import('../data/types.js').Entity | undefined} */
    this.entity = undefined;
    this.fresh = false;
    this.fault = '';
    this.note = '';
    this.ready = false;
    this.waiting = false;
    /** Settled when what was last given is on the page. @type {Promise<void>} */
    this.shown = Promise.resolve();
  }

  connectedCallback() {
    super.connectedCallback();
    this.#stop = lateFaults.listen(({ plugin, message }) => {
      if (plugin === this.card?.plugin) {
        this.note = `Something in this card failed: ${message}`;
      }
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop();
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has('card')) {
      this.fault = '';
      this.note = '';
      this.ready &&= !this.card?.error;
    }
  }

  /** How the last that was given fared. @returns {'shown' | 'waiting' | 'broken'} */
  get outcome() {
    if (this.waiting) {
      return 'waiting';
    }
    return this.fault || this.note || this.card?.error ? 'broken' : 'shown';
  }

  /** The revision that is on the page, which is an earlier one where the last could not be shown. */
  get shownDigest() {
    return this.#host.value?.digest ?? '';
  }

  /** @param {import('lit').PropertyValues} changed */
  updated(changed) {
    if (this.card?.tier === 2 && !this.card.error && (changed.has('card') || changed.has('entity'))) {
      this.waiting = this.#isNewRevision(changed.get('card')) && !!this.#host.value?.isInUse;
      if (!this.waiting) {
        this.shown = this.#showElement();
      }
    }
  }

  /** @param {Card | undefined} before */
  #isNewRevision(before) {
    return !!before && before.digest !== this.card?.digest;
  }

  async #showElement() {
    const { card, entity } = this;
    const host = this.#host.value;
    if (!card || !entity || !host) {
      return;
    }
    host.failed = (error) => (this.note = `This card had trouble drawing itself: ${error.message}`);
    this.waiting = false;
    try {
      await host.show(card, entity);
      this.ready = true;
      this.fault = '';
      this.note = '';
      this.dispatchEvent(new CustomEvent('shown'));
    } catch (reason) {
      this.#refused(/** @type {Error} */ (reason));
    }
  }

  /** What was shown before stays; without it the card says what is wrong. @param {Error} reason */
  #refused(reason) {
    console.error(`[${this.card?.plugin}]`, reason);
    if (this.ready) {
      this.note = `Version ${this.card?.version} can't be shown: ${reason.message}`;
    } else {
      this.fault = reason.message;
    }
  }

  async #again() {
    const { card, entity } = this;
    if (card && entity) {
      this.fault = '';
      const again = await cardAgain(refOf(entity), card).catch((reason) => ({ ...card, error: reason }));
      this.card = { ...again };
    }
  }

  render() {
    const card = this.card;
    if (!card) {
      return nothing;
    }
    const problem = card.error?.message ?? this.fault;
    return html`<article class=${classMap({ panel: true, failed: !!problem })} aria-labelledby="title">
      <header>
        ${problem ? html`<span class="row error">${icon('circle-alert')}</span>` : nothing}
        <h2 id="title" class="cut">${card.title}</h2>
        ${problem ? nothing : cardStatus(card.model?.status)}
        <a class="from mono" href=${at('/plugins')} title="Shown by plugin ${card.plugin}, version ${card.version}">${card.plugin} ${card.version}</a>
      </header>
      ${problem ? this.#broken(problem, card.error?.hint) : this.#content(card)} ${this.#notes()}
    </article>`;
  }

  /** @param {Card} card */
  #content(card) {
    if (card.tier === 1) {
      return html`<div class="blocks">${renderBlocks(card.model?.blocks ?? [])}</div>`;
    }
    return html`${this.ready ? nothing : bars([70, 90, 40])}
      <cb-element-host ${ref(/** @type {any} */ (this.#host))}></cb-element-host>`;
  }

  /**
   * @param {string} message
   * @param {string} [hint]
   */
  #broken(message, hint) {
    return html`<div class="broken">
      <p>This card does not work at the moment. ${message} ${hint ?? nothing}</p>
      <button class="small" @click=${this.#again}>${icon('refresh-cw', 13)}Try again</button>
    </div>`;
  }

  #notes() {
    if (this.waiting) {
      return html`<div class="note">
        <span class="info">${icon('refresh-cw', 14)}</span><span class="grow">Version ${this.card?.version} is ready.</span>
        <button class="small" @click=${() => (this.shown = this.#showElement())}>Update</button>
      </div>`;
    }
    return this.note
      ? html`<div class="note"><span class="warn">${icon('triangle-alert', 14)}</span><span>${this.note}</span></div>`
      : nothing;
  }
}

customElements.define('cb-card', CardFrame);
