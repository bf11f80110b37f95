import type { CatalogPolicy, CatalogRole } from '../catalog/catalog';
import { limit } from '../catalog/limit';
import type { Connector } from '../model/connector';
import { correctPartition } from './correct-partition';
import { correctedPolicies } from './corrected-policies';
import type { Filler } from './filler';
import { mapStrings } from './map-strings';
import { splitStatements } from './split-statements';
import { templateNames } from './template-names';
import { trustDocument } from './trust-document';

export type Resources = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A role whose trust and permissions the catalog knows, and its policies, each a resource of its own. */
export function roleResources(role: CatalogRole, connector: Connector, filler: Filler): Resources {
  const policies = correctedPolicies(role, connector.access);
  const awsPolicies = role.managedPolicies[connector.access] ?? [];
  const dependencies = dependsOn(role);
  const inline = policies.filter(({ kind }) => kind === 'inline');
  return {
    [templateNames.roleResource(role)]: {
      Type: 'AWS::IAM::Role',
      ...(dependencies.length > 0 && { DependsOn: dependencies }),
      Properties: {
        RoleName: nameOf(role, connector, filler),
        ...(role.description !== null && { Description: role.description }),
        AssumeRolePolicyDocument: trustDocument(role.trust ?? [], filler),
        ...(awsPolicies.length > 0 && {
          ManagedPolicyArns: awsPolicies.map((arn) => filler.value(correctPartition(arn))),
        }),
        ...(inline.length > 0 && { Policies: inline.map((policy) => inlinePolicy(policy, filler)) }),
      },
    },
    ...managedPolicies(role, policies.filter(({ kind }) => kind === 'managed'), filler),
  };
}

function nameOf(role: CatalogRole, connector: Connector, filler: Filler): unknown {
  const parameter = templateNames.roleParameter(role);
  if (parameter !== null) return { Ref: parameter };
  return connector.roles[role.id] ?? filler.value(role.defaultName ?? role.id);
}

/**
 * A role that another role trusts has to exist first, or IAM refuses the principal. Nothing waits for a provider:
 * trust names it by ARN, and a template may not depend on what a condition leaves out.
 */
const dependsOn = ({ trust }: CatalogRole): readonly string[] =>
  (trust ?? [])
    .flatMap(({ principal }) => /<role:(\w+)>/.exec(principal['AWS'] ?? '')?.[1] ?? [])
    .map((id) => templateNames.roleResource({ id }));

const inlinePolicy = ({ name, statements }: CatalogPolicy, filler: Filler) => ({
  PolicyName: filler.value(name),
  PolicyDocument: { Version: '2012-10-17', Statement: mapStrings(statements, filler.value) },
});

function managedPolicies(role: CatalogRole, policies: readonly CatalogPolicy[], filler: Filler): Resources {
  const pieces = policies.flatMap(({ name, description, statements }) => {
    const filled = statements.map((statement) => mapStrings(statement, filler.value) as Readonly<Record<string, unknown>>);
    return splitStatements(filled, limit('managedPolicyChars')).map((document, index) => ({
      name: index === 0 ? name : `${name}-${index + 1}`,
      description,
      document,
    }));
  });
  return Object.fromEntries(
    pieces.map(({ name, description, document }, index) => [
      templateNames.policyResource(role, index + 1),
      {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: {
          ManagedPolicyName: filler.value(name),
          ...(description !== '' && { Description: description }),
          PolicyDocument: { Version: '2012-10-17', Statement: document },
          Roles: [{ Ref: templateNames.roleResource(role) }],
        },
      },
    ]),
  );
}
