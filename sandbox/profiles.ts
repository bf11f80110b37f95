import type { Sandbox } from './start-sandbox';

export interface ProfileFiles {
  readonly config: string;
  readonly credentials: string;
}

/** Texts of an AWS config file and a credentials file with one profile per account, all pointing at the sandbox. */
export function profileFiles({ endpoint, region, accounts }: Pick<Sandbox, 'endpoint' | 'region' | 'accounts'>): ProfileFiles {
  const profiles = accounts.map((account) => ({ ...account, name: account.alias ?? `sandbox-${account.id}` }));
  return {
    config: profiles
      .map(({ name }) => `[profile ${name}]\nregion = ${region}\nendpoint_url = ${endpoint}\noutput = json\n`)
      .join('\n'),
    credentials: profiles
      .map(({ name, accessKeyId, secretAccessKey }) =>
        `[${name}]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`,
      )
      .join('\n'),
  };
}
