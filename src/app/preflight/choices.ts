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

/** How audiences of a provider and of the template differ. */
export interface AudienceDifference {
  readonly missing: readonly string[];
  /** The provider has them and the template does not name them. */
  readonly unnamed: readonly string[];
}

/** What can be done about a provider that is there and lacks audiences. */
export const choicesForAudiences = ({ missing, unnamed }: AudienceDifference, owner: NameOwner): readonly ConflictChoice[] => [
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
  ...importProvider({ missing, unnamed }, owner),
  ...useOwner(owner),
  stop,
];

/** What can be done about a provider that has all audiences, or that the template cannot leave out. */
export const choicesForProvider = (difference: AudienceDifference, owner: NameOwner, canStay: boolean): readonly ConflictChoice[] => [
  ...(canStay ? [{ kind: 'keepAudiences' as const, label: 'Use it as it is', consequence: 'The stack neither makes nor changes it.', suggestion: null }] : []),
  ...importProvider(difference, owner),
  ...useOwner(owner),
  stop,
];

const importProvider = ({ missing, unnamed }: AudienceDifference, owner: NameOwner): readonly ConflictChoice[] => {
  const changes = [...(missing.length > 0 ? [`adds ${missing.join(', ')}`] : []), ...(unnamed.length > 0 ? [`takes away ${unnamed.join(', ')}, which the template does not name`] : [])];
  const then = changes.length > 0 ? ` The deployment after it ${changes.join(' and ')}.` : '';
  return owner.kind === 'unknown' ? [importChoice(`${importFirst}${then} ${thenOwned}`)] : [];
};

/** Why it is not offered; empty where it is. */
export const whyNoImport = (owner: NameOwner): string =>
  owner.kind === 'stack' ? ' It cannot be imported: a resource belongs to one stack at a time.' : owner.kind === 'sentinel' ? ' It is not offered for import: Microsoft Sentinel goes on changing it.' : '';

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

const importIt = ({ type }: NamedResource): ConflictChoice =>
  importChoice(`${importFirst} The deployment after it makes the ${type === 'AWS::IAM::Role' ? 'role' : 'policy'} what the template says, and shows that first. ${thenOwned}`);

const importChoice = (consequence: string): ConflictChoice => ({ kind: 'import', label: 'Import it into the stack', consequence, suggestion: null });

const importFirst = 'The stack takes it over as it is, in an import of its own that changes nothing in it.';

const thenOwned = 'From then on the stack owns it: it is deleted with the stack unless the template keeps it.';

export const importedAsItIs = 'The stack takes it over as it is now.';

export const stop: ConflictChoice = { kind: 'stop', label: 'Stop', consequence: 'Nothing is changed.', suggestion: null };
