/** An object in S3. */
export interface S3Object {
  readonly bucket: string;
  readonly key: string;
}

/** Bucket and key of an https address of S3, the bucket in its host or in its path; undefined for any other address. */
export function s3ObjectOf(address: string): S3Object | undefined {
  const [, host = '', path = ''] = /^https:\/\/([^/?#]+)\/([^?#]+)$/i.exec(address) ?? [];
  const inHost = /^([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\.s3([.-][a-z0-9-]+)?\.amazonaws\.com(\.cn)?$/i.exec(host)?.[1];
  const [first = '', ...rest] = path.split('/');
  const inPath = /^s3([.-][a-z0-9-]+)?\.amazonaws\.com(\.cn)?$/i.test(host) ? first : undefined;
  const bucket = inHost ?? inPath;
  const key = decoded(inHost === undefined ? rest.join('/') : path);
  return bucket && key ? { bucket, key } : undefined;
}

/** The https address of an object, with the bucket in the host. */
export const s3Address = ({ bucket, key }: S3Object, region: string): string =>
  `https://${bucket}.s3.${region}.amazonaws.com/${key.split('/').map(encodeURIComponent).join('/')}`;

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined; // A percent sign that begins no character.
  }
}
