import { limit } from '../../core/catalog/limit';
import type { NamedResource } from '../../core/plan/named-resources';
import type { ConflictChoice, NameOwner } from '../../core/plan/preflight-check';

/** What can be done about a name that is taken. */
export const choicesForName = (resource: NamedResource, owner: NameOwner, stack: string): readonly ConflictChoice[] => [
  ...useOwner(owner),
  ...(resource.parameter === null ? [] : [rename(resource, stack)]),
  // A resource of another stack cannot be imported, and what Sentinel made is Sentinel's.
  ...(owner.kind === 'unknown' ? [importIt(resource)] : []),
  stop,
];

/** What can be done about a provider that is there and lacks audiences. */
export const choicesForAudiences = (missing: readonly string[], owner: NameOwner): readonly ConflictChoice[] => [
  {
    kind: 'mergeAudiences',
    label: 'Add the audiences that are missing',
    consequence: `Once the deployment has succeeded, ${missing.join(', ')} ${missing.length > 1 ? 'are' : 'is'} added; none is taken away.${overwritten(owner)}`,
    suggestion: null,
  },
  {
    kind: 'keepAudiences',
    label: 'Use it as it is',
    consequence: 'Roles that trust these audiences cannot be used until somebody adds them.',
    suggestion: null,
  },
  ...useOwner(owner),
  stop,
];

const overwritten = (owner: NameOwner): string =>
  owner.kind === 'stack' ? ` The next update of stack ${owner.stackName} takes them away again unless its template names them.` : '';

export const useOwner = (owner: NameOwner): readonly ConflictChoice[] =>
  owner.kind !== 'stack'
    ? []
    : [
        {
          kind: 'useOwner',
          label: `Update stack ${owner.stackName} in ${owner.region} instead`,
          consequence: 'That stack gets this template: what it has and the template does not name is deleted. The preview shows it.',
          suggestion: owner.stackName,
        },
      ];

const rename = ({ name, parameter }: NamedResource, stack: string): ConflictChoice => ({
  kind: 'rename',
  label: 'Make it under another name',
  consequence: `Parameter ${parameter ?? ''} gets another value. Azure has to be told the same name: write it under roles in the connector file, too.`,
  suggestion: `${name}-${stack || '2'}`.slice(0, limit('roleNameChars')),
});

const importIt = ({ type }: NamedResource): ConflictChoice => ({
  kind: 'import',
  label: 'Import it into the stack',
  consequence: `The stack takes over the ${type === 'AWS::IAM::Role' ? 'role' : 'policy'} as it is, keeps it when the stack is deleted, and changes nothing in it now.`,
  suggestion: null,
});

export const stop: ConflictChoice = { kind: 'stop', label: 'Stop', consequence: 'Nothing is changed.', suggestion: null };
