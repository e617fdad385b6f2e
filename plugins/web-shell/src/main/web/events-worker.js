/**
 * One stream of events for all pages of a browser: it asks a host over six connections at the most, and each page would
 * keep one of them to itself. What comes is handed on as it is; pages that come later get the greeting once more, and what
 * was told while they were on their way.
 *
 * @typedef {{ want: 'open', url: string, names: string[], anew: boolean } | { want: 'session', csrf: string } | { want: 'bye' }} Wish
 */

/** @type {Set<MessagePort>} */
const pages = new Set();
let address = '';
/** @type {string[]} */
let names = [];
let session = '';
/** @type {EventSource | undefined} */
let source;
/** What the stream said of itself, once it is there. @type {any} */
let greeting;

const KEPT = 10_000;
const MOST_KEPT = 200;

/** What was told within the last seconds. @type {{ at: number, name: string, data: any }[]} */
let recent = [];
/** Since when nothing is missing there. */
let since = 0;

addEventListener('connect', (event) => {
  const [page] = /** @type {MessageEvent} */ (event).ports;
  pages.add(page);
  page.addEventListener('message', ({ data }) => heard(page, data));
  page.start();
});

/**
 * @param {MessagePort} page
 * @param {Wish} wish
 */
function heard(page, wish) {
  if (wish.want === 'bye') {
    pages.delete(page);
  } else if (wish.want === 'session') {
    // somebody else has signed in: what comes must be what they may hear
    const isOther = session && session !== wish.csrf;
    session = wish.csrf;
    if (isOther && source) {
      open();
    }
  } else {
    address = wish.url;
    names = wish.names;
    if (!source || wish.anew) {
      open();
    } else if (greeting) {
      forget();
      page.postMessage({ name: 'hello', data: { ...greeting, recent: Math.min(KEPT, performance.now() - since) } });
      recent.forEach(({ name, data }) => page.postMessage({ name, data }));
    }
  }
}

function open() {
  source?.close();
  greeting = undefined;
  const opened = new EventSource(address);
  source = opened;
  for (const name of names) {
    opened.addEventListener(name, (event) => pass(name, JSON.parse(/** @type {MessageEvent} */ (event).data)));
  }
  opened.addEventListener('error', () => {
    opened.close();
    if (source === opened) {
      source = undefined;
      pass('lost', null);
    }
  });
}

/**
 * @param {string} name
 * @param {any} data
 */
function pass(name, data) {
  if (name === 'hello') {
    greeting = data;
    recent = [];
    since = performance.now() - data.recent;
  } else {
    recent.push({ at: performance.now(), name, data });
    forget();
  }
  if (name === 'preview') {
    greeting = { ...greeting, preview: data.preview };
  }
  pages.forEach((page) => page.postMessage({ name, data }));
}

function forget() {
  if (recent.length > MOST_KEPT) {
    since = recent.shift()?.at ?? since;
  }
  const oldest = performance.now() - KEPT;
  recent = recent.filter(({ at }) => at >= oldest);
}
