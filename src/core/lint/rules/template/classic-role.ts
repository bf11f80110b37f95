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
  reads: ['roleOf'],

  *check(resource, { roleOf }) {
    const role = roleOf(resource);
    for (const { span } of role?.classic ?? []) {
      yield { span, message: `Role ${role?.label ?? ''} lets in the AWS account of classic connectors, which are retired. Remove the role, or this principal.` };
    }
  },
});
