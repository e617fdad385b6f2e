import { STATES, STATE_OF, STATE_ORDER } from './data.js';

/** @typedef {import('./data.js').State} State */
/** @typedef {import('./data.js').HeatRow} HeatRow */

/** Ground and sign of each state. What failed stands out, what passed steps back. @type {Record<State, [string, string]>} */
const LOOKS = {
  passed: ['--p-ok-tint', '--p-ok'],
  failed: ['--p-bad', '--p-surface'],
  unknown: ['--p-surface', '--p-fg2'],
  exempt: ['--p-accent-tint', '--p-accent'],
  error: ['--p-warn-tint', '--p-warn'],
};

const PAINTED = 'scorecards.heat-map';

/** Paints the cells of checks; the table itself has them for who can't see them. */
export class HeatPaint {
  /** @type {Record<string, OffscreenCanvas>} */
  #stamps = {};
  #made = '';
  #ground = '';

  /** @param {HTMLCanvasElement} canvas @param {number} height of a row, in pixels */
  constructor(canvas, height) {
    this.canvas = canvas;
    this.height = height;
  }

  /** Takes the colours anew. */
  forget() {
    this.#made = '';
  }

  /** @param {(HeatRow | undefined)[]} rows those in sight, as far as they are here @param {number} checks how many @param {number} width of a check, in pixels */
  paint(rows, checks, width) {
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    this.#stamp(width, ratio);
    const { canvas } = this;
    const [x, y] = [Math.round(width * ratio), Math.round(this.height * ratio)];
    canvas.width = x * checks;
    canvas.height = y * rows.length;
    canvas.style.width = `${width * checks}px`;
    canvas.style.height = `${this.height * rows.length}px`;
    const context = canvas.getContext('2d', { alpha: false });
    if (!context) {
      return;
    }
    context.fillStyle = this.#ground;
    rows.forEach((known, row) => {
      if (!known) {
        context.fillRect(0, row * y, x * checks, y);
      }
      for (let check = 0; known && check < checks; check += 1) {
        context.drawImage(this.#stamps[known.states[check]] ?? this.#stamps.u, check * x, row * y);
      }
    });
  }

  /** Draws each state once. @param {number} width @param {number} ratio */
  #stamp(width, ratio) {
    const made = `${width} ${ratio}`;
    if (this.#made !== made) {
      this.#made = made;
      const { canvas } = this;
      const colour = (/** @type {string} */ token) => {
        canvas.style.color = `var(${token})`;
        return window.getComputedStyle(canvas).color;
      };
      const font = `600 ${12 * ratio}px ${window.getComputedStyle(canvas).fontFamily}`;
      this.#ground = colour('--p-surface');
      this.#stamps = Object.fromEntries(STATE_ORDER.map((state) => [STATES[state].letter,
        stamp([Math.round(width * ratio), Math.round(this.height * ratio)], { state, ratio, font, colours: [...LOOKS[state], '--p-surface', '--p-fg3'].map(colour) })]));
    }
  }
}

/** @param {[number, number]} size @param {{ state: State, ratio: number, font: string, colours: string[] }} look */
function stamp([width, height], { state, ratio, font, colours: [ground, sign, gap, line] }) {
  const canvas = new OffscreenCanvas(width, height);
  const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.fillStyle = gap;
  context.fillRect(0, 0, width, height);
  context.fillStyle = ground;
  context.fillRect(0, 0, width - ratio, height - ratio);
  if (STATE_OF.u === state) {
    context.strokeStyle = line;
    context.lineWidth = ratio;
    context.setLineDash([2 * ratio, 2 * ratio]);
    context.strokeRect(1.5 * ratio, 1.5 * ratio, width - 4 * ratio, height - 4 * ratio);
  }
  context.fillStyle = sign;
  context.font = font;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(STATES[state].glyph, (width - ratio) / 2, height / 2);
  return canvas;
}

/** Tells the browser's clock when what came was in sight. @param {number} arrived when that was */
export function measurePainted(arrived) {
  requestAnimationFrame(() => requestAnimationFrame(() => {
    performance.clearMeasures(PAINTED);
    performance.measure(PAINTED, { start: arrived });
  }));
}
