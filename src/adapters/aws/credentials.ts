import { getDefaultRoleAssumer, getDefaultRoleAssumerWithWebIdentity, type STSClientConfig } from '@aws-sdk/client-sts';
import { fromEnv, fromIni } from '@aws-sdk/credential-providers';
import { Refusal } from './refusal';
import { runsCommand } from './profiles';
import type { SharedConfig } from './shared-config';

type Credentials = Awaited<ReturnType<ReturnType<typeof fromEnv>>>;
type CredentialProvider = () => Promise<Credentials>;

export interface CredentialSource {
  /** Undefined for the environment's credentials. */
  readonly profile: string | undefined;
  readonly config: SharedConfig;
  readonly trusted: boolean;
  readonly askMfa: ((serial: string) => Promise<string | undefined>) | undefined;
  /** For the calls to STS that assume a role: region, endpoint, timeouts. */
  readonly sts: STSClientConfig;
  /** For the SSO portal and sign-in: no region here, it would replace the profile's `sso_region`. */
  readonly sso: object;
}

/** One provider for all clients of a profile, so that a user types an MFA code once and not once a service. */
export function credentialsFor(source: CredentialSource): CredentialProvider {
  const { profile, config } = source;
  if (profile === undefined) return shared(fromEnv());
  const refusal = refuse(profile, config, source.trusted);
  if (refusal) return () => Promise.reject(refusal);
  return shared(
    fromIni({
      profile,
      ignoreCache: true,
      mfaCodeProvider: (serial) => askForCode(profile, serial, source.askMfa),
      roleAssumer: getDefaultRoleAssumer(source.sts),
      roleAssumerWithWebIdentity: getDefaultRoleAssumerWithWebIdentity(source.sts),
      clientConfig: source.sso,
    }),
  );
}

function refuse(profile: string, config: SharedConfig, trusted: boolean): Refusal | undefined {
  if (config.profiles.size === 0)
    return new Refusal({
      code: 'credentials',
      message: 'There are no AWS profiles on this computer.',
      action: 'Run "aws configure" or "aws configure sso" to make one, then try again.',
    });
  if (!config.profiles.has(profile))
    return new Refusal({
      code: 'credentials',
      message: `There is no AWS profile named ${profile}.`,
      action: 'Choose another profile, or add this one to your AWS config file.',
    });
  if (!trusted && runsCommand(profile, config))
    return new Refusal({
      code: 'credentials',
      message: `Profile ${profile} gets its credentials from a command (credential_process), which runs only where you trust the workspace.`,
      action: 'Trust the workspace, or choose another profile.',
    });
  return undefined;
}

async function askForCode(profile: string, serial: string, ask: CredentialSource['askMfa']): Promise<string> {
  if (!ask)
    throw new Refusal({
      code: 'credentials',
      message: `Profile ${profile} needs a code from the MFA device ${serial}, and nobody can be asked for it here.`,
      action: 'Use a profile without MFA, or one with a session that you have already started.',
    });
  const code = await ask(serial);
  if (!code) throw new Refusal({ code: 'cancelled', message: `No MFA code was given for profile ${profile}.` });
  return code;
}

/** Credentials are renewed this long before they expire, so that none expires on its way. */
const leeway = 60_000;

function shared(provider: CredentialProvider): CredentialProvider {
  let current: Promise<Credentials> | undefined;
  let expires = Infinity;
  return async () => {
    if (Date.now() > expires - leeway) {
      current = undefined;
      // Not known before the new ones are there: who asks meanwhile waits for the same ones.
      expires = Infinity;
    }
    current ??= provider();
    try {
      const credentials = await current;
      expires = credentials.expiration?.getTime() ?? Infinity;
      return credentials;
    } catch (error) {
      current = undefined;
      throw error;
    }
  };
}
