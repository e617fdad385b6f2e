// Stands in the page itself: two files that the browser must wait for would take longer than all that they do.
{
  // before the first paint, so that a chosen theme never flashes
  const chosen = localStorage.getItem('callboard.theme');
  if (chosen === 'light' || chosen === 'dark') {
    document.documentElement.dataset.theme = chosen;
  }
}
{
  // before the modules are there: the first events take a while to come, and a page reads nothing before
  const here = /** @type {HTMLLinkElement} */ (document.querySelector('link[rel=icon]')).href;
  /** @type {import('./data/types.js').EarlyEvents} */
  const early = {
    names: ['hello', 'preview', 'plugin', 'plugin.state', 'plugin.deploy', 'task', 'entities', 'reports', 'model.changed'],
    url: new URL('../../../api/events', here).href,
    worker: undefined,
  };
  Object.assign(globalThis, { callboardEvents: early });
  if ('SharedWorker' in globalThis) {
    const worker = new SharedWorker(new URL('events-worker.js', here));
    early.worker = worker;
    worker.addEventListener('error', () => (early.worker = undefined));
    // who came by a redirect may see a preview from now on
    const anew = performance.getEntriesByType('navigation').some((entry) => /** @type {PerformanceNavigationTiming} */ (entry).redirectCount > 0);
    worker.port.postMessage({ want: 'open', url: early.url, names: early.names, anew });
  }
}
