import { LitElement, css, html, nothing } from 'lit';
import { leavingWith, unregisterPlace } from '../data/locations.js';
import { plural } from '../data/format.js';
import { kindIcon } from '../elements/icon.js';
import { Load } from '../elements/load.js';
import { bars, failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import { toast } from '../elements/toasts.js';

/** @typedef {import('../data/locations.js').Leaving} Leaving */
/** @typedef {import('../data/locations.js').Named} Named */

const SHOWN = 8;

/**
 * Asks whether a location is to be unregistered, says what would go, and does it.
 *
 * @param {{ id: string } | { entity: string }} which
 * @returns {Promise<boolean>} whether it is unregistered
 */
export function unregister(which) {
  const dialog = new Unregistration();
  dialog.which = which;
  document.body.append(dialog);
  return dialog.answer;
}

class Unregistration extends LitElement {
  static properties = { which: { attribute: false }, isBusy: { state: true }, refusal: { state: true } };
  static styles = [
    shared,
    stateStyles,
    css`
      dialog {
        width: min(520px, calc(100vw - 32px)); padding: 20px; border: 1px solid var(--p-line);
        border-radius: var(--p-radius-l); background: var(--p-surface); color: var(--p-fg); box-shadow: var(--p-shadow);
      }
      dialog::backdrop { background: var(--p-scrim); }
      .target { margin: 4px 0 14px; color: var(--p-fg2); overflow-wrap: anywhere; }
      h3 { margin-top: 12px; }
      ul { display: grid; gap: 2px; margin-top: 6px; padding: 8px 12px; border-radius: var(--p-radius); background: var(--p-sunken); }
      li { display: flex; align-items: center; gap: 8px; min-width: 0; }
      li svg { color: var(--p-fg3); }
      .buttons { justify-content: flex-end; margin-top: 20px; }
      .failure { margin-top: 12px; }
    `,
  ];

  /** @type {(answer: boolean) => void} */
  #resolve = () => {};

  constructor() {
    super();
    /** @type {{ id: string } | { entity: string } | undefined} */
    this.which = undefined;
    this.isBusy = false;
    /** @type {Error | undefined} */
    this.refusal = undefined;
    /** @type {Promise<boolean>} */
    this.answer = new Promise((resolve) => (this.#resolve = resolve));
    /** @type {Load<Leaving>} */
    this.leaving = new Load(this, (signal) => leavingWith(/** @type {{ id: string }} */ (this.which), signal));
  }

  firstUpdated() {
    this.#dialog.showModal();
    this.leaving.run();
  }

  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.renderRoot.querySelector('dialog'));
  }

  #closed() {
    this.#resolve(this.#dialog.returnValue === 'done');
    this.remove();
  }

  /** @param {Leaving} leaving */
  async #unregister({ id, target, total }) {
    this.isBusy = true;
    try {
      await unregisterPlace(id);
      toast({ title: 'The location is unregistered', detail: `${plural(total, 'entity', 'entities')} left the catalog: ${target}`, icon: 'map-pin' });
      this.#dialog.close('done');
    } catch (reason) {
      this.refusal = /** @type {Error} */ (reason);
    }
    this.isBusy = false;
  }

  render() {
    const leaving = this.leaving.value;
    return html`<dialog aria-labelledby="title" @close=${this.#closed}>
      <h2 id="title">Unregister this location?</h2>
      ${this.leaving.render({
        loading: () => html`<div aria-busy="true">${bars([80, 50, 60])}</div>`,
        failed: (error) => html`<div class="failure-box">${failure(error)}</div>`,
        done: (value) => this.#content(value),
      })}
      ${this.refusal ? failure(this.refusal) : nothing}
      <div class="row buttons">
        <button autofocus @click=${() => this.#dialog.close()}>Cancel</button>
        ${leaving ? html`<button class="danger" ?disabled=${this.isBusy} @click=${() => this.#unregister(leaving)}>Unregister</button>` : nothing}
      </div>
    </dialog>`;
  }

  /** @param {Leaving} leaving */
  #content({ target, total, going, totalStaying, staying }) {
    return html`<p class="target mono">${target}</p>
      <h3>${total ? `${plural(total, 'entity', 'entities')} will leave the catalog` : 'No entity leaves the catalog with it'}</h3>
      ${total ? names(going, total) : nothing}
      ${totalStaying ? html`<h3>${plural(totalStaying, 'entity stays', 'entities stay')}: something else leads there, too</h3>${names(staying, totalStaying)}` : nothing}`;
  }
}

/**
 * @param {Named[]} entities
 * @param {number} total
 */
function names(entities, total) {
  const shown = entities.slice(0, SHOWN);
  return html`<ul>
    ${shown.map(({ ref, kind, title }) => html`<li title=${ref}>${kindIcon(kind, 14)}<span class="cut">${title}</span><span class="muted">${kind}</span></li>`)}
    ${total > shown.length ? html`<li class="soft">and ${total - shown.length} more</li>` : nothing}
  </ul>`;
}

customElements.define('cb-unregistration', Unregistration);
