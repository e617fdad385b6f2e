// What changes the catalog. Each case leaves the registered locations as it found them.
const { all, assert, client, eventually, fails, names, sorted, token, url } = require('./portal');

const TAGGED = { filter: { 'metadata.tags': 'from-client' } };
const NOBODY = '00000000-0000-0000-0000-000000000000';

const registered = async (...files) => {
  const locations = [];
  for (const file of files) {
    locations.push((await client.addLocation({ target: url(file) }, token)).location);
  }
  return locations;
};
const remove = locations => Promise.all(locations.map(({ id }) => client.removeLocationById(id, token)));
const brought = async () => sorted(names((await client.getEntities(TAGGED, token)).items));
const nowBrought = (...expected) => eventually(brought, found => String(found) === String(expected));
const whole = ({ metadata: { name, namespace }, kind }) => `${kind}:${namespace}/${name}`.toLowerCase();

exports.addLocation = async () => {
  const dry = await client.addLocation({ type: 'url', target: url('tree.yaml'), dryRun: true }, token);
  assert.equal(dry.exists, false);
  assert.equal(dry.location.target, url('tree.yaml'));
  assert.equal(whole(dry.entities[0]), dry.location.entityRef);
  const expected = ['api:default/client-api', 'component:default/client-one', 'component:default/client-two'];
  assert.deepEqual(sorted(dry.entities.slice(1).map(whole)), [...expected, 'location:default/client-tree']);
  assert.deepEqual((await client.getLocations({}, token)).items, []);
  assert.deepEqual(await brought(), []);

  const [location] = await registered('tree.yaml');
  assert.deepEqual(await nowBrought('client-api', 'client-one', 'client-two'), ['client-api', 'client-one', 'client-two']);
  const api = await client.getEntityByRef('api:client-api', token);
  assert.match(api.spec.definition, /^openapi: 3.0.0\n/);
  assert.equal(api.metadata.annotations['backstage.io/managed-by-location'], `url:${url('single.yaml')}`);
  assert.equal(api.metadata.annotations['backstage.io/managed-by-origin-location'], `url:${url('tree.yaml')}`);
  assert.equal((await client.addLocation({ target: url('tree.yaml'), dryRun: true }, token)).exists, true);
  await fails(client.addLocation({ target: url('tree.yaml') }, token), 409, 'ConflictError');
  const again = await client.addLocation({ target: url('tree.yaml'), onConflict: 'refresh' }, token);
  assert.deepEqual(again.location, location);
  await remove([location]);
  assert.deepEqual(await nowBrought(), []);

  for (const request of [
    { type: 'file', target: '/etc/x.yaml' },
    { target: 'not a url' },
    { target: url('missing.yaml'), dryRun: true },
    { target: url('bad-name.yaml'), dryRun: true },
  ]) {
    await fails(client.addLocation(request, token), 400, 'InputError');
  }
};

exports.getLocations = async () => {
  const locations = await registered('single.yaml', 'pair.yaml');
  const listed = (await client.getLocations({}, token)).items;
  assert.deepEqual(sorted(listed.map(({ id }) => id)), sorted(locations.map(({ id }) => id)));
  await remove(locations);
  assert.deepEqual((await client.getLocations({}, token)).items, []);
};

exports.queryLocations = async () => {
  const locations = await registered('single.yaml', 'pair.yaml', 'tree.yaml');
  const expected = sorted(locations.map(({ id }) => id));
  const query = { type: 'url', target: { $hasPrefix: url('') } };
  const first = await client.queryLocations({ limit: 2, query }, token);
  const second = await client.queryLocations({ cursor: first.pageInfo.nextCursor }, token);
  assert.deepEqual([...first.items, ...second.items].map(({ id }) => id), expected);
  assert.deepEqual([first.totalItems, second.totalItems, second.pageInfo.nextCursor], [3, 3, undefined]);
  assert.equal((await client.queryLocations({ query: { target: 'none' } }, token)).totalItems, 0);
  await fails(client.queryLocations({ limit: 0 }, token), 400, 'InputError');
  await remove(locations);
};

exports.streamLocations = async () => {
  const locations = await registered('single.yaml', 'pair.yaml', 'tree.yaml');
  const pages = await all(client.streamLocations({ limit: 1 }, token));
  assert.deepEqual(pages.map(page => page.length), [1, 1, 1]);
  assert.deepEqual(pages.flat().map(({ id }) => id), sorted(locations.map(({ id }) => id)));
  await remove(locations);
  assert.deepEqual(await all(client.streamLocations({}, token)), []);
};

exports.getLocationById = async () => {
  const [location] = await registered('single.yaml');
  assert.deepEqual(await client.getLocationById(location.id, token), location);
  await remove([location]);
  assert.equal(await client.getLocationById(location.id, token), undefined);
  assert.equal(await client.getLocationById('xyz', token), undefined);
};

exports.getLocationByRef = async () => {
  const [location] = await registered('single.yaml');
  assert.deepEqual(await client.getLocationByRef(`url:${url('single.yaml')}`, token), location);
  await remove([location]);
  assert.equal(await client.getLocationByRef(`url:${url('single.yaml')}`, token), undefined);
};

exports.getLocationByEntity = async () => {
  const [location] = await registered('tree.yaml');
  await nowBrought('client-api', 'client-one', 'client-two');
  assert.deepEqual(await client.getLocationByEntity('component:client-one', token), location);
  assert.equal(await client.getLocationByEntity('component:booking-service', token), undefined);
  await remove([location]);
};

exports.updateLocation = async () => {
  const [location, other] = await registered('pair.yaml', 'tree.yaml');
  await remove([other]);
  const moved = await client.updateLocation(location.id, { target: url('single.yaml') }, token);
  assert.deepEqual([moved.id, moved.type, moved.target], [location.id, 'url', url('single.yaml')]);
  assert.deepEqual(await nowBrought('client-api'), ['client-api']);
  await fails(client.updateLocation(NOBODY, { target: url('pair.yaml') }, token), 404, 'NotFoundError');
  await fails(client.updateLocation(NOBODY, { target: url('single.yaml') }, token), 409, 'ConflictError');
  await remove([location]);
};

exports.removeLocationById = async () => {
  const [location] = await registered('pair.yaml');
  assert.deepEqual(await nowBrought('client-one', 'client-two'), ['client-one', 'client-two']);
  await remove([location]);
  assert.deepEqual(await nowBrought(), []);
  await fails(client.removeLocationById(location.id, token), 404, 'NotFoundError');
};

exports.refreshEntity = async () => {
  const [location] = await registered('pair.yaml');
  await nowBrought('client-one', 'client-two');
  await client.refreshEntity('component:client-one', token);
  assert.deepEqual(await brought(), ['client-one', 'client-two']);
  await fails(client.refreshEntity('component:default/none', token), 404, 'NotFoundError');
  await remove([location]);
};

exports.removeEntityByUid = async () => {
  const [location] = await registered('pair.yaml');
  await nowBrought('client-one', 'client-two');
  const { metadata } = await client.getEntityByRef('component:client-two', token);
  await client.removeEntityByUid(metadata.uid, token);
  await client.removeEntityByUid(NOBODY, token);
  assert.deepEqual(await nowBrought('client-one'), ['client-one']);
  await client.refreshEntity('component:client-one', token);
  assert.deepEqual(await nowBrought('client-one', 'client-two'), ['client-one', 'client-two']);
  await remove([location]);
};

exports.validateEntity = async () => {
  const good = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'made-up' },
    spec: { type: 'service', lifecycle: 'experimental', owner: 'ticketing' },
  };
  const place = 'url:https://example.com/a.yaml';
  assert.deepEqual(await client.validateEntity(good, place, token), { valid: true });
  for (const [entity, location] of [
    [{ ...good, metadata: { name: '-bad name-' } }, place],
    [{ ...good, kind: undefined }, place],
    [{ ...good, spec: { type: 'service' } }, place],
    [good, 'file:/a.yaml'],
  ]) {
    const { valid, errors } = await client.validateEntity(entity, location, token);
    assert.equal(valid, false);
    assert.ok(errors.length > 0 && errors.every(({ name, message }) => name && message), JSON.stringify(errors));
  }
};

exports.analyzeLocation = async () => {
  const request = { location: { type: 'url', target: url('tree.yaml') }, catalogFilename: 'catalog-info.yaml' };
  for (const isRegistered of [false, true]) {
    const locations = isRegistered ? await registered('pair.yaml') : [];
    await nowBrought(...(isRegistered ? ['client-one', 'client-two'] : []));
    const { existingEntityFiles, generateEntities } = await client.analyzeLocation(request, token);
    assert.deepEqual(generateEntities, []);
    assert.deepEqual(
      sorted(existingEntityFiles.map(file => `${file.entity.metadata.name} ${file.location.target} ${file.isRegistered}`)),
      [
        `client-api ${url('single.yaml')} false`,
        `client-one ${url('pair.yaml')} ${isRegistered}`,
        `client-tree ${url('tree.yaml')} false`,
        `client-two ${url('pair.yaml')} ${isRegistered}`,
      ],
    );
    await remove(locations);
  }
  const unknown = await client.analyzeLocation({ location: { type: 'url', target: 'https://example.com/org/repo' } }, token);
  assert.deepEqual(unknown.existingEntityFiles, []);
  assert.equal(unknown.generateEntities[0].entity.metadata.name, 'repo');
  await fails(client.analyzeLocation({ location: { type: 'url', target: 'nope' } }, token), 400, 'InputError');
};
