import { css, html, nothing } from 'lit';
import { partOf } from '../data/plugins.js';
import { icon } from '../elements/icon.js';
import { Load } from '../elements/load.js';
import { Page } from '../elements/page.js';
import { pluginStateChanged, resync } from '../data/events.js';
import { bars, empty, failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import { diagnosisNotice, diagnosisStyles } from './plugin-diagnosis.js';

/**
 * @typedef {object} Setting
 * @property {string} name
 * @property {string} type
 * @property {string | null} description
 * @property {unknown} default
 * @property {boolean} required
 * @property {boolean} secret
 * @property {unknown} value
 * @property {string | null} origin
 *
 * @typedef {{ settings: Setting[], problem: import('../data/types.js').Diagnosis | null }} Configuration
 */

/** What can be set for a plugin, and what is in force of it. */
export class PluginSettings extends Page {
  static properties = { plugin: {} };
  static styles = [
    shared,
    stateStyles,
    diagnosisStyles,
    css`
      :host { display: block; }
      .table td { overflow-wrap: anywhere; }
      .also { display: block; max-width: 70ch; color: var(--p-fg2); font-size: 12px; line-height: 18px; }
      .value { white-space: pre-wrap; }
      .hidden { display: inline-flex; align-items: center; gap: 6px; color: var(--p-fg2); }
      .waiting { padding: 16px; min-height: 200px; }
    `,
  ];

  constructor() {
    super();
    this.plugin = '';
    /** @type {Load<Configuration>} */
    this.configuration = new Load(this, (signal) => partOf(this.plugin, 'configuration', signal));
  }

  follow() {
    return [pluginStateChanged.listen(({ id }) => id === this.plugin && this.configuration.run()), resync.listen(() => this.configuration.run())];
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has('plugin')) {
      this.configuration.forget();
      this.configuration.run();
    }
  }

  render() {
    return this.configuration.render({
      loading: () => html`<div class="panel waiting" aria-busy="true">${bars([60, 40, 50])}</div>`,
      failed: (error) => failure(error, () => this.configuration.run()),
      done: ({ settings, problem }) => html`${problem ? diagnosisNotice(problem, 'warn') : nothing}
        <div class="panel">${settings.length ? this.#table(settings) : empty('Nothing can be set', 'The revision that serves has no settings.')}</div>`,
    });
  }

  /** @param {Setting[]} settings */
  #table(settings) {
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Settings"><table class="table">
      <thead><tr><th scope="col">Setting</th><th scope="col">Type</th><th scope="col">In force</th><th scope="col">Default</th><th scope="col">From</th></tr></thead>
      <tbody>${settings.map((setting) => html`<tr>
        <td><span class="mono">${setting.name}</span>${setting.required ? html` <span class="tag">required</span>` : nothing}<span class="also">${setting.description}</span></td>
        <td class="soft">${setting.type}</td>
        <td class="mono value">${setting.secret && setting.value !== null ? html`<span class="hidden">${icon('shield', 13)}hidden</span>` : textOf(setting.value)}</td>
        <td class="mono value soft">${textOf(setting.default)}</td>
        <td class="mono soft">${setting.origin ?? (setting.value === null ? html`<span class="muted">not set</span>` : 'default')}</td>
      </tr>`)}</tbody>
    </table></div>`;
  }
}

/** @param {unknown} value */
function textOf(value) {
  return value === null || value === undefined ? '–' : typeof value === 'string' ? value : JSON.stringify(value, null, 1);
}

customElements.define('cb-plugin-settings', PluginSettings);
