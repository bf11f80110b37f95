import type { Connector } from '../../model/connector';
import { defaultsOf } from '../../plan/template-scope';
import { providersIn, valuesToMake } from '../../plan/template-providers';
import type { TemplateBody } from '../../plan/template-body';
import { limit } from '../../catalog/limit';
import { regionByCode } from '../../catalog/region-by-code';
import { utf8Length } from '../utf8-length';
import { s3Address, s3ObjectOf, type S3Object } from '../s3-address';

/** The template that a script deploys. */
export interface ScriptTemplate {
  /** As the script finds it from the folder in which it is run. */
  readonly path: string;
  readonly text: string;
  readonly body: TemplateBody;
  /** Where the user keeps it in S3; a template that no request can carry gets an address of its own otherwise. */
  readonly url?: string | undefined;
}

/** An identity provider that the template can make or leave out. */
export interface ScriptProvider {
  readonly arn: string;
  readonly audiences: readonly string[];
  /** Parameters by which the template leaves it out; null where it cannot. */
  readonly leftOutBy: Readonly<Record<string, string>> | null;
}

/** All that the deployment scripts say, whatever their language. */
export interface ScriptFacts {
  readonly connector: Connector;
  readonly account: string;
  readonly region: string;
  readonly stack: string;
  readonly stackSet: string | null;
  readonly excluded: readonly string[];
  readonly template: string;
  readonly bytes: number;
  readonly providers: readonly ScriptProvider[];
  readonly upload: Upload | null;
}

/** How the template gets to S3. */
export interface Upload {
  readonly url: string;
  /** Null where the address does not say which object it is: the user has put it there. */
  readonly object: S3Object | null;
  /** The bucket is ours to make. */
  readonly own: boolean;
}

export function scriptFacts(connector: Connector, template: ScriptTemplate): ScriptFacts {
  const { account, deployment } = connector;
  const bytes = utf8Length(template.text);
  const partition = regionByCode(deployment.region)?.partition ?? 'aws';
  return {
    connector,
    account: account.id,
    region: deployment.region,
    stack: deployment.stack,
    stackSet: account.type === 'management' ? (account.stackSet ?? 'defender-members') : null,
    excluded: account.excluded,
    template: template.path,
    bytes,
    providers: scriptProviders(template.body, account.id, partition),
    upload: uploadOf(connector, template, bytes),
  };
}

function scriptProviders(body: TemplateBody, account: string, partition: string): readonly ScriptProvider[] {
  const scope = { body, values: { ...defaultsOf(body), 'AWS::AccountId': account, 'AWS::Partition': partition } };
  return providersIn(scope)
    .filter(({ url }) => /^https:\/\/[^\s$]+$/.test(url))
    .map(({ logicalId, url, audiences }) => ({
      arn: `arn:${partition}:iam::${account}:oidc-provider/${url.slice('https://'.length)}`,
      audiences,
      leftOutBy: valuesToMake(logicalId, false, scope),
    }));
}

function uploadOf({ account, deployment }: Connector, { path, url }: ScriptTemplate, bytes: number): Upload | null {
  if (url !== undefined) return { url, object: s3ObjectOf(url) ?? null, own: false };
  if (bytes <= limit('templateBodyBytes')) return null;
  const name = path.split(/[\\/]/).at(-1) ?? path;
  const object = { bucket: `defender-for-cloud-${account.id}-${deployment.region}`, key: `${deployment.stack}/${name}` };
  return { url: s3Address(object, deployment.region), object, own: true };
}
