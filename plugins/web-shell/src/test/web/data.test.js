import assert from 'node:assert/strict';
import test from 'node:test';
import { exportOf, filtersIn } from '../../main/web/data/audit.js';
import { at, basePath, ownPath } from '../../main/web/data/base.js';
import { inOrder } from '../../main/web/data/cards.js';
import { formatBytes, formatLength, plural } from '../../main/web/data/format.js';
import { limitsIn } from '../../main/web/data/permissions.js';
import { formatRef, parseRef, pathOf, refOf, shortRef } from '../../main/web/data/ref.js';
import { toYaml } from '../../main/web/data/yaml.js';

test('a reference is read by the first colon and the first slash', () => {
  assert.equal(formatRef(parseRef('Component:Shop/Cart')), 'component:shop/cart');
  assert.equal(formatRef(parseRef('cart', 'component')), 'component:default/cart');
  assert.equal(formatRef(parseRef('shop/a:b', 'component')), 'component:shop/a:b');
});

test('an entity has a reference and a page', () => {
  const entity = { kind: 'API', metadata: { name: 'Cart', namespace: 'shop' } };
  assert.equal(refOf(entity), 'api:shop/cart');
  assert.equal(pathOf('api:shop/a b'), '/catalog/shop/api/a%20b');
  assert.equal(shortRef('api:shop/cart'), 'shop/cart');
  assert.equal(shortRef('api:default/cart'), 'cart');
});

test('the portal is below the path that its own files are below', () => {
  assert.equal(basePath('https://a.example/ui/web-shell/abc/index.js'), '');
  assert.equal(basePath('https://a.example/tools/callboard/ui/web-shell/abc/data/base.js'), '/tools/callboard');
  assert.equal(at('/catalog'), '/catalog');
  assert.equal(at('https://b.example/x'), 'https://b.example/x');
  assert.equal(ownPath('/catalog'), '/catalog');
});

test('addresses that are not the shell’s own are pages of plugins', async () => {
  const { routeOf } = await import('../../main/web/shell/router.js');
  const pageOf = (path) => [routeOf(path, new URLSearchParams()).page, ...routeOf(path, new URLSearchParams()).steps].join(' ').trim();
  assert.equal(pageOf('/'), 'home');
  assert.equal(pageOf('/catalog/default/component/cart/example-cost.costs'), 'entity default component cart example-cost.costs');
  assert.equal(pageOf('/catalog/default/component/cart'), 'entity default component cart');
  assert.equal(pageOf('/catalog/nonsense'), 'nowhere');
  assert.equal(pageOf('/settings'), 'settings');
  assert.equal(pageOf('/settings/permissions'), 'permissions');
  assert.equal(pageOf('/audit'), 'audit');
  assert.equal(pageOf('/audit/more'), 'nowhere');
  assert.equal(pageOf('/example-cost/regions/eu/'), 'plugin /example-cost/regions/eu');
});

test('what a rule is limited to is said in words', () => {
  const none = { owner: [], kind: [], type: [], label: {}, annotation: {}, plugin: [] };
  assert.deepEqual(limitsIn(null), []);
  assert.deepEqual(limitsIn({ ...none, owner: ['mine', 'group:default/a'], kind: ['api'] }),
    ['owned by them or a group of theirs or group:default/a', 'of the kind api']);
  assert.deepEqual(limitsIn({ ...none, label: { tier: ['gold', 'silver'], x: [] }, plugin: ['a', 'b', 'c'] }),
    ['with the label tier: gold or silver', 'with the label x', 'the plugin a, b or c']);
});

test('what is looked for in the audit log is exported whole, and not its page', () => {
  const query = new URLSearchParams('act=plugin.*&caller=&cursor=7&other=x&text=a+b');
  assert.equal(String(filtersIn(query)), 'act=plugin.*&text=a+b');
  assert.equal(exportOf(query), '/api/audit?act=plugin.*&text=a+b&format=ndjson');
});

test('YAML quotes what would be read as something else', () => {
  assert.equal(toYaml({ a: 'true', b: 'plain text', c: 'x: y', d: 'https://a.example/b', e: '', f: '12', g: 'a #b' }),
    'a: "true"\nb: plain text\nc: "x: y"\nd: https://a.example/b\ne: ""\nf: "12"\ng: "a #b"\n');
});

test('YAML nests lists, objects and long texts', () => {
  assert.equal(toYaml({ tags: ['a', 'b'], links: [{ url: 'u', title: 't' }], none: [], text: 'one\n\ntwo\n' }),
    'tags:\n  - a\n  - b\nlinks:\n  - url: u\n    title: t\nnone: []\ntext: |\n  one\n\n  two\n');
});

test('cards stand by order, then plugin, then id', () => {
  const cards = [['b', 'x', 2], ['a', 'y', 2], ['a', 'x', 2], ['z', 'z', 1]].map(([plugin, id, order]) => ({ plugin, id, order }));
  assert.deepEqual(inOrder(cards).map(({ plugin, id }) => plugin + id), ['zz', 'ax', 'ay', 'bx']);
});

test('measures are short', () => {
  assert.equal(formatBytes(0), '0 B');
  assert.equal(formatBytes(1536), '1.5 KiB');
  assert.equal(formatLength(254_000), '4 min 14 s');
  assert.equal(formatLength(90_061_000), '1 d 1 h');
  assert.equal(plural(1, 'entity', 'entities'), '1 entity');
  assert.equal(plural(0, 'entity', 'entities'), '0 entities');
});
