import { shown } from '../../../document/shown';
import { accessTypes } from '../../../model/connector';
import type { LocatedDocument } from '../../../document/located';
import type { Fix } from '../../../model/finding';
import { appendEntry } from '../../fix/append-to';
import { policyRule, type RolePolicy } from '../../policy-rule';
import { type NeededStatement, neededPermissions } from '../../view/needed-permissions';
import { plainArn } from '../../view/provider-arn';
import type { PolicyStatement } from '../../view/policy-statement';

/** What deletes, passes on or sends is kept to Defender's own things. */
export const permissionScope = policyRule({
  id: 'template/permission-scope',
  severity: 'warning',
  summary: 'Permissions that Microsoft limits by tag, by name or by condition are limited here too.',
  why: `Some roles delete snapshots, change keys or pass roles on. Microsoft's policies limit that to what Defender for Cloud
has made itself: snapshots with the tag \`CreatedBy\` = \`Microsoft Defender for Cloud\`, database snapshots and keys
with its prefix. Without the limit the role can delete your own.`,
  source: 'https://learn.microsoft.com/azure/defender-for-cloud/concept-agentless-data-collection',
  checked: '2026-11-22',
  reads: [],

  *check(policy, { document }) {
    const published = publishedStatements(policy);
    for (const statement of policy.statements.filter(({ effect }) => effect === 'Allow')) {
      for (const action of statement.actions) {
        const limited = limits(published, action.text);
        const reason = limited && unlimited(statement, limited);
        if (reason) {
          yield {
            span: action.span,
            message: `${shown(action.text)} is allowed ${reason}. Limit it as Microsoft does, to what Defender for Cloud has made.`,
            fixes: limited.condition ? addPublished(document, published, statement) : [],
          };
        }
      }
    }
  },
});

const publishedStatements = ({ owners }: RolePolicy): readonly NeededStatement[] =>
  owners.flatMap(({ known }) => (known ? accessTypes.flatMap((access) => neededPermissions(known, access)?.allowed ?? []) : []));

/** What every published statement with the action has; undefined where one is open, or none is published. */
function limits(published: readonly NeededStatement[], action: string): { readonly condition: boolean; readonly resource: boolean } | undefined {
  const own = published.filter(({ actions }) => actions.some((one) => one.toLowerCase() === action.toLowerCase()));
  if (own.length === 0 || !changes.test(action)) return undefined;
  return {
    condition: own.every(({ condition }) => condition !== undefined),
    resource: own.every(({ resources }) => !resources.some(isEverything)),
  };
}

/** The published condition, where all actions of the statement have the same one. */
function addPublished(document: LocatedDocument, published: readonly NeededStatement[], statement: PolicyStatement): readonly Fix[] {
  const fits = published.find(
    ({ condition, actions }) =>
      condition !== undefined && statement.actions.every(({ text }) => actions.some((action) => action.toLowerCase() === text.toLowerCase())),
  );
  const written = JSON.stringify(fits?.condition, null, 1)?.replace(/\n\s*/g, ' ');
  if (!written || /[<$]/.test(written)) return [];
  return [{ title: 'Add the published condition', edits: [appendEntry(document, statement.map, 'Condition', written)] }];
}

/** All there is, or all of one type. */
const isEverything = (resource: string): boolean =>
  /^(?:\*|arn:[^:]*:[\w-]*:[^:]*:[^:]*:(?:\*|[\w-]+[:/]\*))$/.test(plainArn(resource));

const changes = /:(?:Delete|Schedule|Disable|Modify|Put|Pass|Create|Associate|Copy|Update|Attach|Add)/i;

function unlimited({ condition, resources, notResource }: PolicyStatement, limited: { readonly condition: boolean; readonly resource: boolean }): string | undefined {
  const isOpen = notResource !== undefined || resources.some(({ text, known }) => known && isEverything(text));
  if (limited.condition && !condition && isOpen) return 'without a condition';
  return limited.resource && !condition && isOpen ? 'on every resource' : undefined;
}
