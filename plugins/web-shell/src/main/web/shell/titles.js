/** @typedef {import('./router.js').Route} Route */
/** @typedef {{ label: string, href: string }} Crumb */

const NAMES = { home: 'Home', catalog: 'Catalog', problems: 'Problems', plugins: 'Plugins', console: '', audit: 'Audit', permissions: 'Permissions', portal: 'Portal', graph: 'Graph', register: 'Register', search: 'Search', settings: 'Settings', plugin: '', nowhere: 'Not found' };

/**
 * @param {Route} route
 * @returns {Crumb[]} the way to the page, itself last
 */
export function crumbsOf({ page, steps }) {
  if (page === 'plugin') {
    return [{ label: steps[0].split('/').at(-1) ?? '', href: steps[0] }];
  }
  if (page === 'graph') {
    const [kind, namespace, name] = steps;
    const entity = { page: /** @type {const} */ ('entity'), steps: [namespace, kind, name], query: new URLSearchParams() };
    return [...crumbsOf(entity), { label: NAMES.graph, href: `/graph/${steps.map(encodeURIComponent).join('/')}` }];
  }
  if (page === 'console') {
    return [{ label: NAMES.plugins, href: '/plugins' }, { label: steps[0], href: `/plugins/${encodeURIComponent(steps[0])}` }];
  }
  if (page === 'register') {
    return [{ label: NAMES.catalog, href: '/catalog' }, { label: NAMES.register, href: '/register' }];
  }
  if (page === 'permissions') {
    return [{ label: NAMES.permissions, href: '/settings/permissions' }];
  }
  if (page === 'portal') {
    return [{ label: NAMES.portal, href: '/settings/health' }];
  }
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
  if (route.page === 'graph') {
    return `Graph of ${route.steps[2]} · Callboard`;
  }
  const tab = route.page === 'entity' ? route.steps[3].replace(/^.*\./, '') : '';
  return `${tab ? `${tab[0].toUpperCase()}${tab.slice(1)} of ` : ''}${label} · Callboard`;
}
