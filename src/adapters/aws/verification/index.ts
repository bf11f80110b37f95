import type { VerificationPorts } from '../../../app/verification/ports';
import { awsCall } from '../aws-call';
import { problemsOf } from '../aws-problem';
import { clientSettings, type ClientOptions, type ClientSettings } from '../clients';
import { createAwsPorts } from '../index';
import { accountLooksPort } from './account-looks';
import { regionClients, type RegionClients } from './region-clients';
import { regionLooksPort } from './region-looks';

/** AWS for a verification with one profile. Loaded when somebody verifies: its clients are as large as those of a deployment. */
export function createVerificationPorts(options: ClientOptions): VerificationPorts {
  let settings: Promise<ClientSettings> | undefined;
  const byRegion = new Map<string, Promise<RegionClients>>();
  const clientsOf = (region: string): Promise<RegionClients> => {
    const known = byRegion.get(region) ?? (settings ??= clientSettings(options)).then((made) => regionClients(made, region));
    byRegion.set(region, known);
    return known;
  };
  const inRegion = (region: string) => awsCall(() => clientsOf(region), problemsOf(options.profile, region));
  const { profile, region, identity, stacks, providers, iam, clock } = createAwsPorts(options);
  return {
    ...{ profile, region, identity, stacks, providers, iam, clock },
    account: accountLooksPort(inRegion(region), inRegion('us-east-1')),
    regions: regionLooksPort(inRegion),
  };
}
