import { shown } from '../../../document/shown';
import { armFacts, awsOfferings } from '../../arm/arm-properties';
import { replace } from '../../fix/replace';
import { nearest } from '../../nearest';
import { type RuleFinding, armConnectorRule } from '../../rule';
import { knownText } from '../../view/arm-expression';
import type { ArmField } from '../../view/arm-fields';
import type { ArmConnectorView } from '../../view/arm-view';

/** What says that the account is one of AWS: each can only be this. */
const ofAws: Readonly<Record<string, string>> = { environmentName: 'AWS', 'environmentData.environmentType': 'AwsAccount' };

export const knownValue = armConnectorRule({
  id: 'arm/known-value',
  severity: 'warning',
  summary: 'Values of enums are known ones: the environment AWS, offerings for AWS, plans P1 and P2.',
  why: `The specification leaves its enums open, so tools that check a body against it let any text pass. Azure has no
plan behind a value that it does not know, and offerings for other clouds do nothing for an AWS account.`,
  source: 'https://learn.microsoft.com/azure/templates/microsoft.security/securityconnectors',
  checked: '2026-11-22',

  *check(connector) {
    for (const field of connector.fields) yield* unknownValue(field);
    yield* offeringTypes(connector);
  },
});

function* unknownValue({ property, entry, path }: ArmField): Iterable<RuleFinding> {
  const text = knownText(entry.value);
  const only = ofAws[property?.path ?? ''];
  const values = only ? [only] : property?.values;
  if (text === undefined || !values || values.includes(text)) return;
  const right = only ?? theOne(text, values);
  yield {
    span: entry.value.span,
    message: `${shown(text)} is no known value of ${path.replace(/^(?:offerings\.\w+|environmentData)\./, '')}. Write ${right ?? values.join(' or ')}.`,
    fixes: right ? [replace(`Write ${right}`, entry.value.span, JSON.stringify(right))] : [],
  };
}

/** Which plan is meant must not be a guess: it is paid for. */
function theOne(text: string, values: readonly string[]): string | undefined {
  const [meant, ...others] = values.filter((value) => nearest(text, [value]));
  return others.length === 0 ? meant : undefined;
}

function* offeringTypes({ offerings }: ArmConnectorView): Iterable<RuleFinding> {
  for (const { type, typeNode } of offerings) {
    if (type === undefined || !typeNode || awsOfferings.includes(type)) continue;
    const isOther = armFacts.offeringTypes.includes(type);
    const meant = nearest(type.replace(/(?:Gcp|Github|GitLab|AzureDevOps|DockerHub|JFrog)$/, 'Aws'), awsOfferings);
    yield {
      span: typeNode.span,
      message: `Offering ${shown(type)} ${isOther ? 'is for another environment than AWS' : 'is not known'}. Write ${meant ?? 'an offering such as DefenderCspmAws'}.`,
      fixes: meant ? [replace(`Write ${meant}`, typeNode.span, JSON.stringify(meant))] : [],
    };
  }
}
