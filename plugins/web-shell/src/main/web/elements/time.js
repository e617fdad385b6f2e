import { LitElement, html } from 'lit';
import { formatInstant, formatSince } from '../data/format.js';

/** The time since or until a moment; keeps itself up to date and tells the moment itself on hover. */
export class TimeSince extends LitElement {
  static properties = { instant: {} };

  #timer = 0;

  constructor() {
    super();
    this.instant = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#timer = window.setInterval(() => this.requestUpdate(), 30_000);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  render() {
    if (Number.isNaN(Date.parse(this.instant))) {
      return this.instant;
    }
    return html`<time datetime=${this.instant} title=${formatInstant(this.instant)}>
      ${formatSince(this.instant, Date.now())}
    </time>`;
  }
}

customElements.define('cb-time', TimeSince);
