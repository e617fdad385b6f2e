// Stands in the page itself, and runs before anything else of it is there.
{
  // before the first paint, so that a chosen theme never flashes
  const chosen = localStorage.getItem('callboard.theme');
  if (chosen === 'light' || chosen === 'dark') {
    document.documentElement.dataset.theme = chosen;
  }
}
{
  // what the modules will ask for first, which is there before they are: by the same addresses, or it is asked for again
  const here = /** @type {HTMLLinkElement} */ (document.querySelector('link[rel=icon]')).href;
  const root = new URL('../../..', here).pathname.replace(/\/$/, '');
  const [, namespace, kind, name] = /^\/catalog\/([\w.-]+)\/([\w.-]+)\/([\w.-]+)(?:\/|$)/.exec(location.pathname.slice(root.length)) ?? [];
  const entity = `entity=${encodeURIComponent(`${kind}:${namespace}/${name}`)}`;
  /** @type {Record<string, string[]>} */
  const pages = {
    [`${root}/`]: ['catalog/entity-facets?facet=kind', 'web-shell/home?', 'web-shell/mine'],
    [name ? location.pathname : '']: [
      `catalog/entities/by-name/${kind}/${namespace}/${name}`, `catalog/problems?limit=200&${entity}`, `web-shell/cards?${entity}`, `web-shell/tabs?${entity}`,
    ],
  };
  const asked = ['session', ...(pages[location.pathname] ?? [])].map((path) => `/api/${path}`);
  const ask = async (/** @type {string} */ path) => {
    const answer = await fetch(root + path, { headers: { Accept: 'application/json' }, credentials: 'same-origin' });
    return answer.ok ? answer.json() : Promise.reject(answer);
  };
  Object.assign(globalThis, { callboardAsked: new Map(asked.map((path) => [path, ask(path)])) });
}
