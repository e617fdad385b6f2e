import { css, html } from 'lit';
import { resync, taskRan } from '../data/events.js';
import { portalHealth } from '../data/portal.js';
import { coalesced } from '../data/topic.js';
import { Load } from '../elements/load.js';
import { Page } from '../elements/page.js';
import { bars, failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import { diagnosisStyles } from './plugin-diagnosis.js';
import './plugin-tasks.js';
import { databasePanel, figures, indexPanel, notices, partStyles, placesPanel, processPanel, sourcesPanel } from './portal-parts.js';
import './portal-settings.js';

/** @typedef {import('../data/portal.js').PortalHealth} PortalHealth */

const PAUSE = 5_000;

/** How the portal itself does: what it runs on, what it has left, what it does at certain times, and which settings are in force. */
export class PortalPage extends Page {
  static styles = [
    shared,
    stateStyles,
    diagnosisStyles,
    partStyles,
    css`
      :host { display: block; }
      .parts { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 16px; align-items: start; }
      .stack { display: grid; gap: 16px; }
      .page > h2 { margin: 28px 0 10px; }
      .waiting { min-height: 480px; padding: 20px 16px; }
      @media (max-width: 1000px) { .parts { grid-template-columns: minmax(0, 1fr); } }
    `,
  ];

  constructor() {
    super();
    /** @type {Load<PortalHealth>} */
    this.health = new Load(this, portalHealth);
  }

  follow() {
    this.health.run();
    const timer = window.setInterval(() => document.hidden || this.health.run(), PAUSE);
    const again = coalesced(() => this.health.run());
    return [taskRan.listen(again), resync.listen(again), () => clearInterval(timer)];
  }

  render() {
    return html`<div class="page">
      <div class="page-head"><div class="grow"><h1>Portal</h1><p>How the portal itself does, and which of its settings are in force.</p></div></div>
      ${this.health.render({
        loading: () => html`<div class="panel waiting" aria-busy="true">${bars([35, 60, 50, 70, 45, 64, 52, 40])}</div>`,
        failed: (error) => failure(error, () => this.health.run()),
        done: (health) => this.#parts(health),
      })}
    </div>`;
  }

  /** @param {PortalHealth} health */
  #parts(health) {
    return html`${notices(health)}${figures(health)}
      <div class="parts">
        <div class="stack">${processPanel(health.process)}${databasePanel(health.database)}</div>
        <div class="stack">${indexPanel(health.index)}${sourcesPanel(health.sources)}</div>
      </div>
      <h2>Limits</h2>${placesPanel(health.places)}
      <h2>Tasks</h2><cb-plugin-tasks></cb-plugin-tasks>
      <h2>Configuration in force</h2><cb-portal-settings .settings=${health.configuration}></cb-portal-settings>`;
  }
}

customElements.define('cb-portal-page', PortalPage);
