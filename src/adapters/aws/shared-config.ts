import { loadSharedConfigFiles } from '@smithy/core/config';

export type Section = Readonly<Record<string, string | undefined>>;

/** The user's AWS files (`AWS_CONFIG_FILE`, `AWS_SHARED_CREDENTIALS_FILE`, else those in the home folder). */
export interface SharedConfig {
  /** Both files merged; the credentials file wins, as in the SDK. */
  readonly profiles: ReadonlyMap<string, Section>;
  readonly services: ReadonlyMap<string, Section>;
}

const notProfile = /^(services|sso-session)\./;

/** Read anew each time, with the SDK's own reader: what we think of a profile is what the SDK will do. */
export async function readSharedConfig(): Promise<SharedConfig> {
  const { configFile, credentialsFile } = await loadSharedConfigFiles({ ignoreCache: true });
  const names = new Set([...Object.keys(configFile), ...Object.keys(credentialsFile)]);
  const profiles = [...names].filter((name) => !notProfile.test(name));
  return {
    profiles: new Map(profiles.map((name) => [name, { ...configFile[name], ...credentialsFile[name] }])),
    services: new Map(
      Object.entries(configFile)
        .filter(([name]) => name.startsWith('services.'))
        .map(([name, section]) => [name.slice('services.'.length), section]),
    ),
  };
}
