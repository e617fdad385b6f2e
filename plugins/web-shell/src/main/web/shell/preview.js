import { LitElement, css, html, nothing } from 'lit';
import { previewed } from '../data/events.js';
import { endPreview } from '../data/plugins.js';
import { shared } from '../elements/styles.js';
import { toast } from '../elements/toasts.js';

/** @typedef {import('../data/types.js').Preview} Preview */

/** Says above the page which revision its author alone sees, and ends that. */
export class PreviewBanner extends LitElement {
  static properties = { preview: { state: true }, isEnding: { state: true } };
  static styles = [
    shared,
    css`
      :host { display: block; }
      div {
        display: flex; flex-wrap: wrap; align-items: center; justify-content: center; gap: 2px 12px; padding: 5px 16px;
        border-bottom: 1px solid var(--p-line); background: var(--p-accent-tint); color: var(--p-fg);
      }
      strong { font-weight: 500; overflow-wrap: anywhere; }
    `,
  ];

  #stop = () => {};

  constructor() {
    super();
    /** @type {Preview | null} */
    this.preview = null;
    this.isEnding = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#stop = previewed.listen((preview) => {
      this.preview = preview;
      this.isEnding = false;
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop();
  }

  /** The portal's event takes the banner away. */
  async #end() {
    if (!this.preview || this.isEnding) {
      return;
    }
    this.isEnding = true;
    try {
      await endPreview(this.preview.id);
    } catch (reason) {
      const { message, hint } = /** @type {import('../data/http.js').HttpError} */ (reason);
      this.isEnding = false;
      toast({ title: message, detail: hint, icon: 'circle-alert', tone: 'error' });
    }
  }

  render() {
    return html`<section role="status" aria-label="Preview">${this.preview ? this.#banner(this.preview) : nothing}</section>`;
  }

  /** @param {Preview} preview */
  #banner({ id, version }) {
    return html`<div>
      <strong>Preview of ${id} ${version}</strong>
      <button class="text" aria-disabled=${this.isEnding} @click=${this.#end}>End preview</button>
    </div>`;
  }
}

customElements.define('cb-preview', PreviewBanner);
