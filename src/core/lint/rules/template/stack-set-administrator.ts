import { writeName } from '../../fix/write-name';
import { resourceRule } from '../../rule';
import { identityResources } from '../../view/identity-resources';
import { stackSetView } from '../../view/stack-set-view';

/** Defender reads the StackSet from the management account. */
export const stackSetAdministrator = resourceRule({
  id: 'template/stack-set-administrator',
  severity: 'error',
  summary: 'The StackSet for member accounts is made by the management account itself.',
  why: `Microsoft Defender for Cloud does not support onboarding an organization from a delegated administrator. Make the
StackSet in the management account, which acts as itself: \`CallAs: SELF\`, or no \`CallAs\` at all.`,
  source:
    'https://github.com/MicrosoftDocs/azure-security-docs/blob/8060052cc18ce64900eb08d7cf9232cbf3e75a0b/articles/defender-for-cloud/quickstart-onboard-aws.md',
  checked: '2026-11-22',
  types: ['AWS::CloudFormation::StackSet'],
  reads: [],

  *check(resource) {
    const { body, callAs } = stackSetView(resource);
    if (callAs?.value !== 'DELEGATED_ADMIN' || !body || identityResources(body.resources).length === 0) return;
    yield {
      span: callAs.span,
      message: 'Defender for Cloud does not support a delegated administrator. Deploy from the management account and write SELF.',
      fixes: [writeName(callAs, 'SELF')],
    };
  },
});
