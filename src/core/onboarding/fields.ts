import { catalog } from '../catalog/catalog';
import { usualRoleName } from '../catalog/usual-role-name';
import type { StepId } from './steps';

/** How a field is asked: each kind has one control on the page and one question in the list. */
export type FieldKind = 'text' | 'choice' | 'accounts' | 'regions' | 'plan' | 'switch' | 'tags' | 'number';

export interface FieldDefinition {
  /** Path in the connector file. */
  readonly id: string;
  readonly step: StepId;
  readonly kind: FieldKind;
  readonly label: string;
  /** Said when it is empty; null where it may be. */
  readonly missing: string | null;
  readonly choices: readonly Choice[];
  /** Asked only while this field has one of these values; without values: while it is on. */
  readonly when: { readonly field: string; readonly is: readonly string[] } | null;
  readonly placeholder: string;
  /** Where the schema speaks of the file rather than of the choice; null: the schema's words. */
  readonly help: string | null;
}

export interface Choice {
  /** Null takes the answer away. */
  readonly value: string | number | null;
  readonly label: string;
}

type Options = Partial<Pick<FieldDefinition, 'missing' | 'choices' | 'when' | 'placeholder' | 'help'>>;

const field =
  (step: StepId) =>
  (id: string, kind: FieldKind, label: string, options: Options = {}): FieldDefinition => ({
    id, step, kind, label, missing: null, choices: [], when: null, placeholder: '', help: null, ...options,
  });

const account = field('account');
const plan = field('plans');
const access = field('access');

const whenManagement = { field: 'account.type', is: ['management'] };
const whenCloudFormation = { field: 'deployment.method', is: ['cloudFormation'] };
const guid = '00000000-0000-0000-0000-000000000000';

const accountFields: readonly FieldDefinition[] = [
  account('name', 'text', 'Connector name', { missing: 'Enter a name for the connector.', placeholder: 'contoso-production' }),
  account('account.type', 'choice', 'Onboard', {
    help: "Single account: this account only. Management account: the organization's management account; connectors for its members follow within 24 hours.",
    choices: [
      { value: 'single', label: 'Single account' },
      { value: 'management', label: 'Management account' },
    ],
  }),
  account('account.id', 'text', 'AWS account id', { missing: 'Enter the AWS account id: twelve digits.', placeholder: '123456789012', help: 'Twelve digits. A leading zero counts.' }),
  account('account.excluded', 'accounts', 'Accounts to exclude', { when: whenManagement, placeholder: '210987654321, 345678901234', help: 'Members that get no connector. Separate them by commas or lines; a pasted list is cleaned.' }),
  account('regions', 'regions', 'AWS regions', { help: 'Regions that Defender for Cloud calls.', missing: 'Choose at least one region, or all regions.' }),
  account('scanIntervalHours', 'choice', 'Scan interval', {
    help: 'Time between two scans.',
    choices: catalog.scanIntervals.hours.map((hours) => ({ value: hours, label: `${hours} hours` })),
  }),
  account('azure.tenant', 'text', 'Microsoft Entra tenant', { missing: 'Enter the id of your Microsoft Entra tenant.', placeholder: guid }),
  account('azure.subscription', 'text', 'Azure subscription', { missing: 'Enter the id of the Azure subscription.', placeholder: guid }),
  account('azure.resourceGroup', 'text', 'Resource group', { missing: 'Enter the resource group of the connector.', placeholder: 'rg-security' }),
  account('azure.location', 'text', 'Location', { missing: 'Enter the Azure location of the connector.', placeholder: 'eastus' }),
];

const ofFeature = (id: string, label: string): FieldDefinition =>
  plan(`plans.${id}`, 'switch', label, { when: { field: `plans.${id.split('.')[0] ?? ''}`, is: [] } });

const option = (setting: string, name: string, kind: FieldKind, label: string, placeholder = ''): FieldDefinition =>
  plan(`plans.${setting}.${name}`, kind, label, { when: { field: `plans.${setting}`, is: [] }, placeholder });

const arcOptions = (setting: string): readonly FieldDefinition[] => [
  option(setting, 'proxy', 'text', 'Proxy of the Arc agent', 'http://proxy.contoso.com:3128'),
  option(setting, 'privateLinkScope', 'text', 'Azure Arc private link scope', '/subscriptions/…/privateLinkScopes/…'),
];

const tags = (setting: string) => option(setting, 'excludeTags', 'tags', 'Machines to leave out, by tag', 'team=lab, stage=dev');

const planFields: readonly FieldDefinition[] = [
  plan('plans.defenderCspm', 'plan', 'Defender CSPM'),
  ofFeature('defenderCspm.agentlessScanning', 'Agentless scanning'),
  tags('defenderCspm.agentlessScanning'),
  ofFeature('defenderCspm.kubernetesApiAccess', 'Kubernetes API access'),
  ofFeature('defenderCspm.registryAccess', 'Registry access'),
  ofFeature('defenderCspm.sensitiveDataDiscovery', 'Sensitive data discovery'),
  ofFeature('defenderCspm.ciem', 'Permissions Management (CIEM)'),
  ofFeature('defenderCspm.cloudTrailIngestion', 'AWS CloudTrail ingestion'),
  ofFeature('defenderCspm.serverlessProtection', 'Serverless protection'),
  plan('plans.servers', 'plan', 'Defender for Servers'),
  plan('plans.servers.tier', 'choice', 'Plan', {
    when: { field: 'plans.servers', is: [] },
    choices: [{ value: 'P1', label: 'Plan 1' }, { value: 'P2', label: 'Plan 2' }],
  }),
  ofFeature('servers.arcAutoProvisioning', 'Azure Arc agent'),
  ...arcOptions('servers.arcAutoProvisioning'),
  ofFeature('servers.agentlessScanning', 'Agentless scanning'),
  tags('servers.agentlessScanning'),
  ofFeature('servers.defenderForEndpoint', 'Microsoft Defender for Endpoint extension'),
  plan('plans.servers.vulnerabilityAssessment', 'choice', 'Vulnerability assessment', {
    when: { field: 'plans.servers', is: [] },
    choices: [{ value: null, label: 'Off' }, { value: 'TVM', label: 'Integrated (TVM)' }, { value: 'Qualys', label: 'Qualys, your own licence' }],
  }),
  plan('plans.containers', 'plan', 'Defender for Containers'),
  ofFeature('containers.threatProtection', 'Agentless threat protection'),
  option('containers.threatProtection', 'retentionDays', 'number', 'Days that audit logs are kept', '30'),
  ofFeature('containers.sensor', 'Sensor for Azure Arc'),
  ofFeature('containers.azurePolicy', 'Azure Policy extension'),
  ofFeature('containers.kubernetesApiAccess', 'Kubernetes API access'),
  ofFeature('containers.registryAccess', 'Registry access'),
  ofFeature('containers.agentlessScanning', 'Agentless scanning'),
  tags('containers.agentlessScanning'),
  plan('plans.databases', 'plan', 'Defender for Databases'),
  ofFeature('databases.sqlServers', 'SQL servers on machines'),
  option('databases.sqlServers', 'arcAutoProvisioning', 'switch', 'Azure Arc agent for SQL servers'),
  ...arcOptions('databases.sqlServers.arcAutoProvisioning'),
  ofFeature('databases.openSource', 'Open-source relational databases'),
];

const accessFields: readonly FieldDefinition[] = [
  access('access', 'choice', 'Permissions type', {
    help: 'Default access: permissions for current and future capabilities. Least privilege access: only those needed today.',
    choices: [{ value: 'default', label: 'Default access' }, { value: 'leastPrivilege', label: 'Least privilege access' }],
  }),
  access('deployment.method', 'choice', 'Deployment method', {
    help: 'How the roles get into the AWS account.',
    choices: [{ value: 'cloudFormation', label: 'AWS CloudFormation' }, { value: 'terraform', label: 'Terraform' }],
    when: { field: 'account.type', is: ['single'] },
  }),
  access('deployment.stack', 'text', 'Stack name', { missing: 'Enter a name for the stack.', placeholder: 'defender-for-cloud' }),
  access('account.stackSet', 'text', 'StackSet name', { missing: 'Enter a name for the StackSet.', when: whenManagement, placeholder: 'defender-members' }),
  access('deployment.region', 'text', 'Region of the stack', { missing: 'Enter the region of the stack.', placeholder: 'us-east-1' }),
  access('deployment.templateFrom', 'choice', 'Template', {
    help: 'Generated from this connector with the roles that Microsoft has published, or the file that you downloaded from the portal, deployed as it is.',
    choices: [{ value: 'generated', label: 'Generated' }, { value: 'portal', label: 'Downloaded from the portal' }],
    when: whenCloudFormation,
  }),
  access('deployment.template', 'text', 'Template file', { placeholder: 'contoso-production.template.json', when: whenCloudFormation }),
  access('deployment.templateUrl', 'text', 'Amazon S3 URL', {
    help: 'Https address of the template in a bucket of yours, from which CloudFormation reads it. Empty: the template travels in the request.',
    placeholder: 'https://contoso-templates.s3.us-east-1.amazonaws.com/contoso.template.json',
    when: whenCloudFormation,
  }),
];

/** Roles whose name a template can be told. */
const roleFields: readonly FieldDefinition[] = catalog.roles
  .filter(({ legacy, defaultName, policies, trust }) => !legacy && defaultName !== null && trust !== null && policies.default !== null)
  .map((role) => access(`roles.${role.id}`, 'text', usualRoleName(role), { placeholder: usualRoleName(role) }));

/** Every question, in the order in which it is asked. */
export const fields: readonly FieldDefinition[] = [...accountFields, ...planFields, ...accessFields, ...roleFields];
