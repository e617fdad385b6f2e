/**
 * @param {string} url of a file of this page's
 * @returns {string} the path below which the portal is at its host; empty where it has the host to itself
 */
export function basePath(url) {
  const { pathname } = new URL(url);
  return pathname.slice(0, Math.max(0, pathname.lastIndexOf('/ui/web-shell/')));
}

const base = basePath(import.meta.url);

/**
 * @param {string} path of a page or a resource of the portal, such as `/catalog`; or any other address
 * @returns {string} what a link to it holds
 */
export function at(path) {
  const isOurs = path.startsWith('/') && !path.startsWith('//');
  return isOurs && !(base && path.startsWith(`${base}/`)) ? base + path : path;
}

/**
 * @param {string} pathname of an address
 * @returns {string | undefined} the portal's own path, where it is one of the portal's
 */
export function ownPath(pathname) {
  if (pathname === base) {
    return '/';
  }
  return pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : undefined;
}
