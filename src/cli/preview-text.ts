import type { DeploymentPreview, PermissionDiff, ResourceChange, TrustDiff } from '../core/plan/deployment-preview';
import { byService } from './by-service';
import type { Colour, Paint } from './terminal';

/** A preview to read before saying yes: where, what, which permissions, who is trusted. */
export function previewText(preview: DeploymentPreview, paint: Paint): string {
  const { target, template, changes, notes } = preview;
  return [
    paint('bold', headline(preview)),
    `  Account   ${target.accountId}`,
    `  Region    ${target.region}`,
    `  Profile   ${target.profile} (${target.callerArn})`,
    `  Template  ${grouped(template.bytes)} of ${grouped(template.limit)} bytes${template.minified ? ', minified' : ''}`,
    ...notes.map((note) => `  Note      ${note}`),
    '',
    ...changes.flatMap((change) => changeLines(change, paint)),
    changes.length === 0 ? 'No changes.' : counted(changes),
    ...escalationLines(preview, paint),
    '',
  ].join('\n');
}

function headline({ action, target, stackStatus }: DeploymentPreview): string {
  if (action === 'create') return `Creates stack ${target.stack} for connector ${target.connectorName}`;
  if (action === 'import') return `Imports into stack ${target.stack} what connector ${target.connectorName} finds in the account`;
  const status = stackStatus ? ` (${stackStatus})` : '';
  if (action === 'update') return `Updates stack ${target.stack}${status} for connector ${target.connectorName}`;
  return `Stack ${target.stack}${status} is what connector ${target.connectorName} says`;
}

/** A sign and a word: the colour only repeats them. */
const signs: Record<ResourceChange['action'], readonly [sign: string, colour: Colour]> = {
  add: ['+', 'green'],
  modify: ['~', 'yellow'],
  remove: ['-', 'red'],
  import: ['>', 'green'],
  dynamic: ['?', 'yellow'],
};

function changeLines(change: ResourceChange, paint: Paint): readonly string[] {
  const [sign, colour] = signs[change.action];
  const name = change.name ?? change.physicalId;
  const properties = change.properties.length > 0 ? ` [${change.properties.join(', ')}]` : '';
  return [
    paint(colour, `${sign} ${change.action} ${change.type} ${change.logicalId}${name ? ` (${name})` : ''}${properties}`),
    ...replacementLines(change, paint),
    ...(change.permissions ? permissionLines(change.permissions, paint) : []),
    ...(change.trust ? trustLines(change.trust, paint) : []),
  ];
}

function replacementLines({ type, action, replacement }: ResourceChange, paint: Paint): readonly string[] {
  const isLost = type === 'AWS::IAM::OIDCProvider' && (action === 'remove' || replacement !== 'never');
  return [...replacedLines(replacement, paint), ...(isLost ? [paint('red', `    ! ${providerLost}`)] : [])];
}

const providerLost = 'whoever signs in through this identity provider, Microsoft Sentinel too, loses access when it goes';

function replacedLines(replacement: ResourceChange['replacement'], paint: Paint): readonly string[] {
  if (replacement === 'never') return [];
  const words = replacement === 'always' ? 'is replaced: deleted and made anew' : 'may be replaced';
  return [paint('red', `    ! ${words}`)];
}

const escalationLines = ({ escalations }: DeploymentPreview, paint: Paint): readonly string[] =>
  escalations.length === 0
    ? []
    : ['', paint('bold', 'Gives more power than before. Each is to be acknowledged:'), ...escalations.map(({ id, message }) => paint('red', `  ! ${message}  [${id}]`))];

const permissionLines = (diff: PermissionDiff, paint: Paint): readonly string[] => [
  ...diff.managedPoliciesAdded.map((policy) => paint('green', `    + policy ${policy}`)),
  ...diff.managedPoliciesRemoved.map((policy) => paint('red', `    - policy ${policy}`)),
  ...byService(diff.added).map((line) => paint('green', `    + ${line}`)),
  ...byService(diff.removed).map((line) => paint('red', `    - ${line}`)),
  ...byService(diff.rescoped).map((line) => paint('yellow', `    ~ ${line} (other resources or conditions)`)),
];

const trustLines = ({ before, after }: TrustDiff, paint: Paint): readonly string[] => [
  ...before.filter((line) => !after.includes(line)).map((line) => paint('red', `    - trusts ${line}`)),
  ...after.filter((line) => !before.includes(line)).map((line) => paint('green', `    + trusts ${line}`)),
];

function counted(changes: readonly ResourceChange[]): string {
  const count = (action: ResourceChange['action']) => changes.filter((change) => change.action === action).length;
  const rare = (action: ResourceChange['action'], words: string) => (count(action) > 0 ? [`${count(action)} ${words}`] : []);
  const parts = [`${count('add')} to add`, `${count('modify')} to modify`, `${count('remove')} to remove`];
  return `${[...parts, ...rare('import', 'to import'), ...rare('dynamic', 'known only while it runs')].join(', ')}.`;
}

const grouped = (count: number) => count.toLocaleString('en-US');
