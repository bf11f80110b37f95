/**
 * A second opinion on generated templates: what CloudFormation makes of one, written without the generator's code.
 * Covers the intrinsics that the generator uses, and throws on any other.
 */
export interface ResolvedRole {
  readonly name: string;
  readonly trust: readonly unknown[];
  readonly awsPolicies: readonly string[];
  readonly policies: readonly { readonly name: string; readonly statements: readonly unknown[] }[];
}

export interface ResolvedTemplate {
  readonly roles: ReadonlyMap<string, ResolvedRole>;
  readonly providers: ReadonlyMap<string, readonly string[]>;
  readonly outputs: Readonly<Record<string, unknown>>;
}

interface Resource {
  readonly Type: string;
  readonly Condition?: string;
  readonly DependsOn?: readonly string[];
  readonly Properties: Readonly<Record<string, unknown>>;
}

export interface Template {
  readonly Parameters: Readonly<Record<string, { readonly Default?: string }>>;
  readonly Mappings?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
  readonly Conditions: Readonly<Record<string, unknown>>;
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs: Readonly<Record<string, { readonly Value: unknown }>>;
}

export const account = '123456789012';

const pseudo: Readonly<Record<string, string>> = {
  'AWS::Partition': 'aws', 'AWS::AccountId': account, 'AWS::Region': 'eu-west-1', 'AWS::URLSuffix': 'amazonaws.com',
};

export function resolveTemplate(template: Template, given: Readonly<Record<string, string>> = {}): ResolvedTemplate {
  const resolve = resolver(template, given);
  const holds = (name: string | undefined): boolean => name === undefined || resolve(template.Conditions[name]) === true;
  const made = Object.entries(template.Resources).filter(([, { Condition }]) => holds(Condition));
  const ofType = (type: string) => made.filter(([, { Type }]) => Type === type);

  const attached = ofType('AWS::IAM::ManagedPolicy').map(([, { Properties }]) => ({
    roles: resolve(Properties['Roles']) as readonly string[],
    name: resolve(Properties['ManagedPolicyName']) as string,
    statements: statementsOf(resolve(Properties['PolicyDocument'])),
  }));
  const roles = ofType('AWS::IAM::Role').map(([, { Properties }]): [string, ResolvedRole] => {
    const name = resolve(Properties['RoleName']) as string;
    const inline = (resolve(Properties['Policies'] ?? []) as readonly { PolicyName: string; PolicyDocument: unknown }[]).map(
      ({ PolicyName, PolicyDocument }) => ({ name: PolicyName, statements: statementsOf(PolicyDocument) }),
    );
    return [name, {
      name,
      trust: statementsOf(resolve(Properties['AssumeRolePolicyDocument'])),
      awsPolicies: resolve(Properties['ManagedPolicyArns'] ?? []) as readonly string[],
      policies: [...inline, ...attached.filter((policy) => policy.roles.includes(name)).map(({ name, statements }) => ({ name, statements }))],
    }];
  });
  const providers = ofType('AWS::IAM::OIDCProvider').map(([, { Properties }]): [string, readonly string[]] => [
    resolve(Properties['Url']) as string,
    resolve(Properties['ClientIdList']) as readonly string[],
  ]);
  const outputs = Object.entries(template.Outputs).map(([name, { Value }]) => [name, resolve(Value)]);
  return { roles: new Map(roles), providers: new Map(providers), outputs: Object.fromEntries(outputs) };
}

const statementsOf = (document: unknown): readonly unknown[] => (document as { Statement: readonly unknown[] }).Statement;

function resolver(template: Template, given: Readonly<Record<string, string>>) {
  const ref = (name: string): unknown => {
    const resource = template.Resources[name];
    const value = pseudo[name] ?? given[name] ?? template.Parameters[name]?.Default ?? (resource && resolve(resource.Properties['RoleName']));
    if (value === undefined) throw new Error(`Nothing is called ${name}.`);
    return value;
  };
  const intrinsics: Readonly<Record<string, (argument: never) => unknown>> = {
    Ref: (name: string) => ref(name),
    'Fn::Sub': (text: string) => text.replace(/\$\{([^}]+)\}/g, (_, name: string) => String(ref(name))),
    'Fn::GetAtt': ([name, attribute]: [string, string]) => `${String(ref(name))}.${attribute}`,
    'Fn::Equals': ([a, b]: [unknown, unknown]) => resolve(a) === resolve(b),
    'Fn::Or': (operands: readonly unknown[]) => operands.some((operand) => resolve(operand) === true),
    'Fn::FindInMap': ([map, first, second]: [string, string, string]) => template.Mappings?.[map]?.[first]?.[second],
    'Fn::If': ([condition, yes, no]: [string, unknown, unknown]) => resolve(resolve(template.Conditions[condition]) === true ? yes : no),
  };
  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve);
    if (typeof value !== 'object' || value === null) return value;
    const [[key, argument] = ['', undefined], ...more] = Object.entries(value);
    const intrinsic = more.length === 0 ? intrinsics[key] : undefined;
    if (key === 'Condition' && typeof argument === 'string') return resolve(template.Conditions[argument]);
    if (intrinsic) return intrinsic(argument as never);
    if (key.startsWith('Fn::')) throw new Error(`${key} is not known here.`);
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, resolve(inner)]));
  };
  return resolve;
}
