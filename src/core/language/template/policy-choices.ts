import { iam, type PolicyKind } from '../../catalog/iam';
import type { LocatedDocument } from '../../document/located';
import { allPublishedActions } from '../../lint/view/needed-permissions';
import type { Path } from '../schema-node';
import type { Choice } from '../value-completions';
import { typeAt } from './property-shape';

/** Where in a policy a path leads: whose it is, and the steps below its document. */
interface PolicyPlace {
  readonly kind: PolicyKind;
  readonly steps: Path;
}

function placeIn(document: LocatedDocument, path: Path): PolicyPlace | undefined {
  const at = path.findIndex((step) => step === 'AssumeRolePolicyDocument' || step === 'PolicyDocument');
  if (at < 0) return undefined;
  const own = typeAt(document, path)?.startsWith('AWS::IAM::') ? 'identity' : 'resource';
  // A policy may have one statement, or a list of them.
  const steps = path.slice(at + 1).filter((step) => typeof step !== 'number');
  return { kind: path[at] === 'AssumeRolePolicyDocument' ? 'trust' : own, steps };
}

const { policyElements, conditionOperators, trustActions } = iam;

/** Keys that a policy, a statement or a part of one takes; undefined outside of policies. */
export function policyKeys(document: LocatedDocument, path: Path): { readonly names: readonly string[]; readonly required: readonly string[] } | undefined {
  const place = placeIn(document, path);
  if (!place) return undefined;
  const { kind, steps } = place;
  const { required, prohibited } = policyElements[kind];
  const key = String(steps.at(-1));
  if (steps.length === 0) return { names: policyElements.policy.filter((name) => name !== 'Id' || kind === 'resource'), required: ['Statement'] };
  if (steps.length === 1 && key === 'Statement') return { names: policyElements.statement.filter((name) => !prohibited.includes(name) && (kind !== 'trust' || !name.startsWith('Not'))), required };
  if (/Principal$/.test(key)) return { names: policyElements.principals.filter((name) => name !== 'CanonicalUser' || kind === 'resource'), required: [] };
  if (key === 'Condition') return { names: [...conditionOperators.text, ...conditionOperators.other], required: [] };
  return { names: [], required: [] };
}

/** Values that an element of a policy takes. */
export function policyValues(document: LocatedDocument, path: Path): readonly Choice[] {
  const place = placeIn(document, path);
  if (!place) return [];
  const { kind, steps } = place;
  if (steps.length === 1 && steps[0] === 'Version') return [{ value: '2012-10-17' }];
  if (steps[0] !== 'Statement' || steps.length !== 2) return [];
  if (steps[1] === 'Effect') return policyElements.effects.map((value) => ({ value }));
  if (steps[1] !== 'Action' && steps[1] !== 'NotAction') return [];
  const actions = kind === 'trust' ? trustActions.beside : [...allPublishedActions()].sort();
  return actions.map((value) => ({ value }));
}
