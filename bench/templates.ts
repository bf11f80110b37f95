import { generateTemplate } from '../src/core/generate/cloudformation';
import { writeTemplate } from '../src/core/generate/write-template';
import type { Connector } from '../src/core/model/connector';

export interface BenchTemplate {
  readonly name: string;
  readonly text: string;
  /** The same in JSON, indented. */
  readonly json: string;
}

/** A template of Defender's own roles, copied under other names until it has about this many bytes. Always the same. */
export function benchTemplate(bytes: number): BenchTemplate {
  const { body } = generateTemplate(connector, { generatorVersion: 'bench', format: 'yaml' });
  const resources = Object.entries(body['Resources'] as Record<string, unknown>);
  const frame = { ...body, Resources: {}, Outputs: undefined };
  const chosen: Record<string, unknown> = {};
  let size = yaml(frame).length;
  for (let copy = 0; size < bytes; copy += 1) {
    for (const [id, resource] of resources) {
      if (size >= bytes) break;
      if (copy > 0 && id.includes('Provider')) continue;
      const [name, value] = copy === 0 ? [id, resource] : [`${id}Copy${copy}`, renamed(resource, resources.map(([other]) => other), copy)];
      chosen[name] = value;
      size += yaml({ Resources: { [name]: value } }).length - 'Resources:\n'.length;
    }
  }
  const text = yaml({ ...frame, Resources: chosen });
  return { name: `${Math.round(text.length / 1000)} KB`, text, json: JSON.stringify({ ...frame, Resources: chosen }, null, 2) };
}

const yaml = (value: unknown) => writeTemplate(value, 'yaml').text;

/** References go to the resources of the same copy; names that IAM holds unique get its number. */
function renamed(resource: unknown, ids: readonly string[], copy: number): unknown {
  const references = new RegExp(`"(${ids.filter((id) => !id.includes('Provider')).join('|')})"`, 'g');
  const text = JSON.stringify(resource)
    .replace(references, `"$1Copy${copy}"`)
    .replace(/"RoleName":\{"Ref":"(\w+)"\}/g, `"RoleName":{"Fn::Sub":"\${$1}-${copy}"}`)
    .replace(/"(ManagedPolicyName|PolicyName)":"([^"]+)"/g, `"$1":"$2-${copy}"`);
  return JSON.parse(text);
}

const connector: Connector = {
  name: 'bench',
  account: { id: '123456789012', type: 'single', excluded: [] },
  regions: 'all',
  scanIntervalHours: 12,
  azure: {
    tenant: '11111111-2222-4333-8444-555555555555',
    subscription: '66666666-7777-4888-9999-000000000000',
    resourceGroup: 'rg-security',
    location: 'eastus',
  },
  access: 'leastPrivilege',
  plans: {
    defenderCspm: { agentlessScanning: true, kubernetesApiAccess: true, registryAccess: true },
    servers: { tier: 'P2' },
    containers: { sensor: true },
  },
  roles: {},
  deployment: { method: 'cloudFormation', stack: 'defender-for-cloud', region: 'us-east-1' },
};
