/** @typedef {import('../data/types.js').Block} Block */

/** Kinds of blocks whose code is loaded when one is shown for the first time. @type {Record<string, () => Promise<unknown>>} */
const LOADERS = { chart: () => import('./chart.js'), form: () => import('./form.js'), graph: () => import('./graph.js'), table: () => import('./data-table.js') };

/** @type {Map<string, Promise<unknown>>} */
const loading = new Map();
/** @type {Set<string>} */
const loaded = new Set();

/**
 * @param {Block[]} blocks
 * @returns {Promise<unknown> | undefined} settled when all that draws these blocks is here; nothing where it is already
 */
export function needed(blocks) {
  const missing = [...new Set(kindsIn(blocks))].filter((kind) => LOADERS[kind] && !loaded.has(kind));
  return missing.length ? Promise.all(missing.map(load)) : undefined;
}

/** @param {string} kind */
function load(kind) {
  let piece = loading.get(kind);
  if (!piece) {
    piece = LOADERS[kind]().then(
      () => loaded.add(kind),
      (reason) => {
        loading.delete(kind);
        console.warn(`What draws “${kind}” can't be loaded.`, reason);
      },
    );
    loading.set(kind, piece);
  }
  return piece;
}

/**
 * @param {Block[]} blocks
 * @returns {Generator<string>}
 */
function* kindsIn(blocks) {
  for (const block of blocks) {
    yield block.kind;
    if (block.kind === 'columns') {
      yield* kindsIn(block.blocks.flat());
    } else if (block.kind === 'tabs') {
      yield* kindsIn(block.items.flatMap((/** @type {{ blocks: Block[] }} */ item) => item.blocks));
    }
  }
}
