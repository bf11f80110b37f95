import { identityTypeNames, resourceTypeNames } from '../../../catalog/resource-types';
import { entryOf } from '../../../document/entry-of';
import type { Located, LocatedEntry } from '../../../document/located';
import { shown } from '../../../document/shown';
import { writeName } from '../../fix/write-name';
import { nearest } from '../../nearest';
import { entryRule, type RuleFinding } from '../../rule';

/** A type of another service may be newer than what is known here; IAM's are all known. */
export const resourceType = entryRule({
  id: 'template/resource-type',
  severity: 'error',
  summary: 'Each resource has a type, and it is one that exists.',
  why: `CloudFormation refuses a template with a resource that has no type, or one that it does not know ("Unrecognized
resource types"). Types of \`AWS::IAM\` are all known here; of other services only a name that is nearly one of those that
templates for Defender for Cloud use is told.`,
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html',
  checked: '2026-11-22',

  sections: ['Resources'],
  reads: ['isOpen'],

  *check({ name, key, value }, { isOpen }) {
    // A macro's place among the resources, or a loop over them.
    if (isOpen && name.startsWith('Fn::')) return;
    const type = entryOf(value, 'Type');
    // What a tool fills in.
    if (isOpen && type?.value.kind === 'map') return;
    if (type) yield* typeMistakes(type.value);
    else yield missing(value, key);
  },
});

function* typeMistakes(type: Located): Iterable<RuleFinding> {
  const name = type.kind === 'scalar' ? String(type.value ?? '') : '';
  if (type.kind !== 'scalar' || name === '') {
    yield { span: type.span, message: 'A resource type is a text such as AWS::IAM::Role. Write one.' };
    return;
  }
  const meant = meantType(name);
  if (meant === name) return;
  const message = meant ? `Write ${meant}.` : 'AWS::IAM has no such type. Write one that it has.';
  yield {
    span: type.span,
    message: `CloudFormation has no resource type ${shown(name)}. ${message}`,
    fixes: meant ? [writeName(type, meant)] : [],
  };
}

/** The type itself where it exists or cannot be judged; undefined where it does not exist and is like none. */
function meantType(name: string): string | undefined {
  if (identityTypeNames.includes(name) || resourceTypeNames.includes(name)) return name;
  const others = [...identityTypeNames, ...resourceTypeNames];
  if (/^AWS::IAM::/.test(name)) return nearest(name, identityTypeNames, 4);
  if (/^Custom::|::MODULE$/.test(name)) return name;
  const isWritten = /^[A-Za-z0-9]+::[A-Za-z0-9]+::[A-Za-z0-9]+(?:::MODULE)?$/.test(name);
  return nearest(name, others, isWritten ? 1 : 4) ?? name;
}

function missing(value: Located, key: LocatedEntry['key']): RuleFinding {
  const similar = value.kind === 'map' ? value.entries.find((entry) => /^type$/i.test(String(entry.key.value))) : undefined;
  const message = `Resource ${shown(String(key.value))} has no type. ${similar ? 'Write Type.' : 'Add Type, such as AWS::IAM::Role.'}`;
  return similar ? { span: similar.key.span, message, fixes: [writeName(similar.key, 'Type')] } : { span: key.span, message };
}
