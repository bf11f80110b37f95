import { entryOf } from '../../../document/entry-of';
import { shown } from '../../../document/shown';
import { replace } from '../../fix/replace';
import { resourceRule } from '../../rule';
import { policyDocuments } from '../../view/policy-documents';

/** It is the version of the language, not of the policy. */
export const policyVersion = resourceRule({
  id: 'template/policy-version',
  severity: 'error',
  summary: 'A policy names a version of the policy language that exists: 2012-10-17.',
  why: `\`Version\` of a policy is the version of its language, and there are two: \`2012-10-17\` and the older \`2008-10-17\`. IAM
refuses a policy with another date ("MalformedPolicyDocument"), and the stack is rolled back.`,
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html',
  checked: '2026-11-22',
  reads: [],

  *check(resource) {
    for (const policy of policyDocuments(resource)) {
      const version = entryOf(policy, 'Version')?.value;
      if (version?.kind !== 'scalar' || versions.includes(String(version.value))) continue;
      yield {
        span: version.span,
        message: `The policy language has no version ${shown(String(version.value ?? ''))}. Write 2012-10-17.`,
        fixes: [replace('Write 2012-10-17', version.span, `${version.span.start === version.span.end ? ' ' : ''}"2012-10-17"`)],
      };
    }
  },
});

const versions: readonly string[] = ['2012-10-17', '2008-10-17'];
