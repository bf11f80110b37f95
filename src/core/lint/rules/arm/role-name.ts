import type { CatalogRole } from '../../../catalog/catalog';
import { roleByName } from '../../../catalog/role-by-name';
import type { Span } from '../../../model/finding';
import { roleArnParts } from '../../arm/role-arn-parts';
import { roleAt } from '../../arm/role-at';
import { replace } from '../../fix/replace';
import { nearest } from '../../nearest';
import { type RuleFinding, armConnectorRule } from '../../rule';
import { knownText } from '../../view/arm-expression';

export const roleName = armConnectorRule({
  id: 'arm/role-name',
  severity: 'hint',
  summary: 'Each feature names its own role, spelled as templates spell it.',
  why: `Role names may be chosen freely, so a name of your own is never spoken about. A name that is nearly the usual one is
mostly a slip, told as a hint; the usual name of another feature's role has the wrong permissions and the wrong audience
for this one, which is a warning.`,
  source: 'https://learn.microsoft.com/azure/defender-for-cloud/permissions',
  checked: '2026-11-22',

  *check({ fields, file }) {
    // Told by arm/connector-agreement, which knows what the names should be.
    if (file) return;
    for (const { entry, path } of fields) {
      const arn = knownText(entry.value);
      const role = path.endsWith('.cloudRoleArn') ? roleAt(path) : undefined;
      const name = arn === undefined ? undefined : roleArnParts(arn)?.name;
      if (arn && role && name) yield* unusualName(role, name, { arn, span: entry.value.span });
    }
  },
});

function* unusualName(role: CatalogRole, name: string, { arn, span }: { readonly arn: string; readonly span: Span }): Iterable<RuleFinding> {
  const names = role.names.map((known) => known.name);
  if (names.includes(name)) return;
  const other = roleByName(name)?.role;
  const isOther = other !== undefined && other.id !== role.id && other.defaultName === name;
  const meant = isOther ? role.defaultName : nearest(name, names, Math.min(3, Math.floor(name.length / 6)));
  if (!meant) return;
  yield {
    span,
    severity: isOther ? 'warning' : 'hint',
    message: isOther
      ? `Role ${name} belongs to another feature, and has its permissions and audience. The usual name here is ${meant}.`
      : `Role ${name} is nearly the usual name ${meant}. Write that, unless the role really has this name.`,
    fixes: [replace(`Write ${meant}`, span, JSON.stringify(arn.slice(0, -name.length) + meant))],
  };
}
