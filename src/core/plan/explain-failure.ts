import type { Problem } from '../model/problem';

/** What a resource's failure means in plain words, or null where we do not know its text. */
export function explainFailure(logicalId: string, reason: string): Problem | null {
  const known = table.find(({ pattern }) => pattern.test(reason));
  return known ? { ...known.say(logicalId, reason), detail: reason } : null;
}

interface Explanation {
  readonly pattern: RegExp;
  readonly say: (logicalId: string, reason: string) => Problem;
}

const table: readonly Explanation[] = [
  {
    pattern: /already exists/i,
    say: (logicalId) => ({
      code: 'conflict',
      message: `Something with the name that ${logicalId} needs is in the account already, outside this stack.`,
      action: 'Find out who owns it; then give ours another name in the connector file, or delete the other one.',
    }),
  },
  {
    pattern: /not authorized to perform/i,
    say: (logicalId, reason) => {
      const action = /not authorized to perform:? ([\w-]+:\w+)/i.exec(reason)?.[1] ?? 'a permission';
      return {
        code: 'accessDenied',
        message: `${logicalId} could not be made: the profile lacks ${action}.`,
        action: `Ask for ${action}, then deploy again.`,
      };
    },
  },
  {
    pattern: /LimitExceeded|limit exceeded|Cannot exceed quota/i,
    say: (logicalId) => ({
      code: 'service',
      message: `${logicalId} could not be made: a quota of the account is used up.`,
      action: 'Remove what is not needed any more, or ask AWS for a higher quota, then deploy again.',
    }),
  },
];
