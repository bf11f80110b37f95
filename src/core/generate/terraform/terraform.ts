import { limit } from '../../catalog/limit';
import { regionByCode } from '../../catalog/region-by-code';
import type { Connector } from '../../model/connector';
import { defaultsOf, type TemplateScope } from '../../plan/template-scope';
import { toArmBody } from '../arm-body';
import { defaultArmApiVersion } from '../arm/api-versions';
import { generateTemplate } from '../cloudformation';
import { oneLine } from '../scripts/one-line';
import type { UnknownFeature } from '../unknown-feature';
import { expression, hclBlock, type Block, type HclValue } from './hcl';
import { iamBlocks } from './iam-blocks';
import { memberBlocks } from './member-blocks';

export interface TerraformFile {
  readonly name: string;
  readonly text: string;
}

export interface GeneratedTerraform {
  /** `main.tf`, and for a management account the template of its members. */
  readonly files: readonly TerraformFile[];
  /** Features that are on and that the files do not give, or not whole. */
  readonly unknown: readonly UnknownFeature[];
  /** What the connector file says and Azure is not told, in sentences. */
  readonly notes: readonly string[];
}

/**
 * The connector and its roles for Terraform: the resources of the CloudFormation template, one by one, and the
 * connector in Azure. Same connector, same bytes.
 */
export function generateTerraform(connector: Connector, generatorVersion: string): GeneratedTerraform {
  const template = generateTemplate(connector, { generatorVersion, format: 'json' });
  const { blocks, addresses } = iamBlocks(scopeOf(connector, template.body));
  const arm = toArmBody(connector);
  const isManagement = connector.account.type === 'management';
  const members = isManagement && template.bytes <= limit('templateBodyBytes') ? membersFile : null;
  const all: readonly Block[] = [
    ...setUp(connector),
    ...blocks,
    ...(isManagement ? memberBlocks(connector, members) : []),
    ...inAzure(connector, arm.body, addresses),
  ];
  return {
    files: [
      { name: 'main.tf', text: `${heading(connector, generatorVersion)}\n${all.map(hclBlock).join('\n\n')}\n` },
      ...(isManagement ? [{ name: membersFile, text: template.text }] : []),
    ],
    unknown: template.unknown.map((feature) => ({ ...feature, action: 'Terraform is made from published roles alone: deploy the template of the portal as a CloudFormation stack for it.' })),
    notes: [...arm.notes, ...portalNotes(connector)],
  };
}

/** A portal's template has conditions, mappings and functions of CloudFormation, which nothing here turns into Terraform. */
const portalNotes = ({ deployment: { templateFrom, template } }: Connector): readonly string[] =>
  templateFrom === 'portal' ? [`The roles of the portal's template${template === undefined ? '' : ` ${template}`} are not taken over: the files have the published roles. To deploy that template, choose CloudFormation.`] : [];

const membersFile = 'members.template.json';

const heading = ({ name, account }: Connector, version: string): string =>
  `# The connector ${oneLine(name)} of AWS account ${account.id}: its roles in AWS and the connector in Azure.
# Made by Defender Connectors ${version} from the connector file: change that one and generate again.`;

/** Parameters have their defaults, which are the connector's own. */
const scopeOf = ({ account, deployment }: Connector, body: TemplateScope['body']): TemplateScope => ({
  body,
  values: {
    ...defaultsOf(body),
    'AWS::AccountId': account.id,
    'AWS::Partition': regionByCode(deployment.region)?.partition ?? 'aws',
    'AWS::Region': deployment.region,
    'AWS::StackName': deployment.stack,
    'AWS::URLSuffix': 'amazonaws.com', // of every partition that can be connected
  },
});

const setUp = ({ account, azure, deployment }: Connector): readonly Block[] => [
  {
    type: 'terraform',
    arguments: { required_version: '>= 1.5' },
    blocks: [
      {
        type: 'required_providers',
        arguments: {
          aws: { source: 'hashicorp/aws', version: '>= 5.70' },
          azapi: { source: 'azure/azapi', version: '>= 2.0' },
        },
      },
    ],
  },
  // Whoever runs this with another account's credentials is stopped.
  { type: 'provider', labels: ['aws'], arguments: { region: deployment.region, allowed_account_ids: [account.id] } },
  { type: 'provider', labels: ['azapi'], arguments: { tenant_id: azure.tenant, subscription_id: azure.subscription } },
];

function inAzure({ azure, name }: Connector, { location, tags, properties }: ReturnType<typeof toArmBody>['body'], roles: readonly string[]): readonly Block[] {
  return [
    {
      type: 'resource',
      labels: ['azapi_resource', 'connector'],
      arguments: {
        type: `Microsoft.Security/securityConnectors@${defaultArmApiVersion}`,
        name,
        parent_id: `/subscriptions/${azure.subscription}/resourceGroups/${azure.resourceGroup}`,
        location: location as HclValue,
        tags: tags as HclValue | undefined,
        body: { properties: (properties ?? {}) as HclValue },
        // The provider may have been built before this api-version was; Azure checks the body in any case.
        schema_validation_enabled: false,
        depends_on: roles.map(expression),
      },
    },
    { type: 'output', labels: ['connector_id'], arguments: { value: expression('azapi_resource.connector.id') } },
  ];
}
