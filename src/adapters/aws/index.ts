import type { DeploymentPorts, Profile } from '../../app/ports';

export interface AwsOptions {
  /** A profile's name, or `environmentProfile` for the credentials of the environment. */
  readonly profile: string;
  readonly region: string;
  /** Asks for the code of an MFA device; undefined when the user gives none. Without it such profiles are refused. */
  readonly askMfa?: (serial: string) => Promise<string | undefined>;
  /** A profile whose credentials come from a command (`credential_process`) is refused unless this is true. */
  readonly trusted?: boolean;
}

export { environmentProfile } from './profiles';

export function createAwsPorts(_options: AwsOptions): DeploymentPorts {
  throw new Error('createAwsPorts is being written');
}

/** The profiles of the user's AWS files, in the files' order, then the environment's credentials where it has some. */
export async function listProfiles(): Promise<readonly Profile[]> {
  throw new Error('listProfiles is being written');
}
