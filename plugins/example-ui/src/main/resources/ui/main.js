/**
 * @param {Object} portal the one way to the page: fetch, on, navigate, signal and more
 */
export default (portal) => {
  /** How many of each, as a ring that reads like a list to those who can't see it. */
  class RelationsRing extends HTMLElement {
    #ctx;

    /** The page sets it before the element is shown, and again when the entity has changed. */
    set ctx(ctx) {
      this.#ctx = ctx;
      this.draw();
    }

    connectedCallback() {
      this.draw();
    }

    draw() {
      if (!this.isConnected || !this.#ctx) {
        return;
      }
      const parts = counted((this.#ctx.entity.relations ?? []).map((relation) => relation.type));
      this.replaceChildren(ring(parts), list(parts));
    }
  }

  /** Asks the catalog's REST API, and asks again when the catalog has changed. */
  class KindsPage extends HTMLElement {
    #stop = () => {};

    connectedCallback() {
      this.#stop = portal.on('entities', () => this.load());
      this.load();
    }

    disconnectedCallback() {
      this.#stop();
    }

    async load() {
      try {
        const response = await portal.fetch('/api/catalog/entity-facets?facet=kind');
        const { facets } = await response.json();
        this.draw(facets.kind.map(({ value, count }) => [value, count]));
      } catch (failure) {
        if (!portal.signal.aborted) {
          this.replaceChildren(element('p', `The kinds can't be counted: ${failure.message}`));
        }
      }
    }

    draw(parts) {
      this.replaceChildren(element('h1', 'Kinds'), ring(parts), list(parts));
    }
  }

  return { apiVersion: 1, elements: { 'relations-ring': RelationsRing, 'kinds-page': KindsPage } };
};

const COLOURS = ['var(--p-accent)', 'var(--p-ok)', 'var(--p-warn)', 'var(--p-violet)', 'var(--p-bad)', 'var(--p-fg3)'];
const SVG = 'http://www.w3.org/2000/svg';

/** @param {string[]} words */
function counted(words) {
  const counts = new Map();
  words.forEach((word) => counts.set(word, (counts.get(word) ?? 0) + 1));
  return [...counts];
}

/** @param {[string, number][]} parts */
function ring(parts) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 36 36');
  svg.setAttribute('width', '140');
  svg.setAttribute('aria-hidden', 'true');
  const all = parts.reduce((sum, [, count]) => sum + count, 0);
  let before = 0;
  parts.forEach(([, count], index) => {
    svg.append(arc(before / all, count / all, colour(index)));
    before += count;
  });
  return svg;
}

/** A circle of which only a piece is drawn; its circumference is 100. */
function arc(start, share, stroke) {
  const circle = document.createElementNS(SVG, 'circle');
  const attributes = { cx: 18, cy: 18, r: 15.915, fill: 'none', 'stroke-width': 4, stroke };
  Object.entries(attributes).forEach(([name, value]) => circle.setAttribute(name, String(value)));
  circle.setAttribute('stroke-dasharray', `${share * 100} ${100 - share * 100}`);
  circle.setAttribute('stroke-dashoffset', String(25 - start * 100));
  return circle;
}

/** @param {[string, number][]} parts */
function list(parts) {
  const items = document.createElement('ul');
  items.style.cssText = 'list-style: none; padding: 0';
  parts.forEach(([label, count], index) => {
    const mark = element('span', '\u25cf ');
    mark.style.color = colour(index);
    mark.setAttribute('aria-hidden', 'true');
    const item = document.createElement('li');
    item.append(mark, `${label}: ${count}`);
    items.append(item);
  });
  return items;
}

function colour(index) {
  return COLOURS[Math.min(index, COLOURS.length - 1)];
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
