import { css, html, nothing } from 'lit';
import { entitiesChanged, resync } from '../data/events.js';
import { plural } from '../data/format.js';
import { neighbourhood, questionIn } from '../data/graph.js';
import { ownPath } from '../data/base.js';
import { pathOf } from '../data/ref.js';
import { coalesced } from '../data/topic.js';
import { navigate } from '../shell/router.js';
import './graph-canvas.js';
import { filters } from './graph-filters.js';
import { list } from './graph-list.js';
import { kindColours } from './graph-styles.js';
import { kindIcon } from './icon.js';
import { Load } from './load.js';
import { Page } from './page.js';
import { empty, failure } from './states.js';
import { stateStyles } from './state-styles.js';
import { shared } from './styles.js';
import { announce } from './toasts.js';

/** @typedef {import('../data/graph.js').Picture} Picture */
/** @typedef {import('../data/graph.js').Question} Question */
/** @typedef {'picture' | 'list'} Look */

/**
 * The entities around one, as a picture or as a list, narrowed as the reader likes. Fires `asked` with another root, question
 * or look, and `drawn` with the picture; who prevents the default of `asked` sets those properties then.
 */
export class Graph extends Page {
  static properties = { root: {}, question: { attribute: false }, look: {} };
  static styles = [
    shared,
    stateStyles,
    kindColours,
    css`
      :host { display: flex; flex-direction: column; gap: 10px; min-width: 0; }
      .bar { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; }
      .legend { display: flex; flex: 1; flex-wrap: wrap; gap: 4px 14px; min-width: 160px; color: var(--p-fg2); font-size: 12px; }
      .legend li { display: inline-flex; align-items: center; gap: 5px; }
      .legend svg, .entity > svg { color: var(--mark); }
      select {
        height: 30px; padding: 0 8px; border: 1px solid var(--p-line-control); border-radius: var(--p-radius); background: var(--p-surface);
        color: var(--p-fg); font: 500 13px/20px var(--p-font);
      }
      .choices { position: relative; }
      summary { list-style: none; }
      summary::-webkit-details-marker { display: none; }
      fieldset {
        position: absolute; z-index: 5; top: 34px; right: 0; width: max-content; max-width: min(320px, 80vw); max-height: 320px; margin: 0; padding: 6px;
        overflow-y: auto; border: 1px solid var(--p-line); border-radius: var(--p-radius); background: var(--p-surface); box-shadow: var(--p-shadow);
      }
      fieldset label { display: flex; align-items: center; gap: 8px; min-height: 28px; padding: 0 8px; border-radius: var(--p-radius-s); }
      fieldset label:hover { background: var(--p-hover); }
      fieldset p { padding: 4px 8px; }
      .looks { display: inline-flex; }
      .looks button:first-child { border-radius: var(--p-radius) 0 0 var(--p-radius); }
      .looks button:last-child { border-left: 0; border-radius: 0 var(--p-radius) var(--p-radius) 0; }
      .looks [aria-pressed='true'] { background: var(--p-selected); }
      .stage { height: var(--graph-height, max(360px, 62vh)); }
      cb-graph-canvas { height: 100%; }
      .waiting { height: 100%; border-radius: var(--p-radius-l); }
      .note { color: var(--p-fg2); }
      .table { width: 100%; }
      .table td { padding: 8px 12px; vertical-align: top; }
      .table th { padding: 8px 12px; }
      .entity { display: flex; gap: 9px; min-width: 0; }
      .names { display: grid; min-width: 0; overflow-wrap: anywhere; }
      .names a { font-weight: 500; }
      .table .num { white-space: nowrap; color: var(--p-fg2); }
      .act { text-align: right; }
      @media (max-width: 900px) { .wide { display: none; } }
      @media (max-width: 560px) {
        .table :is(th, td):nth-child(2) { display: none; }
        .legend { flex-basis: 100%; }
        .names { min-width: 96px; overflow-wrap: break-word; }
        .table :is(th, td) { padding: 8px; }
        .choices { position: static; }
        .bar { position: relative; }
        fieldset { top: auto; right: auto; left: 0; }
      }
    `,
  ];

  constructor() {
    super();
    /** The reference of the entity in the middle. */
    this.root = '';
    /** @type {Question} */
    this.question = questionIn(new URLSearchParams());
    /** @type {Look} */
    this.look = 'picture';
    /** @type {Load<Picture>} */
    this.picture = new Load(this, (signal) => this.#read(signal));
  }

  follow() {
    const again = coalesced(() => this.picture.run());
    return [
      resync.listen(again),
      entitiesChanged.listen(({ refs, total }) => {
        const shown = new Set(this.picture.value?.nodes.map(({ ref }) => ref));
        if (total > refs.length || refs.some((ref) => shown.has(ref))) {
          again();
        }
      }),
    ];
  }

  /** What is the same is not drawn anew. @param {AbortSignal} signal */
  async #read(signal) {
    const before = this.picture.value;
    const now = await neighbourhood(this.root, this.question, signal);
    return before && JSON.stringify(before) === JSON.stringify(now) ? before : now;
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has('root')) {
      this.picture.error = undefined;
    }
    if (this.root && (changed.has('root') || (changed.has('question') && JSON.stringify(changed.get('question')) !== JSON.stringify(this.question)))) {
      this.picture.run();
    }
  }

  updated() {
    this.dispatchEvent(new CustomEvent('drawn', { detail: this.picture.value }));
  }

  /** @param {{ root?: string, question?: Partial<Question>, look?: Look }} change */
  #ask({ root = this.root, question = {}, look = this.look }) {
    const detail = { root, question: { ...this.question, ...question }, look };
    if (this.dispatchEvent(new CustomEvent('asked', { detail, cancelable: true }))) {
      Object.assign(this, detail);
    }
  }

  /** @param {string} ref */
  #reroot(ref) {
    const node = this.picture.value?.nodes.find((one) => one.ref === ref);
    if (node?.title !== undefined && ref !== this.root) {
      announce(`${node.title} is in the middle`);
      this.#ask({ root: ref });
    }
  }

  render() {
    const { value: picture, error } = this.picture;
    return this.picture.render({
      loading: () => html`<div class="stage" aria-busy="true"><svg class="skeleton waiting" width="100%" height="100%" aria-hidden="true"></svg></div>`,
      failed: (reason) => html`${this.#bar()}${failure(reason, () => this.picture.run())}`,
      done: (found) => html`${this.#bar(picture)}${error ? failure(error, () => this.picture.run()) : nothing}${this.#drawn(found)}`,
    });
  }

  /** @param {Picture} [picture] */
  #bar(picture) {
    return html`<div class="bar">
      ${picture ? legend(picture) : html`<span class="legend"></span>`}
      ${filters(this.question, picture, (question) => this.#ask({ question }))}
      <div class="looks" role="group" aria-label="Shown as">${this.#lookButton('picture', 'Picture')}${this.#lookButton('list', 'List')}</div>
    </div>`;
  }

  /** @param {Look} look @param {string} label */
  #lookButton(look, label) {
    return html`<button aria-pressed=${this.look === look} @click=${() => this.#ask({ look })}>${label}</button>`;
  }

  /** @param {Picture} picture */
  #drawn(picture) {
    const { nodes, leftOut, edgesLeftOut } = picture;
    return html`${leftOut || edgesLeftOut ? html`<p class="note">${leftOutNote(leftOut, edgesLeftOut)}</p>` : nothing}
      ${nodes.length === 1 ? this.#alone() : nothing}
      ${nodes.length === 1 ? nothing : this.look === 'list' ? list(picture, (ref) => this.#reroot(ref)) : html`<div class="stage"><cb-graph-canvas .picture=${picture}
        @open=${(/** @type {CustomEvent<string>} */ { detail }) => navigate(ownPath(pathOf(detail)) ?? pathOf(detail))}
        @reroot=${(/** @type {CustomEvent<string>} */ { detail }) => this.#reroot(detail)}></cb-graph-canvas></div>`}`;
  }

  #alone() {
    const { kinds, relations, direction } = this.question;
    const isNarrow = kinds.length > 0 || relations.length > 0 || direction !== 'both';
    return html`<div class="panel">${isNarrow
      ? empty('Nothing around it is asked for', 'Choose other kinds, relations or directions.',
        html`<button @click=${() => this.#ask({ question: { kinds: [], relations: [], direction: 'both' } })}>Show everything</button>`)
      : empty('It stands alone', 'Name an owner, a system or what it depends on in its descriptor.')}</div>`;
  }
}

/** @param {number} entities @param {number} relations */
function leftOutNote(entities, relations) {
  const parts = [entities ? plural(entities, 'more entity', 'more entities') : '', relations ? plural(relations, 'more relation') : ''];
  return `Too much for one picture: ${parts.filter(Boolean).join(' and ')} left out. Choose kinds or relations to see others.`;
}

/** @param {Picture} picture */
function legend({ nodes }) {
  const kinds = [...new Set(nodes.map(({ kind }) => kind))].sort();
  return html`<ul class="legend" aria-label="Kinds on the picture">${kinds.map((kind) => html`<li class="kind ${kind}">${kindIcon(kind, 14)}${kind}</li>`)}</ul>`;
}

customElements.define('cb-graph', Graph);
