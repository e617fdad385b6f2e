import { LitElement, css, html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { at } from '../data/base.js';
import { removeView, saveView, savedViews } from '../data/entity-list.js';
import { icon } from '../elements/icon.js';
import { Load } from '../elements/load.js';
import { bars, failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import { announce, toast } from '../elements/toasts.js';

/** @typedef {import('../data/entity-list.js').SavedView} SavedView */

/** The reader's own views of the catalog, and the one that is shown, to be saved or shared. Fires `chosen`. */
export class SavedViews extends LitElement {
  static properties = { query: {} };
  static styles = [
    shared,
    stateStyles,
    css`
      :host { display: grid; gap: 14px; }
      h2 { margin-bottom: 4px; color: var(--p-fg2); font: 500 12px/16px var(--p-font); }
      li { display: flex; align-items: center; gap: 4px; margin: 0 -6px; padding: 0 6px; border-radius: var(--p-radius); }
      li:hover { background: var(--p-hover); }
      li a { flex: 1; min-width: 0; padding: 5px 0; }
      .now { font-weight: 600; }
      form { display: flex; gap: 6px; }
      form input { flex: 1; min-width: 0; }
      label { display: block; margin-bottom: 4px; color: var(--p-fg2); font: 500 12px/16px var(--p-font); }
    `,
  ];

  constructor() {
    super();
    /** The query of the address that stands for what is shown. */
    this.query = '';
    this.views = new Load(this, savedViews);
  }

  connectedCallback() {
    super.connectedCallback();
    this.views.run();
  }

  /** @param {SubmitEvent} event */
  async #save(event) {
    event.preventDefault();
    const input = /** @type {HTMLInputElement} */ (this.renderRoot.querySelector('input'));
    const name = input.value.trim();
    if (name) {
      await this.#act(saveView({ name, query: this.query }), `Saved as “${name}”`);
      input.value = '';
    }
  }

  /** @param {string} name */
  async #remove(name) {
    await this.#act(removeView(name), `“${name}” is deleted`);
    this.renderRoot.querySelector('input')?.focus();
  }

  /**
   * @param {Promise<SavedView[]>} act
   * @param {string} done
   */
  async #act(act, done) {
    try {
      this.views.value = await act;
      announce(done);
    } catch (reason) {
      const { message, hint } = /** @type {import('../data/http.js').HttpError} */ (reason);
      toast({ title: message, detail: hint, tone: 'error' });
    }
    this.requestUpdate();
  }

  async #copy() {
    const link = new URL(at(`/catalog?${this.query}`), location.href).href;
    try {
      await navigator.clipboard.writeText(link);
      toast({ title: 'The link is copied', detail: 'Whoever opens it sees this view, of what they may read.' });
    } catch {
      toast({ title: 'This browser does not let the page copy', detail: link, tone: 'error' });
    }
  }

  render() {
    return html`
      <section aria-label="Saved"><h2>Saved by you</h2>
        ${this.views.render({
          loading: () => bars([60, 45]),
          failed: (error) => failure(error, () => this.views.run()),
          done: (views) => (views.length ? html`<ul>${repeat(views, ({ name }) => name, (view) => this.#view(view))}</ul>` : html`<p class="muted">Nothing yet. Narrow the catalog, choose columns, and save it here.</p>`),
        })}
      </section>
      <form @submit=${this.#save}>
        <div class="grow"><label for="name">Save what is shown</label>
          <div class="row"><input id="name" type="text" maxlength="80" required placeholder="Name" autocomplete="off" /><button class="primary">Save</button></div></div>
      </form>
      <button @click=${this.#copy}>${icon('copy', 14)}Copy a link to this view</button>`;
  }

  /** @param {SavedView} view */
  #view({ name, query }) {
    return html`<li><a class="cut ${query === this.query ? 'now' : ''}" href=${at(`/catalog?${query}`)} @click=${() => this.dispatchEvent(new CustomEvent('chosen'))}>${name}</a>
      <button class="plain square small" aria-label="Delete “${name}”" title="Delete" @click=${() => this.#remove(name)}>${icon('trash', 14)}</button></li>`;
  }
}

customElements.define('cb-saved-views', SavedViews);
