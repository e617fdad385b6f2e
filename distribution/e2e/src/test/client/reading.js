// What reads entities, on the example company's catalog.
const { CATALOG_FILTER_EXISTS } = require('@backstage/catalog-client');
const { all, assert, client, fails, names, sorted, token } = require('./portal');

const SERVICE = 'component:default/booking-service';
const byName = { field: 'metadata.name', order: 'asc' };
const components = { filter: { kind: 'component' }, fields: ['kind', 'metadata.name'] };

exports.getEntities = async () => {
  const { items } = await client.getEntities({ ...components, order: byName }, token);
  assert.ok(items.length > 20, `${items.length} components`);
  assert.deepEqual(names(items), sorted(names(items)));
  assert.deepEqual(Object.keys(items[0]), ['kind', 'metadata']);
  const page = await client.getEntities({ ...components, order: byName, offset: 3, limit: 2 }, token);
  assert.deepEqual(page.items, items.slice(3, 5));
  const two = [{ field: 'spec.type', order: 'desc' }, byName];
  const typed = await client.getEntities({ filter: { kind: 'component' }, order: two }, token);
  const keys = typed.items.map(entity => entity.spec.type);
  assert.deepEqual(keys, sorted(keys).reverse());
  for (let i = 1; i < keys.length; i++) {
    assert.ok(keys[i - 1] !== keys[i] || names(typed.items)[i - 1] < names(typed.items)[i]);
  }
  const either = await client.getEntities({ filter: [{ kind: ['user', 'group'] }, { kind: 'domain' }] }, token);
  assert.deepEqual(sorted(new Set(either.items.map(entity => entity.kind))), ['Domain', 'Group', 'User']);
  const annotated = 'metadata.annotations.argocd/app-name';
  const exists = await client.getEntities({ filter: { [annotated]: CATALOG_FILTER_EXISTS } }, token);
  assert.ok(names(exists.items).includes('booking-service'));
  assert.ok(exists.items.every(entity => entity.metadata.annotations['argocd/app-name']));
  assert.ok((await client.getEntities(undefined, token)).items.length > items.length);
  await fails(client.getEntities({ limit: 0 }, token), 400, 'InputError');
  await fails(client.getEntities({}), 401, 'AuthenticationError');
};

exports.getEntitiesByRefs = async () => {
  const entityRefs = ['component:default/none', SERVICE, 'api:default/booking-api', SERVICE];
  const found = await client.getEntitiesByRefs({ entityRefs }, token);
  assert.deepEqual(names(found.items), [undefined, 'booking-service', 'booking-api', 'booking-service']);
  const filtered = await client.getEntitiesByRefs({ entityRefs, filter: { kind: 'api' } }, token);
  assert.deepEqual(names(filtered.items), [undefined, undefined, 'booking-api', undefined]);
  const request = { entityRefs, fields: ['metadata.name'], query: { kind: { $in: ['Component'] } } };
  const queried = await client.getEntitiesByRefs(request, token);
  assert.deepEqual(queried.items[1], { metadata: { name: 'booking-service' } });
  assert.deepEqual(names(queried.items), [undefined, 'booking-service', undefined, 'booking-service']);
  const both = await client.getEntitiesByRefs({ ...request, filter: { kind: 'api' } }, token);
  assert.deepEqual(names(both.items), [undefined, undefined, undefined, undefined]);
  const many = Array.from({ length: 1_500 }, (_, n) => (n === 1_400 ? SERVICE : `component:default/none-${n}`));
  const chunks = await client.getEntitiesByRefs({ entityRefs: many, filter: { kind: 'component' } }, token);
  assert.equal(chunks.items.length, 1_500);
  assert.equal(names(chunks.items)[1_400], 'booking-service');
};

/** Walks on until there is no next page, and back again. */
async function walk(request) {
  const pages = [await client.queryEntities(request, token)];
  while (pages.at(-1).pageInfo.nextCursor) {
    const next = { cursor: pages.at(-1).pageInfo.nextCursor, limit: request.limit, fields: request.fields };
    pages.push(await client.queryEntities(next, token));
  }
  let back = pages.at(-1);
  for (let i = pages.length - 2; i >= 0; i--) {
    const previous = { cursor: back.pageInfo.prevCursor, limit: request.limit, fields: request.fields };
    back = await client.queryEntities(previous, token);
    assert.deepEqual(back.items, pages[i].items);
  }
  assert.equal(back.pageInfo.prevCursor, undefined);
  const items = pages.flatMap(page => page.items);
  assert.ok(pages.length > 2);
  assert.ok(pages.every(page => page.totalItems === items.length));
  return items;
}

exports.queryEntities = async () => {
  const everything = (await client.getEntities({ ...components, order: byName }, token)).items;
  assert.deepEqual(await walk({ ...components, orderFields: byName, limit: 7 }), everything);
  const query = { $all: [{ kind: 'component' }, { $not: { 'metadata.name': { $hasPrefix: '~' } } }] };
  assert.deepEqual(await walk({ query, fields: components.fields, orderFields: byName, limit: 7 }), everything);
  const text = { term: ' BOOKING-s', fields: ['metadata.name'] };
  const filtered = { fullTextFilter: text, orderFields: [{ field: 'kind', order: 'desc' }, byName] };
  for (const request of [filtered, { ...filtered, query: {} }]) {
    const found = (await client.queryEntities(request, token)).items;
    assert.ok(names(found).includes('booking-service'));
    assert.ok(names(found).every(name => name.includes('booking-s')));
  }
  const counted = await client.queryEntities({ ...components, limit: 0 }, token);
  assert.deepEqual([counted.items.length, counted.totalItems], [0, everything.length]);
  const uncounted = await client.queryEntities({ ...components, limit: 1, totalItems: 'exclude' }, token);
  assert.deepEqual([uncounted.items.length, uncounted.totalItems], [1, 0]);
  const skipped = await client.queryEntities({ ...components, orderFields: byName, offset: 2, limit: 1 }, token);
  assert.deepEqual(skipped.items, [everything[2]]);
  await fails(client.queryEntities({ cursor: 'nonsense' }, token), 400, 'InputError');
  await fails(client.queryEntities({ query: { kind: { $nope: 1 } } }, token), 400, 'InputError');
};

/** Not a method of the client's: every operator that queryEntities takes. */
exports.predicates = async () => {
  const service = (await client.getEntityByRef(SERVICE, token)).metadata;
  const owner = (await client.getEntityByRef(SERVICE, token)).relations.find(({ type }) => type === 'ownedBy').targetRef;
  const matching = [
    { kind: 'COMPONENT' },
    { kind: { $in: ['api', 'Component'] } },
    { 'metadata.name': { $hasPrefix: 'BOOKING-SER' } },
    { 'metadata.annotations.argocd/app-name': { $exists: true } },
    { 'metadata.annotations.no-such': { $exists: false } },
    { 'metadata.tags': { $contains: service.tags[0] } },
    { [`metadata.tags.${service.tags[0]}`]: true },
    { relations: { $contains: { type: 'ownedBy', targetRef: owner } } },
    { relations: { $contains: { type: 'ownedBy', targetRef: { $in: ['group:default/none', owner] } } } },
    { $any: [{ kind: 'none' }, { $not: { kind: 'none' } }] },
    { $all: [] },
  ];
  for (const predicate of matching) {
    const itself = { 'metadata.uid': service.uid };
    for (const [query, total] of [[predicate, 1], [{ $not: predicate }, 0]]) {
      const found = await client.queryEntities({ query: { $all: [itself, query] }, limit: 0 }, token);
      assert.equal(found.totalItems, total, JSON.stringify(query));
    }
  }
};

exports.streamEntities = async () => {
  const pages = await all(client.streamEntities({ ...components, pageSize: 7 }, token));
  const { items } = await client.getEntities(components, token);
  assert.equal(pages.length, Math.ceil(items.length / 7));
  assert.deepEqual(sorted(names(pages.flat())), sorted(names(items)));
};

exports.getEntityByRef = async () => {
  const entity = await client.getEntityByRef('Component:booking-service', token);
  assert.equal(entity.metadata.name, 'booking-service');
  assert.ok(entity.metadata.uid && entity.metadata.etag);
  assert.ok(entity.relations.some(relation => relation.type === 'ownedBy'));
  const compound = { kind: 'component', namespace: 'default', name: 'booking-service' };
  assert.deepEqual(await client.getEntityByRef(compound, token), entity);
  assert.equal(await client.getEntityByRef('component:default/none', token), undefined);
};

exports.getEntityByName = async () => {
  const entity = await client.getEntityByName({ kind: 'Component', name: 'booking-service' }, token);
  assert.equal(entity.metadata.name, 'booking-service');
  assert.deepEqual(entity, await client.getEntityByRef(SERVICE, token));
  assert.equal(await client.getEntityByName({ kind: 'component', name: 'none' }, token), undefined);
};

exports.getEntityAncestors = async () => {
  const ancestors = await client.getEntityAncestors({ entityRef: SERVICE }, token);
  assert.equal(ancestors.rootEntityRef, SERVICE);
  assert.equal(ancestors.items[0].entity.metadata.name, 'booking-service');
  const refs = ancestors.items.map(({ entity: { kind, metadata } }) =>
    `${kind}:${metadata.namespace}/${metadata.name}`.toLowerCase());
  assert.equal(new Set(refs).size, refs.length);
  assert.ok(ancestors.items.every(item => item.parentEntityRefs.every(parent => refs.includes(parent))));
  assert.ok(refs.length > 1 && refs.slice(1).every(ref => ref.startsWith('location:')), refs.join());
  await fails(client.getEntityAncestors({ entityRef: 'component:default/none' }, token), 404, 'NotFoundError');
};

exports.getEntityFacets = async () => {
  const facets = ['kind', 'spec.type', 'metadata.tags', 'relations.ownedBy', 'no.such'];
  const found = (await client.getEntityFacets({ facets }, token)).facets;
  assert.deepEqual(sorted(Object.keys(found)), sorted(facets));
  const { totalItems } = await client.queryEntities({ filter: { kind: 'component' }, limit: 0 }, token);
  assert.deepEqual(found.kind.find(({ value }) => value === 'Component'), { value: 'Component', count: totalItems });
  assert.deepEqual(found['no.such'], []);
  const filtered = await client.getEntityFacets({ facets: ['kind'], filter: { kind: 'component' } }, token);
  const queried = await client.getEntityFacets({ facets: ['kind'], query: { kind: 'component' } }, token);
  assert.deepEqual(filtered, queried);
  assert.deepEqual(queried.facets, { kind: [{ value: 'Component', count: totalItems }] });
};
