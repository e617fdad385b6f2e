import { LitElement, css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { at } from '../data/base.js';
import { Topic } from '../data/topic.js';
import { icon } from './icon.js';
import { shared } from './styles.js';

/**
 * @typedef {object} Toast
 * @property {string} title
 * @property {string} [detail]
 * @property {import('./icon.js').IconName} [icon]
 * @property {{ label: string, href: string }} [link]
 * @property {'info' | 'error'} [tone]
 * @property {number} [number]
 */

const SHOWN_FOR = 6000;
const MOST = 3;

/** @type {Topic<Toast>} */
const toasts = new Topic();
/** @type {Topic<string>} */
const announcements = new Topic();

/** @param {Toast} message is shown for some seconds, and read out once */
export function toast(message) {
  toasts.tell(message);
}

/** @param {string} text is read out by a screen reader when it has finished its sentence */
export function announce(text) {
  announcements.tell(text);
}

/** Shows short messages in a corner, and is the page's one live region. */
export class Toasts extends LitElement {
  static properties = { shown: { state: true }, said: { state: true } };
  static styles = [
    shared,
    css`
      :host { position: fixed; right: 24px; bottom: 24px; z-index: 30; display: grid; gap: 10px; width: min(360px, calc(100vw - 48px)); }
      .toast {
        display: flex; align-items: flex-start; gap: 12px; padding: 12px 14px; border: 1px solid var(--p-line);
        border-radius: var(--p-radius-l); background: var(--p-surface); box-shadow: var(--p-shadow);
        animation: rise 160ms cubic-bezier(0.2, 0.8, 0.3, 1);
      }
      @keyframes rise { from { opacity: 0; transform: translateY(8px); } }
      .toast > span { display: inline-flex; padding-top: 2px; color: var(--p-accent); }
      .toast > span.error { color: var(--p-bad); }
      .toast div { display: grid; gap: 1px; overflow-wrap: anywhere; }
      strong { font-weight: 600; }
      .detail { color: var(--p-fg2); font-size: 12px; }
      a { color: var(--p-accent); font-size: 12px; font-weight: 500; }
      button { margin: -3px -6px 0 0; }
    `,
  ];

  #count = 0;
  /** @type {(() => void)[]} */
  #stops = [];

  constructor() {
    super();
    /** @type {Toast[]} */
    this.shown = [];
    this.said = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#stops = [toasts.listen((message) => this.#show(message)), announcements.listen((text) => this.#say(text))];
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stops.forEach((stop) => stop());
  }

  /** @param {Toast} message */
  #show(message) {
    const number = ++this.#count;
    this.shown = [...this.shown, { ...message, number }].slice(-MOST);
    this.#say([message.title, message.detail].filter(Boolean).join('. '));
    setTimeout(() => this.#drop(number), message.tone === 'error' ? 2 * SHOWN_FOR : SHOWN_FOR);
  }

  /** The same text said twice needs a change in between to be heard twice. @param {string} text */
  #say(text) {
    this.said = text === this.said ? `${text}\u00a0` : text;
  }

  /** @param {number | undefined} number */
  #drop(number) {
    this.shown = this.shown.filter((message) => message.number !== number);
  }

  render() {
    return html`<div role="status" class="unseen">${this.said}</div>
      ${repeat(this.shown, ({ number }) => number, (message) => this.#toast(message))}`;
  }

  /** @param {Toast} message */
  #toast({ title, detail, link, number, tone = 'info', icon: name = tone === 'error' ? 'circle-alert' : 'info' }) {
    return html`<div class="toast">
      <span class=${tone}>${icon(name)}</span>
      <div class="grow">
        <strong>${title}</strong>
        ${detail ? html`<span class="detail">${detail}</span>` : nothing}
        ${link ? html`<a href=${at(link.href)}>${link.label}</a>` : nothing}
      </div>
      <button class="plain square small" aria-label="Dismiss" @click=${() => this.#drop(number)}>${icon('x', 14)}</button>
    </div>`;
  }
}

customElements.define('cb-toasts', Toasts);
