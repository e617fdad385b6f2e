import { css, html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { at } from '../data/base.js';
import { pluginChanged, resync } from '../data/events.js';
import { isWritingIn } from '../data/focus.js';
import { knownPages, pagesChanged, pagesTo } from '../data/plugin-pages.js';
import { coalesced } from '../data/topic.js';
import { putTables, takeTables, view } from '../data/views.js';
import { cardStatus } from '../elements/blocks.js';
import '../elements/element-frame.js';
import { pageIcon } from '../elements/icon.js';
import { Load } from '../elements/load.js';
import { Page } from '../elements/page.js';
import { bars, failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import { toast } from '../elements/toasts.js';
import '../elements/view.js';
import { navigate } from '../shell/router.js';
import { nowhere } from './plain.js';

/** @typedef {import('../data/types.js').ShownPage & { asked?: string }} ShownPage with what was asked for */

/** A page of a plugin. Which pages of its tables are shown stands in the address. Fires `named` with the way to it. */
export class PluginPage extends Page {
  static properties = { path: {}, query: { attribute: false } };
  static styles = [
    shared,
    stateStyles,
    css`
      :host { display: block; }
      .page-head { align-items: center; min-height: 48px; }
      .mark { display: grid; place-items: center; width: 40px; height: 40px; flex: none; border-radius: var(--p-radius-l); background: var(--p-accent-tint); color: var(--p-accent); }
      .title { display: flex; flex-wrap: wrap; align-items: center; gap: 2px 10px; }
      h1 { overflow-wrap: anywhere; line-height: 26px; }
      .from { color: var(--p-fg3); }
      .waiting { min-height: 240px; padding: 20px 16px; }
    `,
  ];

  /** What was asked for last, without the pages of tables. */
  #asked = '';
  #named = '';

  constructor() {
    super();
    this.path = '';
    this.query = new URLSearchParams();
    /** @type {Load<ShownPage>} */
    this.shown = new Load(this, (signal) => this.#read(signal));
  }

  follow() {
    const again = coalesced(() => this.shown.run());
    return [
      resync.listen(again),
      pagesChanged.listen(() => this.requestUpdate()),
      pluginChanged.listen(({ id }) => {
        if (!this.shown.value || this.shown.error || this.shown.value.plugin === id) {
          again();
        }
      }),
    ];
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    const asked = JSON.stringify([this.path, takeTables(this.query).query]);
    if (asked !== this.#asked) {
      this.#asked = asked;
      if (changed.has('path') && !this.#isWithin) {
        this.shown.forget();
      }
      this.shown.run();
    }
  }

  /** Whether what draws itself may go on to this address: it stays on the page until another is known to be there. */
  get #isWithin() {
    const shown = this.shown.value;
    return shown?.tier === 2 && Object.keys(shown.parameters ?? {}).length > 0 && this.path.startsWith(`/${shown.plugin}/`);
  }

  get #address() {
    return { path: '/api/web-shell/pages/at', query: { ...takeTables(this.query).query, path: this.path } };
  }

  /**
   * @param {AbortSignal} signal
   * @returns {Promise<ShownPage>}
   */
  async #read(signal) {
    const before = this.shown.value;
    const asked = this.#asked;
    try {
      const shown = /** @type {ShownPage} */ (await view(this.#address, takeTables(this.query).tables, signal));
      this.#tell(before, shown);
      return { ...shown, asked };
    } catch (reason) {
      // a page that is gone is not shown any longer, unless somebody is writing in it
      if (/** @type {import('../data/http.js').HttpError} */ (reason).status === 404 && !this.#isInUse) {
        this.shown.forget();
      }
      throw reason;
    }
  }

  get #isInUse() {
    /** @type {import('../elements/view.js').PluginView | null} */
    const view = this.renderRoot.querySelector('cb-view');
    return isWritingIn(this) || !!view?.isInUse;
  }

  /**
   * @param {ShownPage | undefined} before
   * @param {ShownPage} now
   */
  #tell(before, now) {
    if (before && before.plugin === now.plugin && before.digest !== now.digest) {
      const link = { label: 'See plugin', href: '/plugins' };
      toast({ title: `${now.title} ${now.version} is live`, detail: `Replaced ${before.version} on this page`, icon: 'puzzle', link });
    }
  }

  /** Tells where we are: the listed pages on the way here, and this one. */
  updated() {
    const shown = this.shown.value;
    const way = shown ? pagesTo(knownPages(), this.path).filter(({ path }) => path !== this.path) : [];
    const label = shown ? titleOf(shown) : this.shown.error?.status === 404 ? 'Not found' : '';
    const crumbs = [...way.map(({ title, path }) => ({ label: title, href: path })), { label, href: this.path }];
    if (label && JSON.stringify(crumbs) !== this.#named) {
      this.#named = JSON.stringify(crumbs);
      this.dispatchEvent(new CustomEvent('named', { detail: crumbs }));
    }
  }

  /** @param {CustomEvent<import('../data/views.js').Tables>} event */
  #turned(event) {
    event.preventDefault();
    const query = new URLSearchParams(this.query);
    putTables(query, event.detail);
    navigate(`${this.path}?${query}`, { replace: true });
  }

  render() {
    if (this.shown.error?.status === 404 && !this.shown.value) {
      return nowhere();
    }
    return html`<div class="page">${this.shown.render({
      loading: () => this.#loading(),
      failed: (error) => html`<h1 class="unseen">${this.path}</h1>${failure(error, () => this.shown.run())}`,
      done: (shown) => html`${this.#head(shown)} ${keyed(shown.tier === 2 ? `${shown.plugin} ${shown.id}` : shown.asked, this.#content(shown))}`,
    })}</div>`;
  }

  /** What the list of pages tells already stands where it will stay. */
  #loading() {
    const known = knownPages().find(({ path }) => path === this.path);
    return html`<div class="page-head">
        <span class="mark">${pageIcon(known?.icon ?? 'puzzle', 20)}</span>
        <div class="grow"><h1>${known?.title ?? this.path.split('/').at(-1)}</h1><span class="from mono">${known ? `${known.plugin} ${known.version}` : '…'}</span></div>
      </div>
      <div class="panel waiting" aria-busy="true">${bars([30, 60, 45, 70, 50])}</div>`;
  }

  /** @param {ShownPage} shown */
  #head(shown) {
    const name = pagesTo(knownPages(), this.path).at(-1)?.icon ?? 'puzzle';
    return html`<div class="page-head">
      <span class="mark">${pageIcon(name, 20)}</span>
      <div class="grow">
        <div class="title"><h1>${titleOf(shown)}</h1>${cardStatus(shown.model?.status)}</div>
        <a class="from mono" href=${at('/plugins')} title="Shown by plugin ${shown.plugin}, version ${shown.version}">${shown.plugin} ${shown.version}</a>
      </div>
    </div>`;
  }

  /** @param {ShownPage} shown */
  #content(shown) {
    if (shown.error) {
      return failure(shown.error, () => this.shown.run());
    }
    if (shown.tier === 2) {
      return html`<cb-element-frame .shown=${shown} .subject=${{ path: this.path, parameters: shown.parameters }}></cb-element-frame>`;
    }
    return html`<cb-view .framed=${true} .shown=${shown} .address=${this.#address} .tables=${takeTables(this.query).tables}
      @turned=${this.#turned} @gone=${() => this.shown.run()} @answered=${(/** @type {CustomEvent<ShownPage>} */ { detail }) => this.#answered(detail)}></cb-view>`;
  }

  /** @param {ShownPage} answer */
  #answered(answer) {
    this.shown.value = { ...this.shown.value, error: undefined, ...answer };
    this.requestUpdate();
  }
}

/** @param {ShownPage} shown */
function titleOf({ model, title }) {
  return model?.title || title;
}

customElements.define('cb-plugin-page', PluginPage);
