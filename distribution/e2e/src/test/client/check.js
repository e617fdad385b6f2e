// Calls every public method of Backstage's catalog client on a portal, and ends with 1 where an answer is not as it should be.
const { CatalogClient } = require('./portal');
const cases = { ...require('./reading'), ...require('./changing') };

/** Not part of the client's interface, though JavaScript does not hide them. */
const INTERNAL = new Set([
  'constructor',
  'getEntityFacetsByPredicate',
  'getFilterValue',
  'queryEntitiesByPredicate',
  'requestIgnored',
  'requestOptional',
  'requestRequired',
]);

async function main() {
  let failed = 0;
  for (const method of Object.getOwnPropertyNames(CatalogClient.prototype)) {
    if (!INTERNAL.has(method) && !cases[method]) {
      failed++;
      console.log(`MISSING ${method}: nothing here calls it`);
    }
  }
  for (const [name, check] of Object.entries(cases)) {
    try {
      await check();
      console.log(`ok      ${name}`);
    } catch (error) {
      failed++;
      console.log(`FAILED  ${name}: ${error.stack}`);
    }
  }
  process.exitCode = failed > 0 ? 1 : 0;
}

main();
