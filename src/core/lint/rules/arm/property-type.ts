import type { Located, LocatedScalar } from '../../../document/located';
import type { ArmProperty } from '../../arm/arm-properties';
import { replace } from '../../fix/replace';
import { type RuleFinding, armConnectorRule } from '../../rule';
import { isExpression } from '../../view/arm-expression';

/** Account ids, intervals and the servers plan have rules that say more. */
const elsewhere = ['hierarchyIdentifier', 'environmentData.scanInterval', 'offerings.DefenderForServersAws.subPlan'];

export const armPropertyType = armConnectorRule({
  id: 'arm/property-type',
  severity: 'error',
  summary: 'Each field has the type that the specification gives it.',
  why: `Azure refuses a body in which text stands for a switch or a single value for a list. In templates and scripts that
is mostly a pair of quotes too many: \`"true"\` is text, \`true\` a switch.`,
  source: 'https://learn.microsoft.com/azure/templates/microsoft.security/securityconnectors',
  checked: '2026-11-22',

  *check({ fields }) {
    for (const { property, entry, name } of fields) {
      if (!property || elsewhere.includes(property.path) || fits(property.type, entry.value)) continue;
      yield {
        span: entry.value.span,
        message: `${name} is ${kindOf(entry.value)}, and must be ${wanted[property.type]}.`,
        ...fixed(property, entry.value),
      };
    }
  },
});

const wanted: Readonly<Record<ArmProperty['type'], string>> = {
  object: 'an object',
  array: 'a list',
  string: 'text in double quotes',
  boolean: 'true or false, without quotes',
  integer: 'a whole number, without quotes',
  map: 'an object of texts',
  any: 'any value',
};

/** Null leaves a field out, and what an expression gives is not known. */
function fits(type: ArmProperty['type'], value: Located): boolean {
  if (type === 'any' || isExpression(value) || (value.kind === 'scalar' && value.value === null)) return true;
  if (type === 'array') return value.kind === 'sequence';
  if (type === 'object') return value.kind === 'map';
  if (type === 'map') return value.kind === 'map' && value.entries.every((entry) => fits('string', entry.value));
  if (value.kind !== 'scalar') return false;
  return type === 'integer' ? Number.isInteger(value.value) : typeof value.value === type;
}

function kindOf(value: Located): string {
  if (value.kind !== 'scalar') return value.kind === 'map' ? 'an object' : 'a list';
  if (typeof value.value === 'string') return 'text';
  return typeof value.value === 'number' ? 'a number' : 'true or false';
}

function fixed({ type }: ArmProperty, value: Located): Pick<RuleFinding, 'fixes'> {
  const text = value.kind === 'scalar' ? rightText(type, value) : undefined;
  return text === undefined ? {} : { fixes: [replace(`Write ${text}`, value.span, text)] };
}

function rightText(type: ArmProperty['type'], { value }: LocatedScalar): string | undefined {
  const text = String(value);
  if (type === 'boolean') return /^(?:true|false)$/i.test(text) ? text.toLowerCase() : undefined;
  if (type === 'integer') return /^\d{1,9}$/.test(text) ? String(Number(text)) : undefined;
  if (type === 'string') return JSON.stringify(text);
  return type === 'array' && typeof value === 'string' ? `[${JSON.stringify(value)}]` : undefined;
}
