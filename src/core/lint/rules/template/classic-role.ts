import { iam } from '../../../catalog/iam';
import { resourceRule } from '../../rule';

/** Older than the connectors of today: told apart, not corrected. */
export const classicRole = resourceRule({
  id: 'template/classic-role',
  severity: 'information',
  summary: 'No role is left of a classic connector.',
  why: `Before there were identity providers, Defender for Cloud came from an AWS account of Microsoft's, with an external
id. These classic connectors are retired: nobody assumes their roles any more, and they still let that account in.`,
  source: 'https://learn.microsoft.com/azure/defender-for-cloud/release-notes-archive#retirement-of-classic-connectors-for-multicloud',
  checked: '2026-11-22',
  types: ['AWS::IAM::Role'],
  reads: ['roles'],

  *check(resource, { roles }) {
    const role = roles.find((candidate) => candidate.resource === resource);
    for (const { value } of role?.statements.flatMap(({ principals }) => principals) ?? []) {
      if (!classic || !value.text.includes(classic)) continue;
      yield {
        span: value.span,
        message: `Role ${role?.label ?? ''} lets in AWS account ${classic} of the classic connectors, which are retired. Remove it.`,
      };
    }
  },
});

const classic = iam.microsoftAccounts.find(({ use }) => use === 'classic')?.account;
