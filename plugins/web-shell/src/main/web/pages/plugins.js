import { css, html, nothing } from 'lit';
import { pluginChanged, resync } from '../data/events.js';
import { plural } from '../data/format.js';
import { install, plugins, remove } from '../data/plugins.js';
import { coalesced } from '../data/topic.js';
import { confirm } from '../elements/dialog.js';
import { icon } from '../elements/icon.js';
import { Load } from '../elements/load.js';
import { Page } from '../elements/page.js';
import { bars, empty, failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import '../elements/time.js';
import { announce, toast } from '../elements/toasts.js';
import { statusPill } from '../elements/value.js';
import { statusOfPlugin } from './plugin-states.js';

/** @typedef {import('../data/types.js').PluginInfo} PluginInfo */

/** The installed plugins; new ones are installed and old ones removed while people work. */
export class PluginsPage extends Page {
  static properties = { busy: { state: true }, refusal: { state: true }, isOver: { state: true } };
  static styles = [
    shared,
    stateStyles,
    css`
      :host { display: block; }
      .page { min-height: 100%; }
      .page.over { outline: 2px dashed var(--p-accent); outline-offset: -8px; }
      input[type='file'] { display: none; }
      .table td { vertical-align: middle; }
      .table .action { width: 76px; text-align: right; white-space: nowrap; }
      .table tr:first-child td { border-top: 1px solid var(--p-line); }
      .title { font-weight: 500; }
      .also { display: block; color: var(--p-fg3); }
      .diagnosis td { padding-top: 0; border-top: 0 !important; color: var(--p-fg2); }
      .diagnosis p { max-width: 80ch; padding: 8px 12px; border-radius: var(--p-radius); background: var(--p-sunken); overflow-wrap: anywhere; }
      .refusal { margin-bottom: 16px; }
      .waiting { min-height: 260px; padding: 20px 16px; }
      @media (max-width: 900px) { .wide { display: none; } }
    `,
  ];

  constructor() {
    super();
    this.busy = '';
    /** @type {{ message: string, hint?: string } | undefined} */
    this.refusal = undefined;
    this.isOver = false;
    /** @type {Load<PluginInfo[]>} */
    this.plugins = new Load(this, plugins);
  }

  follow() {
    this.plugins.run();
    const again = coalesced(() => this.plugins.run());
    return [pluginChanged.listen(again), resync.listen(again)];
  }

  /** @param {File | undefined} jar */
  async #install(jar) {
    if (!jar || this.busy) {
      return;
    }
    this.refusal = undefined;
    this.busy = jar.name;
    announce(`Installing ${jar.name}`);
    try {
      const { plugin, isNew } = await install(jar);
      toast({ title: `${plugin.title} ${plugin.version} is live`, detail: isNew ? 'Newly installed' : 'Replaced the version before', icon: 'puzzle' });
    } catch (reason) {
      this.refusal = /** @type {Error} */ (reason);
    }
    this.busy = '';
    this.plugins.run();
  }

  /** @param {Event} event */
  #picked(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    this.#install(input.files?.[0]);
    input.value = '';
  }

  /** @param {DragEvent} event */
  #dragged(event) {
    event.preventDefault();
    this.isOver = event.type === 'dragover';
    if (event.type === 'drop') {
      this.#install(event.dataTransfer?.files[0]);
    }
  }

  /** @param {PluginInfo} plugin */
  async #remove({ id, title, version }) {
    const text = 'Its pages, cards and REST resources go at once; requests that are running are let finish. Its own data stays.';
    if (!(await confirm({ title: `Remove ${title} ${version}?`, text, yes: 'Remove', danger: true }))) {
      return;
    }
    try {
      await remove(id);
      toast({ title: `${title} was removed`, icon: 'puzzle' });
    } catch (reason) {
      const { message, hint } = /** @type {import('../data/http.js').HttpError} */ (reason);
      toast({ title: message, detail: hint, tone: 'error' });
    }
    this.plugins.run();
  }

  render() {
    return html`<div class="page ${this.isOver ? 'over' : ''}" @dragover=${this.#dragged} @dragleave=${this.#dragged} @drop=${this.#dragged}>
      <div class="page-head">
        <div class="grow"><h1>Plugins</h1><p>Install, replace or remove them while people work; open pages follow.</p></div>
        <button class="primary" ?disabled=${!!this.busy} @click=${() => this.#chooser.click()}>
          ${this.busy ? html`<span class="spin row">${icon('loader-circle', 15)}</span>Installing…` : html`${icon('upload', 15)}Install a jar`}
        </button>
        <input type="file" accept=".jar" aria-label="Jar file" tabindex="-1" @change=${this.#picked} />
      </div>
      ${this.refusal ? html`<div class="refusal">${failure(this.refusal)}</div>` : nothing}
      ${this.plugins.render({
        loading: () => html`<div class="panel waiting" aria-busy="true">${bars([35, 60, 50, 70, 45])}</div>`,
        failed: (error) => failure(error, () => this.plugins.run()),
        done: (installed) => (installed.length ? this.#table(installed) : empty('No plugins')),
      })}
    </div>`;
  }

  get #chooser() {
    return /** @type {HTMLInputElement} */ (this.renderRoot.querySelector('input[type=file]'));
  }

  /** @param {PluginInfo[]} installed */
  #table(installed) {
    return html`<div class="panel">
      <table class="table">
        <thead><tr>
          <th scope="col">Plugin</th><th scope="col">Version</th><th scope="col">State</th>
          <th scope="col" class="wide">Contributes</th><th scope="col" class="wide">Since</th><th scope="col"><span class="unseen">Actions</span></th>
        </tr></thead>
        <tbody>${installed.map((plugin) => this.#rows(plugin))}</tbody>
      </table>
    </div>`;
  }

  /** @param {PluginInfo} plugin */
  #rows(plugin) {
    const { id, title, version, state, since, contributes, diagnosis, mandatory } = plugin;
    return html`<tr>
        <td><span class="title">${title}</span><span class="also mono">${id}</span></td>
        <td class="mono">${version}</td>
        <td>${statusPill(statusOfPlugin(state), state.toLowerCase())}</td>
        <td class="soft wide" title=${contributes.map((one) => `${one.point}: ${one.title}`).join('\n')}>${contributionsOf(plugin)}</td>
        <td class="soft wide num"><cb-time .instant=${since}></cb-time></td>
        <td class="action">${mandatory ? html`<span class="muted" title="The portal can't do without it">built in</span>` : this.#removal(plugin)}</td>
      </tr>
      ${diagnosis ? html`<tr class="diagnosis"><td colspan="6"><p>${diagnosis.summary} ${diagnosis.cause} ${diagnosis.fix}</p></td></tr>` : nothing}`;
  }

  /** @param {PluginInfo} plugin */
  #removal(plugin) {
    return html`<button class="square small" aria-label="Remove ${plugin.title}" title="Remove" @click=${() => this.#remove(plugin)}>${icon('trash', 14)}</button>`;
  }
}

/** @type {Record<string, string>} */
const POINTS = { 'entity.card': 'card', 'entity.card.element': 'card', 'http.endpoint': 'endpoint', 'rest.resource': 'resource', 'catalog.kind': 'kind' };

/** @param {PluginInfo} plugin */
function contributionsOf({ contributes }) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { point } of contributes) {
    const name = POINTS[point] ?? point.replace(/^.*\./, '');
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => plural(count, name)).join(' · ') || '–';
}

customElements.define('cb-plugins-page', PluginsPage);
