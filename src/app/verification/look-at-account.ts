import { providerById } from '../../core/catalog/provider-by-id';
import { providerFor } from '../../core/catalog/provider-for';
import { providerPath } from '../../core/catalog/provider-path';
import { requiredRoles } from '../../core/catalog/required-roles';
import type { Connector } from '../../core/model/connector';
import { ok } from '../../core/model/result';
import type { Facts } from '../../core/verify/facts';
import { reading } from './reading';
import type { VerificationPorts } from './ports';

/** A part of the facts, such as one look gives. */
export type FactsPart = Partial<Omit<Facts, 'providers'>> & { readonly providers?: Partial<Facts['providers']> };

/** One thing to look at. */
export interface Look {
  /** Said as progress. */
  readonly what: string;
  readonly take: () => Promise<FactsPart>;
}

export interface LookContext {
  readonly ports: VerificationPorts;
  readonly connector: Connector;
  /** Ids of the features that are on. */
  readonly features: readonly string[];
  readonly signal: AbortSignal | undefined;
}

/** Identity providers, stack, StackSet with its trusted access, trails with their buckets, and room for buckets, as far as the connector's plans ask for them. */
export const accountLooks = (context: LookContext): readonly Look[] => [
  ...providerLooks(context),
  stackLook(context),
  ...(context.connector.account.type === 'management' ? [stackSetLook(context), organizationLook(context)] : []),
  ...(context.features.includes('defenderCspm.cloudTrailIngestion') ? [trailLook(context)] : []),
  ...(context.features.includes('containers.threatProtection') ? [bucketLook(context)] : []),
];

function providerLooks({ ports, connector, signal }: LookContext): readonly Look[] {
  const ids = new Set(requiredRoles(connector.plans).flatMap(({ role }) => providerFor(role)?.id ?? []));
  return [...ids].map((id) => {
    const url = `https://${providerPath(providerById(id), connector.azure.tenant.toLowerCase())}`;
    const what = `Identity provider ${url}`;
    const take = async () => ({ providers: { [id]: await reading(what, 'iam:ListOpenIDConnectProviders', ports.providers.find(url, signal)) } });
    return { what, take };
  });
}

function stackLook({ ports, connector, signal }: LookContext): Look {
  const what = `Stack ${connector.deployment.stack}`;
  const take = async () => {
    const stack = await reading(what, 'cloudformation:DescribeStacks', ports.stacks.read(connector.deployment.stack, signal));
    if (!stack.ok || !stack.value) return { stack: stack.ok ? ok(null) : stack };
    const { name, status, reason, changedAt } = stack.value;
    return { stack: ok({ name, status, reason, changedAt }) };
  };
  return { what, take };
}

function stackSetLook({ ports, connector, signal }: LookContext): Look {
  const name = connector.account.stackSet ?? '';
  const what = `StackSet ${name}`;
  return { what, take: async () => ({ stackSet: await reading(what, 'cloudformation:DescribeStackSet', ports.account.stackSet(name, signal)) }) };
}

function organizationLook({ ports, signal }: LookContext): Look {
  const what = 'Trusted access of StackSets to the organization';
  const take = async () => ({ organizationAccess: await reading(what, 'cloudformation:DescribeOrganizationsAccess', ports.account.organizationAccess(signal)) });
  return { what, take };
}

function trailLook({ ports, signal }: LookContext): Look {
  const what = 'Trails of CloudTrail';
  const take = async () => {
    const trails = await reading(what, 'cloudtrail:DescribeTrails', ports.account.trails(signal));
    const used = trails.ok ? trails.value.filter((trail) => trail.isLogging && trail.takesManagementEvents).flatMap(({ bucket }) => bucket ?? []) : [];
    const look = async (name: string) => ({
      name,
      policy: await reading(`Policy of bucket ${name}`, 's3:GetBucketPolicy', ports.account.bucketPolicy(name, signal)),
      events: await reading(`Notifications of bucket ${name}`, 's3:GetBucketNotification', ports.account.bucketEvents(name, signal)),
    });
    return { trails, trailBuckets: await Promise.all([...new Set(used)].map(look)) };
  };
  return { what, take };
}

function bucketLook({ ports, signal }: LookContext): Look {
  const what = 'Room for an S3 bucket';
  return { what, take: async () => ({ buckets: await reading(what, 's3:ListAllMyBuckets', ports.account.buckets(signal)) }) };
}
