import assert from 'node:assert/strict';
import { generateTerraform } from '../../../../../src/core/generate/terraform/terraform';
import { accessTypes } from '../../../../../src/core/model/connector';
import { allPlans, connectorWith } from '../connectors';

/**
 * What the providers take, as far as it is written: arguments, inner blocks in braces, required ones with an asterisk.
 * Compared on 2026-11-29 with the schemas from which @cdktf/provider-aws 21.22.1 (hashicorp/aws 6.25.0) and
 * cdktn-provider-azapi 1.0.0 (azure/azapi 2.13.0) were made.
 */
const schema: Readonly<Record<string, string>> = {
  'provider aws': 'region allowed_account_ids',
  'provider azapi': 'tenant_id subscription_id',
  'resource aws_iam_openid_connect_provider': 'url* client_id_list* thumbprint_list',
  'resource aws_iam_role': 'name description assume_role_policy*',
  'resource aws_iam_role_policy': 'name role* policy*',
  'resource aws_iam_policy': 'name description policy*',
  'resource aws_iam_role_policy_attachment': 'role* policy_arn*',
  'data aws_organizations_organization': '',
  'resource aws_cloudformation_stack_set': 'name* permission_model capabilities template_body template_url {auto_deployment}',
  'resource aws_cloudformation_stack_set.auto_deployment': 'enabled retain_stacks_on_account_removal',
  'resource aws_cloudformation_stack_instances': 'stack_set_name* regions {deployment_targets} {operation_preferences}',
  'resource aws_cloudformation_stack_instances.deployment_targets': 'organizational_unit_ids account_filter_type accounts',
  'resource aws_cloudformation_stack_instances.operation_preferences': 'failure_tolerance_percentage max_concurrent_percentage',
  'resource azapi_resource': 'type* name parent_id location tags body schema_validation_enabled',
};

/** Terraform's own, in every block. */
const meta = ['count', 'depends_on', '{lifecycle}'];

const organization = { account: { id: '123456789012', type: 'management', excluded: ['210987654321'], stackSet: 'members' } } as const;

describe('the blocks of generated Terraform', () => {
  it('have the arguments that their providers take, and all that these require', () => {
    const seen = new Set<string>();
    for (const access of accessTypes) {
      for (const more of [{}, organization, { ...organization, name: 'x'.repeat(60_000) }]) {
        const text = generateTerraform(connectorWith(allPlans, access, more), '1').files[0]?.text ?? assert.fail();
        for (const { kind, names } of blocks(text)) {
          const known = schema[kind]?.split(' ').filter(Boolean) ?? assert.fail(`${kind} was never compared with its provider.`);
          const taken = [...known.map((name) => name.replace('*', '')), ...meta];
          for (const name of names) assert.ok(taken.includes(name), `${kind} takes no ${name}.`);
          for (const name of known) if (name.endsWith('*')) assert.ok(names.includes(name.slice(0, -1)), `${kind} lacks ${name}.`);
          seen.add(kind);
        }
      }
    }
    assert.deepEqual(Object.keys(schema).filter((kind) => !seen.has(kind)), [], 'named above and never written');
  });
});

interface Found {
  readonly kind: string;
  readonly names: readonly string[];
}

/** Blocks at the left margin, and those right inside them, as `terraform fmt` indents them. */
function blocks(text: string): readonly Found[] {
  return [...text.matchAll(/^(resource|data|provider) "(\w+)"[^{]*\{(\}|\n([\s\S]*?)\n\})$/gm)].flatMap(([, type, label, , body = '']) => {
    const kind = `${type} ${label}`;
    const inner = [...body.matchAll(/^ {2}(\w+) \{\n([\s\S]*?)\n {2}\}$/gm)].filter(([, name]) => name !== 'lifecycle');
    return [
      { kind, names: [...argumentsIn(body, '  '), ...[...body.matchAll(/^ {2}(\w+) \{$/gm)].map(([, name]) => `{${name}}`)] },
      ...inner.map(([, name, inside = '']) => ({ kind: `${kind}.${name}`, names: argumentsIn(inside, '    ') })),
    ];
  });
}

const argumentsIn = (body: string, indent: string): readonly string[] => [...body.matchAll(new RegExp(`^${indent}(\\w+) += `, 'gm'))].map(([, name = '']) => name);
