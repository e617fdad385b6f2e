import { LitElement, css, html, nothing } from 'lit';
import { shared } from './styles.js';

/**
 * @typedef {object} Question
 * @property {string} title
 * @property {string} text its paragraphs in lines of their own
 * @property {string} yes what the button says that does it
 * @property {boolean} [danger]
 */

/**
 * Asks before something is done that can't be undone.
 *
 * @param {Question} question
 * @returns {Promise<boolean>}
 */
export function confirm(question) {
  const dialog = new Confirmation();
  dialog.question = question;
  document.body.append(dialog);
  return dialog.answer;
}

/** A native modal dialog with two buttons; it removes itself. */
class Confirmation extends LitElement {
  static properties = { question: { attribute: false } };
  static styles = [
    shared,
    css`
      dialog {
        width: min(440px, calc(100vw - 48px)); padding: 20px; border: 1px solid var(--p-line);
        border-radius: var(--p-radius-l); background: var(--p-surface); color: var(--p-fg); box-shadow: var(--p-shadow);
      }
      dialog::backdrop { background: var(--p-scrim); }
      h2 { overflow-wrap: anywhere; }
      p { margin-top: 6px; color: var(--p-fg2); overflow-wrap: anywhere; white-space: pre-line; }
      .row { justify-content: flex-end; margin-top: 20px; }
    `,
  ];

  /** @type {(answer: boolean) => void} */
  #resolve = () => {};

  constructor() {
    super();
    /** @type {Question | undefined} */
    this.question = undefined;
    /** @type {Promise<boolean>} */
    this.answer = new Promise((resolve) => (this.#resolve = resolve));
  }

  firstUpdated() {
    this.#dialog.showModal();
  }

  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.renderRoot.querySelector('dialog'));
  }

  #closed() {
    this.#resolve(this.#dialog.returnValue === 'yes');
    this.remove();
  }

  render() {
    const question = this.question;
    if (!question) {
      return nothing;
    }
    return html`<dialog aria-labelledby="title" aria-describedby=${question.text ? 'text' : nothing} @close=${this.#closed}>
      <h2 id="title">${question.title}</h2>
      ${question.text ? html`<p id="text">${question.text}</p>` : nothing}
      <form method="dialog" class="row">
        <button value="no" autofocus>Cancel</button>
        <button value="yes" class=${question.danger ? 'danger' : 'primary'}>${question.yes}</button>
      </form>
    </dialog>`;
  }
}

customElements.define('cb-confirmation', Confirmation);
