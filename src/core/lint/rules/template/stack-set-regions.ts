import { removeItem } from '../../fix/remove-item';
import { resourceRule } from '../../rule';
import { namedIdentities } from '../../view/identity-resources';
import type { ResourceView } from '../../view/resource-view';
import { stackSetView } from '../../view/stack-set-view';

/** Roles and identity providers belong to an account, not to a region. */
export const stackSetRegions = resourceRule({
  id: 'template/stack-set-regions',
  severity: 'error',
  summary: 'A StackSet with roles goes to one region of each account.',
  why: `Roles, policies and the identity provider are global: in the second region of an account they exist already, and the
instance fails with "already exists". One region covers the account.`,
  source:
    'https://github.com/MicrosoftDocs/azure-security-docs/blob/8060052cc18ce64900eb08d7cf9232cbf3e75a0b/articles/defender-for-cloud/troubleshoot-connectors.md#cloudformation-error-resolution-table',
  checked: '2026-11-22',
  types: ['AWS::CloudFormation::StackSet'],
  reads: ['document'],

  *check(resource, { document }) {
    const { body, regions } = stackSetView(resource);
    if (!body || !isGlobal(body.resources)) return;
    for (const list of regions) {
      if (list.kind !== 'sequence' || list.items.length < 2 || !list.items.every(({ kind }) => kind === 'scalar')) continue;
      yield {
        span: list.span,
        message: `The StackSet makes the same roles in ${list.items.length} regions of each account, and roles are global: the second region fails. Keep one region.`,
        fixes: list.items.length === 2 ? [{ title: 'Keep the first region', edits: [removeItem(document, list, 1)] }] : [],
      };
    }
  },
});

/** A name, or the URL of an identity provider, is taken once for the whole account. */
const isGlobal = (resources: readonly ResourceView[]): boolean =>
  namedIdentities(resources).length > 0 || resources.some(({ type }) => type === 'AWS::IAM::OIDCProvider');
