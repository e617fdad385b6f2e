import { withZoom } from './enliven.js';

/**
 * @typedef {{ url: string, text: string, engine: string | undefined }} Diagram the page for the frame that draws it, and what that is told
 */

const PATIENCE = 15_000;
const LANGUAGES = ['mermaid', 'graphviz'];
/** What is shown as it is written, though elsewhere it is a diagram. */
const UNDRAWN = ['plantuml', 'puml', 'uml'].map((language) => `code.language-${language}`).join();

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
   * @param {Diagram} diagram
   * @param {boolean} isDark
   * @returns {Promise<{ svg?: string, width?: number, height?: number, fault?: string }>}
   */
  async draw({ url, text, engine }, isDark) {
    const id = ++this.#count;
    const answer = new Promise((resolve) => {
      this.#asked.set(id, resolve);
      setTimeout(() => resolve({ fault: 'It took too long to draw.', isLate: true }), PATIENCE);
    });
    await Promise.race([this.#ready, answer]);
    this.#frame.contentWindow?.postMessage({ id, text, engine, isDark }, '*');
    const drawn = await answer;
    this.#asked.delete(id);
    if (drawn.isLate && painters.get(url) === this) {
      painters.delete(url);
      this.#frame.remove();
    }
    return drawn;
  }
}

/** One for each language that a page has diagrams of, by the page for its frame. @type {Map<string, Painter>} */
const painters = new Map();
const systemTheme = matchMedia('(prefers-color-scheme: dark)');

/** @param {Diagram} diagram @param {boolean} isDark */
function draw(diagram, isDark) {
  const painter = painters.get(diagram.url) ?? new Painter(diagram.url);
  painters.set(diagram.url, painter);
  return painter.draw(diagram, isDark);
}

function isDark() {
  return (document.documentElement.dataset.theme ?? (systemTheme.matches ? 'dark' : 'light')) === 'dark';
}

/**
 * The pictures on pages, with what they are drawn of, to be drawn again in the colours of another theme. It listens for as
 * long as there are any.
 */
const pictures = new class {
  /** @type {Map<HTMLImageElement, { diagram: Diagram, isDark: boolean }>} */
  #shown = new Map();
  #look = () => this.#redraw();
  #watch = new globalThis.MutationObserver(this.#look);

  /** @param {HTMLImageElement} image @param {{ diagram: Diagram, isDark: boolean }} of */
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
        show(image, await draw(of.diagram, of.isDark));
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
 * @param {(language: string) => string} urlOf the page for the frame that draws a language
 */
export async function drawDiagrams(prose, urlOf) {
  prose.querySelectorAll(UNDRAWN).forEach((code) => blockOf(code).before(note('This diagram is not drawn here; below is how it is written.')));
  for (const source of /** @type {NodeListOf<HTMLElement>} */ (prose.querySelectorAll(LANGUAGES.map((language) => `pre.${language}`).join()))) {
    const language = LANGUAGES.find((name) => source.classList.contains(name)) ?? '';
    const diagram = { url: urlOf(language), text: source.textContent ?? '', engine: source.dataset.engine };
    const of = { diagram, isDark: isDark() };
    const drawn = await draw(diagram, of.isDark);
    const block = blockOf(source);
    if (!block.isConnected) {
      return;
    }
    if (!drawn.svg) {
      block.before(note(`This diagram can't be drawn. ${drawn.fault}`, 'diagram-fault'));
    } else {
      const image = pictureOf(drawn, diagram.text);
      block.before(figureOf(image));
      pictures.add(image, of);
      const details = Object.assign(document.createElement('details'), { className: 'diagram-source' });
      details.append(Object.assign(document.createElement('summary'), { textContent: 'How it is written' }));
      block.replaceWith(details);
      details.append(block);
    }
  }
}

/** @param {Element} source */
function blockOf(source) {
  return source.closest('.code') ?? source.closest('pre') ?? source;
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

/** @param {string} textContent */
function note(textContent, className = 'diagram-note') {
  return Object.assign(document.createElement('p'), { className, textContent });
}
