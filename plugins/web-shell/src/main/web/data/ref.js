import { at } from './base.js';

/** @typedef {{ kind: string, namespace: string, name: string }} Ref */

/**
 * Reads `[kind:][namespace/]name`.
 *
 * @param {string} text
 * @param {string} [defaultKind]
 * @param {string} [defaultNamespace]
 * @returns {Ref}
 */
export function parseRef(text, defaultKind = '', defaultNamespace = 'default') {
  const slash = text.indexOf('/');
  const colon = text.indexOf(':');
  const hasKind = colon >= 0 && (slash < 0 || colon < slash);
  const rest = hasKind ? text.slice(colon + 1) : text;
  const restSlash = rest.indexOf('/');
  return {
    kind: (hasKind ? text.slice(0, colon) : defaultKind).toLowerCase(),
    namespace: (restSlash >= 0 ? rest.slice(0, restSlash) : defaultNamespace).toLowerCase(),
    name: rest.slice(restSlash + 1).toLowerCase(),
  };
}

/** @param {Ref} ref */
export function formatRef({ kind, namespace, name }) {
  return `${kind}:${namespace}/${name}`;
}

/** @param {import('./types.js').Entity} entity */
export function refOf(entity) {
  const { metadata } = entity;
  return formatRef(parseRef(metadata.name, entity.kind, metadata.namespace ?? 'default'));
}

/**
 * @param {string | Ref} ref
 * @returns {string} the path of the entity's page
 */
export function pathOf(ref) {
  const { kind, namespace, name } = typeof ref === 'string' ? parseRef(ref) : ref;
  return at(`/catalog/${[namespace, kind, name].map(encodeURIComponent).join('/')}`);
}

/**
 * @param {string} text a reference, short or long
 * @returns {string} what people need to tell it from its neighbours
 */
export function shortRef(text) {
  const { namespace, name } = parseRef(text);
  return namespace === 'default' ? name : `${namespace}/${name}`;
}
