import { LitElement, html, nothing } from 'lit';
import { styles } from '@portal/ui';
import { looks } from './about-looks.js';

/**
 * @typedef {{ address: string, title: string, text: string }} Issue where a new issue is written, and how its fields are called
 * @typedef {{ quote: { text: string, section: string } | undefined, issue: Issue | null, title: string }} Subject
 */

const LONGEST = 2000;

/** The dialog in which readers say what is wrong with a page. */
export class ReportDialog extends LitElement {
  static properties = { subject: { attribute: false }, send: { attribute: false }, words: { state: true }, fault: { state: true }, isSending: { state: true } };
  static styles = [styles, looks];

  constructor() {
    super();
    /** @type {Subject | undefined} */
    this.subject = undefined;
    /** @type {(words: string) => Promise<void>} */
    this.send = async () => {};
    this.words = '';
    this.fault = '';
    this.isSending = false;
  }

  /** @param {Subject} subject */
  async open(subject) {
    Object.assign(this, { subject, fault: '' });
    await this.updateComplete;
    this.#dialog.showModal();
  }

  get isOpen() {
    return this.renderRoot.querySelector('dialog')?.open ?? false;
  }

  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.renderRoot.querySelector('dialog'));
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    if (this.isSending || !this.words.trim()) {
      this.fault = this.isSending ? '' : 'Say what is wrong.';
      return;
    }
    this.isSending = true;
    try {
      await this.send(this.words);
      this.words = '';
      this.#dialog.close();
    } catch (reason) {
      const { message, hint } = /** @type {any} */ (reason);
      this.fault = [message, hint].filter(Boolean).join(' ');
    }
    this.isSending = false;
  }

  /** @param {Issue} issue */
  #issue({ address, title, text }) {
    const { quote, title: page } = /** @type {Subject} */ (this.subject);
    const quoted = quote ? `${quote.text.replace(/^/gm, '> ')}\n\n` : '';
    const fields = new URLSearchParams([
      [title, `Documentation: ${page}`],
      [text, `${quoted}${this.words}\n\n${location.href}`],
    ]);
    return `${address}?${fields}`;
  }

  render() {
    const { quote, issue } = this.subject ?? {};
    return html`<dialog aria-labelledby="head">
      <form @submit=${this.#submit}>
        <h2 id="head">Report a problem</h2>
        ${quote ? html`<blockquote>${quote.text}</blockquote>` : nothing}
        <label for="words">What is wrong with ${quote ? 'this' : 'this page'}?</label>
        <textarea id="words" rows="5" maxlength=${LONGEST} autofocus aria-describedby="fault" .value=${this.words}
          @input=${(/** @type {any} */ { target }) => (this.words = target.value)}></textarea>
        <p id="fault" class="error" role="alert">${this.fault}</p>
        <p class="soft">The owners of this page see it with your name.</p>
        <div class="ends">
          ${issue ? html`<a class="button" href=${this.#issue(issue)} target="_blank" rel="noopener noreferrer" @click=${() => this.#dialog.close()}>Write an issue instead<span class="unseen"> (opens in a new tab)</span></a>` : nothing}
          <button type="button" @click=${() => this.#dialog.close()}>Cancel</button>
          <button class="primary" aria-busy=${this.isSending}>Send</button>
        </div>
      </form>
    </dialog>`;
  }
}
