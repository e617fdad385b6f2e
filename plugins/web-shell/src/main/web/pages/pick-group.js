import { LitElement, css, html } from 'lit';
import '../elements/entity-input.js';
import { shared } from '../elements/styles.js';

/** @returns {Promise<string | undefined>} the group that the reader picks, if they do */
export function pickGroup() {
  const picker = new GroupPicker();
  document.body.append(picker);
  return picker.answer;
}

/** A dialog that asks for a group; it removes itself. */
class GroupPicker extends LitElement {
  static properties = { value: { state: true }, fault: { state: true } };
  static styles = [
    shared,
    css`
      dialog {
        width: min(440px, calc(100vw - 48px)); padding: 20px; border: 1px solid var(--p-line); overflow: visible;
        border-radius: var(--p-radius-l); background: var(--p-surface); color: var(--p-fg); box-shadow: var(--p-shadow);
      }
      dialog::backdrop { background: var(--p-scrim); }
      h2 { margin-bottom: 14px; }
      .row { justify-content: flex-end; margin-top: 20px; }
    `,
  ];

  /** @type {(answer: string | undefined) => void} */
  #resolve = () => {};

  constructor() {
    super();
    this.value = '';
    this.fault = '';
    /** @type {Promise<string | undefined>} */
    this.answer = new Promise((resolve) => (this.#resolve = resolve));
  }

  firstUpdated() {
    this.#dialog.showModal();
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('cb-entity-input'))?.focus();
  }

  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.renderRoot.querySelector('dialog'));
  }

  #take() {
    if (this.value.trim()) {
      this.#dialog.close('yes');
    } else {
      this.fault = 'Choose a group, or cancel.';
    }
  }

  #closed() {
    const name = this.value.trim();
    this.#resolve(this.#dialog.returnValue === 'yes' ? (name.includes(':') ? name : `group:${name}`) : undefined);
    this.remove();
  }

  render() {
    /** @type {import('../elements/form-fields.js').Filled} */
    const filled = {
      input: { name: 'group', label: 'Group', kind: 'entity', options: [{ value: 'group', label: 'Group' }] },
      values: [this.value],
      fault: this.fault,
      change: ([value]) => (this.value = value),
    };
    return html`<dialog aria-labelledby="title" @close=${this.#closed}>
      <h2 id="title">Show another group</h2>
      <cb-entity-input .filled=${filled} @send=${this.#take}></cb-entity-input>
      <div class="row"><button @click=${() => this.#dialog.close()}>Cancel</button><button class="primary" @click=${this.#take}>Show</button></div>
    </dialog>`;
  }
}

customElements.define('cb-group-picker', GroupPicker);
