import { withZoom } from './enliven.js';

/**
 * @typedef {{ svg?: string, width?: number, height?: number, fault?: string }} Drawn
 * @typedef {{ text: string, draw: (isDark: boolean) => Promise<Drawn> }} Diagram
 * @typedef {{ url: string, text: string, engine: string | undefined }} Told the page for the frame that draws it, and what that is told
 */

const PATIENCE = 15_000;
const LANGUAGES = ['mermaid', 'graphviz'];
const UML = 'plantuml';

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
   * @param {Told} told
   * @param {boolean} isDark
   * @returns {Promise<Drawn>}
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

/** One that is drawn in a frame. @param {Told} told @returns {Diagram} */
function framed(told) {
  return {
    text: told.text,
    draw: (isDark) => {
      const painter = painters.get(told.url) ?? new Painter(told.url);
      painters.set(told.url, painter);
      return painter.draw(told, isDark);
    },
  };
}

/** One that a server draws, which knows no themes. @param {string} text @param {() => Promise<Drawn>} ask @returns {Diagram} */
function served(text, ask) {
  const drawn = ask().then(({ svg, fault }) => (svg ? measured(svg) : { fault }), (reason) => ({ fault: reason.message }));
  return { text, draw: () => drawn };
}

/** By its text: a parser would try the styles and scripts that it may have against the page's policy. @param {string} svg @returns {Drawn} */
function measured(svg) {
  const [root = ''] = /<svg\b[^>]*>/.exec(svg) ?? [];
  const valueOf = (/** @type {string} */ name) => new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)`).exec(root)?.[1] ?? '';
  const [, , width = 0, height = 0] = valueOf('viewBox').split(/[ ,]+/).map(Number);
  const size = { width: parseFloat(valueOf('width')) || width, height: parseFloat(valueOf('height')) || height };
  return size.width > 0 && size.height > 0 ? { svg, ...size } : { fault: 'What came is no picture.' };
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
        show(image, await of.diagram.draw(of.isDark));
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
 * @param {((number: number) => Promise<Drawn>) | undefined} uml has a server draw one of those that no frame can, if there is a server
 */
export async function drawDiagrams(prose, urlOf, uml) {
  const isUml = [...prose.querySelectorAll(`pre.${UML}`)];
  for (const source of /** @type {NodeListOf<HTMLElement>} */ (prose.querySelectorAll([...LANGUAGES, UML].map((language) => `pre.${language}`).join()))) {
    const text = source.textContent ?? '';
    const language = LANGUAGES.find((name) => source.classList.contains(name));
    if (language) {
      await put(source, framed({ url: urlOf(language), text, engine: source.dataset.engine }));
    } else if (uml) {
      await put(source, served(text, () => uml(isUml.indexOf(source))));
    } else {
      blockOf(source).before(note('This diagram is not drawn here; below is how it is written.'));
    }
  }
}

/** @param {HTMLElement} source @param {Diagram} diagram */
async function put(source, diagram) {
  const of = { diagram, isDark: isDark() };
  const drawn = await diagram.draw(of.isDark);
  const block = blockOf(source);
  if (!block.isConnected) {
    return;
  }
  if (!drawn.svg) {
    block.before(note(`This diagram can't be drawn. ${drawn.fault}`, 'diagram-fault'));
  } else {
    const image = pictureOf(drawn, diagram.text);
    image.classList.toggle('on-paper', source.classList.contains(UML));
    block.before(figureOf(image));
    pictures.add(image, of);
    const details = Object.assign(document.createElement('details'), { className: 'diagram-source' });
    details.append(Object.assign(document.createElement('summary'), { textContent: 'How it is written' }));
    block.replaceWith(details);
    details.append(block);
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
