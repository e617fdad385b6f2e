import { LitElement, css, html, nothing } from 'lit';
import './copy.js';
import { shared } from './styles.js';

/** A few lines to copy, with what they are for. */
export class Snippet extends LitElement {
  static properties = { text: {}, label: {} };
  static styles = [
    shared,
    css`
      :host { display: block; border: 1px solid var(--p-line); border-radius: var(--p-radius); background: var(--p-sunken); }
      header { display: flex; align-items: center; gap: 8px; padding: 3px 4px 3px 12px; border-bottom: 1px solid var(--p-line); color: var(--p-fg2); font-size: 12px; }
      pre { padding: 10px 12px; overflow-x: auto; white-space: pre; }
      :host([wrapped]) pre { white-space: pre-wrap; overflow-wrap: anywhere; }
    `,
  ];

  constructor() {
    super();
    this.text = '';
    this.label = '';
  }

  render() {
    return html`<header><span class="grow cut">${this.label || nothing}</span><cb-copy .text=${this.text} label="Copy ${this.label}"></cb-copy></header>
      <pre class="mono" tabindex="0" role="region" aria-label=${this.label}>${this.text}</pre>`;
  }
}

customElements.define('cb-snippet', Snippet);
