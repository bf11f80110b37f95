import type { Control } from '../../app/control';
import { explainWithAws } from '../../app/explain-with-aws';
import { carryOutRequireTls, consoleBuckets as findBuckets, planRequireTls as plan, type TlsChange } from '../../app/template-bucket/require-tls-on-bucket';
import type { Explanation } from '../../core/diagnose/explanation';
import type { Result } from '../../core/model/result';
import { connect, type Credentials } from './connection';

/** Part of the deployment chunk. */
export type RegionalCredentials = Credentials & { readonly region: string };

const portsOf = (credentials: RegionalCredentials) => connect(credentials, credentials.region).ports;

export const decode = (text: string, credentials: RegionalCredentials, control: Control): Promise<Result<Explanation>> =>
  explainWithAws(portsOf(credentials), text, control);

export const consoleBuckets = (credentials: RegionalCredentials, control: Control): Promise<Result<readonly string[]>> =>
  findBuckets(portsOf(credentials), control);

export const planRequireTls = (bucket: string, credentials: RegionalCredentials, control: Control): Promise<Result<TlsChange>> =>
  plan(portsOf(credentials), bucket, control);

export const requireTls = (change: TlsChange, credentials: RegionalCredentials): Promise<Result<void>> =>
  carryOutRequireTls(portsOf(credentials), change);
