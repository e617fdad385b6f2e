import { LitElement, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { nodeTowards } from '../data/graph.js';
import { arrow, box, definitions, label, peek } from './graph-parts.js';
import { Pointers } from './graph-pointers.js';
import { fitted, revealing, zoomed } from './graph-sight.js';
import { canvasStyles, kindColours } from './graph-styles.js';
import { icon } from './icon.js';
import { shared } from './styles.js';

/** @typedef {import('../data/graph.js').Picture} Picture */
/** @typedef {import('../data/graph.js').Node} Node */

/** How long a click waits for a second one, in milliseconds. */
const DOUBLE = 260;
const STEP = 60;

/**
 * A picture of entities and their relations, to be moved, made larger, and walked through. Fires `open` and `reroot` with the
 * reference of an entity.
 */
export class GraphCanvas extends LitElement {
  static properties = { picture: { attribute: false }, sight: { state: true }, active: { state: true }, stop: { state: true } };
  static styles = [shared, kindColours, canvasStyles];

  #click = 0;
  #hasMoved = false;
  #room = { width: 1, height: 1 };
  #watch = new ResizeObserver(([{ contentRect }]) => this.#resized(contentRect));
  #pointers = new Pointers(this, { move: (x, y) => this.#move(x, y), zoom: (factor, at) => this.#zoom(factor, at) });

  constructor() {
    super();
    /** @type {Picture | undefined} */
    this.picture = undefined;
    /** @type {import('./graph-sight.js').Sight} */
    this.sight = { x: 0, y: 0, k: 1 };
    /** What the pointer or the focus is on. */
    this.active = '';
    /** The one that the Tab key comes to. */
    this.stop = '';
    this.acts = {
      clicked: (/** @type {MouseEvent} */ event, /** @type {Node} */ node) => this.#clicked(event, node),
      twice: (/** @type {Node} */ { ref }) => this.#tell('reroot', ref),
      focused: (/** @type {Node} */ node) => this.#focused(node),
      active: (/** @type {string} */ ref) => (this.active = ref),
    };
  }

  connectedCallback() {
    super.connectedCallback();
    this.#watch.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#watch.disconnect();
    clearTimeout(this.#click);
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has('picture') && this.picture) {
      this.#redrawn(changed.get('picture'), this.picture);
    }
  }

  /** What the reader looks at stays where it is. @param {Picture | undefined} before @param {Picture} now */
  #redrawn(before, now) {
    const isFocusLost = this.active === this.stop && !find(now, this.stop);
    if (!find(now, this.stop) || before?.root !== now.root) {
      this.stop = now.root;
    }
    if (isFocusLost && before) {
      this.#focus(now.root);
    }
    const old = find(before, this.stop) ?? find(before, now.root);
    const fresh = old && find(now, old.ref);
    if (before?.root !== now.root || !this.#hasMoved || !fresh) {
      this.#hasMoved = false;
      this.fit();
      return;
    }
    const { x, y, k } = this.sight;
    this.sight = { x: x + (old.x - fresh.x) * k, y: y + (old.y - fresh.y) * k, k };
  }

  /** @param {{ width: number, height: number }} room */
  #resized({ width, height }) {
    this.#room = { width, height };
    if (!this.#hasMoved) {
      this.fit();
    }
  }

  /** @param {boolean} [isWhole] */
  fit(isWhole = false) {
    const root = this.picture?.nodes[0];
    if (this.picture && root) {
      const { boxWidth, boxHeight } = this.picture;
      this.sight = fitted(this.#room, this.picture, { x: root.x + boxWidth / 2, y: root.y + boxHeight / 2 }, isWhole);
    }
  }

  /** @param {number} factor @param {{ x: number, y: number }} [at] */
  #zoom(factor, at = { x: this.#room.width / 2, y: this.#room.height / 2 }) {
    this.#hasMoved = true;
    this.sight = zoomed(this.sight, factor, at);
  }

  /** @param {number} x @param {number} y */
  #move(x, y) {
    this.#hasMoved = true;
    this.sight = { ...this.sight, x: this.sight.x + x, y: this.sight.y + y };
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const act = this.#act(event.key, event.shiftKey);
    if (act && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      act();
    }
  }

  /** @param {string} key @param {boolean} shift @returns {(() => void) | undefined} */
  #act(key, shift) {
    if (key.startsWith('Arrow')) {
      const step = key === 'ArrowLeft' || key === 'ArrowUp' ? STEP : -STEP;
      const isAcross = key === 'ArrowLeft' || key === 'ArrowRight';
      return shift ? () => this.#move(isAcross ? step : 0, isAcross ? 0 : step) : () => this.#walk(key);
    }
    /** @type {Record<string, () => void>} */
    const acts = {
      '+': () => this.#zoom(1.25),
      '=': () => this.#zoom(1.25),
      '-': () => this.#zoom(0.8),
      0: () => this.fit(true),
      Home: () => this.#focus(this.picture?.root),
      r: () => this.#tell('reroot', this.stop),
      R: () => this.#tell('reroot', this.stop),
    };
    return acts[key];
  }

  /** @param {string} key */
  #walk(key) {
    const nodes = this.picture?.nodes ?? [];
    const here = find(this.picture, this.stop) ?? nodes[0];
    this.#focus(here && nodeTowards(nodes, here, key)?.ref);
  }

  /** @param {string | undefined} ref */
  async #focus(ref) {
    if (ref) {
      this.stop = ref;
      await this.updateComplete;
      /** @type {SVGAElement | null} */ (this.renderRoot.querySelector('.node[tabindex="0"]'))?.focus({ preventScroll: true });
    }
  }

  /** @param {'open' | 'reroot'} what @param {string} ref */
  #tell(what, ref) {
    clearTimeout(this.#click);
    this.dispatchEvent(new CustomEvent(what, { detail: ref }));
  }

  /** The first click of two does not go anywhere yet. @param {MouseEvent} event @param {Node} node */
  #clicked(event, { ref }) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
      return;
    }
    event.preventDefault();
    clearTimeout(this.#click);
    if (event.detail === 0) {
      this.#tell('open', ref);
    } else if (!this.#pointers.drags && event.detail === 1) {
      this.#click = window.setTimeout(() => this.#tell('open', ref), DOUBLE);
    }
  }

  /** @param {Node} node */
  #focused({ ref, x, y }) {
    this.active = ref;
    this.stop = ref;
    const { boxWidth: width, boxHeight: height } = /** @type {Picture} */ (this.picture);
    this.sight = revealing(this.sight, this.#room, { x, y, width, height });
  }

  render() {
    const { picture, sight, active } = this;
    if (!picture) {
      return nothing;
    }
    const lit = new Set(picture.edges.filter(({ from, to }) => from === active || to === active));
    const pointers = this.#pointers;
    return html`<svg class="canvas" role="group" aria-label="Picture" aria-describedby="keys"
        @wheel=${{ handleEvent: (/** @type {WheelEvent} */ event) => pointers.wheel(event), passive: false }}
        @pointerdown=${(/** @type {PointerEvent} */ event) => pointers.down(event)} @pointermove=${(/** @type {PointerEvent} */ event) => pointers.moved(event)}
        @pointerup=${(/** @type {PointerEvent} */ event) => pointers.up(event)} @pointercancel=${(/** @type {PointerEvent} */ event) => pointers.up(event)} @keydown=${this.#pressed}>
        ${definitions()}
        <g class=${lit.size ? 'some' : ''} transform="translate(${sight.x} ${sight.y}) scale(${sight.k})">
          ${repeat(picture.edges, ({ from, to }) => `${from} ${to}`, (edge) => arrow(edge, lit.has(edge)))}
          ${repeat(picture.nodes, ({ ref }) => ref, (node) => box(node, picture, node.ref === this.stop, this.acts))}
          ${[...lit].map((edge) => label(edge, active))}
        </g>
      </svg>
      <p id="keys" class="unseen">Arrow keys go from entity to entity, Enter opens one, R puts it in the middle. Plus and minus make the picture larger and smaller, Shift with arrow keys moves it, 0 shows all of it.</p>
      ${peek(find(picture, active))}
      <div class="zoom">${button('Larger', 'plus', () => this.#zoom(1.25))}${button('Smaller', 'minus', () => this.#zoom(0.8))}
        ${button('Show all of it', 'maximize', () => this.fit(true))}</div>`;
  }
}

/** @param {Picture | undefined} picture @param {string} ref */
function find(picture, ref) {
  return picture?.nodes.find((node) => node.ref === ref);
}

/** @param {string} name @param {import('./icon.js').IconName} outline @param {() => void} act */
function button(name, outline, act) {
  return html`<button class="square small" aria-label=${name} title=${name} @click=${act}>${icon(outline, 14)}</button>`;
}

customElements.define('cb-graph-canvas', GraphCanvas);
