// The portal under test, and what the checks share.
const assert = require('node:assert/strict');
const { CatalogClient } = require('@backstage/catalog-client');

const needed = name => process.env[name] ?? assert.fail(`${name} is not set`);
const portal = needed('CALLBOARD_URL');
const descriptors = needed('DESCRIPTORS_URL');

const token = { token: needed('CALLBOARD_TOKEN') };
const client = new CatalogClient({ discoveryApi: { getBaseUrl: async plugin => `${portal}/api/${plugin}` } });

const names = entities => entities.map(entity => entity?.metadata.name);
const sorted = list => [...list].sort();
const url = file => `${descriptors}/${file}`;

/** Collects what an asynchronous generator yields. */
async function all(pages) {
  const collected = [];
  for await (const page of pages) {
    collected.push(page);
  }
  return collected;
}

/** Asks again until an answer is as it should be: what is registered is read a moment later. */
async function eventually(ask, isRight) {
  const end = Date.now() + 20_000;
  for (;;) {
    const answer = await ask();
    if (isRight(answer) || Date.now() > end) {
      return answer;
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

/** Checks that a call fails as its caller expects: the name decides what client code does. */
async function fails(call, status, name) {
  await assert.rejects(call, error => {
    assert.equal(error.name, 'ResponseError');
    assert.equal(error.statusCode, status, error.message);
    assert.equal(error.cause.name, name);
    assert.ok(error.cause.message.length > 5, error.cause.message);
    return true;
  });
}

module.exports = { CatalogClient, all, assert, client, eventually, fails, names, sorted, token, url };
