import { shown } from '../../../document/shown';
import { limit } from '../../../catalog/limit';
import { roleByName } from '../../../catalog/role-by-name';
import { rewrite } from '../../fix/rewrite';
import { roleRule } from '../../role-rule';
import { roleNameMistake } from '../../view/role-name-mistake';

/** Azure asks for a role by its name, and AWS keeps names to a pattern. */
export const templateRoleName = roleRule({
  id: 'template/role-name',
  severity: 'error',
  summary: 'Role names fit IAM and Defender for Cloud, and are spelt as those that Azure asks for.',
  why: `IAM takes 64 characters for a role's name, and Defender for Cloud takes letters, digits, hyphens and underscores. The
roles of registry access and agentless Kubernetes discovery have to start with \`MDC\`. Names with underscores come from
Microsoft's module for the Azure side: AWS has the same names with hyphens.`,
  source:
    'https://github.com/Azure/Microsoft-Defender-for-Cloud/blob/20917cecf5cf561b0cda98bd67d67929c88e4d46/MultiCloud/AWS/variables.tf',
  checked: '2026-11-22',
  reads: [],

  *check({ name, known }, { document }) {
    if (!name?.known || name.text.includes('${')) return;
    const told = roleNameMistake(name.text, known);
    if (told) yield { span: name.span, message: told.message, fixes: told.right ? rewrite(document, `Write ${told.right}`, name, told.right) : [] };
    const right = known && underscored(name.text);
    if (!right) return;
    yield {
      span: name.span,
      severity: 'warning',
      message: `Role name ${shown(name.text)} has underscores, and Microsoft's roles in AWS have hyphens. Write ${right}, here and in Azure.`,
      fixes: right.length <= limit('roleNameChars') ? rewrite(document, `Write ${right}`, name, right) : [],
    };
  },
});

/** The name with hyphens, where that is one of Microsoft's and the one with underscores is from the module. */
function underscored(name: string): string | undefined {
  const hyphens = name.replaceAll('_', '-');
  const right = roleByName(hyphens);
  return hyphens !== name && right?.known.name.includes('_') === false ? right.known.name : undefined;
}
