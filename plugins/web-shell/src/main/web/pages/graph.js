import { LitElement, css, html, nothing } from 'lit';
import { at } from '../data/base.js';
import { plural } from '../data/format.js';
import { queryOf, questionIn } from '../data/graph.js';
import { parseRef, pathOf } from '../data/ref.js';
import '../elements/graph.js';
import { shared } from '../elements/styles.js';
import { navigate } from '../shell/router.js';

/** @typedef {import('../data/graph.js').Picture} Picture */

/** The neighbourhood of an entity; all that the reader chooses is in the address. */
export class GraphPage extends LitElement {
  static properties = { entityRef: {}, query: { attribute: false }, picture: { state: true } };
  static styles = [
    shared,
    css`
      :host { display: flex; flex-direction: column; min-height: 100%; padding: 20px 28px 24px; }
      .top { display: flex; flex-wrap: wrap; align-items: flex-end; gap: 8px 16px; margin-bottom: 12px; }
      h1 { overflow-wrap: anywhere; }
      p { min-height: 20px; color: var(--p-fg2); }
      cb-graph { flex: 1; --graph-height: max(320px, calc(100dvh - 212px)); }
      @media (max-width: 560px) {
        :host { padding: 16px 12px; }
        .top .grow { flex-basis: 100%; }
        .how { display: none; }
      }
    `,
  ];

  constructor() {
    super();
    this.entityRef = '';
    this.query = new URLSearchParams();
    /** @type {Picture | undefined} */
    this.picture = undefined;
  }

  /** @param {CustomEvent<{ root: string, question: import('../data/graph.js').Question, look: string }>} event */
  #asked(event) {
    event.preventDefault();
    const { root, question, look } = event.detail;
    const query = queryOf(question);
    if (look === 'list') {
      query.set('view', look);
    }
    const { kind, namespace, name } = parseRef(root);
    const path = `/graph/${[kind, namespace, name].map(encodeURIComponent).join('/')}`;
    navigate(query.size ? `${path}?${query}` : path, { replace: root === this.entityRef.toLowerCase() });
  }

  render() {
    const ref = this.entityRef.toLowerCase();
    const picture = this.picture?.root === ref ? this.picture : undefined;
    const question = questionIn(this.query);
    const title = picture?.nodes[0].title ?? parseRef(ref).name;
    return html`<div class="top">
        <div class="grow"><h1>Graph of ${title}</h1>
          <p>${picture ? html`${plural(question.depth, 'step')} out, ${plural(picture.nodes.length, 'entity', 'entities')}.
            <span class="how">A click opens, a double click puts in the middle.</span>` : nothing}</p></div>
        <a class="button" href=${at(pathOf(ref))}>Open<span class="unseen"> ${title}</span></a>
      </div>
      <cb-graph .root=${ref} .question=${question} .look=${this.query.get('view') === 'list' ? 'list' : 'picture'} @asked=${this.#asked}
        @drawn=${(/** @type {CustomEvent<Picture>} */ { detail }) => (this.picture = detail)}></cb-graph>`;
  }
}

customElements.define('cb-graph-page', GraphPage);
