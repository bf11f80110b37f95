import { asJson, asList, resourcesOf, type TemplateResource } from '../../plan/template-body';
import { valuesToMake } from '../../plan/template-providers';
import { resolveValue } from '../../plan/resolve-value';
import type { TemplateScope } from '../../plan/template-scope';
import { expression, jsonencode, type Block, type HclValue } from './hcl';
import { snakeCase } from './snake-case';

export interface IamBlocks {
  readonly blocks: readonly Block[];
  /** Resources that have to be there before Defender uses the account, by address. */
  readonly addresses: readonly string[];
  /** Types of resources that stand in the template and for which there are no blocks. */
  readonly leftOut: readonly string[];
}

/** The identity resources of a generated template as Terraform's. */
export function iamBlocks(scope: TemplateScope): IamBlocks {
  const resources = resourcesOf(scope.body);
  const made = resources.map((resource) => blocksOf[resource.type]?.(resource, scope));
  const blocks = made.flatMap((some) => some ?? []);
  return {
    blocks,
    // A policy is there when it is attached.
    addresses: blocks.filter(({ type, labels: [kind] = [] }) => type === 'resource' && kind !== 'aws_iam_policy').map(({ labels = [] }) => labels.join('.')),
    leftOut: resources.filter((_, index) => made[index] === undefined).map(({ type, logicalId }) => `${logicalId} (${type})`),
  };
}

type ToBlocks = (resource: TemplateResource, scope: TemplateScope) => readonly Block[];

const blocksOf: Readonly<Record<string, ToBlocks>> = {
  'AWS::IAM::OIDCProvider': provider,
  'AWS::IAM::Role': role,
  'AWS::IAM::ManagedPolicy': managedPolicy,
};

function provider({ logicalId, properties }: TemplateResource, scope: TemplateScope): readonly Block[] {
  const [parameter] = Object.keys(valuesToMake(logicalId, false, scope) ?? {});
  const { Url, ClientIdList, ThumbprintList } = asJson(resolveValue(properties, scope));
  const variable = parameter === undefined ? undefined : snakeCase(parameter);
  return [
    ...(variable === undefined
      ? []
      : [{
          type: 'variable',
          labels: [variable],
          arguments: {
            description: `Whether the account has the identity provider ${String(Url)} already: then it is shared, not created again. Look first: aws iam list-open-id-connect-providers`,
            type: expression('bool'),
            default: false,
            nullable: false,
          },
        }]),
    {
      type: 'resource',
      labels: ['aws_iam_openid_connect_provider', snakeCase(logicalId)],
      arguments: {
        count: variable === undefined ? undefined : expression(`var.${variable} ? 0 : 1`),
        url: toHcl(Url),
        client_id_list: toHcl(ClientIdList),
        thumbprint_list: toHcl(ThumbprintList),
      },
      // Others, such as Microsoft Sentinel, may use it and add audiences of their own.
      blocks: [{ type: 'lifecycle', arguments: { prevent_destroy: true, ignore_changes: [expression('client_id_list')] } }],
    },
  ];
}

function role({ logicalId, properties }: TemplateResource, scope: TemplateScope): readonly Block[] {
  const name = snakeCase(logicalId);
  const { RoleName, Description, AssumeRolePolicyDocument, ManagedPolicyArns, Policies } = asJson(resolveValue(properties, scope));
  const first = asList(asJson(asJson(scope.body['Resources'])[logicalId])['DependsOn']).map((id) => expression(`aws_iam_role.${snakeCase(String(id))}`));
  const of = expression(`aws_iam_role.${name}.name`);
  return [
    {
      type: 'resource',
      labels: ['aws_iam_role', name],
      arguments: {
        name: toHcl(RoleName),
        description: Description === undefined ? undefined : toHcl(Description),
        assume_role_policy: jsonencode(toHcl(AssumeRolePolicyDocument)),
        depends_on: first.length > 0 ? first : undefined,
      },
    },
    ...asList(ManagedPolicyArns).map((arn): Block => ({
      type: 'resource',
      labels: ['aws_iam_role_policy_attachment', `${name}_${snakeCase(String(arn).split('/').at(-1) ?? '')}`],
      arguments: { role: of, policy_arn: toHcl(arn) },
    })),
    ...asList(Policies).map(asJson).map(({ PolicyName, PolicyDocument }): Block => ({
      type: 'resource',
      labels: ['aws_iam_role_policy', `${name}_${snakeCase(String(PolicyName))}`],
      arguments: { name: toHcl(PolicyName), role: of, policy: jsonencode(toHcl(PolicyDocument)) },
    })),
  ];
}

function managedPolicy({ logicalId, properties }: TemplateResource, scope: TemplateScope): readonly Block[] {
  const name = snakeCase(logicalId);
  const { ManagedPolicyName, Description, PolicyDocument } = asJson(resolveValue(properties, scope));
  const roles = asList(properties['Roles']).map((each) => snakeCase(String(asJson(each)['Ref'])));
  return [
    {
      type: 'resource',
      labels: ['aws_iam_policy', name],
      arguments: {
        name: toHcl(ManagedPolicyName),
        description: Description === undefined ? undefined : toHcl(Description),
        policy: jsonencode(toHcl(PolicyDocument)),
      },
    },
    ...roles.map((role): Block => ({
      type: 'resource',
      labels: ['aws_iam_role_policy_attachment', name],
      arguments: { role: expression(`aws_iam_role.${role}.name`), policy_arn: expression(`aws_iam_policy.${name}.arn`) },
    })),
  ];
}

/** A resolved value of a template is plain JSON. */
const toHcl = (value: unknown): HclValue => (value ?? null) as HclValue;


