import type { Profile, ProfileKind } from '../../app/ports';
import { readSharedConfig, type Section, type SharedConfig } from './shared-config';

/** Names the credentials of the environment (`AWS_ACCESS_KEY_ID`). No profile of the config file can have this name. */
export const environmentProfile = '(environment)';

/** The profiles of the user's AWS files, in the files' order, then the environment's credentials where it has some. */
export async function listProfiles(): Promise<readonly Profile[]> {
  const config = await readSharedConfig();
  const profiles = [...config.profiles].map(([name, section]) => toProfile(name, section, config));
  return process.env['AWS_ACCESS_KEY_ID'] ? [...profiles, environmentChoice()] : profiles;
}

/** The profile and those it takes its first credentials from, nearest first. */
export function profileChain(name: string, config: SharedConfig): readonly Section[] {
  const seen = new Map<string, Section>();
  for (let next: string | undefined = name; next && !seen.has(next); ) {
    const section: Section | undefined = config.profiles.get(next);
    if (!section) break;
    seen.set(next, section);
    next = section['role_arn'] ? section['source_profile'] : undefined;
  }
  return [...seen.values()];
}

export const runsCommand = (name: string, config: SharedConfig): boolean =>
  profileChain(name, config).some((section) => section['credential_process'] !== undefined);

function toProfile(name: string, section: Section, config: SharedConfig): Profile {
  return {
    name,
    kind: kindOf(section),
    region: section['region'] ?? null,
    accountHint: /^arn:[^:]*:iam::(\d{12}):/.exec(section['role_arn'] ?? '')?.[1] ?? section['sso_account_id'] ?? null,
    runsCommand: runsCommand(name, config),
  };
}

const environmentChoice = (): Profile => ({
  name: environmentProfile,
  kind: 'environment',
  region: process.env['AWS_REGION'] ?? process.env['AWS_DEFAULT_REGION'] ?? null,
  accountHint: null,
  runsCommand: false,
});

/** In the order in which the SDK tries them. */
const kinds: readonly (readonly [ProfileKind, (section: Section) => unknown])[] = [
  ['assume-role+mfa', (section) => assumesRole(section) && section['mfa_serial']],
  ['assume-role', (section) => assumesRole(section)],
  ['static', (section) => section['aws_access_key_id']],
  ['web-identity', (section) => section['web_identity_token_file']],
  ['process', (section) => section['credential_process']],
  ['sso', (section) => section['sso_session'] ?? section['sso_start_url']],
  ['login', (section) => section['login_session']],
];

const assumesRole = (section: Section): unknown =>
  section['role_arn'] && (section['source_profile'] ?? section['credential_source']);

const kindOf = (section: Section): ProfileKind => kinds.find(([, has]) => has(section))?.[0] ?? 'none';
