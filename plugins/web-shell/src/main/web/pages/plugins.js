import { css, html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { deployOf, deploysChanged, lastStep } from '../data/deploys.js';
import { pluginChanged, pluginStateChanged, resync } from '../data/events.js';
import { formatPercent, plural } from '../data/format.js';
import { formatRate, lastMinute } from '../data/load.js';
import { PluginList } from '../data/plugin-list.js';
import { rights } from '../data/session.js';
import { soon } from '../data/topic.js';
import { icon } from '../elements/icon.js';
import { Load } from '../elements/load.js';
import { Page } from '../elements/page.js';
import { bars, empty, failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import { announce } from '../elements/toasts.js';
import { navigate } from '../shell/router.js';
import { itemsOf, go } from './plugin-acts.js';
import { FILTERS, filtered, ownersOf } from './plugin-filter.js';
import { installAll } from './plugin-install.js';
import { pluginRow, rowStyles } from './plugin-row.js';
import { STATES, wordOf } from './plugin-states.js';

/** @typedef {import('../data/types.js').PluginInfo} PluginInfo */

const PAUSE = 10_000;

/** The installed plugins: how each stands and what it costs, as it is now; new ones are installed while people work. */
export class PluginsPage extends Page {
  static properties = { query: { attribute: false }, mayInstall: { state: true }, isOver: { state: true } };
  static styles = [
    shared,
    stateStyles,
    rowStyles,
    css`
      :host { display: block; }
      .page { min-height: 100%; }
      .page.over { outline: 2px dashed var(--p-accent); outline-offset: -8px; }
      input[type='file'] { display: none; }
      .figures { display: flex; flex-wrap: wrap; gap: 12px 44px; margin-bottom: 20px; }
      .figures dt { color: var(--p-fg2); font-size: 12px; line-height: 16px; }
      .figures div { display: flex; flex-direction: column-reverse; }
      .figures dd { font: 600 22px/28px var(--p-font); letter-spacing: -0.015em; font-variant-numeric: tabular-nums; }
      .filters { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; margin-bottom: 12px; }
      .filters input { width: min(320px, 100%); }
      select { height: 30px; max-width: 220px; padding: 0 8px; border: 1px solid var(--p-line-control); border-radius: var(--p-radius); background: var(--p-surface); color: var(--p-fg); font: 400 13px/20px var(--p-font); }
      .filters .count { margin-left: auto; color: var(--p-fg2); }
      .waiting { min-height: 420px; padding: 20px 16px; }
      .drop { margin-top: 14px; color: var(--p-fg3); text-align: center; }
    `,
  ];

  #installed = new PluginList();

  constructor() {
    super();
    this.query = new URLSearchParams();
    this.mayInstall = false;
    this.isOver = false;
    /** @type {Load<PluginInfo[]>} */
    this.plugins = new Load(this, (signal) => this.#installed.read(signal));
  }

  /** Reads all of them anew, load and all. */
  #readAll() {
    this.#installed.forget();
    return this.plugins.run();
  }

  follow() {
    this.#readAll();
    rights().then((held) => (this.mayInstall = held.has('plugin.manage')), () => {});
    const again = soon(() => this.plugins.run());
    const changed = (/** @type {string} */ id, isGone = false) => {
      // one that may have gone can't be asked for alone
      if (isGone) {
        this.#installed.forget();
      } else {
        this.#installed.changed(id);
      }
      again();
    };
    const timer = window.setInterval(() => document.hidden || this.#readAll(), PAUSE);
    return [
      pluginChanged.listen(({ id, change }) => changed(id, change === 'removed')),
      pluginStateChanged.listen(({ id, state }) => changed(id, state === null)),
      resync.listen(() => this.#readAll()),
      deploysChanged.listen(() => this.requestUpdate()),
      deploysChanged.listen((id) => deployOf(id) && changed(id)),
      () => clearInterval(timer),
    ];
  }

  /** @param {FileList | null | undefined} jars */
  async #install(jars) {
    await installAll([...(jars ?? [])]);
    this.#readAll();
  }

  /** @param {Event} event */
  #picked(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const jars = [...(input.files ?? [])];
    input.value = '';
    installAll(jars).then(() => this.#readAll());
  }

  /** @param {DragEvent} event */
  #dragged(event) {
    if (!this.mayInstall) {
      return;
    }
    event.preventDefault();
    this.isOver = event.type === 'dragover';
    if (event.type === 'drop') {
      this.#install(event.dataTransfer?.files);
    }
  }

  /** @param {string} name @param {string} value */
  #narrow(name, value) {
    const query = new URLSearchParams([...this.query].filter(([key, given]) => FILTERS.includes(key) && key !== name && given));
    if (value) {
      query.set(name, value);
    }
    navigate(`/plugins${query.size ? `?${query}` : ''}`, { replace: true });
  }

  /** @param {Event} event */
  #narrowed(event) {
    const { name, value } = /** @type {HTMLInputElement} */ (event.target);
    this.#narrow(name, value);
    this.updateComplete.then(() => announce(plural(filtered(this.plugins.value ?? [], this.query).length, 'plugin')));
  }

  render() {
    return html`<div class="page ${this.isOver ? 'over' : ''}" @dragover=${this.#dragged} @dragleave=${this.#dragged} @drop=${this.#dragged}>
      <div class="page-head">
        <div class="grow"><h1>Plugins</h1><p>Install, replace or remove them while people work; open pages follow.</p></div>
        ${this.mayInstall ? html`<button class="primary" @click=${() => this.#chooser.click()}>${icon('upload', 15)}Install a jar</button>
          <input type="file" accept=".jar" multiple aria-label="Jar file" tabindex="-1" @change=${this.#picked} />` : nothing}
      </div>
      ${this.plugins.render({
        loading: () => html`<div class="panel waiting" aria-busy="true">${bars([35, 60, 50, 70, 45, 64, 52, 40])}</div>`,
        failed: (error) => failure(error, () => this.#readAll()),
        done: (installed) => html`${this.#figures(installed)}${this.#filters(installed)}${this.#list(installed)}`,
      })}
    </div>`;
  }

  get #chooser() {
    return /** @type {HTMLInputElement} */ (this.renderRoot.querySelector('input[type=file]'));
  }

  /** @param {PluginInfo[]} installed */
  #figures(installed) {
    const of = (/** @type {string[]} */ ...states) => installed.filter(({ state }) => states.includes(state)).length;
    const bad = of('QUARANTINED', 'FAILED', 'UNRESOLVED');
    const degraded = of('DEGRADED');
    const minutes = installed.map(({ recent }) => lastMinute(recent));
    const rate = minutes.reduce((sum, minute) => sum + minute.rate, 0);
    const failing = minutes.reduce((sum, minute) => sum + minute.rate * (minute.errors ?? 0), 0);
    return html`<dl class="figures">
      <div><dt>${of('ACTIVE') === 1 ? 'serves' : 'serve'}</dt><dd>${of('ACTIVE') + degraded}</dd></div>
      <div><dt>degraded</dt><dd class=${degraded ? 'warn' : ''}>${degraded}</dd></div>
      <div><dt>need somebody</dt><dd class=${bad ? 'error' : ''}>${bad}</dd></div>
      <div><dt>off</dt><dd>${of('DISABLED')}</dd></div>
      <div><dt>requests, last minute</dt><dd>${formatRate(rate)}</dd></div>
      <div><dt>of them failed</dt><dd class=${failing ? 'error' : ''}>${rate ? formatPercent(failing / rate) : '–'}</dd></div>
    </dl>`;
  }

  /** @param {PluginInfo[]} installed */
  #filters(installed) {
    const value = (/** @type {string} */ name) => this.query.get(name) ?? '';
    const states = STATES.filter((state) => installed.some((plugin) => plugin.state === state));
    const shown = filtered(installed, this.query).length;
    return html`<div class="filters" role="search" aria-label="Plugins">
      <input type="search" name="text" aria-label="Find plugins" placeholder="Find by name, id, owner or version" .value=${value('text')} @input=${this.#narrowed} />
      <select name="state" aria-label="State" .value=${value('state')} @change=${this.#narrowed}>
        <option value="">Any state</option><option value="attention" ?selected=${value('state') === 'attention'}>Needs attention</option>
        ${states.map((state) => html`<option value=${state} ?selected=${value('state') === state}>${wordOf(state)}</option>`)}
      </select>
      <select name="owner" aria-label="Owner" .value=${value('owner')} @change=${this.#narrowed}>
        <option value="">Any owner</option><option value="mine" ?selected=${value('owner') === 'mine'}>What I may steer</option>
        ${ownersOf(installed).map((owner) => html`<option value=${owner} ?selected=${value('owner') === owner}>${owner}</option>`)}
      </select>
      <span class="count num">${shown === installed.length ? plural(shown, 'plugin') : `${shown} of ${plural(installed.length, 'plugin')}`}</span>
    </div>`;
  }

  /** @param {PluginInfo[]} installed */
  #list(installed) {
    const shown = filtered(installed, this.query);
    if (!shown.length) {
      return html`<div class="panel">${installed.length
        ? empty('No plugin is like that', 'Try fewer words, or another state or owner.', html`<button @click=${() => navigate('/plugins', { replace: true })}>Show all</button>`)
        : empty('No plugins', 'Install the first: drop its jar on this page.')}</div>`;
    }
    return html`<div class="panel">
        <table class="table" aria-label="Plugins">
          <thead><tr>
            <th scope="col">Plugin</th><th scope="col">State</th><th scope="col" class="version">Version</th><th scope="col" class="wide">Owner</th>
            <th scope="col" class="wide">Requests, 15 min</th><th scope="col" class="end wide">Errors</th><th scope="col" class="end wide">p99</th>
            <th scope="col" class="end wider">Since</th><th scope="col"><span class="unseen">Actions</span></th>
          </tr></thead>
          <tbody>${repeat(shown, ({ id }) => id, (plugin) => this.#row(plugin))}</tbody>
        </table>
      </div>
      ${this.mayInstall ? html`<p class="drop">Drop a jar anywhere on this page to see what installing it would do.</p>` : nothing}`;
  }

  /** A row is drawn anew only where there is something else to draw. @param {PluginInfo} plugin */
  #row(plugin) {
    const step = lastStep(deployOf(plugin.id));
    return guard([plugin, step], () => pluginRow(plugin, deployOf(plugin.id), itemsOf(plugin, (way) => this.#go(way))));
  }

  /** @param {import('./plugin-acts.js').Way} way */
  async #go(way) {
    await go(way);
    this.#readAll();
  }
}

customElements.define('cb-plugins-page', PluginsPage);
