import type { DeploymentPreview, DeploymentTarget, ResourceChange } from '../../core/plan/deployment-preview';

export interface ConfirmationWords {
  readonly question: string;
  readonly detail: string;
  readonly yes: string;
}

/** Every question names account, region and stack. */
const place = ({ stack, accountId, region }: DeploymentTarget) => `stack ${stack} in AWS account ${accountId}, region ${region}`;

export function deployWords(preview: DeploymentPreview): ConfirmationWords {
  const { target, action, changes } = preview;
  if (action === 'none') return audienceWords(preview);
  const { verb, yes } = verbs[action];
  const roles = changes.filter(({ type }) => type.startsWith('AWS::IAM::')).length;
  return {
    question: `${verb} ${place(target)}?`,
    detail: [
      `${countChanges(changes)}.`,
      ...(action === 'import' ? ['What is imported stays as it is; the deployment itself comes after it.'] : roles === 0 ? [] : [`${roles} of them change who may do what in this account (IAM).`]),
      ...audiences(preview),
      `Connector ${target.connectorName}, profile ${target.profile}, as ${target.callerArn}.`,
    ].join('\n'),
    yes,
  };
}

const verbs = {
  create: { verb: 'Create', yes: 'Create stack' },
  update: { verb: 'Update', yes: 'Update stack' },
  import: { verb: 'Import into', yes: 'Import' },
} as const;

function audienceWords(preview: DeploymentPreview): ConfirmationWords {
  const { target } = preview;
  return {
    question: `Add audiences for ${place(target)}?`,
    detail: ['The stack stays as it is.', ...audiences(preview), `Connector ${target.connectorName}, profile ${target.profile}, as ${target.callerArn}.`].join('\n'),
    yes: 'Add audiences',
  };
}

const audiences = ({ audiencesToAdd }: DeploymentPreview): readonly string[] =>
  audiencesToAdd.map(({ url, audiences: missing }) => `Identity provider ${url}, which others use, gets ${missing.join(', ')}; none is taken away.`);

export const discardWords = ({ target, action }: DeploymentPreview): ConfirmationWords => ({
  question: `Discard the change set of ${place(target)}?`,
  detail:
    action !== 'update'
      ? 'The change set and the empty stack made for it are deleted. No resource is touched.'
      : 'The change set is deleted. The stack stays as it is.',
  yes: 'Discard',
});

export const cancelWords = ({ target }: Pick<DeploymentPreview, 'target'>): ConfirmationWords => ({
  question: `Cancel the update of ${place(target)}?`,
  detail:
    'CloudFormation takes the stack back to what it was before the update. It does so only while the stack is UPDATE_IN_PROGRESS; later, the update ends as it would have.',
  yes: 'Cancel update',
});

/** "3 resources added, 1 modified". */
export function countChanges(changes: readonly ResourceChange[]): string {
  const words = { add: 'added', modify: 'modified', remove: 'removed', import: 'imported', dynamic: 'perhaps changed' } as const;
  const counts = Object.entries(words).flatMap(([action, word]) => {
    const number = changes.filter((change) => change.action === action).length;
    return number === 0 ? [] : [`${number} ${word}`];
  });
  const replaced = changes.filter(({ replacement }) => replacement !== 'never').length;
  if (replaced > 0) counts.push(`${replaced} replaced or perhaps replaced`);
  return counts.length === 0 ? 'No resource changes' : `Resources: ${counts.join(', ')}`;
}
