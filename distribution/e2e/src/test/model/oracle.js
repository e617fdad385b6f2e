// Says of each entity what Backstage's own validators say: one JSON document a line on standard input, one line of JSON
// for each on standard output: "ok", "unknown" where no validator knows the kind, or the message of the one that refused.
'use strict';

const path = require('node:path');
const model = require('@backstage/catalog-model');
const alpha = require('@backstage/catalog-model/alpha');

// the package's index brings clients for the browser along; the validator alone is wanted
const common = path.dirname(require.resolve('@backstage/plugin-scaffolder-common/package.json'));
const { templateEntityV1beta3Validator } = require(path.join(common, 'dist', 'TemplateEntityV1beta3.cjs.js'));

// as the catalog backend puts them together
const policies = model.EntityPolicies.allOf([
  new model.SchemaValidEntityPolicy(),
  new model.DefaultNamespaceEntityPolicy(),
  new model.NoForeignRootFieldsEntityPolicy(),
  new model.FieldFormatEntityPolicy(),
]);

const kinds = {
  API: [model.apiEntityV1alpha1Validator, alpha.mcpServerApiEntityValidator],
  Component: [model.componentEntityV1alpha1Validator],
  Domain: [model.domainEntityV1alpha1Validator],
  Group: [model.groupEntityV1alpha1Validator],
  Location: [model.locationEntityV1alpha1Validator],
  Resource: [model.resourceEntityV1alpha1Validator],
  System: [model.systemEntityV1alpha1Validator],
  Template: [templateEntityV1beta3Validator],
  User: [model.userEntityV1alpha1Validator],
};

const aiResources = {
  marketplace: alpha.marketplaceAiResourceEntityV1alpha1Validator,
  plugin: alpha.pluginAiResourceEntityV1alpha1Validator,
  rule: alpha.ruleAiResourceEntityV1alpha1Validator,
  skill: alpha.skillAiResourceEntityV1alpha1Validator,
};

function validatorsOf(entity) {
  if (entity.kind === 'AiResource') {
    const type = entity.spec?.type;
    return [Object.hasOwn(aiResources, type) ? aiResources[type] : alpha.aiResourceEntityV1alpha1Validator];
  }
  return Object.hasOwn(kinds, entity.kind) ? kinds[entity.kind] : [];
}

// of an API's two validators, the one for MCP servers is of use only where the other has refused
async function verdict(document) {
  let entity;
  try {
    entity = await policies.enforce(document);
  } catch (refusal) {
    return refusal.message;
  }
  let answer = 'unknown';
  for (const validator of validatorsOf(entity)) {
    try {
      if (await validator.check(entity)) {
        return 'ok';
      }
    } catch (refusal) {
      answer = answer === 'unknown' ? refusal.message : answer;
    }
  }
  return answer;
}

(async () => {
  // not by readline, which takes U+2028 for the end of a line
  let rest = '';
  process.stdin.setEncoding('utf8');
  for await (const chunk of process.stdin) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop();
    for (const line of lines) {
      process.stdout.write(`${JSON.stringify(await verdict(JSON.parse(line)))}\n`);
    }
  }
})();
