import { html, nothing } from 'lit';
import { resync } from '../data/events.js';
import { formatInstant } from '../data/format.js';
import { signOut } from '../data/session.js';
import { endSession, openSessions } from '../data/tokens.js';
import { Load } from '../elements/load.js';
import { Page } from '../elements/page.js';
import { bars, failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import '../elements/time.js';
import { announce, toast } from '../elements/toasts.js';
import { statusPill } from '../elements/value.js';
import { settingsStyles } from './settings-styles.js';

/** @typedef {import('../data/tokens.js').OpenSession} OpenSession */

/** The browsers in which the reader is signed in. */
export class OwnSessions extends Page {
  static styles = [shared, stateStyles, settingsStyles];

  constructor() {
    super();
    /** @type {Load<OpenSession[]>} */
    this.sessions = new Load(this, (signal) => openSessions(signal));
  }

  follow() {
    this.sessions.run().then(() => this.dispatchEvent(new CustomEvent('listed')));
    return [resync.listen(() => this.sessions.run())];
  }

  /** @param {OpenSession} session */
  async #end({ mark, here }) {
    if (here) {
      await signOut();
      return;
    }
    try {
      await endSession(mark);
      announce('That browser is signed out');
    } catch (reason) {
      const { message, hint } = /** @type {import('../data/http.js').HttpError} */ (reason);
      toast({ title: message, detail: hint, tone: 'error' });
    }
    await this.sessions.run();
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('h2'))?.focus();
  }

  render() {
    return html`<section class="panel card" aria-labelledby="sessions">
      <div class="card-head"><div class="grow"><h2 id="sessions" tabindex="-1">Where you are signed in</h2><p>End what you do not know.</p></div></div>
      ${this.sessions.render({
        loading: () => html`<div class="waiting" aria-busy="true">${bars([60, 50])}</div>`,
        failed: (error) => failure(error, () => this.sessions.run()),
        done: (sessions) => this.#table(sessions),
      })}
    </section>`;
  }

  /** @param {OpenSession[]} sessions */
  #table(sessions) {
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Sessions"><table class="table">
      <thead><tr><th scope="col">Session</th><th scope="col">Last used</th><th scope="col" class="wide">Ends</th><th scope="col"><span class="unseen">Actions</span></th></tr></thead>
      <tbody>${sessions.map((session) => html`<tr>
        <td>${session.here ? statusPill('ok', 'this browser') : 'another browser'}<span class="also">${session.plugin ? `signed in by ${session.plugin}` : 'signed in by a one-time link'}</span></td>
        <td><cb-time .instant=${session.used}></cb-time></td>
        <td class="wide num">${formatInstant(session.expires)}</td>
        <td class="action"><button class="small" aria-label=${session.here ? 'Sign out here' : 'End this session'} @click=${() => this.#end(session)}>${session.here ? 'Sign out' : 'End'}</button></td>
      </tr>`)}</tbody></table></div>${sessions.length ? nothing : html`<p class="note">You came in by a token or through a proxy, without a session.</p>`}`;
  }
}

customElements.define('cb-own-sessions', OwnSessions);
