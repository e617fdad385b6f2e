/**
 * One stream of events for all pages of a browser: it asks a host over six connections at the most, and each page would
 * keep one of them to itself. What comes is handed on as it is; pages that come later get the greeting once more.
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
      page.postMessage({ name: 'hello', data: greeting });
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
  } else if (name === 'preview') {
    greeting = { ...greeting, preview: data.preview };
  }
  pages.forEach((page) => page.postMessage({ name, data }));
}
