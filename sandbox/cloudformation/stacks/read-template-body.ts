import { validationError } from '../../service-error';
import type { ServiceRequest } from '../../service-request';
import { templateLimits } from '../template/limits';

/** The template that a request carries or points at, within the sizes CloudFormation takes. */
export function readTemplateBody({ world, account, input }: Pick<ServiceRequest, 'world' | 'account' | 'input'>): string {
  const body = input.text('TemplateBody');
  const url = input.text('TemplateURL');
  if (body !== undefined && url !== undefined) {
    throw validationError('Both TemplateBody and TemplateURL are specified. Specify one of them.');
  }
  if (body !== undefined) return checkedBody(body);
  if (url === undefined) throw validationError('Either Template URL or Template Body must be specified.');
  const object = objectAt(world.endpoint, url);
  const bucket = object && world.buckets.get(object.bucket);
  const found = bucket?.accountId === account.id ? bucket.objects.get(object?.key ?? '') : undefined;
  if (!found) throw validationError('TemplateURL must reference a valid S3 object to which you have access.');
  if (found.body.length > templateLimits.urlBytes) {
    throw validationError(`Template may not exceed ${templateLimits.urlBytes} bytes in size.`);
  }
  return found.body.toString('utf8');
}

function checkedBody(body: string): string {
  if (Buffer.byteLength(body) <= templateLimits.bodyBytes) return body;
  throw validationError(
    `1 validation error detected: Value '${body}' at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to ${templateLimits.bodyBytes}`,
  );
}

/** Bucket and key of an S3 address: path style (here or on AWS), or virtual-hosted style. */
function objectAt(endpoint: string, address: string): { bucket: string; key: string } | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const path = decodeURIComponent(url.pathname).slice(1);
  const hosted = /^(.+)\.s3[.-](?:[a-z0-9-]+\.)?amazonaws\.com$/.exec(url.hostname)?.[1];
  if (hosted) return { bucket: hosted, key: path };
  if (url.origin !== new URL(endpoint).origin && !/^s3[.-].*amazonaws\.com$/.test(url.hostname)) return undefined;
  const [bucket = '', ...key] = path.split('/');
  return { bucket, key: key.join('/') };
}
