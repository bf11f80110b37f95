import type { AgentlessScanning, ArcAutoProvisioning } from '../../model/connector';
import { defined, type JsonObject } from '../../model/json';

/** The ARN of a role by the catalog's role id. */
export type ArnOf = (roleId: string) => string;

/** A feature with a switch. One that the file does not mention is not mentioned to Azure either. */
export function switched(setting: boolean | undefined, on: JsonObject = {}): JsonObject | undefined {
  if (setting === undefined) return undefined;
  return setting ? { enabled: true, ...on } : { enabled: false };
}

export const vmScanners = (setting: boolean | AgentlessScanning | undefined, arn: ArnOf): JsonObject | undefined =>
  switched(isOn(setting), {
    cloudRoleArn: arn('agentlessScanner'),
    configuration: defined({ scanningMode: 'Default', exclusionTags: filled(optionsOf(setting)?.excludeTags ?? {}) }),
  });

export const arcAutoProvisioning = (setting: boolean | ArcAutoProvisioning | undefined, arn: ArnOf): JsonObject | undefined =>
  switched(isOn(setting), {
    cloudRoleArn: arn('arcAutoProvisioning'),
    ...defined({ configuration: filled(defined({ ...optionsOf(setting) })) }),
  });

/** A setting with options is on by being there. */
export const isOn = (setting: boolean | object | undefined): boolean | undefined =>
  typeof setting === 'object' ? true : setting;

const optionsOf = <T extends object>(setting: boolean | T | undefined): T | undefined => (typeof setting === 'object' ? setting : undefined);

const filled = (object: JsonObject): JsonObject | undefined => (Object.keys(object).length > 0 ? object : undefined);
