import type { CatalogRole } from '../../../catalog/catalog';
import { shown } from '../../../document/shown';
import type { LocatedDocument, LocatedSequence } from '../../../document/located';
import type { Fix } from '../../../model/finding';
import { appendItem } from '../../fix/append-to';
import { roleRule } from '../../role-rule';
import type { RoleView } from '../../view/role-view';
import type { TemplateView } from '../../view/template-view';
import { matchesPattern } from '../../view/matches-pattern';
import { actionSet } from '../../view/action-set';
import { permissionsOf } from '../../view/role-permissions';
import { neededPermissions } from '../../view/needed-permissions';

/** Defender sets up the log pipeline, and hands its roles to AWS services by their ARNs. */
export const passRole = roleRule({
  id: 'template/pass-role',
  severity: 'error',
  summary: 'The role that sets up the log pipeline may pass the roles of the pipeline on, under the names they have.',
  why: `For threat protection of EKS clusters Defender for Cloud makes a pipeline from CloudWatch to S3 and passes two roles
to it. The policy of 2024 allows that for role names with certain prefixes only: under names of later templates, or of
your own, the pipeline is never made.`,
  source: 'https://learn.microsoft.com/azure/defender-for-cloud/containers-permissions',
  checked: '2026-11-22',
  reads: ['policies', 'roles'],

  *check(role, { roles, policies, document }) {
    const passed = role.known ? passedBy(role.known) : [];
    const place = passed.length > 0 ? resourcesOf(role, policies) : undefined;
    if (!place) return;
    for (const other of roles) {
      if (!other.known || !passed.includes(other.known.id) || !other.name?.known) continue;
      const name = other.name.text;
      if (place.resources.some(({ text }) => matchesPattern(name, nameIn(text)))) continue;
      yield {
        span: place.span,
        message: `Role ${role.label} may not pass on role ${shown(name)}, so the log pipeline is not made. Add its ARN to the resources of iam:PassRole.`,
        fixes: addArn(document, place.list, name),
      };
    }
  },
});

/** What a role may pass on; undefined where the file does not tell all of it. */
function resourcesOf(role: RoleView, policies: TemplateView['policies']) {
  const granted = permissionsOf(role, policies);
  const statements = granted.statements.filter(({ effect, actions }) => effect === 'Allow' && actionSet(actions.map(({ text }) => text)).has('iam:PassRole'));
  const resources = statements.flatMap((statement) => statement.resources);
  const [first] = resources;
  const isWhole = granted.isWhole && granted.awsPolicies.length === 0 && resources.every(({ known }) => known);
  if (!first || !isWhole || statements.some(({ notResource }) => notResource)) return undefined;
  return { resources, span: first.span, list: statements[0]?.resourceList };
}

function addArn(document: LocatedDocument, list: LocatedSequence | undefined, name: string): readonly Fix[] {
  if (!list || !/^[\w+=,.@-]+$/.test(name)) return [];
  const arn = `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/${name}`;
  const written = document.format === 'json' ? `{ "Fn::Sub": "${arn}" }` : `!Sub "${arn}"`;
  return [{ title: `Allow to pass on ${name}`, edits: [appendItem(document, list, written)] }];
}

/** The pattern of role names that an ARN stands for. */
const nameIn = (arn: string): string => arn.replace(/^.*?:role\//s, '').replace(/^.*:\*$/s, '*');

/** The roles that the published policy may pass on by name. */
const passedBy = (role: CatalogRole): readonly string[] =>
  (neededPermissions(role, 'leastPrivilege')?.allowed ?? [])
    .filter(({ actions }) => actions.includes('iam:PassRole'))
    .flatMap(({ resources }) => resources.flatMap((resource) => /<role:(\w+)>/.exec(resource)?.[1] ?? []))
    .filter((id) => id !== role.id);
