import { html } from 'lit';
import { STATE_OF } from './data.js';

/** What states are drawn with where there is no room for a sign. @type {Record<import('./data.js').State, string>} */
const TOKENS = { passed: '--p-ok', failed: '--p-bad', unknown: '--p-line-control', exempt: '--p-accent', error: '--p-warn' };
const FAINT = 120;

/**
 * Draws rows from first to last, a dot for each check, so that one sees where there is much to do.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {string[]} rows the states of those that stand for all
 * @param {number} width how many checks there are
 */
export function drawStrip(canvas, rows, width) {
  const context = canvas.getContext('2d');
  if (!context || !rows.length || !width) {
    return;
  }
  canvas.width = width;
  canvas.height = rows.length;
  const colours = coloursOf(canvas);
  const image = context.createImageData(width, rows.length);
  const pixels = new Uint32Array(image.data.buffer);
  rows.forEach((states, row) => {
    for (let check = 0; check < width; check += 1) {
      pixels[row * width + check] = colours[states.charCodeAt(check)] ?? 0;
    }
  });
  context.putImageData(image, 0, 0);
}

/** @param {HTMLCanvasElement} canvas @returns {Record<number, number>} colours as pixels, by the letter of the state */
function coloursOf(canvas) {
  const probe = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const dark = window.getComputedStyle(canvas);
  return Object.fromEntries(Object.entries(STATE_OF).map(([letter, state]) => {
    canvas.style.color = `var(${TOKENS[state]})`;
    const pixel = new Uint8ClampedArray(4);
    if (probe) {
      probe.fillStyle = dark.color;
      probe.fillRect(0, 0, 1, 1);
      pixel.set(probe.getImageData(0, 0, 1, 1).data);
      pixel[3] = state === 'passed' || state === 'exempt' ? FAINT : 255;
    }
    return [letter.charCodeAt(0), new Uint32Array(pixel.buffer)[0]];
  }));
}

/** The strip beside the table. @param {(event: PointerEvent) => void} pointed */
export function stripBox(pointed) {
  return html`<div class="strip" aria-hidden="true" @pointerdown=${pointed} @pointermove=${pointed}><canvas></canvas>
    <svg><rect class="sight" x="0.5" width="100%" rx="2"></rect></svg></div>`;
}

/** Shows which rows are in sight. @param {Element | null} strip @param {HTMLElement} scroller */
export function markSight(strip, { scrollTop, scrollHeight, clientHeight }) {
  const sight = strip?.querySelector('.sight');
  sight?.setAttribute('y', `${(100 * scrollTop) / scrollHeight}%`);
  sight?.setAttribute('height', `${(100 * clientHeight) / scrollHeight}%`);
}

/** Scrolls to where the strip is pressed. @param {PointerEvent} event @param {HTMLElement} scroller */
export function followStrip({ buttons, clientY, currentTarget }, scroller) {
  if (buttons & 1) {
    const { top, height } = /** @type {Element} */ (currentTarget).getBoundingClientRect();
    scroller.scrollTop = ((clientY - top) / height) * scroller.scrollHeight - scroller.clientHeight / 2;
  }
}
