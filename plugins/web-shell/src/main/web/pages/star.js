import { css, html } from 'lit';
import { resync } from '../data/events.js';
import { forgetMine, mine, mineChanged, star } from '../data/mine.js';
import { icon } from '../elements/icon.js';
import { Page } from '../elements/page.js';
import { shared } from '../elements/styles.js';
import { announce, toast } from '../elements/toasts.js';

/** Keeps an entity at hand, on the home page. */
export class Star extends Page {
  static properties = { entityRef: {}, isOn: { state: true } };
  static styles = [
    shared,
    css`
      :host { display: block; }
      [aria-pressed='true'] svg { fill: currentColor; color: var(--p-warn); }
    `,
  ];

  constructor() {
    super();
    this.entityRef = '';
    this.isOn = false;
  }

  follow() {
    this.#read();
    return [
      mineChanged.listen((part) => part === 'stars' && this.#read()),
      resync.listen(() => {
        forgetMine();
        this.#read();
      }),
    ];
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has('entityRef')) {
      this.#read();
    }
  }

  async #read() {
    const { stars } = await mine().catch(() => ({ stars: /** @type {string[]} */ ([]) }));
    this.isOn = stars.includes(this.entityRef);
  }

  async #toggle() {
    const isOn = !this.isOn;
    this.isOn = isOn;
    try {
      await star(this.entityRef, isOn);
      announce(isOn ? 'Starred. It is on your home page.' : 'Not starred any more');
    } catch (reason) {
      const { message, hint } = /** @type {import('../data/http.js').HttpError} */ (reason);
      this.isOn = !isOn;
      toast({ title: message, detail: hint, tone: 'error' });
    }
  }

  render() {
    return html`<button aria-pressed=${this.isOn} @click=${this.#toggle}>${icon('star', 14)}Star</button>`;
  }
}

customElements.define('cb-star', Star);
