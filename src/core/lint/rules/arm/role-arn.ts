import { entryOf } from '../../../document/entry-of';
import { shown } from '../../../document/shown';
import type { Span } from '../../../model/finding';
import { armProperty, hasProperty } from '../../arm/arm-properties';
import { roleArnParts } from '../../arm/role-arn-parts';
import { roleAt } from '../../arm/role-at';
import { appendEntry } from '../../fix/append-to';
import { replace } from '../../fix/replace';
import { type RuleFinding, armConnectorRule } from '../../rule';
import { knownText } from '../../view/arm-expression';
import type { ArmField } from '../../view/arm-fields';
import type { ArmConnectorView } from '../../view/arm-view';

export const roleArn = armConnectorRule({
  id: 'arm/role-arn',
  severity: 'error',
  summary: 'Every feature that is on has the ARN of a role in the connected account.',
  why: `Defender for Cloud assumes the role with this ARN, letter for letter. A role in another account than
\`hierarchyIdentifier\`, in the partitions of China or AWS GovCloud, or a text that is no ARN of a role, cannot be assumed: the
feature stays on in the list and does nothing. A feature that is on without an ARN is a warning.`,
  source: 'https://learn.microsoft.com/azure/defender-for-cloud/quickstart-onboard-aws',
  checked: '2026-11-22',

  *check(connector) {
    for (const field of connector.fields) {
      if (field.name === 'cloudRoleArn') yield* arnMistakes(connector, field);
      else yield* missingArn(connector, field);
    }
  },
});

const accountOf = ({ at }: ArmConnectorView): string | undefined => {
  const id = knownText(at('hierarchyIdentifier')?.value);
  return id !== undefined && /^\d{12}$/.test(id) ? id : undefined;
};

function* arnMistakes(connector: ArmConnectorView, { entry, path }: ArmField): Iterable<RuleFinding> {
  const arn = knownText(entry.value);
  if (arn === undefined) return;
  const { span } = entry.value;
  const account = accountOf(connector);
  const parts = roleArnParts(arn);
  if (!parts) {
    yield noArn(arn, span, account && standardArn(account, path));
  } else if (parts.partition !== 'aws') {
    yield { span, message: `The role is in partition ${parts.partition}, which Defender for Cloud cannot connect. Connect an account of commercial AWS.` };
  } else if (account && parts.account !== account) {
    const own = arn.replace(parts.account, account);
    yield { span, message: `The role is in account ${parts.account}, and the connector is for ${account}. Write ${own}.`, fixes: [replace(`Use account ${account}`, span, JSON.stringify(own))] };
  }
}

const noArn = (arn: string, span: Span, standard: string | undefined): RuleFinding => ({
  span,
  message: `${shown(arn) || 'An empty text'} is no ARN of a role. Write one such as ${standard ?? 'arn:aws:iam::<account>:role/<name>'}.`,
  fixes: arn === '' && standard ? [replace(`Write ${standard}`, span, JSON.stringify(standard))] : [],
});

/** An object that is on, or that is on by being there, and could have an ARN. */
function* missingArn(connector: ArmConnectorView, field: ArmField): Iterable<RuleFinding> {
  const { entry, path } = field;
  const { value } = entry;
  if (value.kind !== 'map' || !takesArn(connector, field) || entryOf(value, 'cloudRoleArn') || formerArn(value) || !isOn(field)) return;
  const account = accountOf(connector);
  const standard = account && standardArn(account, path);
  yield {
    span: entry.key.span,
    severity: 'warning',
    message: `${entry.key.value} is on and names no role, so that it can do nothing. Write cloudRoleArn${standard ? `, such as ${standard}` : ''}.`,
    fixes: standard ? [{ title: `Add ${standard}`, edits: [appendEntry(connector.document, value, 'cloudRoleArn', JSON.stringify(standard))] }] : [],
  };
}

/** Where older api-versions have it, in the configuration, it is the feature around that counts. */
function takesArn({ apiVersion }: ArmConnectorView, { path, property }: ArmField): boolean {
  const arn = armProperty(`${path}.cloudRoleArn`);
  if (property?.type !== 'object' || !arn || path.endsWith('.configuration')) return false;
  return apiVersion.value === undefined || hasProperty(arn, apiVersion.value);
}

function isOn({ entry, path }: ArmField): boolean {
  const enabled = entryOf(entry.value, 'enabled')?.value;
  if (!enabled) return !armProperty(`${path}.enabled`);
  return enabled.kind === 'scalar' && enabled.value === true;
}

/** Where api-versions up to 2023 had it: arm/property-version moves it. */
const formerArn = (value: Parameters<typeof entryOf>[0]): boolean => entryOf(entryOf(value, 'configuration')?.value, 'cloudRoleArn') !== undefined;

function standardArn(account: string, path: string): string | undefined {
  const name = roleAt(path.endsWith('.cloudRoleArn') ? path : `${path}.cloudRoleArn`)?.defaultName;
  return name ? `arn:aws:iam::${account}:role/${name}` : undefined;
}
