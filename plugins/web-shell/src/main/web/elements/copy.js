import { LitElement, html } from 'lit';
import { icon } from './icon.js';
import { shared } from './styles.js';
import { announce, toast } from './toasts.js';

/** A button that copies a text. */
export class CopyButton extends LitElement {
  static properties = { text: {}, label: {}, done: { state: true } };
  static styles = shared;

  constructor() {
    super();
    this.text = '';
    this.label = 'Copy';
    this.done = false;
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.text);
    } catch {
      toast({ title: 'This browser does not let the page copy', detail: this.text, tone: 'error' });
      return;
    }
    announce('Copied');
    this.done = true;
    setTimeout(() => (this.done = false), 1500);
  }

  render() {
    return html`<button class="plain square small" aria-label=${this.label} title=${this.label} @click=${this.#copy}>
      ${icon(this.done ? 'check' : 'copy', 14)}
    </button>`;
  }
}

customElements.define('cb-copy', CopyButton);
