import { css, html, nothing } from 'lit';
import { at } from '../data/base.js';
import { deployOf, deploysChanged } from '../data/deploys.js';
import { pluginChanged, pluginStateChanged, resync } from '../data/events.js';
import { plugin } from '../data/plugins.js';
import { coalesced } from '../data/topic.js';
import '../elements/copy.js';
import { icon } from '../elements/icon.js';
import { lazily } from '../elements/lazily.js';
import { Load } from '../elements/load.js';
import '../elements/menu.js';
import { Page } from '../elements/page.js';
import { bars, empty, failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import '../elements/time.js';
import { refLink } from '../elements/value.js';
import { navigate } from '../shell/router.js';
import { go, itemsOf, waysOf } from './plugin-acts.js';
import { consoleStyles } from './plugin-console-styles.js';
import { diagnosisNotice, diagnosisStyles, probationNotice } from './plugin-diagnosis.js';
import { installAll } from './plugin-install.js';
import { besideLine, besideState, statePill } from './plugin-states.js';
import { deploySteps, stepStyles } from './plugin-steps.js';

/** @typedef {import('../data/types.js').PluginInfo} PluginInfo */

const PAUSE = 10_000;
const MISSING = 404;

/** @type {{ tab: string, label: string, needs?: import('../data/types.js').PluginAct }[]} */
const TABS = [
  { tab: 'overview', label: 'Overview' },
  { tab: 'revisions', label: 'Revisions' },
  { tab: 'tasks', label: 'Tasks' },
  { tab: 'logs', label: 'Logs', needs: 'inspect' },
  { tab: 'configuration', label: 'Configuration', needs: 'inspect' },
  { tab: 'permissions', label: 'Permissions' },
  { tab: 'audit', label: 'Audit', needs: 'inspect' },
];

/** All that is known of one plugin, and what can be done with it. Fires `named` with the way to it. */
export class PluginConsole extends Page {
  static properties = { plugin: {}, tab: {}, isOver: { state: true } };
  static styles = [shared, stateStyles, diagnosisStyles, stepStyles, consoleStyles, css`:host { display: block; }`];

  #timer = 0;
  #probation = 0;

  constructor() {
    super();
    this.plugin = '';
    this.tab = 'overview';
    this.isOver = false;
    /** @type {Load<PluginInfo>} */
    this.info = new Load(this, (signal) => plugin(this.plugin, signal));
  }

  follow() {
    const again = coalesced(() => this.info.run(), 30);
    const mine = (/** @type {{ id: string }} */ { id }) => id === this.plugin && again();
    this.#timer = window.setInterval(() => document.hidden || this.info.run(), PAUSE);
    return [
      pluginChanged.listen(mine),
      pluginStateChanged.listen(mine),
      resync.listen(again),
      deploysChanged.listen((id) => {
        this.requestUpdate();
        mine({ id });
      }),
      () => clearInterval(this.#timer),
      () => clearTimeout(this.#probation),
    ];
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has('plugin')) {
      this.info.forget();
      this.info.run();
    }
  }

  updated() {
    const left = Date.parse(this.info.value?.probation ?? '') - Date.now();
    clearTimeout(this.#probation);
    this.#probation = left > 0 ? window.setTimeout(() => this.requestUpdate(), left + 1) : 0;
    const title = this.info.value?.title;
    if (title) {
      const detail = [{ label: 'Plugins', href: '/plugins' }, { label: title, href: `/plugins/${this.plugin}` }];
      this.dispatchEvent(new CustomEvent('named', { detail }));
    }
  }

  render() {
    if (this.info.error?.status === MISSING) {
      return html`<div class="page">${empty(html`<h1>There is no plugin ${this.plugin}</h1>`, 'It was removed, or never installed here.',
        html`<a class="button" href=${at('/plugins')}>All plugins</a>`)}</div>`;
    }
    return this.info.render({
      loading: () => html`<div class="head" aria-busy="true"><div class="top"><div class="emblem">${icon('puzzle', 20)}</div><div class="grow"><h1>${this.plugin}</h1>${bars([30])}</div></div></div>`,
      failed: (error) => html`<div class="page">${failure(error, () => this.info.run())}</div>`,
      done: (info) => html`<div class="frame ${this.isOver ? 'over' : ''}" @dragover=${this.#dragged} @dragleave=${this.#dragged} @drop=${this.#dragged}>
        <div class="head">${this.#head(info)}</div>
        <div class="tabs-line">${this.#tabs(info)}</div>
        <div class="content">${this.#notices(info)}${this.#content(info)}</div>
      </div>`,
    });
  }

  /** @param {PluginInfo} info */
  #head(info) {
    const { id, title, version, state, since, owner, mandatory, signedBy, may = [] } = info;
    return html`<div class="top">
        <div class="emblem">${icon('puzzle', 20)}</div>
        <div class="grow">
          <h1>${title}</h1>
          <div class="ref"><span class="mono">${id}</span><cb-copy .text=${id} label="Copy the id"></cb-copy></div>
        </div>
        <div class="actions">${this.#actions(info, may)}</div>
      </div>
      <dl class="meta">
        <div><dt>State</dt><dd>${statePill(state)}${besideLine(besideState(info, deployOf(id)))}</dd></div>
        <div><dt>Version</dt><dd class="mono">${version}</dd></div>
        <div><dt>Since</dt><dd><cb-time .instant=${since}></cb-time></dd></div>
        <div><dt>Owner</dt><dd>${owner ? refLink(owner) : 'nobody'}</dd></div>
        <div><dt>Signed by</dt><dd>${signedBy ? signedBy.subject : 'nobody'}</dd></div>
        ${mandatory ? html`<div><dt>Role</dt><dd>built in: it can be replaced, not removed</dd></div>` : nothing}
      </dl>`;
  }

  /**
   * @param {PluginInfo} info
   * @param {string[]} may
   */
  #actions(info, may) {
    const back = waysOf(info).find(({ act }) => act === 'rollback' || act === 'enable');
    const items = itemsOf(info, (way) => this.#go(way)).filter(({ label }) => label !== `${back?.label}…`);
    return html`
      ${may.includes('install') ? html`<button class="primary" @click=${() => this.#chooser?.click()}>${icon('upload', 15)}Upload a version</button>
        <input type="file" accept=".jar" aria-label="Jar file" tabindex="-1" @change=${this.#picked} />` : nothing}
      ${back ? html`<button @click=${() => this.#go(back)}>${icon(back.icon, 15)}${back.label}…</button>` : nothing}
      ${items.length ? html`<cb-menu label="More" .items=${items}></cb-menu>` : nothing}`;
  }

  /** @returns {HTMLInputElement | null} */
  get #chooser() {
    return this.renderRoot.querySelector('input[type=file]');
  }

  /** @param {Event} event */
  #picked(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const jars = [...(input.files ?? [])];
    input.value = '';
    installAll(jars).then(() => this.info.run());
  }

  /** @param {DragEvent} event */
  #dragged(event) {
    if (!this.info.value?.may?.includes('install')) {
      return;
    }
    event.preventDefault();
    this.isOver = event.type === 'dragover';
    if (event.type === 'drop') {
      installAll([...(event.dataTransfer?.files ?? [])]).then(() => this.info.run());
    }
  }

  /** @param {import('./plugin-acts.js').Way} way */
  async #go(way) {
    const isDone = await go(way);
    if (isDone && way.act === 'remove') {
      navigate('/plugins');
    } else {
      this.info.run();
    }
  }

  /** @param {PluginInfo} info */
  #tabs(info) {
    const base = `/plugins/${encodeURIComponent(info.id)}`;
    const hasTasks = info.contributes.some(({ point }) => point === 'task' || point === 'catalog.provider');
    const tabs = TABS.filter(({ tab, needs }) => (!needs || info.may?.includes(needs)) && (tab !== 'tasks' || hasTasks));
    return html`<nav class="tabs" aria-label="Parts of this page">
      ${tabs.map(({ tab, label }) => html`<a href=${at(tab === 'overview' ? base : `${base}/${tab}`)} aria-current=${tab === this.tab ? 'page' : nothing}>${label}</a>`)}
    </nav>`;
  }

  /** What needs somebody stands above all parts. @param {PluginInfo} info */
  #notices(info) {
    const { id, version, state, diagnosis, candidate } = info;
    const deploy = deployOf(id);
    const failed = candidate?.diagnosis;
    const goesOn = ['ACTIVE', 'DEGRADED'].includes(state) ? html`<p class="why">${version} goes on serving.</p>` : nothing;
    return html`
      ${deploy ? html`<section class="panel deploy" aria-label="Deploy"><h2>${deploy.version} on its way</h2>${deploySteps(deploy.steps, deploy.version === version ? null : version)}</section>` : nothing}
      ${diagnosis ? diagnosisNotice(diagnosis, state === 'DEGRADED' || state === 'DISABLED' ? 'warn' : 'error') : nothing}
      ${failed ? diagnosisNotice(failed, 'warn', goesOn) : nothing}
      ${probationNotice(info)}`;
  }

  /** @param {PluginInfo} info */
  #content(info) {
    const { id } = info;
    switch (this.tab) {
      case 'overview':
        return lazily('cb-plugin-overview', () => import('./plugin-overview.js'), html`<cb-plugin-overview .info=${info}></cb-plugin-overview>`);
      case 'revisions':
        return lazily('cb-plugin-revisions', () => import('./plugin-revisions.js'), html`<cb-plugin-revisions .info=${info} @go=${(/** @type {CustomEvent} */ { detail }) => this.#go(detail)}></cb-plugin-revisions>`);
      case 'tasks':
        return lazily('cb-plugin-tasks', () => import('./plugin-tasks.js'), html`<cb-plugin-tasks .plugin=${id} .mayRun=${!!info.may?.includes('run')}></cb-plugin-tasks>`);
      case 'logs':
        return lazily('cb-plugin-logs', () => import('./plugin-logs.js'), html`<cb-plugin-logs .plugin=${id}></cb-plugin-logs>`);
      case 'configuration':
        return lazily('cb-plugin-settings', () => import('./plugin-settings.js'), html`<cb-plugin-settings .plugin=${id}></cb-plugin-settings>`);
      case 'permissions':
        return lazily('cb-plugin-asks', () => import('./plugin-asks.js'), html`<cb-plugin-asks .info=${info}></cb-plugin-asks>`);
      case 'audit':
        return lazily('cb-plugin-audit', () => import('./plugin-audit.js'), html`<cb-plugin-audit .info=${info}></cb-plugin-audit>`);
      default:
        return html`<div class="panel">${empty('There is no such part of this page')}</div>`;
    }
  }
}

customElements.define('cb-plugin-console', PluginConsole);
