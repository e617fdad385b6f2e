import { css, html, nothing } from 'lit';
import { at } from '../data/base.js';
import { homeCards } from '../data/cards.js';
import { countedKinds } from '../data/catalog.js';
import { entitiesChanged, resync } from '../data/events.js';
import { formatNumber } from '../data/format.js';
import { forgetMine, mine, mineChanged, resetCards } from '../data/mine.js';
import { coalesced } from '../data/topic.js';
import { icon, kindIcon } from '../elements/icon.js';
import { Load } from '../elements/load.js';
import { Page } from '../elements/page.js';
import { empty, failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import { announce, toast } from '../elements/toasts.js';
import './cards.js';
import './register-link.js';
import './team-switch.js';

const HOME = homeCards();
/** The plugin whose cards show what is the reader's. */
const OWN = 'web-shell';

/** Where one starts: what is one's own first, and the ways to all else. The cards stand as the reader puts them. */
export class HomePage extends Page {
  static properties = { caller: { attribute: false }, arranging: { state: true } };
  static styles = [
    shared,
    stateStyles,
    css`
      :host { display: block; }
      .page-head { flex-wrap: wrap; gap: 10px 16px; align-items: center; margin-bottom: 14px; }
      .page-head h1 { overflow-wrap: anywhere; }
      .page-head .grow { flex-basis: 200px; }
      .tools { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; min-width: 0; }
      .kinds { display: flex; flex-wrap: wrap; gap: 6px; min-height: 30px; margin-bottom: 18px; }
      .kind { display: inline-flex; align-items: center; gap: 7px; height: 30px; padding: 0 10px; border-radius: 15px; color: var(--p-fg2); }
      .kind:hover { border-color: var(--p-line-control); background: var(--p-hover); text-decoration: none; }
      .kind svg { color: var(--p-accent); }
      .kind strong { color: var(--p-fg); font-weight: 600; }
      .kinds .wait { width: 112px; height: 30px; border-radius: 15px; }
      .arranging { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; margin-bottom: var(--p-gap); padding: 10px 14px; }
      .arranging p { flex: 1 1 260px; color: var(--p-fg2); }
    `,
  ];

  constructor() {
    super();
    /** @type {import('../data/session.js').Caller | undefined} */
    this.caller = undefined;
    /** @type {import('./arranging.js').Arranging | undefined} */
    this.arranging = undefined;
    /** @type {Load<import('../data/types.js').FacetValue[]>} */
    this.kinds = new Load(this, countedKinds);
    /** @type {Load<import('../data/mine.js').Mine>} */
    this.mine = new Load(this, mine);
  }

  follow() {
    this.kinds.run();
    this.mine.run();
    const changed = coalesced(() => {
      this.kinds.run();
      this.#again();
    }, 300);
    return [
      entitiesChanged.listen(changed),
      resync.listen(() => {
        forgetMine();
        changed();
      }),
      mineChanged.listen((part) => (part === 'cards' ? this.#cards?.again() : this.#again())),
    ];
  }

  /** Reads again what is the reader's. */
  #again() {
    this.mine.run();
    this.#cards?.again(OWN);
  }

  /** @returns {import('./cards.js').Cards | null} */
  get #cards() {
    return this.renderRoot.querySelector('cb-cards');
  }

  async #arrange() {
    const cards = this.#cards;
    if (this.arranging || !cards) {
      this.arranging = undefined;
      announce('Your cards stand as you have put them');
      return;
    }
    const { Arranging } = await import('./arranging.js');
    this.arranging = new Arranging(cards);
  }

  async #reset() {
    try {
      await resetCards();
      this.#cards?.again();
      announce('The cards stand as they usually do');
    } catch (reason) {
      const { message, hint } = /** @type {import('../data/http.js').HttpError} */ (reason);
      toast({ title: message, detail: hint, tone: 'error' });
    }
  }

  render() {
    return html`<div class="page">
      <div class="page-head">
        <div class="grow"><h1>${greeting()}, ${this.caller?.displayName}</h1></div>
        <div class="tools">
          <cb-team-switch .mine=${this.mine.value}></cb-team-switch>
          <cb-register-link></cb-register-link>
          <button @click=${this.#arrange}>${icon('sliders-horizontal', 14)}${this.arranging ? 'Done' : 'Arrange'}</button>
        </div>
      </div>
      ${this.#kinds()} ${this.arranging ? this.#arranging() : nothing}
      <cb-cards ?hidden=${!this.kinds.value && !this.kinds.error} .place=${HOME} .arranging=${this.arranging}></cb-cards>
    </div>`;
  }

  #arranging() {
    return html`<div class="panel arranging">
      <p>Drag a card onto another one’s place, or move it with the arrow keys. It is kept for you in every browser.</p>
      <button class="small" @click=${this.#reset}>Reset</button>
    </div>`;
  }

  #kinds() {
    return this.kinds.render({
      loading: () => html`<div class="kinds" aria-busy="true">${[1, 2, 3, 4, 5, 6].map(() => html`<svg class="skeleton wait"></svg>`)}</div>`,
      failed: (error) => html`<div class="kinds">${failure(error, () => this.kinds.run())}</div>`,
      done: (kinds) =>
        kinds.length
          ? html`<nav class="kinds" aria-label="Entities by kind">${kinds.map(
              ({ value, count }) => html`<a class="panel kind" href=${at(`/catalog?kind=${encodeURIComponent(value.toLowerCase())}`)}>
                ${kindIcon(value, 15)}<span>${value}</span><strong class="num">${formatNumber(count)}</strong>
              </a>`,
            )}</nav>`
          : empty('The catalog is empty', 'Name a location in callboard.yaml, or register one; its entities show up here.'),
    });
  }
}

function greeting() {
  const hour = new Date().getHours();
  if (hour < 5 || hour >= 18) {
    return 'Good evening';
  }
  return hour < 12 ? 'Good morning' : 'Good afternoon';
}

customElements.define('cb-home-page', HomePage);
