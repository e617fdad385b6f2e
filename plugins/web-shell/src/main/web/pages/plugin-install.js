import { LitElement, css, html, nothing } from 'lit';
import { deployStepped } from '../data/events.js';
import { formatBytes } from '../data/format.js';
import { install, plan } from '../data/plugins.js';
import { icon } from '../elements/icon.js';
import { bars, failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import { announce } from '../elements/toasts.js';
import { diagnosisNotice, diagnosisStyles } from './plugin-diagnosis.js';
import { isDowngrade, planView, planStyles } from './plugin-plan.js';
import { deploySteps, stepStyles } from './plugin-steps.js';

/** @typedef {import('../data/types.js').Plan} Plan */
/** @typedef {import('../data/types.js').DeployEvent} DeployEvent */
/** @typedef {import('../data/http.js').HttpError} HttpError */

const CONFLICT = 409;

/**
 * Shows what installing each jar would do, and does it where the reader agrees; one after another.
 *
 * @param {File[]} jars
 */
export async function installAll(jars) {
  for (const jar of jars) {
    const dialog = new InstallDialog();
    dialog.jar = jar;
    document.body.append(dialog);
    await dialog.closed;
  }
}

/** A jar's way into the portal: its plan, the reader's consent, its steps, and how it ended. */
export class InstallDialog extends LitElement {
  static properties = { phase: { state: true }, plan: { state: true }, steps: { state: true }, problem: { state: true }, stale: { state: true }, outcome: { state: true } };
  static styles = [
    shared,
    stateStyles,
    diagnosisStyles,
    planStyles,
    stepStyles,
    css`
      dialog {
        width: min(640px, calc(100vw - 48px)); max-height: calc(100vh - 64px); padding: 0; border: 1px solid var(--p-line);
        border-radius: var(--p-radius-l); background: var(--p-surface); color: var(--p-fg); box-shadow: var(--p-shadow); overflow: hidden;
      }
      dialog[open] { display: flex; flex-direction: column; }
      dialog::backdrop { background: var(--p-scrim); }
      .top { padding: 18px 20px 12px; border-bottom: 1px solid var(--p-line); }
      .top p { display: flex; align-items: baseline; gap: 8px; color: var(--p-fg3); }
      h2 { overflow-wrap: anywhere; }
      .body { padding: 16px 20px; overflow-y: auto; scrollbar-width: thin; outline: none; }
      .buttons { display: flex; justify-content: flex-end; gap: 8px; padding: 12px 20px; border-top: 1px solid var(--p-line); }
      .good { display: flex; gap: 10px; align-items: flex-start; padding: 12px 14px; border-radius: var(--p-radius-l); background: var(--p-ok-tint); }
      .good > span { color: var(--p-ok); padding-top: 2px; }
      .stale { display: flex; gap: 10px; margin-bottom: 14px; padding: 12px 14px; border-radius: var(--p-radius-l); background: var(--p-warn-tint); }
    `,
  ];

  /** @type {() => void} */
  #resolve = () => {};
  /** @type {(() => void)[]} */
  #stops = [];
  #downgrade = false;

  constructor() {
    super();
    this.jar = new File([], '');
    /** @type {'planning' | 'plan' | 'installing' | 'done' | 'failed'} */
    this.phase = 'planning';
    /** @type {Plan | undefined} */
    this.plan = undefined;
    /** @type {DeployEvent[]} */
    this.steps = [];
    /** @type {{ message: string, hint?: string } | undefined} */
    this.problem = undefined;
    /** Why the plan that was agreed to did not hold. */
    this.stale = '';
    this.outcome = '';
    /** @type {Promise<void>} */
    this.closed = new Promise((resolve) => (this.#resolve = resolve));
  }

  connectedCallback() {
    super.connectedCallback();
    this.#stops = [deployStepped.listen((event) => this.#stepped(event))];
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stops.forEach((stop) => stop());
  }

  firstUpdated() {
    this.#dialog.showModal();
    this.#ask();
  }

  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.renderRoot.querySelector('dialog'));
  }

  async #ask() {
    this.phase = 'planning';
    this.problem = undefined;
    try {
      this.plan = await plan(this.jar, { downgrade: this.#downgrade });
      this.phase = 'plan';
      announce(this.#title);
    } catch (reason) {
      this.problem = /** @type {HttpError} */ (reason);
      this.phase = 'failed';
    }
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('.primary'))?.focus();
  }

  /** @param {DeployEvent} event */
  #stepped(event) {
    if (event.id !== this.plan?.id || event.version !== this.plan.to || this.phase === 'plan' || this.phase === 'planning') {
      return;
    }
    this.steps = [...this.steps, event];
    if (event.step === 'WENT_BACK' && event.diagnosis) {
      this.problem = { message: `${event.diagnosis.summary} ${event.diagnosis.cause} ${this.plan.from} serves again.`, hint: event.diagnosis.fix };
      this.phase = 'failed';
    }
  }

  async #install() {
    const agreed = /** @type {Plan} */ (this.plan);
    this.phase = 'installing';
    this.stale = '';
    this.steps = [];
    announce(`Installing ${agreed.id} ${agreed.to}`);
    try {
      const { plugin, isNew } = await install(this.jar, { plan: agreed.token, downgrade: this.#downgrade });
      this.outcome = isNew ? `${plugin.title} ${plugin.version} is installed and serves.` : `${plugin.title} ${plugin.version} serves in place of ${agreed.from}.`;
      this.phase = 'done';
      announce(this.outcome);
    } catch (reason) {
      await this.#failed(/** @type {HttpError} */ (reason));
    }
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('.buttons .primary, .buttons button'))?.focus();
  }

  /** What would happen now is shown, and why that is another thing than was agreed to. @param {HttpError} reason */
  async #failed(reason) {
    if (reason.status === CONFLICT) {
      this.stale = reason.message;
      await this.#ask();
      return;
    }
    this.problem = reason;
    this.phase = 'failed';
  }

  #allow() {
    this.#downgrade = true;
    this.#ask();
  }

  /** @param {Event} event */
  #cancelled(event) {
    if (this.phase === 'installing') {
      event.preventDefault();
    }
  }

  #close() {
    this.#dialog.close();
  }

  #left() {
    this.#resolve();
    this.remove();
  }

  get #title() {
    const { action, id, from, to } = this.plan ?? { action: '', id: '', from: null, to: null };
    switch (action) {
      case 'install':
        return `Install ${id} ${to}?`;
      case 'replace':
        return from === to ? `Install ${id} ${to} anew?` : `Replace ${id} ${from} by ${to}?`;
      case 'refuse':
        return `${id || this.jar.name} can't be installed`;
      default:
        return this.problem ? `${this.jar.name} can't be installed` : 'What would this do?';
    }
  }

  render() {
    return html`<dialog aria-labelledby="title" @cancel=${this.#cancelled} @close=${this.#left}>
      <div class="top"><h2 id="title">${this.#heading()}</h2><p><span class="mono cut">${this.jar.name}</span><span class="num">${formatBytes(this.jar.size)}</span></p></div>
      <div class="body" tabindex="0" role="region" aria-label="Plan">${this.#body()}</div>
      <div class="buttons">${this.#buttons()}</div>
    </dialog>`;
  }

  #heading() {
    const name = `${this.plan?.id} ${this.plan?.to}`;
    return this.phase === 'installing' ? `Installing ${name}` : this.phase === 'done' ? `${name} serves` : this.phase === 'failed' && this.steps.length ? `${name} does not serve` : this.#title;
  }

  #body() {
    const from = this.plan?.from ?? null;
    switch (this.phase) {
      case 'planning':
        return html`<div aria-busy="true">${bars([50, 70, 40])}</div>`;
      case 'plan':
        return html`${this.stale ? html`<div class="stale" role="alert"><span class="warn">${icon('triangle-alert')}</span><div><strong>Nothing was installed: look again.</strong> ${this.stale} This is what would happen now:</div></div>` : nothing}
          ${planView(/** @type {Plan} */ (this.plan))}`;
      case 'installing':
        return deploySteps(this.steps, from);
      case 'done':
        return html`<div class="good"><span class="row">${icon('circle-check', 18)}</span><div><strong>${this.outcome}</strong>
          ${from ? html`<p>It is on probation now: if it fails, ${from} comes back by itself.</p>` : nothing}</div></div>${deploySteps(this.steps, from)}`;
      default:
        return html`${this.steps.length && this.problem ? diagnosisNotice({ fix: this.problem.hint ?? '', summary: this.problem.message, cause: from ? `${from} goes on serving; nobody noticed anything.` : '' }, 'error') : this.problem ? failure(this.problem) : nothing}
          ${this.steps.length ? deploySteps(this.steps, from, true) : nothing}`;
    }
  }

  #buttons() {
    const close = (/** @type {string} */ label) => html`<button class=${this.phase === 'done' ? 'primary' : ''} @click=${this.#close}>${label}</button>`;
    switch (this.phase) {
      case 'plan':
        return html`${close(this.plan?.action === 'refuse' ? 'Close' : 'Cancel')}
          ${isDowngrade(this.plan) && !this.#downgrade ? html`<button class="danger" @click=${this.#allow}>Allow an earlier version</button>` : nothing}
          ${this.plan?.action === 'refuse' ? nothing : html`<button class="primary" @click=${this.#install}>${this.plan?.action === 'install' ? 'Install' : 'Replace'}</button>`}`;
      case 'installing':
        return html`<button disabled><span class="spin row">${icon('loader-circle', 15)}</span>Installing…</button>`;
      default:
        return close(this.phase === 'planning' ? 'Cancel' : 'Close');
    }
  }
}

customElements.define('cb-install-dialog', InstallDialog);
