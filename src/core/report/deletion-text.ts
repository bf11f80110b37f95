import type { DeletionPlan, PlannedDeletion } from '../plan/deletion-plan';

/** A deletion to read before saying yes: what goes, what stays, and what that means. */
export function deletionText({ target, stackStatus, resources, notes, obstacle }: DeletionPlan): string {
  return [
    `Deletes stack ${target.stack} (${stackStatus}) of connector ${target.connectorName}`,
    `  Account   ${target.accountId}`,
    `  Region    ${target.region}`,
    `  Profile   ${target.profile} (${target.callerArn})`,
    ...notes.map((note) => `  Note      ${note}`),
    '',
    ...fates.flatMap(([fate, sign, words]) => resources.filter((resource) => resource.fate === fate).map((resource) => `${sign} ${words} ${line(resource)}`)),
    ...(resources.length === 0 ? ['The stack has no resources.'] : []),
    ...(obstacle === null ? [] : ['', `Nothing may be deleted now. ${[obstacle.message, obstacle.action].filter(Boolean).join(' ')}`]),
    '',
  ].join('\n');
}

const fates = [
  ['deleted', '-', 'delete'],
  ['retained', '=', 'retain'],
  ['gone', ' ', 'gone  '],
] as const;

const line = ({ type, logicalId, physicalId, why }: PlannedDeletion) =>
  `${type} ${logicalId}${physicalId === null ? '' : ` (${physicalId})`}${why === null ? '' : `: ${why}`}`;
