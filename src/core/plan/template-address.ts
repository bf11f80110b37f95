/** Whether a text names an address, and no file. */
export const isAddress = (text: string): boolean => /^[a-z][a-z0-9+.-]+:\/\//i.test(text);

/** What is wrong with an address that a template is to be read from, in words; undefined when nothing is. */
export function addressMistake(address: string): string | undefined {
  if (/^https:\/\/[^\s/]+\/\S+$/i.test(address) || onThisMachine.test(address)) return undefined;
  return 'The address of a template begins with https:// and names a file there.';
}

/** Nobody between here and there can read along or change it. */
const onThisMachine = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?\/\S+$/i;

export interface S3Object {
  readonly bucket: string;
  readonly key: string;
}

/**
 * The object of S3 behind an address, in the forms of the S3 user guide, "Methods for accessing a bucket" (read on
 * 2026-11-28). Undefined for another place, and for an address that brings a signature or a version of its own.
 */
export function s3ObjectOf(address: string): S3Object | undefined {
  const [, bucketInHost, path = ''] = s3Address.exec(address) ?? [];
  const [, bucketInPath, rest] = bucketInHost === undefined ? (/^([^/]+)\/(.+)$/.exec(path) ?? []) : [];
  const [bucket, key] = [bucketInHost ?? bucketInPath, rest ?? path];
  return bucket === undefined || key === '' ? undefined : { bucket, key: decoded(key) };
}

const s3Address = /^https:\/\/(?:([a-z0-9][a-z0-9.-]*)\.)?s3(?:[.-](?:dualstack\.)?[a-z]{2}(?:-[a-z]+)+-\d)?\.amazonaws\.com(?:\.cn)?\/([^?#\s]+)$/;

function decoded(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}
