import { shown } from '../../../document/shown';
import { removeItem } from '../../fix/remove-item';
import { policyRule } from '../../policy-rule';

/** Harmless, and it costs room that policies are short of. */
export const duplicateAction = policyRule({
  id: 'template/duplicate-action',
  severity: 'information',
  summary: 'A statement names each action once.',
  why: `An action that stands twice in one statement allows nothing more. It counts towards the size of the policy, which
IAM limits, and it often stands where another action was meant.`,
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
  checked: '2026-11-22',
  reads: [],

  *check({ statements }, { document }) {
    for (const { actions, actionList } of statements) {
      const seen = new Set<string>();
      for (const [index, { text, known, span }] of actions.entries()) {
        const name = text.toLowerCase();
        if (known && actionList && seen.has(name)) {
          yield { span, message: `Action ${shown(text)} stands in this statement already. Remove it here.`, fixes: [{ title: 'Remove it here', edits: [removeItem(document, actionList, index)] }] };
        }
        seen.add(name);
      }
    }
  },
});
