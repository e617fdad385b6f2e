import { css, html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { at } from '../data/base.js';
import { resync } from '../data/events.js';
import { tabAddress, tabName } from '../data/tabs.js';
import { view } from '../data/views.js';
import { Load } from '../elements/load.js';
import { Page } from '../elements/page.js';
import { bars, failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import '../elements/element-frame.js';
import '../elements/view.js';

/** @typedef {import('../data/types.js').PluginPlace} PluginPlace */
/** @typedef {import('../data/types.js').Shown} Shown */

/** What a plugin shows in a tab of an entity's page. */
export class PluginTab extends Page {
  static properties = { tab: { attribute: false }, ref: {}, isDrawn: { state: true } };
  static styles = [
    shared,
    stateStyles,
    css`
      :host { display: block; }
      .waiting { min-height: 240px; padding: 20px 16px; }
      .from { display: block; width: fit-content; margin-top: 14px; color: var(--p-fg3); }
    `,
  ];

  #asked = '';

  constructor() {
    super();
    /** @type {PluginPlace | undefined} */
    this.tab = undefined;
    this.ref = '';
    /** Whether what draws itself has done so: what stands below it would move otherwise. */
    this.isDrawn = false;
    /** @type {Load<Shown>} */
    this.shown = new Load(this, (signal) => view(this.#address, {}, signal));
  }

  follow() {
    return [resync.listen(() => this.shown.run())];
  }

  get #address() {
    return tabAddress(/** @type {PluginPlace} */ (this.tab), this.ref);
  }

  get #key() {
    return this.tab ? `${tabName(this.tab)} ${this.ref}` : '';
  }

  willUpdate() {
    const asked = `${this.#key} ${this.tab?.digest}`;
    if (asked !== this.#asked) {
      if (!this.#asked.startsWith(`${this.#key} `)) {
        this.shown.forget();
        this.isDrawn = false;
      }
      this.#asked = asked;
      this.shown.run();
    }
  }

  render() {
    return this.shown.render({
      loading: () => html`<div class="panel waiting" aria-busy="true">${bars([30, 60, 45, 70, 50])}</div>`,
      failed: (error) => failure(error, () => this.shown.run()),
      done: (shown) => keyed(this.#key, this.#content(shown)),
    });
  }

  /** @param {Shown} shown */
  #content(shown) {
    const { plugin, version, error } = shown;
    if (error) {
      return failure(error, () => this.shown.run());
    }
    return html`${shown.tier === 2 ? this.#element(shown) : this.#view(shown)}
      ${shown.tier === 2 && !this.isDrawn ? nothing : html`<a class="from mono" href=${at('/plugins')} title="Shown by plugin ${plugin}, version ${version}">${plugin} ${version}</a>`}`;
  }

  /** @param {Shown} shown */
  #element(shown) {
    return html`<cb-element-frame noun="tab" .shown=${shown} .subject=${{ entityRef: this.ref }} @settled=${() => (this.isDrawn = true)}></cb-element-frame>`;
  }

  /** @param {Shown} shown */
  #view(shown) {
    return html`<cb-view .framed=${true} .shown=${shown} .address=${this.#address} .entity=${this.ref}
        @answered=${(/** @type {CustomEvent<Shown>} */ { detail }) => this.#answered(detail)}></cb-view>`;
  }

  /** @param {Shown} answer */
  #answered(answer) {
    this.shown.value = answer;
    this.requestUpdate();
  }
}

customElements.define('cb-plugin-tab', PluginTab);
