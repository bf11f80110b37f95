import type { CatalogRole } from '../../catalog/catalog';
import { roleByName } from '../../catalog/role-by-name';
import { fieldsOf, type Fields, type PortalTemplate } from './portal-template';

/** A role of a portal's template, known by what it is and not by its logical id. */
export interface PortalRole {
  readonly logicalId: string;
  /** Undefined where the name cannot be told without deploying. */
  readonly name: string | undefined;
  readonly role: CatalogRole | undefined;
  /** Audiences of the tokens that open it; empty for roles that none opens. */
  readonly audiences: readonly string[];
}

export const portalRoles = (template: PortalTemplate): readonly PortalRole[] =>
  Object.entries(template.resources)
    .filter(([, resource]) => resource['Type'] === 'AWS::IAM::Role')
    .map(([logicalId, resource]) => {
      const properties = fieldsOf(resource['Properties']);
      const name = textOf(properties['RoleName'], template);
      return {
        logicalId,
        name,
        role: name === undefined ? undefined : roleByName(name)?.role,
        audiences: statementsOf(properties['AssumeRolePolicyDocument']).flatMap(audiencesOf),
      };
    });

/** A name written out, or read from a parameter's default; pseudo parameters stand as a single letter. */
function textOf(value: unknown, { parameters }: PortalTemplate): string | undefined {
  if (typeof value === 'string') return value;
  const { Ref: parameter, 'Fn::Sub': text } = fieldsOf(value);
  if (typeof parameter === 'string') return defaultOf(parameters[parameter]);
  if (typeof text !== 'string') return undefined;
  return text.replaceAll(/\$\{([^}]+)\}/g, (_, name: string) => defaultOf(parameters[name]) ?? 'x');
}

function defaultOf(parameter: Fields | undefined): string | undefined {
  const value = parameter?.['Default'];
  return typeof value === 'string' ? value : undefined;
}

function statementsOf(document: unknown): readonly Fields[] {
  const statements = fieldsOf(document)['Statement'];
  return (Array.isArray(statements) ? statements : [statements]).map(fieldsOf);
}

function audiencesOf({ Action: action, Condition: condition }: Fields): readonly string[] {
  if (![action].flat().includes('sts:AssumeRoleWithWebIdentity')) return [];
  return Object.values(fieldsOf(condition))
    .flatMap((test) => Object.entries(fieldsOf(test)))
    .filter(([key]) => key.endsWith(':aud'))
    .flatMap(([, values]) => [values].flat())
    .filter((value) => typeof value === 'string');
}
