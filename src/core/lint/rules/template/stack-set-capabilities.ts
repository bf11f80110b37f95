import type { LocatedDocument, LocatedEntry } from '../../../document/located';
import type { Fix } from '../../../model/finding';
import { appendItem } from '../../fix/append-to';
import { replace } from '../../fix/replace';
import { resourceRule } from '../../rule';
import { identityResources, namedIdentities } from '../../view/identity-resources';
import { stackSetView } from '../../view/stack-set-view';

/** A stack is acknowledged by whoever deploys it; a StackSet inside a template has to say it itself. */
export const stackSetCapabilities = resourceRule({
  id: 'template/stack-set-capabilities',
  severity: 'error',
  summary: 'A StackSet whose template makes roles acknowledges that.',
  why: `CloudFormation makes roles and policies only for those who acknowledge it: \`CAPABILITY_IAM\`, or
\`CAPABILITY_NAMED_IAM\` where they have names of their own, as Defender's roles do. A StackSet in a template states this in
\`Capabilities\`; without it every instance fails with "Requires capabilities".`,
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stackset.html',
  checked: '2026-11-22',
  types: ['AWS::CloudFormation::StackSet'],
  reads: ['document'],

  *check(resource, { document }) {
    const { body, capabilities } = stackSetView(resource);
    if (!body || identityResources(body.resources).length === 0) return;
    const needed = namedIdentities(body.resources).length > 0 ? 'CAPABILITY_NAMED_IAM' : 'CAPABILITY_IAM';
    const given = listed(capabilities);
    if (!given || given.some((word) => word === 'CAPABILITY_NAMED_IAM' || word === needed)) return;
    yield {
      span: capabilities?.value.span ?? body.entry.key.span,
      message: `The StackSet's template makes roles, which needs ${needed}. ${capabilities ? 'Write it here.' : `Add Capabilities with ${needed}.`}`,
      fixes: capabilities ? written(document, capabilities, needed) : [],
    };
  },
});

/** Undefined where the list is not known. */
function listed(capabilities: LocatedEntry | undefined): readonly string[] | undefined {
  if (!capabilities) return [];
  const { value } = capabilities;
  if (value.kind !== 'sequence' || value.items.some(({ kind }) => kind !== 'scalar')) return undefined;
  return value.items.map((item) => (item.kind === 'scalar' ? String(item.value) : ''));
}

/** The named one covers the other. */
function written(document: LocatedDocument, { value }: LocatedEntry, needed: string): readonly Fix[] {
  if (value.kind !== 'sequence') return [];
  const weaker = value.items.find((item) => item.kind === 'scalar' && item.value === 'CAPABILITY_IAM');
  const word = document.format === 'json' ? JSON.stringify(needed) : needed;
  if (weaker) return [replace(`Write ${needed}`, weaker.span, word)];
  return [{ title: `Add ${needed}`, edits: [appendItem(document, value, word)] }];
}
