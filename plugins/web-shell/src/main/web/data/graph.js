import { getJson } from './http.js';

/**
 * @typedef {object} Question which neighbourhood is asked for
 * @property {number} depth
 * @property {string[]} kinds empty for all
 * @property {string[]} relations empty for all
 * @property {'both' | 'out' | 'in'} direction
 *
 * @typedef {object} Node
 * @property {string} ref
 * @property {string} kind
 * @property {number} distance
 * @property {number} x
 * @property {number} y
 * @property {string} [title] missing where the entity is not in the catalog
 * @property {string} [type]
 * @property {string} [lifecycle]
 * @property {string} [description]
 * @property {string[]} [owners]
 *
 * @typedef {{ type: string, title: string, inverse: string }} Names
 * @typedef {{ from: string, to: string, names: Names[], points: [number, number][] }} Edge
 *
 * @typedef {object} Picture
 * @property {string} root
 * @property {number} width
 * @property {number} height
 * @property {number} boxWidth
 * @property {number} boxHeight
 * @property {Node[]} nodes the nearest first
 * @property {Edge[]} edges
 * @property {number} leftOut how many entities as near are not on it
 * @property {number} edgesLeftOut
 * @property {string[]} kinds that could be asked for
 * @property {Names[]} relations that could be asked for
 */

export const DEEPEST = 5;
const DIRECTIONS = /** @type {const} */ (['both', 'out', 'in']);
const CORNER = 6;

/**
 * @param {URLSearchParams} query of an address
 * @param {number} [depth] the usual one
 * @returns {Question}
 */
export function questionIn(query, depth = 1) {
  const asked = Number(query.get('depth'));
  const list = (/** @type {string} */ name) => (query.get(name) ?? '').split(',').filter(Boolean);
  return {
    depth: Number.isInteger(asked) && asked >= 1 && asked <= DEEPEST ? asked : depth,
    kinds: list('kinds'),
    relations: list('relations'),
    direction: DIRECTIONS.find((one) => one === query.get('direction')) ?? 'both',
  };
}

/**
 * @param {Question} question
 * @param {number} [depthUsual]
 * @returns {URLSearchParams} what an address holds of it
 */
export function queryOf({ depth, kinds, relations, direction }, depthUsual = 1) {
  const query = new URLSearchParams();
  /** @type {[string, string, string][]} */
  const all = [
    ['depth', String(depth), String(depthUsual)],
    ['kinds', kinds.join(), ''],
    ['relations', relations.join(), ''],
    ['direction', direction, 'both'],
  ];
  all.filter(([, value, usual]) => value !== usual).forEach(([name, value]) => query.set(name, value));
  return query;
}

/**
 * @param {string} entity
 * @param {Question} question
 * @param {AbortSignal} [signal]
 * @returns {Promise<Picture>}
 */
export function neighbourhood(entity, question, signal) {
  const query = queryOf(question, 0);
  query.set('entity', entity);
  return getJson(`/api/web-shell/graph?${query}`, signal);
}

/**
 * @param {[number, number][]} points
 * @returns {string} the way through them, with round corners
 */
export function pathOf(points) {
  const [start, ...rest] = points;
  const steps = rest.map(([x, y], index) => {
    const [px, py] = points[index];
    const next = rest[index + 1];
    if (!next) {
      return `L${x} ${y}`;
    }
    const radius = Math.min(CORNER, reach(px, py, x, y) / 2, reach(x, y, next[0], next[1]) / 2);
    const [ax, ay] = towards(x, y, px, py, radius);
    const [bx, by] = towards(x, y, next[0], next[1], radius);
    return `L${ax} ${ay}Q${x} ${y} ${bx} ${by}`;
  });
  return `M${start[0]} ${start[1]}${steps.join('')}`;
}

/** @param {number} x @param {number} y @param {number} toX @param {number} toY */
function reach(x, y, toX, toY) {
  return Math.abs(toX - x) + Math.abs(toY - y);
}

/** @param {number} x @param {number} y @param {number} toX @param {number} toY @param {number} by */
function towards(x, y, toX, toY, by) {
  return [x + Math.sign(toX - x) * by, y + Math.sign(toY - y) * by];
}

/**
 * @param {[number, number][]} points
 * @param {boolean} isAtEnd rather than at the start
 * @returns {[number, number]} the middle of the stretch there, where arrows that share a line have parted
 */
export function labelPlace(points, isAtEnd) {
  const [[x, y], [otherX, otherY]] = isAtEnd ? points.slice(-2) : points;
  return [(x + otherX) / 2, (y + otherY) / 2];
}

/**
 * @param {Node[]} nodes
 * @param {Node} from
 * @param {string} key of an arrow
 * @returns {Node | undefined} the nearest in that direction
 */
export function nodeTowards(nodes, from, key) {
  const isAcross = key === 'ArrowLeft' || key === 'ArrowRight';
  const sign = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1;
  const ahead = (/** @type {Node} */ node) => sign * (isAcross ? node.x - from.x : node.y - from.y);
  const aside = (/** @type {Node} */ node) => Math.abs(isAcross ? node.y - from.y : node.x - from.x);
  return nodes
    .filter((node) => ahead(node) > 1)
    .map((node) => ({ node, far: ahead(node) + 3 * aside(node) }))
    .sort((a, b) => a.far - b.far)[0]?.node;
}
