import { catalog, type CatalogFeature, type CatalogRole } from '../catalog/catalog';
import { roleById } from '../catalog/role-by-id';
import { listOf, usesOf } from './role-uses';
import { bullets, code, paragraphs, sourceLine } from './markdown';

/** What the catalog knows of a plan: `servers`, or undefined when it knows no such plan. */
export function planFact(id: string): string | undefined {
  const plan = catalog.plans.find((candidate) => candidate.id === id);
  if (!plan) return undefined;
  return paragraphs(
    `**${plan.displayName}**`,
    plan.features.length > 0 ? bullets(plan.features.map(({ label }) => label)) : undefined,
    sourceLine(plan),
  );
}

/** What turning a feature on needs in AWS. The id is `<plan>.<key>`. */
export function featureFact(id: string): string | undefined {
  const feature = catalog.plans.flatMap(({ features }) => features).find((candidate) => candidate.id === id);
  if (!feature) return undefined;
  return paragraphs(`**${feature.label}**`, rolesOf(feature), feature.unknown ?? undefined, sourceLine(feature));
}

function rolesOf({ roles }: CatalogFeature): string {
  if (roles === null) return 'Roles: not published.';
  if (roles.length === 0) return 'Needs no role of its own.';
  return `Roles: ${roles.map((id) => code(catalog.roles.find((role) => role.id === id)?.defaultName ?? id)).join(', ')}`;
}

/** What the catalog knows of a role, by its id in a connector file. */
export function roleFact(id: string): string | undefined {
  const role = catalog.roles.find((candidate) => candidate.id === id);
  return role && describeRole(role);
}

/** What the catalog knows of a role, by any name that it has or had. */
export function roleNameFact(name: string): string | undefined {
  const roles = catalog.roles.filter(
    (role) => role.defaultName === name || role.names.some((known) => known.name === name),
  );
  return roles.length > 0 ? paragraphs(...roles.map(describeRole)) : undefined;
}

function describeRole(role: CatalogRole): string {
  return paragraphs(
    `**${role.description ?? role.defaultName ?? role.id}**`,
    bullets([
      `Role id: ${code(role.id)}`,
      `Default name: ${role.defaultName ? code(role.defaultName) : 'not known'}`,
      ...otherNames(role),
      `Audience: ${role.audience ? code(role.audience) : 'none, or not known'}`,
      ...needs(usesOf(role)),
      ...(role.legacy ? ['Of an older generation: recognised, never generated'] : []),
    ]),
    sourceLine(role),
  );
}

function otherNames({ names, defaultName }: CatalogRole): readonly string[] {
  const others = names.map(({ name }) => name).filter((name) => name !== defaultName);
  return others.length > 0 ? [`Also seen as: ${others.map(code).join(', ')}`] : [];
}

const needs = (uses: readonly string[]): readonly string[] => (uses.length > 0 ? [`Needed by: ${listOf(uses)}`] : []);

export function audienceFact(value: string): string | undefined {
  const audience = catalog.audiences.find((candidate) => candidate.audience === value);
  if (!audience) return undefined;
  const roles = audience.roles.map((id) => code(id)).join(', ');
  return paragraphs(
    `**Audience: ${audience.purpose}**`,
    roles ? `Accepted by ${audience.roles.length > 1 ? 'the roles' : 'the role'} ${roles}.` : 'No role of Defender for Cloud accepts it.',
    sourceLine(audience),
  );
}

/** Takes the provider's URL, an ARN of it, or a condition key that starts with it. */
export function providerFact(text: string): string | undefined {
  const provider = catalog.providers.find(({ url }) => !url.includes('<') && text.includes(bare(url)));
  return provider && paragraphs(`**Identity provider** ${code(provider.url)}`, provider.note, sourceLine(provider));
}

const bare = (url: string) => url.replace('https://', '').replace(/\/$/, '');

export function sessionNameFact(text: string): string | undefined {
  const { sessionName } = catalog;
  if (!text.startsWith(sessionName.prefix)) return undefined;
  return paragraphs(
    '**Session name of Defender for Cloud**',
    `${code(`${sessionName.prefix}<tenant id>`)}: the role accepts sessions of this Microsoft Entra tenant only.`,
    sourceLine(sessionName),
  );
}

export function regionFact(value: string): string | undefined {
  const region = catalog.regions.find(({ code: known }) => known === value);
  if (!region) return undefined;
  const missing = [...region.unsupportedPlans.map(planLabel), ...region.unsupportedFeatures.map(featureLabel)];
  return paragraphs(
    region.name ? `**${region.name}** (${code(region.code)})` : `**${region.code}**`,
    region.partition && region.partition !== 'aws' ? `In the partition ${code(region.partition)}.` : undefined,
    region.optIn ? 'The account must opt in to this region before anything runs there.' : undefined,
    region.mentioned ? undefined : "No page of Microsoft's names this region: nothing is known of its support.",
    missing.length > 0 ? `Listed as unsupported here: ${missing.join(', ')}.` : undefined,
    sourceLine(region),
  );
}

const planLabel = (id: string) => catalog.plans.find((plan) => plan.id === id)?.displayName ?? id;

function featureLabel(id: string): string {
  const plan = catalog.plans.find(({ features }) => features.some((feature) => feature.id === id));
  const feature = plan?.features.find((candidate) => candidate.id === id);
  return plan && feature ? `${feature.label} (${plan.displayName})` : id;
}

export const scanIntervalFact = (): string =>
  paragraphs(`Allowed hours: ${catalog.scanIntervals.hours.join(', ')}.`, sourceLine(catalog.scanIntervals));

/** What the catalog knows of a parameter by its name: those of Microsoft's templates and ours. */
export function parameterFact(name: string): string | undefined {
  const parameter = catalog.parameters.find((known) => known.name === name);
  if (!parameter) return undefined;
  const role = parameter.role === null ? undefined : roleById(parameter.role);
  return paragraphs(
    parameter.description,
    role ? `Names the role ${code(role.id)}.` : undefined,
    parameter.superseded ? "A parameter of the portal's earlier templates." : undefined,
    sourceLine(parameter),
  );
}
