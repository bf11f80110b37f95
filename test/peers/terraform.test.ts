import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateTemplate } from '../../src/core/generate/cloudformation';
import { toArmBody } from '../../src/core/generate/arm-body';
import { hclValue } from '../../src/core/generate/terraform/hcl';
import { generateTerraform } from '../../src/core/generate/terraform/terraform';
import { accessTypes, type Connector } from '../../src/core/model/connector';
import { allPlans, connectorWith, planSets } from '../unit/core/generate/connectors';
import { resolveTemplate, type Template } from '../unit/core/generate/resolve-template';
import { hostileTexts } from '../unit/core/generate/scripts/hostile-texts';
import { absence } from './peer';

const management: Partial<Connector> = { account: { id: '123456789012', type: 'management', excluded: ['210987654321'], stackSet: 'members' } };
const hostileTags = Object.fromEntries(hostileTexts.map((text) => [text || 'empty', text]));

const connectors: readonly Connector[] = [
  ...accessTypes.flatMap((access) => [connectorWith(allPlans, access), connectorWith({}, access, management)]),
  ...planSets.map(({ plans }) => connectorWith(plans, 'leastPrivilege', { roles: { cspmMonitor: 'Watcher' } })),
  connectorWith({ defenderCspm: { agentlessScanning: { excludeTags: hostileTags } } }, 'default', { name: '${file("/etc/passwd")} %{ if true } "\n' }),
];

/** Terraform keeps its values by name. */
const byText = (values: readonly unknown[]) => values.toSorted((one, other) => String(Array.isArray(one) ? one[0] : one).localeCompare(String(Array.isArray(other) ? other[0] : other)));

describe('terraform, reading generated files', function () {
  this.timeout(120_000);
  const missing = absence('terraform', ['version']);
  let folder: string;

  before(function () {
    if (missing) {
      console.log(`      skipped: ${missing}`);
      this.skip();
    }
    folder = mkdtempSync(join(tmpdir(), 'terraform-'));
  });

  after(() => {
    if (folder) rmSync(folder, { recursive: true });
  });

  it('would format none of them otherwise', () => {
    connectors.forEach((connector, index) => writeFileSync(join(folder, `${index}.tf`), main(connector)));
    const { stdout, stderr } = spawnSync('terraform', ['fmt', '-check', '-diff', folder], { encoding: 'utf8' });
    assert.equal(stdout, '', stderr);
    connectors.forEach((_, index) => rmSync(join(folder, `${index}.tf`)));
  });

  it('reads every text as it is', () => {
    assert.deepEqual(evaluate(hclValue(hostileTexts)), hostileTexts);
    assert.deepEqual(evaluate(hclValue({ ...hostileTags, nested: [{ a: null, b: true, c: 1.5 }, []] })), { ...hostileTags, nested: [{ a: null, b: true, c: 1.5 }, []] });
  });

  it('finds the roles of the CloudFormation template, their trust and their permissions', () => {
    for (const connector of [...connectors.slice(0, 4), ...connectors.slice(-1)]) {
      const template = JSON.parse(generateTemplate(connector, { generatorVersion: '1', format: 'json' }).text) as Template;
      const { roles, providers } = resolveTemplate(template);
      const expected = [...roles.values()].map(({ name, trust, policies, awsPolicies }) => [name, trust, byText([...awsPolicies, ...policies.map((policy) => [policy.name, policy.statements])])]);
      const found = rolesIn(main(connector));
      // The SSM policy names the region, which is another one in the second opinion.
      assert.deepEqual(found.roles, JSON.parse(JSON.stringify(expected).replaceAll('eu-west-1', 'us-east-1')));
      assert.deepEqual(found.providers, [...providers].map(([url, audiences]) => [url, audiences]));
      assert.deepEqual(found.connector, { body: { properties: toArmBody(connector).body['properties'] }, location: 'eastus', name: connector.name });
    }
  });

  const main = (connector: Connector): string => generateTerraform(connector, '1').files[0]?.text ?? '';

  /** What Terraform makes of an expression. */
  function evaluate(expression: string): unknown {
    writeFileSync(join(folder, 'value.tf'), `locals {\n  value = ${expression}\n}\n`);
    const { stdout, stderr } = spawnSync('terraform', ['console'], { cwd: folder, input: 'base64encode(jsonencode(local.value))\n', encoding: 'utf8' });
    assert.ok(stdout.startsWith('"'), stderr);
    return JSON.parse(Buffer.from(stdout, 'base64').toString());
  }

  type Found = Readonly<Record<string, Readonly<Record<string, never>>>>;

  /** Blocks become values, and names of other blocks texts, so that no provider is needed. */
  function rolesIn(text: string) {
    const blocks = [...text.matchAll(/^resource "(\w+)" "(\w+)" \{\n([\s\S]*?)\n\}$/gm)].map(([, type = '', name = '', inside = '']) => ({
      type,
      name,
      inside: inside
        .replace(/\n\n {2}lifecycle \{[\s\S]*?\n {2}\}/, '')
        .replace(/^ {2}(depends_on|count) += [^[\n]*(\[[\s\S]*?\])?\n?/gm, '')
        .replace(/= ((?:aws_iam_role|aws_iam_policy)\.\w+)\.\w+$/gm, '= "$1"'),
    }));
    const of = (type: string) => evaluate(`{\n${blocks.filter((block) => block.type === type).map(({ name, inside }) => `${name} = {\n${inside}\n}`).join('\n')}\n}`) as Found;
    const [roles, inline, managed, attached] = [of('aws_iam_role'), of('aws_iam_role_policy'), of('aws_iam_policy'), of('aws_iam_role_policy_attachment')];
    const statements = (document: string | undefined): unknown => (JSON.parse(document ?? '') as { Statement: unknown }).Statement;
    const inOrder = blocks.filter(({ type }) => type === 'aws_iam_role');
    const { type: _type, parent_id: _parent, schema_validation_enabled: _validation, ...connector } = of('azapi_resource')['connector'] ?? assert.fail();
    return {
      roles: inOrder.map(({ name }) => {
        const mine = Object.values(attached).filter(({ role }) => role === `aws_iam_role.${name}`).map(({ policy_arn: arn }) => String(arn));
        const owned = mine.filter((arn) => arn.startsWith('aws_iam_policy.')).map((arn) => managed[arn.split('.')[1] ?? ''] ?? assert.fail(arn));
        const own = [...Object.values(inline).filter(({ role }) => role === `aws_iam_role.${name}`), ...owned];
        return [roles[name]?.['name'], statements(roles[name]?.['assume_role_policy']), byText([...mine.filter((arn) => arn.startsWith('arn:')), ...own.map(({ name, policy }) => [name, statements(policy)])])];
      }),
      providers: blocks.filter(({ type }) => type === 'aws_iam_openid_connect_provider').map(({ name }) => of('aws_iam_openid_connect_provider')[name] ?? {}).map(({ url, client_id_list: audiences }) => [url, audiences]),
      connector,
    };
  }
});
