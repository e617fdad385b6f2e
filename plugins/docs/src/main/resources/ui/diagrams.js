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
const systemTheme = matchMedia('(prefers-color-scheme: dark)');

function isDark() {
  return (document.documentElement.dataset.theme ?? (systemTheme.matches ? 'dark' : 'light')) === 'dark';
}

/**
 * The pictures on pages, with what they are drawn of, to be drawn again in the colours of another theme. It listens for as
 * long as there are any.
 */
const pictures = new class {
  /** @type {Map<HTMLImageElement, { text: string, url: string, isDark: boolean }>} */
  #shown = new Map();
  #look = () => this.#redraw();
  #watch = new globalThis.MutationObserver(this.#look);

  /** @param {HTMLImageElement} image @param {{ text: string, url: string, isDark: boolean }} of */
  add(image, of) {
    if (this.#shown.size === 0) {
      this.#watch.observe(document.documentElement, { attributeFilter: ['data-theme'] });
      systemTheme.addEventListener('change', this.#look);
    }
    this.#shown.set(image, of);
    this.#redraw();
  }

  async #redraw() {
    for (const [image, of] of this.#shown) {
      if (!image.isConnected) {
        this.#remove(image);
      } else if (of.isDark !== isDark()) {
        of.isDark = isDark();
        painter ??= new Painter(of.url);
        show(image, await painter.draw(of.text, of.isDark));
      }
    }
  }

  /** @param {HTMLImageElement} image */
  #remove(image) {
    this.#shown.delete(image);
    if (this.#shown.size === 0) {
      this.#watch.disconnect();
      systemTheme.removeEventListener('change', this.#look);
    }
  }
}();

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
    const of = { text, url, isDark: isDark() };
    const drawn = await painter.draw(text, of.isDark);
    if (!block.isConnected) {
      return;
    }
    if (!drawn.svg) {
      block.before(faultOf(drawn));
    } else {
      const image = pictureOf(drawn, text);
      block.before(figureOf(image));
      pictures.add(image, of);
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
function pictureOf(drawn, text) {
  const image = document.createElement('img');
  image.alt = `Diagram: ${text.trim().split('\n').slice(0, 12).join('; ').slice(0, 400)}`;
  show(image, drawn);
  return image;
}

/** @param {HTMLImageElement} image @param {{ svg?: string, width?: number, height?: number }} drawn */
function show(image, { svg, width = 0, height = 0 }) {
  if (svg) {
    Object.assign(image, { width: Math.ceil(width), height: Math.ceil(height), src: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}` });
  }
}

/** @param {HTMLImageElement} image */
function figureOf(image) {
  const figure = Object.assign(document.createElement('figure'), { className: 'diagram' });
  figure.append(image);
  withZoom(image);
  return figure;
}

/** @param {{ fault?: string }} drawn */
function faultOf({ fault }) {
  return Object.assign(document.createElement('p'), { className: 'diagram-fault', textContent: `This diagram can't be drawn. ${fault}` });
}
