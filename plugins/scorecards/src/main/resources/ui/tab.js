import { LitElement, html, nothing } from 'lit';
import { icon, styles } from '@portal/ui';
import { checkList } from './checks.js';
import { at, standardPath, trail } from './data.js';
import { looks } from './looks.js';
import { badgeOf, bars, effortMark, empty, failure, share, since, staleNote } from './parts.js';
import { tabLooks } from './tab-looks.js';
import { Watch } from './watch.js';

/** @typedef {import('./data.js').Score} Score */
/** @typedef {import('./data.js').StandardScore} StandardScore */
/** @typedef {import('./data.js').TrackScore} TrackScore */

/** @param {import('./data.js').Portal} portal */
export function tabOf(portal) {
  /** All scores of an entity: its levels, what it takes to reach the next, and why each check is as it is. */
  return class ScorecardTab extends LitElement {
    static properties = { entity: { state: true }, isChecking: { state: true } };
    static styles = [styles, looks, tabLooks];

    constructor() {
      super();
      this.entity = '';
      this.isChecking = false;
      this.looked = '';
      /** @type {Watch<Score>} */
      this.score = new Watch(this, portal, () => (this.entity ? `/api/scorecards/entities/${trail(this.entity)}` : undefined));
    }

    /** @param {{ entityRef: string }} ctx */
    set ctx({ entityRef }) {
      if (entityRef !== this.entity) {
        this.score.forget();
        this.entity = entityRef;
        this.looked = '';
      }
    }

    /** A new revision is drawn out of sight until it has something to show. */
    async getUpdateComplete() {
      const isDone = await super.getUpdateComplete();
      await this.score.settled;
      return isDone && super.getUpdateComplete();
    }

    /** Where the address names a check, that is shown. */
    updated() {
      const name = decodeURIComponent(location.hash.slice(1));
      if (name && this.score.value && this.looked !== location.hash) {
        this.looked = location.hash;
        this.reveal(name);
      }
    }

    /** @param {string} check */
    reveal(check) {
      const row = /** @type {HTMLDetailsElement | null} */ (this.renderRoot.querySelector(`details[data-check="${CSS.escape(check)}"]`));
      if (row) {
        row.open = true;
        row.scrollIntoView({ block: 'center' });
        row.querySelector('summary')?.focus({ preventScroll: true });
      }
    }

    async recheck() {
      this.isChecking = true;
      try {
        const answer = await portal.fetch(`/api/scorecards/entities/${trail(this.entity)}/recheck`, { method: 'POST' });
        this.score.take(await answer.text());
      } catch (reason) {
        const { message, hint } = /** @type {any} */ (reason);
        portal.toast({ title: message, detail: hint, tone: 'error' });
      }
      this.isChecking = false;
    }

    render() {
      const { value, fault } = this.score;
      if (!value) {
        return fault ? failure(fault, () => this.score.run()) : waiting();
      }
      return html`${staleNote(fault, () => this.score.run())}
        <div class="top"><h2 class="unseen">Scorecard</h2><span class="grow soft" role="status">${this.told(value)}</span>
          ${value.standards.length ? html`<button ?disabled=${this.isChecking} @click=${() => this.recheck()}><span class=${this.isChecking ? 'row spin' : 'row'}>${icon('refresh-cw', 14)}</span>${this.isChecking ? 'Checking' : 'Check again'}</button>` : nothing}</div>
        ${value.standards.length ? value.standards.map((standard) => this.standard(standard)) : html`<div class="panel">${none()}</div>`}`;
    }

    /** @param {Score} value */
    told({ pending, computed }) {
      return pending ? 'Being computed.' : computed ? html`Computed ${since(computed)}` : nothing;
    }

    /** @param {StandardScore} standard */
    standard({ ref, title, tracks, checks }) {
      return html`<section class="panel standard" aria-label=${title}>
        <h3><a href=${at(standardPath(ref))}>${title}</a></h3>
        <div class="tracks">${tracks.map((track) => this.track(track, checks))}</div>
        ${checkList(tracks, checks)}
      </section>`;
    }

    /** @param {TrackScore} track @param {import('./data.js').Check[]} checks */
    track(track, checks) {
      const { title, levels, next } = track;
      return html`<div class="track">
        <div class="row"><h4 class="grow">${title}</h4>${badgeOf(track)}</div>
        <ol class="levels">${levels.map(({ title: name, reached, passed, of }) => html`<li class=${reached ? 'reached' : ''}>
          <span class="row"><span class="grow cut">${name}</span><span class="num">${reached ? html`<span class="ok">${icon('check', 13)}</span><span class="unseen">reached, </span>` : nothing}${passed} of ${of}</span></span>
          ${share(passed, of)}</li>`)}</ol>
        ${next?.checks.length ? this.next(track, checks) : html`<p class="done soft">${levels.length ? 'The highest level is reached.' : nothing}</p>`}
      </div>`;
    }

    /** @param {TrackScore} track @param {import('./data.js').Check[]} checks */
    next({ next, levels }, checks) {
      const level = levels.find(({ id }) => id === next?.level);
      const missing = (next?.checks ?? []).flatMap((id) => checks.find((check) => check.id === id) ?? []);
      return html`<div class="next"><h5>To reach ${level?.title ?? next?.level}</h5>
        <ol>${missing.map(({ id, title, effort }) => html`<li><a class="inside" href="#${id}" @click=${(/** @type {Event} */ event) => this.follow(event, id)}>${title}</a> ${effortMark(effort)}</li>`)}</ol></div>`;
    }

    /** @param {Event} event @param {string} check */
    follow(event, check) {
      event.preventDefault();
      event.stopPropagation();
      this.looked = `#${encodeURIComponent(check)}`;
      history.replaceState(history.state, '', this.looked);
      this.reveal(check);
    }
  };
}

function waiting() {
  return html`<div aria-busy="true"><div class="top">${bars([18])}</div>
    <div class="panel standard">${bars([24])}<div class="tracks"><div class="track tall">${bars([40, 100, 100, 70])}</div><div class="track tall">${bars([40, 100, 100, 70])}</div></div>
    ${bars([60, 75, 50, 66, 58, 70])}</div></div>`;
}

function none() {
  return empty('No standard applies here yet',
    'A standard says what good looks like: checks, and the levels they add up to. It names the kinds and types of entities it is for.',
    html`<a class="button" href=${at('/scorecards')}>See all standards</a><a class="button" href=${at('/scorecards/new')}>${icon('plus', 15)}Write a standard</a>`);
}
