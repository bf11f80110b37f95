import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { armApiVersions } from '../../src/core/generate/arm/api-versions';
import { toArmBody } from '../../src/core/generate/arm-body';
import { generateTemplate } from '../../src/core/generate/cloudformation';
import { rules } from '../../src/core/lint/rules';
import { allPlans, connectorWith, planSets } from '../unit/core/generate/connectors';

/** A file to be mutated: its name decides how it is read. */
export interface Document {
  readonly fileName: string;
  readonly text: string;
}

/** Fixtures of every rule, connectors, bodies for Azure and templates, by how often each kind is taken. */
export const corpus: readonly { readonly weight: number; readonly documents: readonly Document[] }[] = [
  { weight: 12, documents: fixtures().filter(({ text }) => text.length <= 10_000) },
  { weight: 2, documents: examples() },
  { weight: 3, documents: armBodies() },
  { weight: 2, documents: templates(planSets.filter(({ title }) => title.includes('.')).map(({ plans }) => plans)) },
  // Large ones cost hundreds of small ones.
  { weight: 0.3, documents: templates([allPlans]) },
];

function fixtures(): readonly Document[] {
  return rules.flatMap(({ id, kind }) =>
    ['bad', 'good'].flatMap((name) =>
      ['yaml', 'json'].flatMap((format) => {
        const path = `test/rules/${id}/${name}.${format}`;
        const fileName = kind === 'connector' ? `x.connector.${format}` : `x.${format}`;
        return existsSync(path) ? [{ fileName, text: readFileSync(path, 'utf8') }] : [];
      }),
    ),
  );
}

function examples(): readonly Document[] {
  const files = readdirSync('examples').filter((name) => /\.(yaml|json)$/.test(name)).map((name) => ({ fileName: name, text: readFileSync(`examples/${name}`, 'utf8') }));
  const small = files.filter(({ text }) => text.length < 10_000);
  const asJson = JSON.stringify(connectorWith(allPlans, 'leastPrivilege'), null, 2);
  return [...small, { fileName: 'x.connector.json', text: asJson }];
}

/** As a resource, in a list and in an ARM template, at every api-version. */
function armBodies(): readonly Document[] {
  return armApiVersions.flatMap((apiVersion) => {
    const { body } = toArmBody(connectorWith(allPlans), { apiVersion });
    const resource = { type: 'Microsoft.Security/securityConnectors', apiVersion, name: 'contoso', location: 'eastus', ...body };
    const shapes = [resource, { value: [resource] }, { $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#', resources: [resource] }];
    return shapes.map((shape) => ({ fileName: 'x.json', text: JSON.stringify(shape, null, 2) }));
  });
}

function templates(plans: readonly (typeof allPlans)[]): readonly Document[] {
  return plans.flatMap((some) =>
    (['default', 'leastPrivilege'] as const).flatMap((access) =>
      (['yaml', 'json'] as const).map((format) => ({
        fileName: `x.${format}`,
        text: generateTemplate(connectorWith(some, access), { generatorVersion: '0.0.0', format }).text,
      })),
    ),
  );
}
