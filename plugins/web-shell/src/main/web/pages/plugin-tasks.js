import { css, html, nothing } from 'lit';
import { at } from '../data/base.js';
import { pluginChanged, resync, taskRan } from '../data/events.js';
import { formatLength } from '../data/format.js';
import { plugins } from '../data/plugins.js';
import { allTasks, steerTask, tasksOf } from '../data/tasks.js';
import { coalesced } from '../data/topic.js';
import { icon } from '../elements/icon.js';
import { Load } from '../elements/load.js';
import { Page } from '../elements/page.js';
import { bars, empty, failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import '../elements/time.js';
import { announce, toast } from '../elements/toasts.js';
import { statusPill } from '../elements/value.js';

/** @typedef {import('../data/tasks.js').Task} Task */

/** @type {Record<string, import('../data/types.js').Status>} */
const STATES = { WAITING: 'ok', QUEUED: 'info', RUNNING: 'running', PAUSED: 'unknown', STUCK: 'error', FAILED: 'error' };
/** @type {Record<string, import('../data/types.js').Status>} */
const OUTCOMES = { DONE: 'ok', FAILED: 'error', TOO_LONG: 'error', CANCELLED: 'unknown', LOST: 'warn' };
/** @type {Record<string, string>} */
const SAID = { run: 'It runs', pause: 'It waits until it is resumed', resume: 'It runs by its schedule again' };

/** What a plugin does at certain times, or all of them do, and how it went. */
export class PluginTasks extends Page {
  static properties = { plugin: {}, mayRun: { type: Boolean } };
  static styles = [
    shared,
    stateStyles,
    css`
      :host { display: block; }
      .table td { overflow-wrap: anywhere; }
      .table :is(.whose, .when) { white-space: nowrap; overflow-wrap: normal; }
      .whose a { color: var(--p-accent); }
      .also { display: block; max-width: 60ch; color: var(--p-fg2); font-size: 12px; line-height: 18px; }
      .acts { display: flex; justify-content: flex-end; gap: 6px; }
      .waiting { padding: 16px; min-height: 160px; }
    `,
  ];

  constructor() {
    super();
    /** Nothing for all plugins; whose tasks the reader may run is asked for then. */
    this.plugin = '';
    this.mayRun = false;
    /** @type {Set<string>} */
    this.runnable = new Set();
    /** @type {Load<Task[]>} */
    this.tasks = new Load(this, (signal) => (this.plugin ? tasksOf(this.plugin, signal) : this.#all(signal)));
  }

  /** @param {AbortSignal} signal */
  async #all(signal) {
    const [tasks, installed] = await Promise.all([allTasks(signal), plugins(signal).catch(() => [])]);
    this.runnable = new Set(installed.flatMap(({ id, may }) => (may?.includes('run') ? [id] : [])));
    return tasks;
  }

  follow() {
    const again = coalesced(() => this.tasks.run(), 30);
    return [taskRan.listen(({ plugin }) => (!this.plugin || plugin === this.plugin) && again()), pluginChanged.listen(() => this.plugin || again()), resync.listen(again)];
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has('plugin')) {
      this.tasks.forget();
      this.tasks.run();
    }
  }

  /**
   * @param {Task} task
   * @param {'run' | 'pause' | 'resume'} act
   */
  async #steer(task, act) {
    try {
      await steerTask(task, act);
      announce(`${task.title}: ${SAID[act]}`);
    } catch (reason) {
      const { message, hint } = /** @type {import('../data/http.js').HttpError} */ (reason);
      toast({ title: message, detail: hint, tone: 'error' });
    }
    this.tasks.run();
  }

  render() {
    return this.tasks.render({
      loading: () => html`<div class="panel waiting" aria-busy="true">${bars([50, 40])}</div>`,
      failed: (error) => failure(error, () => this.tasks.run()),
      done: (tasks) => html`<div class="panel">${tasks.length ? this.#table(tasks) : empty('No tasks at present', this.plugin ? 'What it does at certain times stands here while it serves.' : 'What plugins do at certain times stands here while they serve.')}</div>`,
    });
  }

  /** @param {Task[]} tasks */
  #table(tasks) {
    const isAny = tasks.some((task) => this.#mayRun(task));
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Tasks"><table class="table">
      <thead><tr>${this.plugin ? nothing : html`<th scope="col">Plugin</th>`}<th scope="col">Task</th><th scope="col">When</th><th scope="col">State</th><th scope="col">Last run</th><th scope="col">Next run</th>
        ${isAny ? html`<th scope="col"><span class="unseen">Actions</span></th>` : nothing}</tr></thead>
      <tbody>${tasks.map((task) => this.#row(task, isAny))}</tbody>
    </table></div>`;
  }

  /** @param {Task} task */
  #mayRun({ plugin }) {
    return this.mayRun || this.runnable.has(plugin);
  }

  /** @param {Task} task @param {boolean} hasActions */
  #row(task, hasActions) {
    const { plugin, id, title, schedule, state, message, last, next } = task;
    return html`<tr>
      ${this.plugin ? nothing : html`<td class="whose"><a href=${at(`/plugins/${plugin}/tasks`)}>${plugin}</a></td>`}
      <td>${title}<span class="also mono">${id}</span></td>
      <td class="soft when">${schedule}</td>
      <td>${statusPill(STATES[state] ?? 'unknown', state.toLowerCase())}${message ? html`<span class="also">${message}</span>` : nothing}</td>
      <td>${last ? html`${statusPill(OUTCOMES[last.outcome] ?? 'unknown', last.outcome.toLowerCase().replace('_', ' '))} <cb-time .instant=${last.started}></cb-time>, ${formatLength(last.millis)}
        ${last.message ? html`<span class="also">${last.message}</span>` : nothing}` : html`<span class="muted">not yet</span>`}</td>
      <td class="soft">${next ? html`<cb-time .instant=${next}></cb-time>` : '–'}</td>
      ${hasActions ? html`<td>${this.#mayRun(task) ? this.#acts(task) : nothing}</td>` : nothing}
    </tr>`;
  }

  /** @param {Task} task */
  #acts(task) {
    const { title, state } = task;
    return html`<div class="acts">
        <button class="small" aria-label="Run ${title} now" ?disabled=${state === 'RUNNING'} @click=${() => this.#steer(task, 'run')}>${icon('play', 13)}Run now</button>
        ${state === 'PAUSED'
          ? html`<button class="small" aria-label="Resume ${title}" @click=${() => this.#steer(task, 'resume')}>Resume</button>`
          : html`<button class="small" aria-label="Pause ${title}" @click=${() => this.#steer(task, 'pause')}>${icon('pause', 13)}Pause</button>`}
      </div>`;
  }
}

customElements.define('cb-plugin-tasks', PluginTasks);
