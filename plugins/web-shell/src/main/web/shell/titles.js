/** @typedef {import('./router.js').Route} Route */
/** @typedef {{ label: string, href: string }} Crumb */

const NAMES = { home: 'Home', catalog: 'Catalog', problems: 'Problems', plugins: 'Plugins', nowhere: 'Not found' };

/**
 * @param {Route} route
 * @returns {Crumb[]} the way to the page, itself last
 */
export function crumbsOf({ page, steps }) {
  if (page !== 'entity') {
    return [{ label: NAMES[page], href: page === 'home' ? '/' : `/${page}` }];
  }
  const [namespace, kind, name] = steps;
  return [
    { label: NAMES.catalog, href: '/catalog' },
    { label: kind, href: `/catalog?kind=${encodeURIComponent(kind.toLowerCase())}` },
    { label: name, href: `/catalog/${[namespace, kind, name].map(encodeURIComponent).join('/')}` },
  ];
}

/** @param {Route} route */
export function titleOf(route) {
  const label = crumbsOf(route).at(-1)?.label;
  const tab = route.page === 'entity' ? route.steps[3] : '';
  return `${tab ? `${tab[0].toUpperCase()}${tab.slice(1)} of ` : ''}${label} · Callboard`;
}
