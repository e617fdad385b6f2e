import { LitElement, css, html } from 'lit';
import { piecesOf } from '../data/highlight.js';
import { formatNumber } from '../data/format.js';
import { shared } from './styles.js';

const MOST_LINES = 5000;

/** A text of some language with numbered lines, as much of it as a page can bear. */
export class CodeText extends LitElement {
  static properties = { text: {}, language: {}, label: {} };
  static styles = [
    shared,
    css`
      :host { display: block; }
      pre { max-height: 74vh; padding: 12px 0; overflow: auto; background: var(--p-sunken); border-radius: inherit; counter-reset: line; tab-size: 2; }
      .line { display: block; min-width: max-content; padding-right: 16px; }
      .line::before { counter-increment: line; content: counter(line); display: inline-block; width: 48px; margin-right: 16px; color: var(--p-fg3); text-align: right; user-select: none; }
      .key { color: var(--p-accent); } .text { color: var(--p-ok); } .note { color: var(--p-fg3); } .word { color: var(--p-violet); }
      p { padding: 10px 16px; color: var(--p-fg2); }
    `,
  ];

  constructor() {
    super();
    this.text = '';
    this.language = '';
    this.label = 'Text';
  }

  render() {
    const lines = this.text.replace(/\r?\n$/, '').split(/\r?\n/);
    const shown = lines.slice(0, MOST_LINES);
    return html`<pre class="mono" tabindex="0" role="region" aria-label=${this.label}>${shown.map((line) => this.#line(line))}</pre>
      ${lines.length > shown.length ? html`<p>The first ${formatNumber(MOST_LINES)} of ${formatNumber(lines.length)} lines are shown.</p>` : ''}`;
  }

  /** @param {string} line */
  #line(line) {
    return html`<span class="line">${piecesOf(line, this.language).map(({ text, tone }) => (tone ? html`<span class=${tone}>${text}</span>` : text))}${'\n'}</span>`;
  }
}

customElements.define('cb-code-text', CodeText);
