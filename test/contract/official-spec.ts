import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Context } from 'mocha';
import { LiveValidator } from 'oav';

const folder = resolve('../shared/azure-spec');

export const specFolder = folder;

const security = join(folder, 'security/resource-manager/Microsoft.Security');

/** Where the official specification of each api-version at hand lies. */
export const specifications = {
  '2023-10-01-preview': join(security, 'preview/2023-10-01-preview'),
  '2024-08-01-preview': join(security, 'Security/preview/2024-08-01-preview'),
} as const;
export type SpecifiedVersion = keyof typeof specifications;
export const specifiedVersions = Object.keys(specifications) as readonly SpecifiedVersion[];

/** Ends a suite early, with the reason, where the official specification is not at hand. */
export function needsSpecification(context: Context): void {
  if (existsSync(folder)) return;
  console.log('    skipped: the official Azure specification is not beside this checkout');
  context.skip();
}

/** A validator of the calls of `securityConnectors`. */
export const openValidator = (): Promise<LiveValidator> => openFor(Object.values(specifications).map((path) => join(path, 'securityConnectors.json')));

/** A validator of every call of ours that the saved specification has. */
export const openArmValidator = (): Promise<LiveValidator> =>
  openFor([
    ...Object.values(specifications).map((path) => join(path, 'securityConnectors.json')),
    join(security, 'preview/2023-05-01-preview/healthReports.json'),
    join(folder, 'resources/resource-manager/Microsoft.Resources/stable/2022-12-01/subscriptions.json'),
    join(folder, 'resources/resource-manager/Microsoft.Resources/stable/2024-03-01/resources.json'),
    join(folder, 'authorization/resource-manager/Microsoft.Authorization/stable/2022-04-01/authorization-RoleDefinitionsCalls.json'),
  ]);

async function openFor(swaggerPaths: string[]): Promise<LiveValidator> {
  const validator = new LiveValidator({
    directory: folder,
    swaggerPaths,
    enableRoundTripValidator: false,
    loadValidatorInBackground: false,
  }, () => undefined); // It would log each path of the specification that belongs to no provider.
  await validator.initialize();
  return validator;
}

export const readExample = (version: SpecifiedVersion, name: string): unknown =>
  JSON.parse(readFileSync(join(specifications[version], 'examples/SecurityConnectors', `${name}_example.json`), 'utf8'));

/** `{api-version: {offering or object: {path: …}}}`, made from the specifications of six api-versions. */
export const readPropertyPaths = (): Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>> =>
  JSON.parse(readFileSync(join(folder, 'aws-property-paths.json'), 'utf8'));
