import { withZoom } from './enliven.js';

const PATIENCE = 15_000;

/**
 * Makes pictures of diagrams. What draws them is in a frame without rights, for they are programs of sorts; what it
 * answers is shown as a picture, in which nothing runs.
 */
class Painter {
  #frame = document.createElement('iframe');
  /** @type {Map<number, (answer: any) => void>} */
  #asked = new Map();
  #count = 0;
  /** @type {Promise<void>} */
  #ready;

  /** @param {string} url */
  constructor(url) {
    Object.assign(this.#frame, { src: url, title: 'Draws diagrams', tabIndex: -1, ariaHidden: 'true' });
    // what is to be measured must have room, though nobody sees it
    Object.assign(this.#frame.style, { position: 'fixed', inset: '0 auto auto -2000px', width: '1200px', height: '800px', visibility: 'hidden' });
    this.#frame.sandbox.add('allow-scripts');
    this.#ready = new Promise((resolve) => {
      addEventListener('message', ({ source, data }) => {
        if (source === this.#frame.contentWindow) {
          data.isReady ? resolve() : this.#asked.get(data.id)?.(data);
        }
      });
    });
    document.body.append(this.#frame);
  }

  /**
   * @param {string} text
   * @param {boolean} isDark
   * @returns {Promise<{ svg?: string, width?: number, height?: number, fault?: string }>}
   */
  async draw(text, isDark) {
    const id = ++this.#count;
    const answer = new Promise((resolve) => {
      this.#asked.set(id, resolve);
      setTimeout(() => resolve({ fault: 'It took too long to draw.', isLate: true }), PATIENCE);
    });
    await Promise.race([this.#ready, answer]);
    this.#frame.contentWindow?.postMessage({ id, text, isDark }, '*');
    const drawn = await answer;
    this.#asked.delete(id);
    if (drawn.isLate && painter === this) {
      painter = undefined;
      this.#frame.remove();
    }
    return drawn;
  }
}

/** @type {Painter | undefined} */
let painter;

function isDark() {
  return (document.documentElement.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
}

/**
 * Shows the diagrams of a page as pictures, with what they are written in below; where that can't be drawn, it says why.
 *
 * @param {Element} prose
 * @param {string} url of the page for the frame
 */
export async function drawDiagrams(prose, url) {
  for (const source of prose.querySelectorAll('pre.mermaid')) {
    const text = source.textContent ?? '';
    const block = source.closest('.code') ?? source;
    painter ??= new Painter(url);
    const drawn = await painter.draw(text, isDark());
    if (!block.isConnected) {
      return;
    }
    block.before(drawn.svg ? pictureOf(drawn, text) : faultOf(drawn));
    if (drawn.svg) {
      const details = Object.assign(document.createElement('details'), { className: 'diagram-source' });
      details.append(Object.assign(document.createElement('summary'), { textContent: 'How it is written' }));
      block.replaceWith(details);
      details.append(block);
    }
  }
}

/**
 * @param {{ svg?: string, width?: number, height?: number }} drawn
 * @param {string} text
 */
function pictureOf({ svg = '', width = 0, height = 0 }, text) {
  const figure = Object.assign(document.createElement('figure'), { className: 'diagram' });
  const image = Object.assign(document.createElement('img'), { width: Math.ceil(width), height: Math.ceil(height) });
  image.alt = `Diagram: ${text.trim().split('\n').slice(0, 12).join('; ').slice(0, 400)}`;
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  figure.append(image);
  withZoom(image);
  return figure;
}

/** @param {{ fault?: string }} drawn */
function faultOf({ fault }) {
  return Object.assign(document.createElement('p'), { className: 'diagram-fault', textContent: `This diagram can't be drawn. ${fault}` });
}
