const LANGUAGES = 'language-';

/**
 * Gives a page what HTML alone has not: links that go on within the portal, buttons to copy, tabs, pictures to look at closely.
 *
 * @param {HTMLElement} prose what the server has made of the page, cleaned
 * @param {{ href: (page: string) => string }} how the address of another page
 */
export function enliven(prose, { href }) {
  for (const link of all(prose, 'a[data-page]')) {
    link.href = href(link.dataset.page) + link.hash;
  }
  all(prose, ':is(h1, h2, h3, h4, h5, h6)[id]').forEach((heading) => heading.append(anchorTo(heading)));
  all(prose, 'pre').forEach(withCopy);
  all(prose, 'table').forEach((table) => wrap(table, 'table', { tabIndex: 0, role: 'region', ariaLabel: 'Table' }));
  all(prose, '.tabbed-set').forEach(tabs);
  all(prose, 'img').filter((image) => !image.closest('a')).forEach(withZoom);
}

/**
 * @param {Element} root
 * @param {string} selector
 * @returns {any[]}
 */
function all(root, selector) {
  return [...root.querySelectorAll(selector)];
}

/**
 * @param {string} name
 * @param {object} [facts]
 * @returns {any}
 */
function make(name, facts = {}) {
  return Object.assign(document.createElement(name), facts);
}

/**
 * @param {Element} inner
 * @param {string} className
 * @param {object} [facts]
 */
function wrap(inner, className, facts = {}) {
  const outer = make('div', { className, ...facts });
  inner.replaceWith(outer);
  outer.append(inner);
  return outer;
}

/** For who points at it; the list of what is on the page is there for everybody. @param {HTMLElement} heading */
function anchorTo(heading) {
  const anchor = make('a', { className: 'anchor', href: `#${heading.id}`, textContent: '#', ariaHidden: 'true', tabIndex: -1 });
  anchor.addEventListener('click', (/** @type {MouseEvent} */ event) => {
    event.preventDefault();
    history.replaceState(history.state, '', `#${heading.id}`);
    heading.scrollIntoView();
  });
  return anchor;
}

/** @param {HTMLElement} block */
function withCopy(block) {
  const code = block.querySelector('code') ?? block;
  const language = [...code.classList].find((name) => name.startsWith(LANGUAGES))?.slice(LANGUAGES.length);
  Object.assign(block, { tabIndex: 0, role: 'region', ariaLabel: language ? `Code, ${language}` : 'Code' });
  const button = make('button', { type: 'button', className: 'copy small', textContent: 'Copy' });
  const text = code.textContent;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text);
    button.textContent = 'Copied';
  });
  wrap(block, 'code').append(button);
}

/** Tabs as WAI-ARIA has them: arrows choose, the chosen one alone is reached by Tab. @param {HTMLElement} set */
function tabs(set) {
  const blocks = /** @type {HTMLElement[]} */ ([...set.children]);
  const heads = make('div', { className: 'heads', role: 'tablist' });
  const buttons = blocks.map((block) => make('button', { type: 'button', role: 'tab', textContent: block.querySelector('.tabbed-title')?.textContent ?? '' }));
  /** @param {number} chosen */
  const choose = (chosen) => blocks.forEach((block, index) => {
    block.hidden = index !== chosen;
    buttons[index].ariaSelected = String(index === chosen);
    buttons[index].tabIndex = index === chosen ? 0 : -1;
  });
  buttons.forEach((button, index) => button.addEventListener('click', () => choose(index)));
  heads.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      const next = (buttons.indexOf(event.target) + step + buttons.length) % buttons.length;
      choose(next);
      buttons[next].focus();
    }
  });
  blocks.forEach((block, index) => {
    block.querySelector('.tabbed-title')?.remove();
    Object.assign(block, { role: 'tabpanel', ariaLabel: buttons[index].textContent });
  });
  heads.append(...buttons);
  set.classList.add('tabs');
  set.prepend(heads);
  choose(0);
}

/** @param {HTMLImageElement} image */
export function withZoom(image) {
  const button = make('button', { type: 'button', className: 'zoom', ariaLabel: `Enlarge ${image.alt || 'picture'}` });
  image.replaceWith(button);
  button.append(image);
  button.addEventListener('click', () => {
    const dialog = make('dialog', { className: 'zoomed', ariaLabel: image.alt || 'Picture' });
    dialog.append(image.cloneNode());
    dialog.addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', () => dialog.remove());
    button.closest('.prose')?.append(dialog);
    dialog.showModal();
  });
}
