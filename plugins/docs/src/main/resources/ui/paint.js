const MOST = 60_000;
const LANGUAGE = /\blanguage-([\w+#-]+)/;
const DELIMITERS = /^(?:\$\$?|\\[([])|(?:\$\$?|\\[)\]])$/g;
/** What a formula may do: nothing but be looked at, in bounded room. */
const FORMULA = { output: 'mathml', trust: false, throwOnError: true, strict: 'ignore', maxExpand: 500, maxSize: 20 };

/**
 * Colours code and sets formulas. What does that is large, and fetched for pages that have any; until then, and where
 * it fails, they read as they were written.
 *
 * @param {Element} prose a page of documentation
 */
export async function paint(prose) {
  const code = [...prose.querySelectorAll('pre code[class*="language-"]')].filter((block) => !block.childElementCount);
  const formulas = [...prose.querySelectorAll('.math')];
  await Promise.all([
    code.length && import('./vendor/highlight.js').then(({ default: colours }) => code.forEach((block) => colour(block, colours))),
    formulas.length && import('./vendor/katex.js').then(({ default: maths }) => formulas.forEach((formula) => set(formula, maths))),
  ]);
}

/**
 * @param {Element} block
 * @param {any} colours
 */
function colour(block, colours) {
  const language = LANGUAGE.exec(block.className)?.[1] ?? '';
  const text = block.textContent ?? '';
  if (text.length <= MOST && colours.getLanguage(language)) {
    const { value } = colours.highlight(text, { language, ignoreIllegals: true });
    block.replaceChildren(...new DOMParser().parseFromString(`<pre>${value}</pre>`, 'text/html').querySelectorAll('pre')[0].childNodes);
  }
}

/**
 * @param {Element} formula
 * @param {any} maths
 */
function set(formula, maths) {
  const text = (formula.textContent ?? '').trim();
  const source = text.replace(DELIMITERS, '').trim();
  const drawn = document.createElement('span');
  try {
    maths.render(source, drawn, { ...FORMULA, displayMode: formula.tagName === 'DIV' || text.startsWith('$$') });
    formula.replaceChildren(...drawn.childNodes);
    formula.classList.add('drawn');
  } catch (reason) {
    /** @type {HTMLElement} */ (formula).title = `Not understood: ${/** @type {Error} */ (reason).message}`;
  }
}
