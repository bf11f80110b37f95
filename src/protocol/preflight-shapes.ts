import type { AudienceMerge, ConflictChoice, NameConflict, NameOwner, PreflightCheck } from '../core/plan/preflight-check';
import { fields, list, nullable, oneOf, text, variant, type Shape } from './shape';

const owner: Shape<NameOwner> = variant<NameOwner>('kind', {
  thisStack: fields<Extract<NameOwner, { kind: 'thisStack' }>>({ kind: oneOf('thisStack') }),
  stack: fields<Extract<NameOwner, { kind: 'stack' }>>({ kind: oneOf('stack'), stackId: text, stackName: text, region: text }),
  sentinel: fields<Extract<NameOwner, { kind: 'sentinel' }>>({ kind: oneOf('sentinel') }),
  unknown: fields<Extract<NameOwner, { kind: 'unknown' }>>({ kind: oneOf('unknown') }),
});

export const conflictChoice: Shape<ConflictChoice['kind']> = oneOf('mergeAudiences', 'keepAudiences', 'rename', 'import', 'useOwner', 'stop');

const choice: Shape<ConflictChoice> = fields<ConflictChoice>({
  kind: conflictChoice,
  label: text,
  consequence: text,
  suggestion: nullable(text),
});

const conflict: Shape<NameConflict> = fields<NameConflict>({
  logicalId: text,
  type: text,
  name: text,
  owner,
  choices: list(choice),
  chosen: nullable(oneOf('mergeAudiences', 'keepAudiences', 'rename', 'import')),
});

export const preflightCheck: Shape<PreflightCheck> = fields<PreflightCheck>({
  id: text,
  title: text,
  result: oneOf('passed', 'failed', 'warning', 'unknown'),
  evidence: text,
  fix: nullable(text),
  conflict: nullable(conflict),
});

export const audienceMerge: Shape<AudienceMerge> = fields<AudienceMerge>({ providerArn: text, url: text, audiences: list(text) });
